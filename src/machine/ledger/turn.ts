import {
  addWorkingDays,
  addYears,
  type BlockerCode,
  type ClockName,
  type ClockRule,
  clockProfiles,
  type Data,
  type EventType,
  type Instant,
  type WorkingDayCalendar,
  workingDaysBetween,
} from '../../domain/index.ts'
import type { Order, OrderKind, OrderParams } from '../../schemas/index.ts'
import { milliseconds, unitMs } from '../facts/time.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Ledger } from '../shape/kit.ts'
import type { StampedEvent } from '../shape/record.ts'

/** The names of the ledgers that every context has. */
type LedgerName = {
  [K in keyof LifecycleContext]-?: LifecycleContext[K] extends Ledger<infer _> ? K : never
}[keyof LifecycleContext]
type ItemOf<K extends LedgerName> = LifecycleContext[K] extends Ledger<infer Item> ? Item : never
type LedgerOf<K extends LedgerName> = Readonly<Record<string, ItemOf<K>>>

/** Somebody else names the day. */
const noLength: ClockRule = { amount: 0, unit: 'days' }

/** What an entry says of how it was told, for whoever tells it again. */
export interface ToldAs {
  /** What its orders are named after. */
  orderTag?: string | undefined
  /** What was noted of a wipe without leave. Earlier releases noted nothing but that it was one. */
  wipe?: { readonly recordsLost: boolean | undefined } | undefined
  /** The orders that it gave or changed: earlier releases took fewer back. */
  orders?: readonly string[] | undefined
}

/**
 * One event being written into the context: reducers say what changes, what is ordered and which clocks run. Each change
 * copies only what it touches, so that the context it started from stays as it was.
 */
export class Turn {
  context: LifecycleContext
  /** As it stood before the event. */
  readonly before: LifecycleContext
  readonly at: Instant
  readonly seq: number
  readonly by: StampedEvent['by']
  readonly type: EventType
  readonly #calendar: WorkingDayCalendar
  readonly #orderTag: string | undefined
  readonly wipe: ToldAs['wipe']
  readonly #told: ToldAs['orders']
  #ordered = 0

  constructor(
    context: LifecycleContext,
    event: StampedEvent,
    calendar: WorkingDayCalendar,
    { orderTag, wipe, orders }: ToldAs = {},
  ) {
    this.context = context
    this.before = context
    this.at = event.at
    this.seq = event.seq
    this.by = event.by
    this.type = event.type
    this.#calendar = calendar
    this.#orderTag = orderTag
    this.wipe = wipe
    this.#told = orders
    const prefix = this.#orderPrefix
    while (context.orders[`${prefix}${this.#ordered}`]) this.#ordered++
  }

  get #orderPrefix(): string {
    return `${this.context.identity.lifecycleId}/${this.#orderTag ?? this.seq}/`
  }

  set(patch: Partial<LifecycleContext>): void {
    this.context = { ...this.context, ...patch }
  }

  put<K extends LedgerName>(ledger: K, id: string, item: ItemOf<K>): void {
    this.context = { ...this.context, [ledger]: { ...this.context[ledger], [id]: item } }
  }

  /** Changes fields of an item that is there; one that is not there stays away. */
  update<K extends LedgerName>(ledger: K, id: string, patch: Partial<ItemOf<K>>): void {
    const item = (this.context[ledger] as LedgerOf<K>)[id]
    if (item !== undefined) this.put(ledger, id, { ...item, ...patch })
  }

  /** Takes an item out; one that is not there stays away. */
  drop<K extends LedgerName>(ledger: K, id: string): void {
    if (!Object.hasOwn(this.context[ledger], id)) return
    const { [id]: _, ...others } = this.context[ledger] as LedgerOf<K>
    this.set({ [ledger]: others } as unknown as Partial<LifecycleContext>)
  }

  /** Of what has ended the newest stay; the journal has all of it. */
  keepNewest<K extends LedgerName>(ledger: K, most: number, hasEnded: (item: ItemOf<K>) => boolean): void {
    const ended = Object.entries(this.context[ledger] as LedgerOf<K>).filter(([, item]) => hasEnded(item))
    for (const [id] of ended.slice(0, Math.max(0, ended.length - most))) this.drop(ledger, id)
  }

  closing(patch: Partial<NonNullable<LifecycleContext['closing']>>): void {
    if (this.context.closing !== null) this.set({ closing: { ...this.context.closing, ...patch } })
  }

  /** Something to be done in the acquirer's systems; returns the order's id. */
  order<K extends OrderKind>(kind: K, params: OrderParams[K]): string {
    const orderId = `${this.#orderPrefix}${this.#ordered++}`
    const order = { orderId, kind, params, status: 'ordered', orderedAt: this.at, claimed: false } as Order
    this.put('orders', orderId, this.#orderTag === undefined ? order : { ...order, version: this.seq })
    return orderId
  }

  /** Does this event say anything of the order? One that is told again says what it said then. */
  mayChange(orderId: string): boolean {
    return this.#told === undefined || this.#told.includes(orderId)
  }

  inFlight(kind: OrderKind, test: (order: Order) => boolean = () => true): boolean {
    return Object.values(this.context.orders).some(
      (order) => order.kind === kind && order.status === 'ordered' && test(order),
    )
  }

  /** Starts a clock of the policy, or one that ends at a given instant. An item has its own: `name:ref`. */
  start(name: ClockName, options: { ref?: string; from?: Instant; due?: Instant } = {}): void {
    const id = options.ref === undefined ? name : `${name}:${options.ref}`
    const lengths: Readonly<Partial<Record<ClockName, ClockRule>>> = this.context.policy.clocks
    const rule = lengths[name] ?? noLength
    const end = options.due
      ? { due: options.due, known: true }
      : this.#endOf(rule, rule.amount, options.from ?? this.at)
    this.put('deadlines', id, {
      id,
      name,
      ref: options.ref ?? null,
      due: end.due,
      rule: { amount: rule.amount, unit: rule.unit },
      calendar: { id: this.#calendar.id, version: this.#calendar.version, known: end.known },
      startedAt: this.at,
      status: 'running',
      remaining: null,
      enables: [...clockProfiles[name].enables],
    })
    this.#remind(id, name, end.due)
    this.#when('again', id, ['running'], () => ({ status: 'cancelled' }))
  }

  /** A word before the end, where there is so much time; an older one is taken back. */
  #remind(id: string, name: ClockName, due: Instant): void {
    const { remindDays } = clockProfiles[name]
    if (remindDays === 0) return
    const early = milliseconds(due) - remindDays * unitMs.days
    if (early > milliseconds(this.at)) this.start('reminder', { ref: id, due: new Date(early).toISOString() })
    else this.cancel('reminder', id)
  }

  /** As long again after a clock has run; where its length was a day that somebody named, a month. */
  startAgain({ id, rule }: Deadline): void {
    const length: ClockRule = rule.amount > 0 ? rule : { amount: 30, unit: 'days' }
    this.start('again', { ref: id, due: this.#endOf(length, length.amount, this.at).due })
  }

  #endOf(rule: ClockRule, amount: number, from: Instant): { due: Instant; known: boolean } {
    if (rule.unit === 'workingDays') return addWorkingDays(this.#calendar, from, amount)
    if (rule.unit === 'years') return { due: addYears(this.#calendar, from, amount), known: true }
    return { due: new Date(milliseconds(from) + amount * unitMs[rule.unit]).toISOString(), known: true }
  }

  /** When something of this length, begun now, is over. */
  endOf(rule: ClockRule): Instant {
    return this.#endOf(rule, rule.amount, this.at).due
  }

  /** What it waited for has come, or is not waited for any more: also where the clock has run. */
  cancel(name: ClockName, ref?: string): void {
    this.#when(name, ref, ['running', 'paused', 'fired'], () => ({ status: 'cancelled', remaining: null }))
    if (name === 'reminder' || name === 'again') return
    const id = ref === undefined ? name : `${name}:${ref}`
    this.cancel('reminder', id)
    this.cancel('again', id)
  }

  pause(name: ClockName): void {
    this.cancel('reminder', name)
    this.cancel('again', name)
    // one that has run has nothing left: it starts anew when it is its turn again
    this.#when(name, undefined, ['fired'], () => ({ status: 'cancelled' }))
    this.#when(name, undefined, ['running'], ({ rule, due }) => ({
      status: 'paused',
      remaining:
        rule.unit === 'workingDays'
          ? workingDaysBetween(this.#calendar, this.at, due)
          : Math.max(0, milliseconds(due) - milliseconds(this.at)),
    }))
  }

  resume(name: ClockName): void {
    this.#when(name, undefined, ['paused'], ({ rule, remaining, calendar }) => {
      const left = remaining ?? 0
      const end =
        rule.unit === 'workingDays'
          ? this.#endOf(rule, left, this.at)
          : { due: new Date(milliseconds(this.at) + left).toISOString(), known: true }
      return { status: 'running', remaining: null, due: end.due, calendar: { ...calendar, known: end.known } }
    })
  }

  /** Is it waited for, whether the clock runs, is stopped, or has run? */
  waits(name: ClockName, ref?: string): boolean {
    const deadline = this.context.deadlines[ref === undefined ? name : `${name}:${ref}`]
    return deadline !== undefined && deadline.status !== 'cancelled'
  }

  #when(
    name: ClockName,
    ref: string | undefined,
    statuses: readonly Deadline['status'][],
    change: (deadline: Deadline) => Partial<Deadline>,
  ): void {
    const id = ref === undefined ? name : `${name}:${ref}`
    const deadline = this.context.deadlines[id]
    if (deadline && statuses.includes(deadline.status)) this.update('deadlines', id, change(deadline))
  }

  /** The fact is kept, and something about it contradicts the record. */
  issue(code: BlockerCode, ref?: string, data?: Data): void {
    const issue = {
      code,
      at: this.at,
      eventSeq: this.seq,
      ...(ref !== undefined && { ref }),
      ...(data && { data }),
    }
    this.set({ issues: [...this.context.issues, issue] })
  }

  /** The books are closed: the fact goes to the tail, for somebody to deal with. */
  toTail(ref: string | null, open: boolean): void {
    const item = { eventSeq: this.seq, kind: this.type, at: this.at, ref, open }
    this.set({ tail: [...this.context.tail, item] })
  }
}
