// The smallest back end: records and papers in two SQLite files, the contract and webhooks served by Hono.
import { mkdirSync } from 'node:fs'
import { Hono } from 'hono'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend } from 'terminal-lifecycle/backend'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { createAcquirerHandler, problemFor } from 'terminal-lifecycle/server'
import { listen } from 'terminal-lifecycle/server/node'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createInbox, webhookHandler } from 'terminal-lifecycle/webhooks'
import { authenticate, terminalManagement } from './people.ts'

const { PORT = '0', DATA = 'data', SYSTEMS_URL, SYSTEMS_TOKEN = 'token', WEBHOOK_KEY } = process.env
mkdirSync(DATA, { recursive: true })
const clock = { now: () => new Date().toISOString() }
const onError = (error: unknown, about: object) => console.error(about, error)

// Host, terminal management, settlement: they carry out what is ordered. Without an address a mock plays them.
const systems = createAcquirerClient({
  baseUrl: SYSTEMS_URL ?? 'https://mock.example/v1',
  auth: bearer(SYSTEMS_TOKEN),
  ...(!SYSTEMS_URL && { fetch: createMockAcquirer({ clock }).fetch }),
})

const store = sqliteStore(`${DATA}/terminals.db`)
const documents = sqliteDocuments(`${DATA}/documents.db`)
const runtime = createRuntime({
  store,
  services: acquirerServices(systems, { clock }),
  papers: documents,
  clock,
  onFailure: ({ error, ...about }) => onError(error, about),
})

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())

const app = new Hono()

// Whoever keeps watch: alive as long as it answers, ready as long as its store does and it is not about to end.
app.get('/livez', ({ text }) => text('ok'))
app.get('/readyz', async ({ json }) => {
  const { reachable } = await runtime.health()
  return json({ reachable }, reachable && !stopping.signal.aborted ? 200 : 503)
})

// What people do: they file, upload, read and decide.
const backend = createBackend(runtime, { documents, clock })
const portal = createAcquirerHandler(backend, { side: 'portal', authenticate, onError })
app.all('/v1/*', ({ req }) => portal(req.raw))

// What the systems report later. The key is `whsec_` and base64 of 24 to 64 random bytes.
if (WEBHOOK_KEY) {
  const inbox = createInbox(runtime, { actor: terminalManagement, clock })
  const webhooks = webhookHandler({ keys: [WEBHOOK_KEY], clock, receive: inbox.receive })
  app.post('/webhooks', ({ req }) => webhooks(req.raw))
}

// How a terminal comes into the house is yours to say: from your own systems, from a file, or like this.
app.post('/terminals', async ({ req, json }) => {
  const actor = authenticate(req.raw)
  if (actor?.role !== 'provider') return json({ code: 'FORBIDDEN' }, 403)
  const given = await req.json().catch(() => undefined)
  const { record } = await runtime.open({ ...given, openedBy: actor }, { actor })
  return json({ lifecycleId: record.context.identity.lifecycleId }, 201)
})
app.onError((error, { req }) => problemFor(error, req.raw, { onError }))

const server = await listen(app.fetch, { port: Number(PORT) })
console.log(server.url)

// Carries out orders and fires clocks until it is told to end; what was begun comes to rest, orders and requests alike.
await runtime.run({ signal: stopping.signal })
await server.close({ until: AbortSignal.timeout(10_000) })
await store.close()
await documents.close()
