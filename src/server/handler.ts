import { type Actor, type Operation, operations, randomId, type Side } from '../contract/index.ts'
import { problemOf } from './errors.ts'
import type { Implementation, RequestContext } from './implementation.ts'
import { bytesOf, inputOf } from './input.ts'
import { ProblemError } from './problem-error.ts'
import { problemResponse, replyResponse } from './respond.ts'
import { routeOf } from './route.ts'

export interface HandlerOptions<S extends Side = Side> {
  /** Offer only one side of the contract; the other's paths are then not found. */
  readonly side?: S
  /** Before every path of the contract. @default '/v1' */
  readonly basePath?: string
  /**
   * Who is asking, judged by headers and the exact bytes of the body; the request itself has none left. `undefined` is
   * answered with 401.
   */
  readonly authenticate: (
    request: Request,
    body: Uint8Array<ArrayBuffer>,
  ) => Promise<Actor | undefined> | Actor | undefined
  /** Told of every failure that nobody meant; the caller only learns the trace id. */
  readonly onError?: (error: unknown, about: { readonly operation: string; readonly traceId: string }) => void
}

type Carry = (input: unknown, context: RequestContext) => unknown

const idempotencyKey = (request: Request, row: Operation): string => {
  if (row.method === 'GET') return ''
  const key = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new ProblemError('IDEMPOTENCY_KEY_MISSING', 400)
  return key
}

const expectedVersion = (request: Request, row: Operation): number | undefined => {
  const match = row.versioned ? request.headers.get('if-match') : null
  if (match === null || match === '*') return undefined
  const version = /^"(\d{1,15})"$/.exec(match)?.[1]
  if (version === undefined) throw new ProblemError('STALE_VERSION', 412)
  return Number(version)
}

const traceIdOf = (request: Request): string =>
  /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(request.headers.get('traceparent') ?? '')?.[1] ?? randomId()

const serve = async (
  implementation: Readonly<Record<string, unknown>>,
  { side, basePath = '/v1', authenticate }: HandlerOptions,
  request: Request,
  traceId: string,
): Promise<Response> => {
  const route = routeOf(request, basePath, side)
  const { row } = route
  const bytes = await bytesOf(request, row)
  const { url, method, headers, signal } = request
  const actor = await authenticate(new Request(url, { method, headers }), bytes)
  if (!actor) throw new ProblemError('UNAUTHENTICATED', 401, { headers: { 'www-authenticate': 'Bearer' } })
  const input = inputOf(route, request, bytes)
  // Keys of the implementation are the names of the rows.
  const carry = Object.hasOwn(implementation, row.name)
    ? (implementation[row.name] as Carry | undefined)
    : undefined
  if (!carry) throw new ProblemError('NOT_IMPLEMENTED', 501)
  const context = {
    actor,
    idempotencyKey: idempotencyKey(request, row),
    expectedVersion: expectedVersion(request, row),
    traceId,
    signal,
  }
  return replyResponse(row, await carry.call(implementation, input, context))
}

/**
 * The contract as one function from request to response, for every server that speaks Fetch. It routes, authenticates,
 * checks what comes in and what goes out, and answers problems as `application/problem+json`.
 *
 * @example
 * const handler = createAcquirerHandler({ getTerminal: ({ lifecycleId }) => cases.view(lifecycleId) }, { authenticate })
 */
export const createAcquirerHandler = <S extends Side = Side>(
  implementation: Implementation<S>,
  options: HandlerOptions<S>,
): ((request: Request) => Promise<Response>) => {
  const known = new Set(operations.map(({ name }) => name))
  const stranger = Object.keys(implementation).find((name) => !known.has(name))
  if (stranger !== undefined) throw new TypeError(`The contract has no operation ${stranger}`)
  return async (request) => {
    const traceId = traceIdOf(request)
    try {
      return await serve(implementation, options, request, traceId)
    } catch (error) {
      const problem = problemOf(error)
      if (problem) return problemResponse(problem, traceId)
      const { pathname } = new URL(request.url)
      options.onError?.(error, { operation: `${request.method} ${pathname}`, traceId })
      return problemResponse(new ProblemError('INTERNAL', 500), traceId)
    }
  }
}
