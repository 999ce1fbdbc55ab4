import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, Redirect, Route, Router, Switch } from 'wouter'
import { DataProvider, useCaseAhead } from './data/use-data.tsx'
import { Home } from './pages/home.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { announcer } from './parts/announce.ts'
import { Waiting } from './parts/freshness.tsx'
import { type Person, providerContact, signedIn, signIn, signOut } from './session.ts'
import { nextTheme, showTheme, type Theme, themeAtFirst } from './theme.ts'
import { useWords } from './words/use-words.tsx'

const CasePages = lazy(() => import('./case-pages.tsx').then(({ CasePages }) => ({ default: CasePages })))

const [ofOverview, none] = [['holds'], []] as const

/** What its pages show is asked for while the pages themselves are still on their way. */
const CaseRoute = ({ lifecycleId, rest }: { lifecycleId: string; rest: string | undefined }) => {
  useCaseAhead(lifecycleId, rest ? none : ofOverview)
  return (
    <Suspense fallback={<Waiting />}>
      <CasePages lifecycleId={lifecycleId} />
    </Suspense>
  )
}

/** Below a path of its own, if it is built for one. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '')

const Header = ({ person, onSignOut }: { person: Person | undefined; onSignOut(): void }) => {
  const { phrases, locale, switchTo } = useWords()
  const [theme, setTheme] = useState<Theme>(themeAtFirst)
  useEffect(() => showTheme(theme), [theme])
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <header className="page row">
      <Link href="/">{phrases.site}</Link>
      <span className="row end">
        <button type="button" className="plain" lang={other} onClick={() => switchTo(other)}>
          {phrases.otherLanguage}
        </button>
        <button type="button" className="plain" onClick={() => setTheme(nextTheme(theme))}>
          {phrases.theme[theme]}
        </button>
        {person && (
          <button type="button" className="plain" onClick={onSignOut}>
            {phrases.signOut}
          </button>
        )}
      </span>
    </header>
  )
}

/** The frame of all pages: who is here, which language, and one place in which things are said aloud. */
export const App = () => {
  const { phrases } = useWords()
  const [person, setPerson] = useState(signedIn)
  const enter = (one: Person) => {
    signIn(one)
    setPerson(one)
  }
  const leave = () => {
    signOut()
    setPerson(undefined)
  }
  return (
    <Router base={base}>
      <a className="skip" href="#main">
        {phrases.skip}
      </a>
      <Header person={person} onSignOut={leave} />
      <main id="main" tabIndex={-1}>
        {person ? (
          <DataProvider key={person.id} person={person}>
            <Switch>
              <Route path="/">
                <Home />
              </Route>
              <Route path="/t/:id/*?">
                {({ id, '*': rest }) => <CaseRoute key={id} lifecycleId={id} rest={rest} />}
              </Route>
              <Route>
                <Redirect to="/" />
              </Route>
            </Switch>
          </DataProvider>
        ) : (
          <SignIn onSignIn={enter} />
        )}
      </main>
      <footer className="page muted">{phrases.contact(providerContact)}</footer>
      <div {...announcer} />
    </Router>
  )
}
