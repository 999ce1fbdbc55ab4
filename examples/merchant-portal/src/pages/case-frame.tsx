import { type ReactNode, useEffect, useRef } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import { Link, useLocation } from 'wouter'
import { statusOf } from '../case/states.ts'
import { useCase, useData } from '../data/use-data.tsx'
import { announce } from '../parts/announce.ts'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'

const places = ['', '/money', '/devices', '/papers', '/history'] as const

/** The terminal's pages; which one is open stands in words too. */
const CaseNav = ({ lifecycleId }: { lifecycleId: string }) => {
  const { phrases } = useAllWords()
  const [place] = useLocation()
  return (
    <nav aria-label={phrases.pagesOfTerminal} className="case-nav">
      <ul className="row plain-list">
        {places.map((path) => {
          const href = `/t/${lifecycleId}${path}`
          return (
            <li key={path}>
              <Link href={href} aria-current={place === href ? 'page' : undefined}>
                {phrases.nav[path]}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface CaseFrameProps {
  readonly lifecycleId: string
  children(about: CaseView): ReactNode
}

/** Every page about one terminal: what is known of it, and what could not be read anew. Others' changes are said politely. */
export const CaseFrame = ({ lifecycleId, children }: CaseFrameProps) => {
  const { phrases, say } = useAllWords()
  const { caseOf } = useData()
  const [place] = useLocation()
  const { value, problem, asOf } = useCase(lifecycleId)
  const status = value && say('state', statusOf(value.state).code)
  const before = useRef(value?.version)
  useEffect(() => {
    const isNewer = before.current !== undefined && value !== undefined && value.version > before.current
    if (isNewer && status) announce(phrases.movedOn(status))
    before.current = value?.version
  }, [value, status, phrases])
  const freshness = <Freshness problem={problem} asOf={asOf} again={() => caseOf(lifecycleId).refresh()} />
  // What stands above the heading is there from the beginning, else the heading would move when the terminal is known.
  return (
    <>
      {problem !== 'missing' && <CaseNav lifecycleId={lifecycleId} />}
      {place !== `/t/${lifecycleId}` && (
        <p className="muted">{value ? `${value.terminalId} ${value.merchantName}` : '\u00a0'}</p>
      )}
      {value ? (
        <>
          {freshness}
          {children(value)}
        </>
      ) : (
        <Page title={phrases.terminal}>
          {freshness}
          {problem === undefined && <Waiting />}
        </Page>
      )}
    </>
  )
}
