import { createActor, type Actor as XStateActor } from 'xstate'
import type { Actor, Instant, Role } from '../domain/index.ts'
import { RefusedError } from '../errors/index.ts'
import type { LifecycleEvent, Order, OrderParams, Services } from '../schemas/index.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { TerminalLifecycleMachine } from './machine.ts'
import type { Answer, Command, JournalEntry, LifecycleInput, LifecycleRecord } from './record.ts'
import { stamp, systemOf } from './step.ts'
import { viewAnswer } from './viewing.ts'

/** setTimeout holds no more than this; a longer wait is taken in pieces. */
const longestWait = 2_147_483_647

export interface LiveOptions {
  /** Business time. */
  clock: { now(): Instant }
  /** Told when an order was neither done nor refused; `again` tries it once more with the same key. */
  onFailure?: (failure: { order: Order; error: unknown; again: () => Promise<void> }) => void
}

/** One terminal that runs in this process: for a page, a test, a simulator. Nothing of it outlives the process. */
export interface LiveTerminal {
  /** Runs in step with the record: for `useSelector`, `matches`, `hasTag`, the inspector. Tell it nothing yourself: use `tell`. */
  readonly actor: XStateActor<TerminalLifecycleMachine>
  tell(actor: Actor, event: LifecycleEvent): Answer
  record(): LifecycleRecord
  journal(): readonly JournalEntry[]
  /** Resolves when no order is being carried out any more. */
  settled(): Promise<void>
  stop(): void
}

type Claimable = 'payOut' | 'refundDeposit' | 'eraseDevice' | 'unbind'
const claimable = new Set<Order['kind']>([
  'payOut',
  'refundDeposit',
  'eraseDevice',
  'unbind',
] satisfies Claimable[])

/** What happens live goes through `step` first, so that it is refused, journalled and explained as anywhere else. */
class Live implements LiveTerminal {
  readonly actor: XStateActor<TerminalLifecycleMachine>
  readonly #lifecycle: Lifecycle
  readonly #services: Services
  readonly #options: LiveOptions
  #under: Promise<void> = Promise.resolve()
  readonly #entries: JournalEntry[] = []
  #record: LifecycleRecord
  #timer: unknown
  #told = 0

  constructor(lifecycle: Lifecycle, services: Services, options: LiveOptions, input: LifecycleInput) {
    this.#lifecycle = lifecycle
    this.#services = services
    this.#options = options
    const opened = lifecycle.open(input, { at: options.clock.now(), commandId: `open:${input.lifecycleId}` })
    this.#record = opened.record
    if (opened.entry) this.#entries.push(opened.entry)
    this.actor = createActor(lifecycle.machine, { input: opened.record.context })
    this.actor.start()
    this.#schedule()
  }

  tell(actor: Actor, event: LifecycleEvent): Answer {
    const commandId = `live-${++this.#told}`
    const { context } = this.#record
    return viewAnswer(
      this.#take({ commandId, at: this.#options.clock.now(), actor, event }),
      context,
      actor.role as Role,
    )
  }

  #take(command: Command): Answer {
    const stamped = stamp(this.#record, command)
    const answer = this.#lifecycle.step(this.#record, command)
    if (!answer.accepted || answer.noop || stamped === undefined) return answer
    this.#record = answer.record
    if (answer.entry) this.#entries.push(answer.entry)
    this.actor.send(stamped)
    for (const order of answer.orders) if (order.status === 'ordered' && !order.claimed) this.#begin(order)
    this.#schedule()
    return answer
  }

  /** One after the other, in the order in which they were given: so the journal does not depend on who answers first. */
  #begin(order: Order): void {
    this.#under = this.#under.then(() => this.#carryOut(order))
  }

  #bySystem(event: LifecycleEvent): Answer {
    return this.tell(systemOf(this.#record.context), event)
  }

  #isOpen(orderId: string): boolean {
    return this.#record.context.orders[orderId]?.status === 'ordered'
  }

  async #carryOut(order: Order, attempt = 1): Promise<void> {
    const { orderId } = order
    // what was ordered in one step may be taken back in the same turn of the loop
    await Promise.resolve()
    if (!this.#isOpen(orderId)) return
    if (claimable.has(order.kind) && !this.#bySystem({ type: 'order.claimed', orderId }).accepted) return
    try {
      const events = await this.#call(order, attempt)
      for (const event of events) this.#bySystem(event)
      if (this.#isOpen(orderId)) this.#bySystem({ type: 'order.confirmed', orderId })
    } catch (error) {
      if (error instanceof RefusedError)
        this.#bySystem({ type: 'order.failed', orderId, code: error.refusal, retryable: false })
      else this.#options.onFailure?.({ order, error, again: () => this.#carryOut(order, attempt + 1) })
    }
  }

  #call(order: Order, attempt: number): Promise<readonly LifecycleEvent[]> {
    const { identity } = this.#record.context
    const serve = this.#services[order.kind] as (
      params: OrderParams[Order['kind']],
      call: Parameters<Services['notify']>[1],
    ) => Promise<readonly LifecycleEvent[]>
    return serve(order.params, {
      orderId: order.orderId,
      idempotencyKey: order.orderId,
      attempt,
      identity,
      orderedAt: order.orderedAt,
      signal: new AbortController().signal,
    })
  }

  /** The nearest clock that runs; the actor's own clock waits for it, so that a simulated one can be given. */
  #schedule(): void {
    this.actor.clock.clearTimeout(this.#timer)
    const running = Object.values(this.#record.context.deadlines).filter(({ status }) => status === 'running')
    const [next] = running.sort((a, b) => Date.parse(a.due) - Date.parse(b.due))
    if (next === undefined) return
    const wait = Math.max(0, Date.parse(next.due) - Date.parse(this.#options.clock.now()))
    this.#timer = this.actor.clock.setTimeout(
      () => {
        const at = this.#options.clock.now()
        const isDue = Date.parse(at) >= Date.parse(next.due)
        if (isDue) this.#take({ commandId: `timer:${next.id}:${next.due}`, at, timer: next.id })
        else this.#schedule()
      },
      Math.min(wait, longestWait),
    )
  }

  record(): LifecycleRecord {
    return this.#record
  }

  journal(): readonly JournalEntry[] {
    return this.#entries
  }

  async settled(): Promise<void> {
    let last: Promise<void>
    do {
      last = this.#under
      await last
    } while (last !== this.#under)
  }

  stop(): void {
    this.actor.clock.clearTimeout(this.#timer)
    this.actor.stop()
  }
}

/**
 * Live mode: terminals that run here and now, their orders carried out by the services and the results told back as events.
 *
 * @example
 * const { open } = connectServices(createLifecycle(), acquirerServices(client), { clock })
 * const terminal = open(input)
 * const answer = terminal.tell(merchant, closureRequested)
 * if (!answer.accepted) show(answer.blockers)
 */
export const connectServices = (lifecycle: Lifecycle, services: Services, options: LiveOptions) => ({
  open: (input: LifecycleInput): LiveTerminal => new Live(lifecycle, services, options, input),
})
