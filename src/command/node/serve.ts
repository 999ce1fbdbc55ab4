import { join } from 'node:path'
import { createBackend } from '../../backend/index.ts'
import { sqliteDocuments } from '../../backend/sqlite.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../client/index.ts'
import type { Actor } from '../../domain/index.ts'
import { describe } from '../../errors/index.ts'
import { createRuntime, readActor, systemEnvironment } from '../../runtime/index.ts'
import { sqliteStore } from '../../runtime/sqlite.ts'
import { createAcquirerHandler } from '../../server/index.ts'
import { listen } from '../../server/node.ts'
import { createMockAcquirer } from '../../testing/index.ts'
import type { Serving } from '../host.ts'
import { makeFolder } from './folder.ts'

interface Here extends Serving {
  complain(line: string): void
  readonly files: { readonly store: string; readonly documents: string }
}

const clock = { now: () => new Date(systemEnvironment.now()).toISOString() }
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

/** Until the process is told to end: then what was begun comes to rest first. */
const untilToldToEnd = (): AbortSignal => {
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
  return stopping.signal
}

/** The portal side over the files of a folder, with what carries out orders and fires clocks. */
export const serveHere = async (
  { folder, port, people, systems: baseUrl, files, complain }: Here,
  started: (url: string) => void,
  digestOf: (token: string) => string,
): Promise<void> => {
  // Before anything is opened: somebody whom the house would not know must not be let in half.
  const known = new Map(
    Object.entries(people).map(([digest, actor], place) => [
      digest,
      readActor(actor as Actor, `/people/${place}`),
    ]),
  )
  const onError = (error: unknown, about?: object) =>
    complain(JSON.stringify({ at: clock.now(), ...describe(error, 'en'), about }))
  const systems = createAcquirerClient({
    baseUrl: baseUrl ?? 'https://mock.example/v1',
    auth: bearer(process.env.SYSTEMS_TOKEN ?? 'mock'),
    ...(!baseUrl && { fetch: createMockAcquirer({ clock }).fetch }),
  })
  makeFolder(folder)
  const [store, documents] = [
    sqliteStore(join(folder, files.store)),
    sqliteDocuments(join(folder, files.documents)),
  ]
  const runtime = createRuntime({
    ...{ store, papers: documents, clock, services: acquirerServices(systems, { clock }) },
    onFailure: ({ error, ...about }) => onError(error, about),
  })
  const authenticate = ({ headers }: Request): Actor | undefined => {
    const digest = digestOf(headers.get('authorization')?.replace(/^Bearer /i, '') ?? '')
    return known.get(digest)
  }
  const portal = createAcquirerHandler(createBackend(runtime, { documents, clock }), {
    ...{ side: 'portal' as const, authenticate, onError },
  })
  const signal = untilToldToEnd()
  const server = await listen(
    async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/livez') return json({ status: 'live' })
      if (pathname !== '/readyz') return portal(request)
      const isReady = (await runtime.health()).reachable && !signal.aborted
      return json({ status: isReady ? 'ready' : 'not ready' }, isReady ? 200 : 503)
    },
    { port },
  )
  started(server.url)
  await runtime.run({ signal })
  await server.close()
  await store.close()
  await documents.close()
}
