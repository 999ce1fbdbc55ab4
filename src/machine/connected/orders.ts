import { isPending } from '../../domain/index.ts'
import { RefusedError, ServiceAnswerError, ServiceFailedError } from '../../errors/index.ts'
import type { LifecycleEvent, Order, OrderParams, Services } from '../../schemas/index.ts'
import { failureOf, misfits, readAnswer, thrownBy } from '../facts/answers.ts'
import { announcedOrders, codesNotTaken, switchOrders, urgentOrders } from '../facts/orders.ts'
import type { Answer } from '../shape/answers.ts'
import type { LifecycleRecord } from '../shape/record.ts'

/** An order that was neither done nor refused. */
export interface LiveFailure {
  order: Order
  /**
   * A `PluginError` for an error of the service's own, else what it threw; what `pending` gave when it has not ended; a `TimeoutError` when it took too long; a `RefusedError` when the
   * record no longer wants it; a `ServiceAnswerError` when the record did not take the answer.
   */
  error: unknown
  /** Tries it once more, with the same key, when its turn comes. */
  again: () => Promise<void>
}

interface Parts {
  services: Services
  timeoutMs: number
  record: () => LifecycleRecord
  /** Tells the record, as the system. */
  tell: (event: LifecycleEvent) => Answer
  /** The terminal's own clock; returns how to take it back. */
  wait: (ms: number, then: () => void) => () => void
  onFailure: (failure: LiveFailure) => void
}

/** A notice that hangs must not keep a stolen device selling: what is urgent waits for what is before it so long, then goes ahead. */
const patienceMs = 1_000

type Service = (
  params: OrderParams[Order['kind']],
  call: Parameters<Services['notify']>[1],
) => Promise<unknown>

/** Why an answer was not taken; of other failures the record hears nothing. */
const codesOf = (failure: unknown): readonly string[] => {
  if (failure instanceof ServiceAnswerError) return failure.codes
  return failure instanceof ServiceFailedError ? [failure.code] : []
}

/**
 * Carries orders out one after the other, in the order in which they were given, so that the journal does not depend on who
 * answers first. What takes sale or keys away does not wait for one that hangs.
 */
export class LiveOrders {
  readonly #parts: Parts
  readonly #stopped = new AbortController()
  #last: Promise<unknown> = Promise.resolve()
  /** Made here: errors for services that took too long. */
  readonly #late = new Set<unknown>()
  /** What a listener threw. */
  readonly #thrown: unknown[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  begin(order: Order, attempt = 1): Promise<void> {
    const before = this.#last
    const turn = (urgentOrders.has(order.kind) ? this.#impatient(before) : before).then(() =>
      this.#carryOut(order, attempt),
    )
    this.#last = Promise.all([before, turn])
    return turn
  }

  /** Resolves when nothing is being carried out; rejects with what a listener threw meanwhile. */
  async settled(): Promise<void> {
    let last: unknown
    do {
      last = this.#last
      await last
    } while (last !== this.#last)
    if (this.#thrown.length > 0) throw this.#thrown.shift()
  }

  #impatient(before: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const takeBack = this.#parts.wait(patienceMs, resolve)
      before.then(() => {
        takeBack()
        resolve()
      })
    })
  }

  /** Nothing more is called, and what is under way is told to stop. */
  stop(): void {
    this.#stopped.abort()
  }

  #statusOf(orderId: string): Order['status'] | undefined {
    return this.#stopped.signal.aborted ? undefined : this.#parts.record().context.orders[orderId]?.status
  }

  async #carryOut(order: Order, attempt: number): Promise<void> {
    const { orderId } = order
    const isOpen = () => this.#statusOf(orderId) === 'ordered'
    // what was ordered in one step may be taken back in the same turn of the loop
    await Promise.resolve()
    const standing = isOpen() ? this.#claim(order) : undefined
    let failure: unknown = standing
    if (isOpen() && standing === undefined)
      failure = await this.#attempt(order, attempt).catch((thrown: unknown) =>
        isPending(thrown) ? thrown : thrownBy(order.kind, thrown),
      )
    // one that was taken back meanwhile may have taken effect all the same: the record has the host read
    if (failure !== undefined && switchOrders.has(order.kind) && this.#statusOf(orderId) === 'cancelled')
      this.#parts.tell({ type: 'order.confirmed', orderId })
    if (failure === undefined || !isOpen()) return
    const told = this.#told(order, failure)
    const again = () => this.begin(order, attempt + 1)
    if (failure instanceof RefusedError && failure !== standing) {
      const { refusal: code, retryable } = failure
      this.#parts.tell({ type: 'order.failed', orderId, code, retryable })
      if (retryable) this.#fail({ order, error: told, again })
    } else {
      const codes = codesOf(failure)
      if (codes.length > 0) this.#parts.tell({ type: 'answer.refused', orderId, codes: codes.slice(0, 20) })
      this.#fail({ order, error: told, again })
    }
  }

  /** What is no error of this library may print anything; what `pending` gave and our own `TimeoutError` do not. */
  #told({ kind }: Order, failure: unknown): unknown {
    return isPending(failure) || this.#late.has(failure) ? failure : failureOf(kind, failure)
  }

  /** What the record has against it now, although it was ordered: it stands, for whoever clears what is in the way. */
  #claim({ orderId, kind }: Order): RefusedError | undefined {
    if (!announcedOrders.has(kind)) return undefined
    const answer = this.#parts.tell({ type: 'order.claimed', orderId })
    if (answer.accepted) return undefined
    const { blockers, code } = answer
    return new RefusedError({ refusal: blockers[0]?.code ?? code, blockers })
  }

  #fail(failure: LiveFailure): void {
    try {
      this.#parts.onFailure(failure)
    } catch (thrown) {
      this.#thrown.push(thrown)
    }
  }

  async #attempt(order: Order, attempt: number): Promise<void> {
    const { orderId } = order
    const events = readAnswer(order.kind, await this.#call(order, attempt))
    if (isPending(events)) throw events
    if (this.#statusOf(orderId) === undefined) return
    const { context } = this.#parts.record()
    const before = context.refusedAnswers[orderId]
    const strange = misfits(context, order, events)
    const codes = strange.length > 0 ? strange : codesNotTaken(events.map(this.#parts.tell), before)
    if (codes.length > 0) throw new ServiceAnswerError({ kind: order.kind, codes })
    // also one that was taken back meanwhile: it was carried out all the same, and the record has to know
    const status = this.#statusOf(orderId)
    if (status === 'ordered' || status === 'cancelled') this.#parts.tell({ type: 'order.confirmed', orderId })
  }

  async #call(order: Order, attempt: number): Promise<unknown> {
    const { services, timeoutMs, wait, record } = this.#parts
    const { orderId, orderedAt } = order
    const call = new AbortController()
    const { signal: stopped } = this.#stopped
    const giveUp = new Promise<never>((_, reject) => {
      call.signal.addEventListener('abort', () => reject(call.signal.reason), { once: true })
    })
    const late = new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError')
    const takeBack = wait(timeoutMs, () => {
      this.#late.add(late)
      call.abort(late)
    })
    const stop = () => call.abort(stopped.reason)
    stopped.addEventListener('abort', stop, { once: true })
    const asked = { orderId, idempotencyKey: orderId, attempt, orderedAt, signal: call.signal }
    try {
      const { identity } = record().context
      const answer = (async () => (services[order.kind] as Service)(order.params, { ...asked, identity }))()
      // a service that ignores its signal may still fail when nobody listens any more
      answer.catch(() => undefined)
      giveUp.catch(() => undefined)
      return await Promise.race([answer, giveUp])
    } finally {
      takeBack()
      stopped.removeEventListener('abort', stop)
    }
  }
}
