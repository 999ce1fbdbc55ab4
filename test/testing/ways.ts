import { setupServer } from 'msw/node'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { OperationName } from '../../src/contract/index.ts'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { listen } from '../../src/server/node.ts'
import type { Handle } from '../../src/testing/index.ts'
import { mswHandlers } from '../../src/testing/msw.ts'

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** Whoever answers; `fetch` where it has one of its own. */
export interface House {
  readonly handle: Handle
  readonly fetch?: Fetch
}

export interface Way {
  readonly name: 'handler' | 'fetch' | 'msw' | 'http'
  readonly origin: string
  readonly fetch: Fetch
}

export interface Ways {
  readonly all: readonly Way[]
  /** From now on this house answers; each way gets one of its own, for houses remember. */
  use(build: () => House): void
  close(): Promise<void>
}

const origin = 'https://acquirer.example'

/** What fetch says of a dropped connection. */
const dropped = (): never => {
  throw new TypeError('fetch failed')
}

/** The ways in which a program can reach a house: in its own process, through msw, over a real connection. */
export const openWays = async (): Promise<Ways> => {
  const none: House = { handle: async () => null }
  const houses: Record<Way['name'], House> = { handler: none, fetch: none, msw: none, http: none }
  const server = await listen((request) => houses.http.handle(request))
  const msw = setupServer(...mswHandlers((request) => houses.msw.handle(request), { origin }))
  msw.listen({ onUnhandledFrame: 'bypass' })
  const network: Fetch = (url, init) => globalThis.fetch(url, init)
  // A connection that is kept is closed by the server after 5 s without a request. Where this process stood still for as long, the
  // next request would be sent on it at the same moment, and break.
  const connecting: Fetch = (url, init) => {
    const headers = new Headers(init?.headers)
    headers.set('connection', 'close')
    return globalThis.fetch(url, { ...init, headers })
  }
  return {
    all: [
      {
        name: 'handler',
        origin,
        fetch: async (url, init) => (await houses.handler.handle(new Request(url, init))) ?? dropped(),
      },
      { name: 'fetch', origin, fetch: (url, init) => houses.fetch.fetch?.(url, init) ?? dropped() },
      { name: 'msw', origin, fetch: network },
      { name: 'http', origin: server.url, fetch: connecting },
    ],
    use: (build) => {
      for (const name of ['handler', 'fetch', 'msw', 'http'] as const) houses[name] = build()
    },
    close: async () => {
      msw.close()
      await server.close()
    },
  }
}

type Json = Readonly<Record<string, unknown>>

/** Without what is another each time: traces, and the address that was called. */
const lasting = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(lasting)
  const { traceId: _, request: __, url: ___, ...rest } = value as Json
  // What a connection broke of, each host says in its own words, also where it is the cause of another error.
  if (rest.code === 'CONNECTION_FAILED') return { code: rest.code }
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, lasting(inner)]))
}

const failed = (error: unknown): unknown => {
  if (!isTerminalLifecycleError(error)) return { stranger: String(error) }
  const said = lasting({ ...error }) as Json
  return error.code === 'CONNECTION_FAILED' ? said : { error: error.name, ...said }
}

/** What a call of the client comes to: its reply, or its error by class, code and all that it says. */
export const called = async (
  { origin: from, fetch }: Way,
  name: OperationName,
  input: unknown,
  options: object,
): Promise<unknown> => {
  const client = createAcquirerClient({
    baseUrl: `${from}/v1`,
    auth: bearer('token'),
    fetch,
    retry: { attempts: 1 },
  })
  // Name and input belong together; a test that takes any name cannot say so.
  const call = client[name] as (input: unknown, options: object) => Promise<unknown>
  return call(input, options).then((reply) => ({ reply: lasting(reply) }), failed)
}

const told = [
  'content-type',
  'content-language',
  'vary',
  'etag',
  'allow',
  'www-authenticate',
  'cache-control',
]

/** What a request comes to that no client would send. */
export const answered = async (
  { origin: from, fetch }: Way,
  path: string,
  init: RequestInit,
): Promise<unknown> => {
  const response = await fetch(from + path, init)
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: told.map((name) => response.headers.get(name)),
    body: isJson ? lasting(await response.json()) : new Uint8Array(await response.arrayBuffer()),
  }
}
