// The smallest back end: records and papers in two SQLite files, the contract and webhooks served by Express.
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend } from 'terminal-lifecycle/backend'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { createAcquirerHandler, problemFor } from 'terminal-lifecycle/server'
import { nodeListener } from 'terminal-lifecycle/server/node'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createInbox } from 'terminal-lifecycle/webhooks'
import { webhookListener } from 'terminal-lifecycle/webhooks/node'
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

const app = express().disable('x-powered-by')

// Whoever keeps watch: alive as long as it answers, ready as long as its store does and it is not about to end.
app.get('/livez', (_, response) => void response.send('ok'))
app.get('/readyz', async (_, response) => {
  const { reachable } = await runtime.health()
  response.status(reachable && !stopping.signal.aborted ? 200 : 503).json({ reachable })
})

// Both read the exact bytes that were sent: they stand ahead of every body parser.
const backend = createBackend(runtime, { documents, clock })
app.use('/v1', nodeListener(createAcquirerHandler(backend, { side: 'portal', authenticate, onError })))

// What the systems report later. The key is `whsec_` and base64 of 24 to 64 random bytes.
if (WEBHOOK_KEY) {
  const inbox = createInbox(runtime, { actor: terminalManagement, clock })
  app.post('/webhooks', webhookListener({ keys: [WEBHOOK_KEY], clock, receive: inbox.receive }))
}

// How a terminal comes into the house is yours to say: from your own systems, from a file, or like this.
const openTerminal = async (request: Request): Promise<Response> => {
  const actor = authenticate(request)
  if (actor?.role !== 'provider') return Response.json({ code: 'FORBIDDEN' }, { status: 403 })
  try {
    const given = await request.json().catch(() => undefined)
    const { record } = await runtime.open({ ...given, openedBy: actor }, { actor })
    return Response.json({ lifecycleId: record.context.identity.lifecycleId }, { status: 201 })
  } catch (error) {
    return problemFor(error, request, { onError })
  }
}
app.post('/terminals', nodeListener(openTerminal))

const server = app.listen(Number(PORT), '127.0.0.1')
await once(server, 'listening')
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)

// Carries out orders and fires clocks until it is told to end; what was begun comes to rest, orders and requests alike.
await runtime.run({ signal: stopping.signal })
const closed = once(server, 'close')
server.close()
const limit = setTimeout(() => server.closeAllConnections(), 10_000)
await closed
clearTimeout(limit)
await store.close()
await documents.close()
