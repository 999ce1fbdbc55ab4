import { type Actor, operations, type Side } from '../contract/index.ts'
import type { Locale } from '../domain/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'
import { checkDeclaredLength, type LazyBody, lazyBody } from './body.ts'
import { askHost, type OnError } from './failures.ts'
import {
  checkHeaders,
  checkMediaType,
  expectedVersion,
  idempotencyKey,
  pieceRange,
  traceIdOf,
} from './headers.ts'
import type { Implementation, RequestContext } from './implementation.ts'
import { inputOf, withoutBody } from './input.ts'
import { ProblemError } from './problem-error.ts'
import { answerTo } from './problem-for.ts'
import { replyResponse } from './respond.ts'
import { type Route, routeOf } from './route.ts'

/** Who is asking, what is offered, and how much a request may be. */
export interface HandlerOptions<S extends Side = Side> {
  /** Offer only one side of the contract; the other's paths are then not found. */
  readonly side?: S
  /** Before every path of the contract. @default '/v1' */
  readonly basePath?: string
  /**
   * Who is asking. `undefined` is answered with 401. Nothing of the body has been read yet: judge by the headers first, and call
   * `body` only for a scheme that signs it. It gives the exact bytes, once read and bounded; the request itself has none.
   */
  readonly authenticate: (request: Request, body: LazyBody) => Promise<Actor | undefined> | Actor | undefined
  /** Sent with 401 as `WWW-Authenticate`. @default 'Bearer' */
  readonly challenge?: string
  /**
   * Told of every failure that nobody meant; the caller only learns the trace id. Not told of refusals, nor of callers who hung up.
   */
  readonly onError?: OnError
  /** Language of problems for callers who do not ask for one by `Accept-Language`. @default 'en' */
  readonly locale?: Locale
}

interface Carry {
  (input: unknown, context: RequestContext): unknown
  readonly bodyLimit?: (input: unknown, context: RequestContext) => Promise<number> | number
}
type Rows = Readonly<Record<string, unknown>>

/** Keys of the implementation are the names of the rows. */
const carryOf = (implementation: Rows, name: string): Carry => {
  const carry = Object.hasOwn(implementation, name) ? (implementation[name] as Carry | undefined) : undefined
  if (!carry) throw new ProblemError('NOT_IMPLEMENTED')
  return carry
}

/** From the cheapest to the dearest: nothing of a body is read for a caller who is not known. */
const serve = async (
  implementation: Rows,
  { authenticate, challenge = 'Bearer' }: HandlerOptions,
  { request, route, traceId }: { request: Request; route: Route; traceId: string },
): Promise<Response> => {
  const { row } = route
  const { url, method, headers, signal } = request
  checkHeaders(headers)
  checkDeclaredLength(headers, row)
  const body = lazyBody(request, row)
  const asking = new Request(url, { method, headers, signal })
  const actor = await askHost('authenticate', signal, () => authenticate(asking, body))
  if (!actor) throw new ProblemError('UNAUTHENTICATED', { headers: { 'www-authenticate': challenge } })
  const carry = carryOf(implementation, row.name)
  checkMediaType(headers, row)
  const context = {
    actor,
    idempotencyKey: idempotencyKey(headers, row),
    expectedVersion: expectedVersion(headers, row),
    traceId,
    signal,
  }
  const range = pieceRange(headers, row)
  const limit = await askHost('implementation', signal, () =>
    carry.bodyLimit?.(withoutBody(route, range), context),
  )
  checkDeclaredLength(headers, row, limit)
  const input = inputOf(route, await body(limit), range)
  const answer = await askHost('implementation', signal, () => carry.call(implementation, input, context))
  return replyResponse(row, answer)
}

const rules = {
  side: 'string?',
  basePath: 'string?',
  authenticate: 'function',
  challenge: 'string?',
  onError: 'function?',
  locale: 'string?',
} satisfies OptionRules<HandlerOptions>

/** What was not read is not wanted any more. */
const letGo = ({ body, bodyUsed }: Request): void => {
  if (body && !bodyUsed) body.cancel().catch(() => {})
}

/**
 * The contract as one function from request to response, for every server that speaks Fetch. It routes, authenticates,
 * checks what comes in and what goes out, and answers problems as `application/problem+json`.
 *
 * @throws InvalidInputError for an option that is missing or none.
 * @throws TypeError for an implementation of an operation that the contract does not have.
 * @example
 * const handler = createAcquirerHandler({ getTerminal: ({ lifecycleId }) => cases.view(lifecycleId) }, { authenticate })
 */
export const createAcquirerHandler = <S extends Side = Side>(
  implementation: Implementation<S>,
  options: HandlerOptions<S>,
): ((request: Request) => Promise<Response>) => {
  checkOptions({ implementation }, { implementation: 'object' })
  checkOptions(options, rules)
  const { basePath = '/v1', side } = options
  const known = new Set(operations.map(({ name }) => name))
  const stranger = Object.keys(implementation).find((name) => !known.has(name))
  if (stranger !== undefined) throw new TypeError(`The contract has no operation ${stranger}`)
  return async (request) => {
    const traceId = traceIdOf(request.headers)
    let operation = ''
    try {
      const route = routeOf(request, basePath, side)
      operation = route.row.name
      return await serve(implementation, options, { request, route, traceId })
    } catch (error) {
      return answerTo(error, request, { operation, traceId }, options)
    } finally {
      letGo(request)
    }
  }
}
