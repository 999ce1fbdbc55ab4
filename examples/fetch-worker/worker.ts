// A worker of the Cloudflare kind: one `fetch`, and nothing of Node. It plays an acquirer for portals that are being written: records
// and papers live as long as the instance does.
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend, memoryDocuments } from 'terminal-lifecycle/backend'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createAcquirerHandler, problemFor } from 'terminal-lifecycle/server'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { authenticate } from './people.ts'

const clock = { now: () => new Date().toISOString() }
const onError = (error: unknown, about: object): void => console.error(about, error)

const open = () => {
  const mock = createMockAcquirer({ clock })
  const systems = createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('token'),
    fetch: mock.fetch,
  })
  const documents = memoryDocuments()
  const runtime = createRuntime({
    store: memoryStore(),
    services: acquirerServices(systems, { clock }),
    papers: documents,
    clock,
    onFailure: ({ error, ...about }) => onError(error, about),
  })
  const backend = createBackend(runtime, { documents, clock })
  return { runtime, portal: createAcquirerHandler(backend, { side: 'portal', authenticate, onError }) }
}

let kept: ReturnType<typeof open> | undefined
/** Opened by the first request: workers may neither draw random numbers nor look at the clock before it. */
const house = () => {
  kept ??= open()
  return kept
}

const openTerminal = async (request: Request): Promise<Response> => {
  const actor = authenticate(request)
  if (actor?.role !== 'provider') return Response.json({ code: 'FORBIDDEN' }, { status: 403 })
  try {
    const given = await request.json().catch(() => undefined)
    const { record } = await house().runtime.open({ ...given, openedBy: actor }, { actor })
    return Response.json({ lifecycleId: record.context.identity.lifecycleId }, { status: 201 })
  } catch (error) {
    return problemFor(error, request, { onError })
  }
}

export default {
  async fetch(request: Request, _env: unknown, context: { waitUntil(work: Promise<unknown>): void }) {
    const { runtime, portal } = house()
    const { pathname } = new URL(request.url)
    // The platform starts and ends instances; whoever keeps watch asks whether this one can be used.
    if (pathname === '/readyz') {
      const { reachable } = await runtime.health()
      return Response.json({ reachable }, { status: reachable ? 200 : 503 })
    }
    const answer = await (pathname === '/terminals' ? openTerminal(request) : portal(request))
    // No process stays: what was ordered is carried out behind each answer.
    context.waitUntil(runtime.drain())
    return answer
  },
}
