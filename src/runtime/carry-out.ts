import { isPending } from '../domain/index.ts'
import {
  ForbiddenFieldError,
  InvalidInputError,
  isTerminalLifecycleError,
  ServiceAnswerError,
} from '../errors/index.ts'
import {
  type Answer,
  announcedOrders,
  codesNotTaken,
  failureOf,
  type LifecycleRecord,
  misfits,
  readAnswer,
  switchOrders,
  thrownBy,
} from '../machine/index.ts'
import type { Call, LifecycleEvent, Order, OrderKind, Services } from '../schemas/index.ts'
import { readEvent } from './door.ts'
import type { Environment } from './environment.ts'
import { failureCode } from './failure-code.ts'
import type { KnowFacts } from './known-facts.ts'
import { limited } from './limited.ts'
import { isHasty } from './pace.ts'
import type { OrderWork } from './store.ts'
import type { Submit } from './submit.ts'
import { systemOf } from './system-actor.ts'
import type { WatchedStore } from './unreadable.ts'

export interface CarryOutParts {
  store: WatchedStore
  services: Services
  submit: Submit
  known: KnowFacts
  environment: Environment
  now: () => string
  leaseMs: number
}

/** Why work did not end now. */
export interface Hindered {
  code: string
  /** For `onFailure`. */
  error?: unknown
  /** What says how long to wait, where it is not the error. */
  wish?: unknown
  /** A failed attempt: of the service, which threw or said nothing; or one that it has answered. */
  failed?: 'service' | 'answer' | undefined
  /** Of an order that is said to be on its way: when it was given. */
  pendingSince?: string | undefined
}

/** `null`: it has ended. */
export type Hindrance = Hindered | null

type Service = (params: Order['params'], call: Call) => Promise<unknown>

const orderIn = (record: LifecycleRecord | undefined, orderId: string): Order | undefined => {
  const order = record?.context.orders[orderId]
  return order?.status === 'ordered' ? order : undefined
}

const codeOfRefusal = (answer: Answer): string =>
  answer.accepted ? 'NOT_ENDED' : (answer.blockers[0]?.code ?? answer.code)

/** The answer was no answer, or held what is no event: that is seen in the record too. */
const misfitOf = (kind: OrderKind, error: unknown): ServiceAnswerError | undefined => {
  if (error instanceof ServiceAnswerError) return error
  if (error instanceof InvalidInputError)
    return new ServiceAnswerError({ kind, codes: [error.code], issues: error.issues })
  if (!(error instanceof ForbiddenFieldError)) return undefined
  const issues = error.paths.map((path) => ({ path, code: error.code }))
  return new ServiceAnswerError({ kind, codes: [error.code], issues })
}

/** Carries out one order: announces it where that is needed, calls the service, tells the record what came of it. */
export function createCarryOut({ store, services, submit, known, environment, now, leaseMs }: CarryOutParts) {
  const tell = (lifecycleId: string, commandId: string, event: LifecycleEvent, keepRefusal = true) =>
    submit({
      ...{ lifecycleId, commandId, fingerprint: null, keepRefusal },
      command: ({ context }) => ({ commandId, at: now(), event, actor: systemOf(context) }),
    })

  /** What the service answered, or `null` when it was stopped or its lease ran out before it did. */
  async function call(order: Order, { context }: LifecycleRecord, attempt: number, stop: AbortSignal) {
    const { orderId, orderedAt } = order
    const { lifecycleId, acquirerId, merchantId, terminalId, currency } = context.identity
    const identity = { lifecycleId, acquirerId, merchantId, terminalId, currency }
    const service = services[order.kind] as Service
    const limit = limited(environment, leaseMs, stop)
    const asked = { orderId, idempotencyKey: orderId, attempt, identity, orderedAt, signal: limit.signal }
    try {
      const answered = (async () => ({ value: await service(order.params, asked) }))()
      // A service that ignores its signal may still fail when nobody listens any more.
      answered.catch(() => undefined)
      return await Promise.race([answered, limit.reached])
    } finally {
      limit.end()
    }
  }

  /** Nobody knows what came of it. One that was taken back meanwhile is not tried again, but may have taken effect. */
  async function unanswered(order: Order, lifecycleId: string, hindrance: Hindrance): Promise<Hindrance> {
    const { orderId, kind } = order
    const stored = switchOrders.has(kind) ? await store.newest(lifecycleId) : undefined
    if (stored?.record.context.orders[orderId]?.status !== 'cancelled') return hindrance
    await tell(lifecycleId, `${orderId}#confirmed`, { type: 'order.confirmed', orderId })
    return null
  }

  /** What the service threw: a refusal ends the order, anything else is tried again. */
  async function fail(
    order: Order,
    lifecycleId: string,
    attempt: number,
    thrown: unknown,
  ): Promise<Hindrance> {
    const { orderId, kind } = order
    if (!isTerminalLifecycleError(thrown) || thrown.code !== 'REFUSED') {
      const error = thrownBy(kind, thrown)
      if (error !== thrown) await refuse(order, lifecycleId, [failureCode(error)], attempt)
      return unanswered(order, lifecycleId, {
        code: failureCode(error),
        error: failureOf(kind, error),
        wish: thrown,
        failed: 'service',
      })
    }
    const { refusal: code, retryable } = thrown
    const event = { type: 'order.failed', orderId, code, retryable } as const
    await tell(lifecycleId, retryable ? `${orderId}#delayed${attempt}` : `${orderId}#failed`, event)
    return retryable ? { code, error: thrown, failed: 'answer' } : null
  }

  /** What was not taken of the answer, as codes. Once something was not, the next attempt is heard anew. */
  async function hear(order: Order, lifecycleId: string, told: readonly LifecycleEvent[], attempt: number) {
    const { orderId } = order
    const events = await Promise.all(told.map((event) => known(lifecycleId, readEvent(event, 'system'))))
    const context = (await store.newest(lifecycleId))?.record.context
    const strange = context ? misfits(context, order, events) : []
    if (strange.length > 0) return strange
    const before = context?.refusedAnswers[orderId]
    const prefix = before ? `${orderId}#${attempt}.` : `${orderId}#`
    const answers: Answer[] = []
    for (const [index, event] of events.entries())
      answers.push(await tell(lifecycleId, `${prefix}${index}`, event, false))
    return codesNotTaken(answers, before)
  }

  /** The order stays in flight, with its amount bound, and somebody has to look. */
  async function refuse(order: Order, lifecycleId: string, codes: readonly string[], attempt: number) {
    const { orderId } = order
    const event: LifecycleEvent = { type: 'answer.refused', orderId, codes: codes.slice(0, 20) }
    await tell(lifecycleId, `${orderId}#refused${attempt}`, event, false)
  }

  /** Tells the record what the service answered. @throws ServiceAnswerError when that cannot be taken. */
  async function take(
    order: Order,
    lifecycleId: string,
    answered: unknown,
    attempt: number,
  ): Promise<boolean> {
    const { kind } = order
    const answer = readAnswer(kind, answered)
    if (isPending(answer)) return false
    const codes = await hear(order, lifecycleId, answer, attempt)
    if (codes.length > 0) throw new ServiceAnswerError({ kind, codes })
    return true
  }

  async function report(
    order: Order,
    lifecycleId: string,
    answered: unknown,
    attempt: number,
  ): Promise<Hindrance> {
    const { orderId, kind } = order
    try {
      if (!(await take(order, lifecycleId, answered, attempt)))
        return { code: 'PENDING', wish: answered, pendingSince: order.orderedAt }
    } catch (thrown) {
      const error = misfitOf(kind, thrown)
      if (!error) throw thrown
      await refuse(order, lifecycleId, error.codes, attempt)
      return { code: 'ANSWER_REFUSED', error, failed: 'answer' }
    }
    const stored = await store.newest(lifecycleId)
    // also one that was taken back meanwhile: it was carried out all the same, and the record has to know
    const status = stored?.record.context.orders[orderId]?.status
    if (status !== 'ordered' && status !== 'cancelled') return null
    const answer = await tell(lifecycleId, `${orderId}#confirmed`, { type: 'order.confirmed', orderId })
    const after = answer.accepted && !orderIn(answer.record, orderId)
    return after ? null : { code: codeOfRefusal(answer), failed: 'answer' }
  }

  return async ({ lifecycleId, orderId, attempt }: OrderWork, stop: AbortSignal): Promise<Hindrance> => {
    const record = (await store.newest(lifecycleId))?.record
    const order = orderIn(record, orderId)
    if (!record || !order) return null
    if (attempt === 1 && isHasty(record, order)) return { code: 'PACED' }
    if (announcedOrders.has(order.kind) && !order.claimed) {
      const answer = await tell(lifecycleId, `claim:${orderId}`, { type: 'order.claimed', orderId }, false)
      if (!answer.accepted) return { code: codeOfRefusal(answer) }
    }
    let answered: { value: unknown } | null
    try {
      answered = await call(order, record, attempt, stop)
    } catch (error) {
      return fail(order, lifecycleId, attempt, error)
    }
    if (answered) return report(order, lifecycleId, answered.value, attempt)
    if (stop.aborted) return unanswered(order, lifecycleId, { code: 'STOPPED' })
    return unanswered(order, lifecycleId, { code: 'TIMED_OUT', failed: 'service' })
  }
}
