// A runtime whose store is watched: what it is asked, how long that takes, what fails.
import { mkdirSync } from 'node:fs'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { listen } from 'terminal-lifecycle/server/node'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createFigures } from './figures.ts'
import { watchedStore } from './watched-store.ts'

const { DATA = 'data', PORT = '0' } = process.env
mkdirSync(DATA, { recursive: true })
const clock = { now: () => new Date().toISOString() }
const figures = createFigures()
const store = watchedStore(sqliteStore(`${DATA}/terminals.db`), figures.add, () => performance.now())

const systems = createAcquirerClient({
  baseUrl: 'https://mock.example/v1',
  auth: bearer('token'),
  fetch: createMockAcquirer({ clock }).fetch,
})
const runtime = createRuntime({ store, services: acquirerServices(systems, { clock }), clock })

const server = await listen(async () => new Response(figures.text()), { port: Number(PORT) })
console.log(`${server.url}/metrics`)

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())
await runtime.run({ signal: stopping.signal })
await server.close()
await store.close()
