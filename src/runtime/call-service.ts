import { isPending } from '../domain/index.ts'
import {
  askedToWait,
  ForbiddenFieldError,
  InvalidInputError,
  isTerminalLifecycleError,
  ServiceAnswerError,
} from '../errors/index.ts'
import { failureOf, type LifecycleRecord, readAnswer, thrownBy } from '../machine/index.ts'
import type { Call, LifecycleEvent, Order, OrderKind, Services } from '../schemas/index.ts'
import { readEvent } from './door.ts'
import type { Environment } from './environment.ts'
import { failureCode } from './failure-code.ts'
import { limited } from './limited.ts'

/** What came of one call, as plain data: it may be written down before anybody acts on it. */
export type CallOutcome =
  | { came: 'events'; events: readonly LifecycleEvent[] }
  | { came: 'pending' }
  /** What it answered is no answer. */
  | { came: 'misfit'; codes: readonly string[] }
  | { came: 'refusal'; code: string; retryable: boolean }
  /** `strange`: it was no error, so that somebody has to look at the service. */
  | { came: 'failure'; code: string; strange: boolean }
  /** Stopped, or its time ran out: nobody knows what came of it. */
  | { came: 'nothing'; code: 'STOPPED' | 'TIMED_OUT' }

/** One call that was made. */
export interface Called {
  outcome: CallOutcome
  /** Milliseconds that the other side asked to be left alone. */
  waitMs: number
  /** For `onFailure`. */
  error?: unknown
}

type Service = (params: Order['params'], call: Call) => Promise<unknown>

/** The answer was no answer, or held what is no event: that is seen in the record too. */
export const misfitOf = (kind: OrderKind, error: unknown): ServiceAnswerError | undefined => {
  if (error instanceof ServiceAnswerError) return error
  if (error instanceof InvalidInputError)
    return new ServiceAnswerError({ kind, codes: [error.code], issues: error.issues })
  if (!(error instanceof ForbiddenFieldError)) return undefined
  const issues = error.paths.map((path) => ({ path, code: error.code }))
  return new ServiceAnswerError({ kind, codes: [error.code], issues })
}

/** Reads an answer as strictly as everything that comes from outside; nothing secret is left in what comes of it. */
function read(kind: OrderKind, answered: unknown, now: number): Called {
  try {
    const answer = readAnswer(kind, answered)
    if (isPending(answer)) return { outcome: { came: 'pending' }, waitMs: askedToWait(answered, now) }
    const events = answer.map((event) => readEvent(event, 'system'))
    return { outcome: { came: 'events', events }, waitMs: 0 }
  } catch (thrown) {
    const error = misfitOf(kind, thrown)
    if (!error) throw thrown
    return { outcome: { came: 'misfit', codes: error.codes }, waitMs: askedToWait(error, now), error }
  }
}

/** What the service threw: a refusal is an answer, anything else a failure. */
function thrownOutcome(kind: OrderKind, thrown: unknown, now: number): Called {
  const waitMs = askedToWait(thrown, now)
  if (isTerminalLifecycleError(thrown) && thrown.code === 'REFUSED') {
    const { refusal: code, retryable } = thrown
    return { outcome: { came: 'refusal', code, retryable }, waitMs, error: thrown }
  }
  const error = thrownBy(kind, thrown)
  const outcome = { came: 'failure', code: failureCode(error), strange: error !== thrown } as const
  return { outcome, waitMs, error: failureOf(kind, error) }
}

export interface CallParts {
  services: Services
  environment: Environment
  leaseMs: number
}

export type CallService = (
  order: Order,
  record: LifecycleRecord,
  attempt: number,
  stop: AbortSignal,
  leaseUntil?: number,
) => Promise<Called>

/** Calls the service of an order, for as long as its lease lasts and nobody stops it. */
export const createCallService =
  ({ services, environment, leaseMs }: CallParts): CallService =>
  async (order, { context }, attempt, stop, leaseUntil = Number.POSITIVE_INFINITY) => {
    // The lease began when the order was claimed: what came before this call, or a process that stood still, has used it up.
    const lasts = Math.min(leaseMs, leaseUntil - environment.now())
    if (lasts <= 0) return { outcome: { came: 'nothing', code: 'STOPPED' }, waitMs: 0 }
    const { orderId, orderedAt, kind } = order
    const { lifecycleId, acquirerId, merchantId, terminalId, currency } = context.identity
    const identity = { lifecycleId, acquirerId, merchantId, terminalId, currency }
    const service = services[kind] as Service
    const limit = limited(environment, lasts, stop)
    const asked = { orderId, idempotencyKey: orderId, attempt, identity, orderedAt, signal: limit.signal }
    try {
      const answered = (async () => ({ value: await service(order.params, asked) }))()
      // A service that ignores its signal may still fail when nobody listens any more.
      answered.catch(() => undefined)
      const came = await Promise.race([answered, limit.reached])
      if (came) return read(kind, came.value, environment.now())
    } catch (thrown) {
      return thrownOutcome(kind, thrown, environment.now())
    } finally {
      limit.end()
    }
    return { outcome: { came: 'nothing', code: stop.aborted ? 'STOPPED' : 'TIMED_OUT' }, waitMs: 0 }
  }
