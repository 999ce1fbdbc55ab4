import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { describe } from 'terminal-lifecycle/errors'
import { personWith } from '../people.ts'
import { signIn, signOut, whoAsks } from '../signed-in.ts'
import { actRoutes } from './act-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { failedPage, failedWork, findFailed } from './failed-page.ts'
import type { Html } from './html.ts'
import { plainPage } from './layout.ts'
import { type ConsoleContext, type ConsoleEnv, type Office, readerFor, show } from './office.ts'
import { paperRoutes } from './paper-routes.ts'
import { localeOf, themeOf } from './reader.ts'
import { failurePage, foundPage, keysPage, nothingPage, signInPage } from './small-pages.ts'
import { wordsIn } from './words.ts'
import { questionOf, readFilter, type WorkFilter } from './work-filter.ts'
import { workPage } from './work-page.ts'
import { countOf, findWork } from './work-rows.ts'

/** Only an address of the console: nobody is led elsewhere from here. */
const backTo = (given: unknown): string =>
  typeof given === 'string' && /^\/console(?:[/?][!-~]*)?$/.test(given) && !given.includes('\\')
    ? given
    : '/console'

const choices: Readonly<Record<string, readonly string[]>> = {
  language: ['en', 'zh-CN'],
  theme: ['light', 'dark'],
  keys: ['on', 'off'],
}
const aYear = 365 * 86_400

const plainFor = (context: Context) => {
  const locale = localeOf(context)
  return { locale, theme: themeOf(context), words: wordsIn(locale), path: '/console' }
}

/** The console: everything works without a script; the one script only saves reloads and clicks. */
export const consoleApp = (office: Office): Hono<ConsoleEnv> => {
  const { runtime } = office
  const app = new Hono<ConsoleEnv>()

  app.post('/settings', async (context) => {
    const form = await context.req.parseBody()
    for (const [name, values] of Object.entries(choices)) {
      const chosen = form[name]
      if (typeof chosen === 'string' && values.includes(chosen))
        setCookie(context, name, chosen, { path: '/', sameSite: 'Lax', maxAge: aYear })
    }
    return context.redirect(backTo(form.back), 303)
  })
  app.post('/sign-in', async (context) => {
    const { token, back } = await context.req.parseBody()
    const person = typeof token === 'string' ? personWith(token) : undefined
    if (person?.actor.role === 'provider') await signIn(context, person)
    return context.redirect(backTo(back), 303)
  })
  app.post('/sign-out', (context) => {
    signOut(context)
    return context.redirect('/console', 303)
  })

  app.use(async (context, next) => {
    const person = await whoAsks(context)
    if (person?.actor.role === 'provider') {
      context.set('person', person)
      return next()
    }
    const reader = plainFor(context)
    const back = context.req.method === 'GET' ? context.req.path : '/console'
    const body: Html = signInPage(reader, back)
    return context.html(plainPage(reader, reader.words.signIn, body) as Promise<string>, 401)
  })

  app.get('/', async (context) => {
    const reader = readerFor(context, office)
    const { actor } = reader.person
    const filter = readFilter(context.req.query(), actor.duties)
    const asked = (given: WorkFilter) => questionOf(given, reader.now, actor.duties)
    const mine = asked(readFilter({}, actor.duties))
    const all = asked(readFilter({ duty: 'any' }, actor.duties))
    const [found, counts] = await Promise.all([
      findWork(runtime, { ...asked(filter), after: filter.after }, actor),
      Promise.all([
        countOf(runtime, mine, actor),
        countOf(runtime, all, actor),
        countOf(runtime, { ...all, dueBefore: reader.now }, actor),
        failedWork(runtime, { actor, now: reader.now }).then(({ length }) => String(length)),
      ]),
    ])
    const [own, every, overdue, failed] = counts
    const body = workPage(reader, filter, found, { mine: own, all: every, overdue, failed })
    return show(context, reader, { title: reader.words.work, body, place: 'work' })
  })
  app.get('/failed', async (context) => {
    const reader = readerFor(context, office)
    const body = failedPage(
      reader,
      await findFailed(runtime, { actor: reader.person.actor, now: reader.now }),
    )
    return show(context, reader, { title: reader.words.failedTitle, body, place: 'failed' })
  })
  app.get('/keys', (context) => {
    const reader = readerFor(context, office)
    return show(context, reader, { title: reader.words.keysTitle, body: keysPage(reader), place: 'keys' })
  })
  app.get('/find', async (context) => {
    const reader = readerFor(context, office)
    const number = (context.req.query('number') ?? '').trim().slice(0, 40)
    const { actor } = reader.person
    const isNumber = /^[A-Za-z0-9_-]+$/.test(number)
    const records = isNumber
      ? (
          await Promise.all([
            runtime.find({ terminalId: number, limit: 50 }, { actor }),
            runtime.find({ merchantId: number, limit: 50 }, { actor }),
          ])
        ).flat()
      : []
    const [only, ...others] = records
    if (only && others.length === 0)
      return context.redirect(`/console/t/${encodeURIComponent(only.lifecycleId)}`, 303)
    return show(context, reader, { title: reader.words.found, body: foundPage(reader, number, records) })
  })
  // What cannot be shown is said to be so, with the way to ask again: never an empty page.
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    office.onError(error, { path: context.req.path })
    const reader = plainFor(context)
    const { text, fix } = describe(error, reader.locale)
    const body = failurePage(
      reader,
      `${text} ${fix ?? ''}`,
      context.req.method === 'GET' ? context.req.path : undefined,
    )
    return context.html(plainPage(reader, reader.words.problem, body) as Promise<string>, 500)
  })
  caseRoutes(app, office)
  paperRoutes(app, office)
  actRoutes(app, office)
  app.notFound((context) => {
    const reader = readerFor(context as ConsoleContext, office)
    const { noSuchPage } = reader.words
    return show(
      context as ConsoleContext,
      reader,
      { title: noSuchPage, body: nothingPage(reader, noSuchPage) },
      404,
    )
  })
  return app
}
