import { mkdirSync } from 'node:fs'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend } from 'terminal-lifecycle/backend'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { createAcquirerHandler } from 'terminal-lifecycle/server'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { createInbox, webhookHandler } from 'terminal-lifecycle/webhooks'
import { authenticate, terminalManagement } from './people.ts'

export const onError = (error: unknown, about: object): void => console.error(about, error)

const open = () => {
  const { DATA = 'data', SYSTEMS_URL, SYSTEMS_TOKEN = 'token', WEBHOOK_KEY } = process.env
  mkdirSync(DATA, { recursive: true })
  const clock = { now: () => new Date().toISOString() }

  // Host, terminal management, settlement: they carry out what is ordered. Without an address a mock plays them.
  const systems = createAcquirerClient({
    baseUrl: SYSTEMS_URL ?? 'https://mock.example/v1',
    auth: bearer(SYSTEMS_TOKEN),
    ...(!SYSTEMS_URL && { fetch: createMockAcquirer({ clock }).fetch }),
  })
  const documents = sqliteDocuments(`${DATA}/documents.db`)
  const runtime = createRuntime({
    store: sqliteStore(`${DATA}/terminals.db`),
    services: acquirerServices(systems, { clock }),
    papers: documents,
    clock,
    onFailure: ({ error, ...about }) => onError(error, about),
  })
  const { receive } = createInbox(runtime, { actor: terminalManagement, clock })
  return {
    runtime,
    portal: createAcquirerHandler(createBackend(runtime, { documents, clock }), {
      side: 'portal',
      // Where the folder of the route is: app/api/[...path]
      basePath: '/api',
      authenticate,
      onError,
    }),
    // The key is `whsec_` and base64 of 24 to 64 random bytes.
    webhooks: WEBHOOK_KEY
      ? webhookHandler({ keys: [WEBHOOK_KEY], clock, receive })
      : async () => new Response(null, { status: 404 }),
  }
}

/** Next.js loads modules anew while you write them, and all of them while it builds: the files are opened once, when asked for. */
const kept = globalThis as { house?: ReturnType<typeof open>; stopping?: AbortController }
export const house = (): ReturnType<typeof open> => {
  kept.house ??= open()
  return kept.house
}

/** Aborted when the process is told to end: nothing more is begun, and whoever keeps watch sends nobody here any more. */
export const stopping = (): AbortController => {
  kept.stopping ??= new AbortController()
  return kept.stopping
}
