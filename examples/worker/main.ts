// A worker beside your servers, over the same files: carries out orders, fires clocks, tells subscribers, says how it gets on.
import { mkdirSync } from 'node:fs'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { createRuntime, systemEnvironment } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createOutbox } from 'terminal-lifecycle/webhooks'
import { sqliteDeliveries } from 'terminal-lifecycle/webhooks/sqlite'
import { subscribers } from './subscribers.ts'
import { transport } from './transport.ts'

const {
  DATA = 'data',
  SYSTEMS_URL,
  SYSTEMS_TOKEN = 'token',
  LEASE_MS = '60000',
  HEALTH_MS = '10000',
} = process.env
mkdirSync(DATA, { recursive: true })
const clock = { now: () => new Date().toISOString() }
const leaseMs = Number(LEASE_MS)
const say = (what: string, about: unknown): void =>
  console.log(JSON.stringify({ at: clock.now(), what, about }))

// Host, terminal management, settlement: they carry out what is ordered. Without an address a mock plays them.
const systems = createAcquirerClient({
  baseUrl: SYSTEMS_URL ?? 'https://mock.example/v1',
  auth: bearer(SYSTEMS_TOKEN),
  ...(!SYSTEMS_URL && { fetch: createMockAcquirer({ clock }).fetch }),
})

const store = sqliteStore(`${DATA}/terminals.db`)
const documents = sqliteDocuments(`${DATA}/documents.db`)
const deliveries = sqliteDeliveries(`${DATA}/webhooks.db`)
const runtime = createRuntime({
  store,
  services: acquirerServices(systems, { clock }),
  papers: documents,
  clock,
  leaseMs,
  onFailure: ({ error, ...about }) => console.error(about, error),
})
const outbox = createOutbox({
  runtime,
  endpoints: subscribers,
  deliveries,
  transport,
  environment: systemEnvironment,
  leaseMs,
  onGivenUp: (delivery) => say('given up', delivery),
  onDisabled: (endpoint) => say('disabled', endpoint),
  onFailure: ({ error, ...about }) => console.error(about, error),
})

const stopping = new AbortController()
const { signal } = stopping
for (const name of ['SIGTERM', 'SIGINT']) process.once(name, () => stopping.abort())

const watch = async (): Promise<void> => {
  while (!signal.aborted) {
    say('health', { runtime: await runtime.health(), outbox: await outbox.health() })
    await systemEnvironment.sleep(Number(HEALTH_MS), signal)
  }
}
// Each of them ends when it is told to, and not before what it began has come to rest.
await Promise.all([runtime.run({ signal }), outbox.run({ signal }), watch()])
for (const kept of [store, documents, deliveries]) await kept.close()
say('ended', null)
