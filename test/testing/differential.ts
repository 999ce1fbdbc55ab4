import {
  contract,
  fillPath,
  type Operation,
  type OperationName,
  parameterNames,
} from '../../src/contract/index.ts'
import { blocker } from '../../src/domain/index.ts'
import { InvalidInputError, RefusedError, VersionConflictError } from '../../src/errors/index.ts'
import {
  createAcquirerHandler,
  type HandlerOptions,
  type Implementation,
  type RequestContext,
} from '../../src/server/index.ts'
import { type Fault, faulty } from '../../src/testing/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'
import { at } from './kit.ts'
import type { House } from './ways.ts'

export const names = Object.keys(contract) as OperationName[]
const clock = { now: () => at }

/** What an implementation was given, by operation. */
export type Given = Record<string, readonly unknown[]>

/** A house that keeps what it is given, and answers with its samples. */
export const recordingHouse = (given: Given): House => {
  const keep = (name: OperationName) => (input: unknown, context: Partial<RequestContext>) => {
    const { idempotencyKey, expectedVersion, actor } = context
    given[name] = [...(given[name] ?? []), { input, idempotencyKey, expectedVersion, actor }]
    return samples[name].answer
  }
  const implementation = Object.fromEntries(names.map((name) => [name, keep(name)])) as Implementation
  const handle = createAcquirerHandler(implementation, { authenticate: () => p1 })
  return { handle, fetch: (url, init) => handle(new Request(url, init)) }
}

/** A house that answers every operation with its sample, or with what it is made to do instead. */
export const house = (
  instead?: (name: OperationName) => unknown,
  faults: readonly Fault[] = [],
  options: Partial<HandlerOptions> = {},
): House => {
  const implementation = Object.fromEntries(
    names.map((name) => [name, () => (instead ? instead(name) : samples[name].answer)]),
  ) as Implementation
  const handler = createAcquirerHandler(implementation, { authenticate: () => p1, ...options })
  const { handle, faults: add } = faulty(handler, { clock })
  add(faults)
  return {
    handle,
    fetch: async (url, init) => {
      const response = await handle(new Request(url, init))
      if (!response) throw new TypeError('fetch failed')
      return response
    },
  }
}

const throwing = (error: () => unknown) => () => {
  throw error()
}
const blockers = [blocker('DEVICE_NOT_DRAINED', '123-456-789', { items: 3 }), blocker('APPLICATION_OPEN')]

/** Houses that say no, each in its own way. */
export const refusals: Readonly<Record<string, () => House>> = {
  blocked: () => house(throwing(() => new RefusedError({ refusal: 'BLOCKED', blockers }))),
  'not found': () => house(throwing(() => new RefusedError({ refusal: 'NOT_FOUND' }))),
  'not for this role': () => house(throwing(() => new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' }))),
  'a code of the house': () => house(throwing(() => new RefusedError({ refusal: 'MOON_PHASE' }))),
  'another version': () =>
    house(throwing(() => new VersionConflictError({ lifecycleId: 'lc-1', expected: 3, actual: 5 }))),
  'wrong input': () =>
    house(throwing(() => new InvalidInputError({ issues: [{ path: '/a/b', code: 'REQUIRED' }] }))),
  'a key that was used': () =>
    house(
      throwing(() => new InvalidInputError({ issues: [{ path: '/commandId', code: 'COMMAND_ID_REUSED' }] })),
    ),
  'a failure': () => house(throwing(() => new Error('disk is full'))),
  'an answer that does not fit': () => house(() => ({ version: 'x' })),
  'no answer': () => house(() => undefined),
  'a stranger': () => house(undefined, [], { authenticate: () => undefined }),
  'only the other side': () => house(undefined, [], { side: 'portal' }),
}

/** Houses whose answers, or whose callers' requests, are spoilt on the way. */
export const spoilers: Readonly<Record<string, () => House>> = Object.fromEntries(
  (
    [
      { kind: 'dropRequest' },
      { kind: 'dropReply' },
      { kind: 'status', status: 503 },
      { kind: 'status', status: 429, retryAfter: '7200' },
      { kind: 'status', status: 404 },
      { kind: 'redirect', location: 'https://elsewhere.example/' },
      { kind: 'truncate' },
      { kind: 'html' },
      { kind: 'empty' },
      { kind: 'mediaType' },
      { kind: 'body', change: () => null },
      { kind: 'body', change: (body) => [body] },
      { kind: 'body', change: () => ({}) },
    ] satisfies readonly Fault[]
  ).map((fault, place) => [`${fault.kind} ${place}`, () => house(undefined, [fault])]),
)

/** A request as the client would send it, to be spoilt before it is sent. */
export const requestOf = (
  name: OperationName,
): { path: string; init: RequestInit & { headers: Record<string, string> } } => {
  const row: Operation = contract[name]
  const input = samples[name].input as Readonly<Record<string, unknown>>
  const inPath = parameterNames(row.path)
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !inPath.includes(key)))
  const body = row.media ? (input.content as Uint8Array<ArrayBuffer>) : JSON.stringify(rest)
  const type = row.media ?? 'application/json'
  return {
    path: `/v1${fillPath(row.path, input)}`,
    init: {
      method: row.method,
      headers:
        row.method === 'GET' ? {} : { 'idempotency-key': 'k-1', ...(row.body && { 'content-type': type }) },
      ...(row.body && { body }),
    },
  }
}
type Sent = ReturnType<typeof requestOf>

const withHeaders = ({ path, init }: Sent, headers: Record<string, string>): Sent => ({
  path,
  init: { ...init, headers: { ...init.headers, ...headers } },
})
/** Reads have no body to spoil. */
const withBody = (sent: Sent, body: string | Uint8Array<ArrayBuffer>): Sent =>
  sent.init.body === undefined ? sent : { ...sent, init: { ...sent.init, body } }

/** What no client of ours would send. */
export const mistakes: Readonly<Record<string, (sent: Sent) => Sent>> = {
  'no JSON': (sent) => withBody(sent, '{"a":'),
  'one thing twice': (sent) => withBody(sent, '{"a":1,"\\u0061":2}'),
  'too deep': (sent) => withBody(sent, '['.repeat(10_000)),
  'no UTF-8': (sent) => withBody(sent, new Uint8Array([0x7b, 0xff, 0x7d])),
  'a field too many': (sent) => withBody(sent, '{"mood":"x"}'),
  'no key': (sent) => withHeaders(sent, { 'idempotency-key': '' }),
  'another media type': (sent) => withHeaders(sent, { 'content-type': 'text/plain' }),
  'an encoding': (sent) => withHeaders(sent, { 'content-encoding': 'gzip' }),
  'no version': (sent) => withHeaders(sent, { 'if-match': 'W/"1"' }),
  'a query that nobody knows': ({ path, init }) => ({ path: `${path}?mood=x`, init }),
  'a parameter twice': ({ path, init }) => ({ path: `${path}?cursor=1&cursor=2`, init }),
  'a Chinese reader': (sent) => withBody(withHeaders(sent, { 'accept-language': 'zh-CN' }), '[]'),
  'headers without end': (sent) =>
    withHeaders(sent, { 'x-noise': 'x'.repeat(15_000), 'x-more': 'y'.repeat(1_000) }),
}
