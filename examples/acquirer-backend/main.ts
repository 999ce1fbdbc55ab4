// A whole back end: what portals and systems call, and a console for the people who decide and mend.
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { createAcquirerHandler, problemFor } from 'terminal-lifecycle/server'
import { listen } from 'terminal-lifecycle/server/node'
import { createInbox, webhookHandler } from 'terminal-lifecycle/webhooks'
import { consoleApp } from './console/app.ts'
import type { Office } from './console/office.ts'
import { askAgain, backend, clock, close, documents, onError, runtime, work } from './house.ts'
import { houseSystem } from './people.ts'
import { safely } from './safely.ts'
import { portalFiles, sharedFiles } from './served-files.ts'
import { settings } from './settings.ts'
import { whoAsks } from './signed-in.ts'

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())

const app = new Hono()
app.use(safely)

// Whoever keeps watch: alive as long as it answers, ready as long as its store does and it is not about to end.
app.get('/livez', ({ text }) => text('ok'))
app.get('/readyz', async ({ json }) => {
  const health = await runtime.health()
  return json(health, health.reachable && !stopping.signal.aborted ? 200 : 503)
})

// What portals and programs call: `authenticate` of the contract sees a plain request, so who asks is found out before.
app.all('/v1/*', async (context) => {
  const person = await whoAsks(context)
  const portal = createAcquirerHandler(backend, {
    side: 'portal',
    authenticate: () => person?.actor,
    onError,
  })
  return portal(context.req.raw)
})

// What the systems report later. The key is `whsec_` and base64 of 24 to 64 random bytes.
if (settings.webhookKey) {
  const inbox = createInbox(runtime, { actor: houseSystem, clock })
  const webhooks = webhookHandler({ keys: [settings.webhookKey], clock, receive: inbox.receive })
  app.post('/webhooks', ({ req }) => webhooks(req.raw))
}

// How a terminal comes into the house is yours to say: from your own systems, from a file, or like this.
app.post('/terminals', async (context) => {
  const actor = (await whoAsks(context))?.actor
  if (actor?.role !== 'provider') return context.json({ code: 'FORBIDDEN' }, 403)
  const given = await context.req.json().catch(() => undefined)
  const { record } = await runtime.open({ ...given, openedBy: actor }, { actor })
  return context.json({ lifecycleId: record.context.identity.lifecycleId }, 201)
})

app.get('/favicon.ico', ({ body }) => body(null, 204))

// Forms of other sites are refused, whoever is signed in here.
app.use('/console/*', csrf())
app.route('/console', sharedFiles)
// A back end of the library's has all operations; its type is also that of one that has some.
app.route(
  '/console',
  consoleApp({ runtime, documents, backend: backend as Office['backend'], clock, askAgain, onError }),
)
if (settings.portal) app.route('/', portalFiles(settings.portal))
else app.get('/', ({ redirect }) => redirect('/console'))
app.onError((error, { req }) =>
  error instanceof HTTPException ? error.getResponse() : problemFor(error, req.raw, { onError }),
)

const server = await listen(app.fetch, { port: settings.port })
console.log(server.url)

await work(stopping.signal)
await server.close({ until: AbortSignal.timeout(10_000) })
await close()
