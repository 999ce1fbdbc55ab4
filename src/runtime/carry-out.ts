import { ServiceAnswerError } from '../errors/index.ts'
import {
  type Answer,
  announcedOrders,
  codesNotTaken,
  type LifecycleRecord,
  misfits,
  switchOrders,
} from '../machine/index.ts'
import type { LifecycleEvent, Order } from '../schemas/index.ts'
import { type Called, type CallOutcome, type CallService, misfitOf } from './call-service.ts'
import type { KnowFacts } from './known-facts.ts'
import { isHasty } from './pace.ts'
import type { OrderWork } from './store.ts'
import type { Submit } from './submit.ts'
import { systemOf } from './system-actor.ts'
import type { WatchedStore } from './unreadable.ts'

export interface CarryOutParts {
  store: WatchedStore
  call: CallService
  submit: Submit
  known: KnowFacts
  now: () => string
}

/** Why work did not end now. */
export interface Hindered {
  code: string
  /** For `onFailure`. */
  error?: unknown
  /** Milliseconds that the other side asked to be left alone; what `error` says where it is left out. */
  waitMs?: number | undefined
  /** A failed attempt: of the service, which threw or said nothing; or one that it has answered. */
  failed?: 'service' | 'answer' | undefined
  /** Of an order that is said to be on its way: when it was given. */
  pendingSince?: string | undefined
}

/** `null`: it has ended. */
export type Hindrance = Hindered | null

/** An order whose service may be called now, with the record that it was found in. */
export interface ReadyOrder {
  order: Order
  record: LifecycleRecord
}

/** How an order is carried out: all of it at once, or in parts between which it may be written down how far it has come. */
export interface CarryOut {
  (work: OrderWork, stop: AbortSignal): Promise<Hindrance>
  /** Announces the order where that is needed. Without an order: it has ended, or is not to be called now. */
  begin(work: Pick<OrderWork, 'lifecycleId' | 'orderId' | 'attempt'>): Promise<ReadyOrder | Hindrance>
  /** Tells the record what came of the call. */
  conclude(order: Order, lifecycleId: string, attempt: number, called: Called): Promise<Hindrance>
}

export const isReady = (begun: ReadyOrder | Hindrance): begun is ReadyOrder =>
  begun !== null && 'order' in begun

const orderIn = (record: LifecycleRecord | undefined, orderId: string): Order | undefined => {
  const order = record?.context.orders[orderId]
  return order?.status === 'ordered' ? order : undefined
}

const codeOfRefusal = (answer: Answer): string =>
  answer.accepted ? 'NOT_ENDED' : (answer.blockers[0]?.code ?? answer.code)

/** Carries out one order: announces it where that is needed, calls the service, tells the record what came of it. */
export function createCarryOut({ store, call, submit, known, now }: CarryOutParts): CarryOut {
  const tell = (lifecycleId: string, commandId: string, event: LifecycleEvent, keepRefusal = true) =>
    submit({
      ...{ lifecycleId, commandId, fingerprint: null, keepRefusal },
      command: ({ context }) => ({ commandId, at: now(), event, actor: systemOf(context) }),
    })

  /** Nobody knows what came of it. One that was taken back meanwhile is not tried again, but may have taken effect. */
  async function unanswered(order: Order, lifecycleId: string, hindrance: Hindrance): Promise<Hindrance> {
    const { orderId, kind } = order
    const stored = switchOrders.has(kind) ? await store.newest(lifecycleId) : undefined
    if (stored?.record.context.orders[orderId]?.status !== 'cancelled') return hindrance
    await tell(lifecycleId, `${orderId}#confirmed`, { type: 'order.confirmed', orderId })
    return null
  }

  /** The order stays in flight, with its amount bound, and somebody has to look. */
  async function refuse(order: Order, lifecycleId: string, codes: readonly string[], attempt: number) {
    const { orderId } = order
    const event: LifecycleEvent = { type: 'answer.refused', orderId, codes: codes.slice(0, 20) }
    await tell(lifecycleId, `${orderId}#refused${attempt}`, event, false)
  }

  /** A refusal ends the order, or puts it off. */
  async function refused(
    { orderId }: Order,
    lifecycleId: string,
    attempt: number,
    { code, retryable }: CallOutcome & { came: 'refusal' },
    error: unknown,
    waitMs: number,
  ): Promise<Hindrance> {
    const event = { type: 'order.failed', orderId, code, retryable } as const
    await tell(lifecycleId, retryable ? `${orderId}#delayed${attempt}` : `${orderId}#failed`, event)
    return retryable ? { code, error, waitMs, failed: 'answer' } : null
  }

  /** What was not taken of the answer, as codes. Once something was not, the next attempt is heard anew. */
  async function hear(order: Order, lifecycleId: string, told: readonly LifecycleEvent[], attempt: number) {
    const { orderId } = order
    const events = await Promise.all(told.map((event) => known(lifecycleId, event)))
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

  /** Tells the record what the service answered, and that the order was carried out. */
  async function report(
    order: Order,
    lifecycleId: string,
    events: readonly LifecycleEvent[],
    attempt: number,
  ): Promise<Hindrance> {
    const { orderId, kind } = order
    try {
      const codes = await hear(order, lifecycleId, events, attempt)
      if (codes.length > 0) throw new ServiceAnswerError({ kind, codes })
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

  const conclude: CarryOut['conclude'] = async (order, lifecycleId, attempt, { outcome, waitMs, error }) => {
    switch (outcome.came) {
      case 'events':
        return report(order, lifecycleId, outcome.events, attempt)
      case 'pending':
        return { code: 'PENDING', waitMs, pendingSince: order.orderedAt }
      case 'misfit':
        await refuse(order, lifecycleId, outcome.codes, attempt)
        return { code: 'ANSWER_REFUSED', error, waitMs, failed: 'answer' }
      case 'refusal':
        return refused(order, lifecycleId, attempt, outcome, error, waitMs)
      case 'failure': {
        const { code, strange } = outcome
        if (strange) await refuse(order, lifecycleId, [code], attempt)
        return unanswered(order, lifecycleId, { code, error, waitMs, failed: 'service' })
      }
      case 'nothing': {
        const { code } = outcome
        return unanswered(order, lifecycleId, code === 'STOPPED' ? { code } : { code, failed: 'service' })
      }
    }
  }

  const begin: CarryOut['begin'] = async ({ lifecycleId, orderId, attempt }) => {
    const record = (await store.newest(lifecycleId))?.record
    const order = orderIn(record, orderId)
    if (!record || !order) return null
    if (attempt === 1 && isHasty(record, order)) return { code: 'PACED' }
    if (announcedOrders.has(order.kind) && !order.claimed) {
      const answer = await tell(lifecycleId, `claim:${orderId}`, { type: 'order.claimed', orderId }, false)
      if (!answer.accepted) return { code: codeOfRefusal(answer) }
    }
    return { order, record }
  }

  const carryOut = async (work: OrderWork, stop: AbortSignal): Promise<Hindrance> => {
    const begun = await begin(work)
    if (!isReady(begun)) return begun
    const { order, record } = begun
    const { lifecycleId, attempt, leaseUntil } = work
    return conclude(order, lifecycleId, attempt, await call(order, record, attempt, stop, leaseUntil))
  }
  return Object.assign(carryOut, { begin, conclude })
}
