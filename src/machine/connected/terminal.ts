import { createActor, type Actor as XStateActor } from 'xstate'
import type { Actor, Instant } from '../../domain/index.ts'
import {
  checkNumber,
  checkOptions,
  longestTimer,
  type OptionRules,
  RefusedError,
} from '../../errors/index.ts'
import type { LifecycleEvent, Services } from '../../schemas/index.ts'
import type { TerminalLifecycleMachine } from '../chart/machine.ts'
import type { Lifecycle } from '../lifecycle.ts'
import { snapshotOf } from '../questions/explain.ts'
import { viewAnswer } from '../questions/viewing.ts'
import type { Answer, Command, JournalEntry, LifecycleInput } from '../shape/answers.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { stamp, systemOf } from '../step.ts'
import { type LiveFailure, LiveOrders } from './orders.ts'

/** Clock and timeouts of a terminal that runs here. */
export interface LiveOptions {
  /** Business time. */
  clock: { now(): Instant }
  /** Milliseconds that one attempt of an order may take. @default 30_000 */
  timeoutMs?: number
  /** Told when an order was neither done nor refused; it stands until it is tried again. */
  onFailure?: (failure: LiveFailure) => void
}

/** One terminal that runs in this process: for a page, a test, a simulator. Nothing of it outlives the process. */
export interface LiveTerminal {
  /** Runs in step with the record: for `useSelector`, `matches`, `hasTag`, the inspector. Tell it nothing yourself: use `tell`. */
  readonly actor: XStateActor<TerminalLifecycleMachine>
  /** @throws RefusedError STOPPED, after `stop()`. */
  tell(actor: Actor, event: LifecycleEvent): Answer
  /** The record as it stands after the last event that was taken. */
  record(): LifecycleRecord
  /** Since it was opened or resumed. */
  journal(): readonly JournalEntry[]
  /** Resolves when no order is being carried out any more; rejects with what `onFailure` threw. */
  settled(): Promise<void>
  /** Nothing more is called, scheduled or told; what is under way is told to stop, and its result is not taken any more. */
  stop(): void
}

/** What happens live goes through `step` first, so that it is refused, journalled and explained as anywhere else. */
class Live implements LiveTerminal {
  readonly actor: XStateActor<TerminalLifecycleMachine>
  readonly #lifecycle: Lifecycle
  readonly #clock: LiveOptions['clock']
  readonly #orders: LiveOrders
  readonly #entries: JournalEntry[]
  #record: LifecycleRecord
  #timer: unknown
  #told = 0
  #isStopped = false

  constructor(
    { lifecycle, services, options }: { lifecycle: Lifecycle; services: Services; options: LiveOptions },
    record: LifecycleRecord,
    entries: readonly JournalEntry[],
  ) {
    const { clock, timeoutMs = 30_000, onFailure = () => undefined } = options
    const { machine } = lifecycle
    this.#lifecycle = lifecycle
    this.#clock = clock
    this.#record = record
    this.#entries = [...entries]
    this.actor = createActor(machine, {
      input: record.context,
      snapshot: snapshotOf(machine, record),
    }).start()
    this.#orders = new LiveOrders({
      ...{ services, timeoutMs, onFailure },
      record: () => this.#record,
      tell: (event) => this.tell(systemOf(this.#record.context), event),
      wait: (ms, then) => {
        const timer = this.actor.clock.setTimeout(then, Math.min(ms, longestTimer))
        return () => this.actor.clock.clearTimeout(timer)
      },
    })
    for (const order of Object.values(record.context.orders))
      if (order.status === 'ordered') void this.#orders.begin(order, order.claimed ? 2 : 1)
    this.#schedule()
  }

  tell(actor: Actor, event: LifecycleEvent): Answer {
    if (this.#isStopped)
      throw new RefusedError({ refusal: 'STOPPED', reason: 'This live terminal was stopped.' })
    const commandId = `live-${++this.#told}`
    const { context } = this.#record
    const answer = this.#take({ commandId, at: this.#clock.now(), actor, event })
    return viewAnswer(answer, context, actor.role)
  }

  #take(command: Command): Answer {
    const stamped = stamp(this.#record, command)
    const answer = this.#lifecycle.step(this.#record, command)
    if (!answer.accepted || answer.noop || stamped === undefined) return answer
    this.#record = answer.record
    if (answer.entry) this.#entries.push(answer.entry)
    this.actor.send(stamped)
    for (const order of answer.orders)
      if (order.status === 'ordered' && !order.claimed) void this.#orders.begin(order)
    this.#schedule()
    return answer
  }

  /** The nearest clock that runs; the actor's own clock waits for it, so that a simulated one can be given. */
  #schedule(): void {
    this.actor.clock.clearTimeout(this.#timer)
    const running = Object.values(this.#record.context.deadlines).filter(({ status }) => status === 'running')
    const [next] = running.sort((a, b) => Date.parse(a.due) - Date.parse(b.due))
    if (next === undefined || this.#isStopped) return
    const wait = Math.max(0, Date.parse(next.due) - Date.parse(this.#clock.now()))
    this.#timer = this.actor.clock.setTimeout(
      () => {
        const at = this.#clock.now()
        const isDue = Date.parse(at) >= Date.parse(next.due)
        if (isDue) this.#take({ commandId: `timer:${next.id}:${next.due}`, at, timer: next.id })
        else this.#schedule()
      },
      // setTimeout holds no more; a longer wait is taken in pieces.
      Math.min(wait, longestTimer),
    )
  }

  record(): LifecycleRecord {
    return this.#record
  }

  journal(): readonly JournalEntry[] {
    return this.#entries
  }

  settled(): Promise<void> {
    return this.#orders.settled()
  }

  stop(): void {
    this.#isStopped = true
    this.#orders.stop()
    this.actor.clock.clearTimeout(this.#timer)
    this.actor.stop()
  }
}

const rules = {
  clock: '.now',
  timeoutMs: 'any?',
  onFailure: 'function?',
} satisfies OptionRules<LiveOptions>

/** Opens terminals that run here and now. */
export interface LiveTerminals {
  /** A terminal as it stands; what its opening orders is carried out at once. */
  open(input: LifecycleInput): LiveTerminal
  /** A record that was stored or fetched, from where it stands; orders that have not ended are tried with their own keys. */
  resume(record: LifecycleRecord): LiveTerminal
}

/**
 * Live mode: terminals that run here and now, their orders carried out by the services and the results told back as events.
 *
 * @throws InvalidInputError for a `timeoutMs` that is no time.
 * @example
 * const { open } = connectServices(createLifecycle(), acquirerServices(client), { clock })
 * const terminal = open(input)
 * const answer = terminal.tell(merchant, closureRequested)
 * if (!answer.accepted) show(answer.blockers)
 */
export const connectServices = (
  lifecycle: Lifecycle,
  services: Services,
  options: LiveOptions,
): LiveTerminals => {
  checkOptions({ lifecycle, services }, { lifecycle: '.step', services: 'object' })
  checkOptions(options, rules)
  checkNumber('/timeoutMs', options.timeoutMs, { least: 1, most: longestTimer })
  const parts = { lifecycle, services, options }
  return {
    open: (input) => {
      const command = { at: options.clock.now(), commandId: `open:${input.lifecycleId}` }
      const { record, entry } = lifecycle.open(input, command)
      return new Live(parts, record, entry ? [entry] : [])
    },
    resume: (record) => new Live(parts, record, []),
  }
}
