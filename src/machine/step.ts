import {
  type Actor,
  type Catalogues,
  isOrderTag,
  type LifecyclePolicy,
  type WorkingDayCalendar,
} from '../domain/index.ts'
import type { TerminalLifecycleMachine } from './chart/machine.ts'
import { latest } from './facts/time.ts'
import { keyOf } from './facts/told.ts'
import { followWith } from './follow.ts'
import type { Leaving } from './leaving/index.ts'
import type { ToldAs } from './ledger/turn.ts'
import type { Judge } from './questions/catalogues.ts'
import { clearing } from './questions/clearing.ts'
import { blockersIn, handledEvents } from './questions/explain.ts'
import { isRepeat } from './rules/repeats.ts'
import type { Accepted, Answer, Command, JournalEntry, Refused } from './shape/answers.ts'
import type { LifecycleContext } from './shape/context.ts'
import type { LifecycleRecord, StampedEvent } from './shape/record.ts'

/** Calendar, policy and catalogues; all have defaults, for the PRC. */
export interface LifecycleOptions {
  /** Which days are worked; the PRC calendar when left out. */
  calendar?: WorkingDayCalendar
  /** In force for records that are opened from now on. */
  policy?: LifecyclePolicy
  /** What the provider publishes with dates; without them nothing is held against what an event says it has read. */
  catalogues?: Catalogues
}

export const systemOf = ({ identity }: LifecycleContext): Actor => ({
  role: 'system',
  personId: 'system',
  organisationId: identity.acquirerId,
  acquirerId: identity.acquirerId,
  duties: [],
})

/** Time never goes backwards within a record: what is told late counts from now. */
const notBefore = (at: string, record: LifecycleRecord): string => latest(record.at, at) ?? at

/** The event as the chart sees it, or `undefined` for a clock that does not run. */
export const stamp = (record: LifecycleRecord, command: Command): StampedEvent | undefined => {
  const seq = record.version + 1
  if ('event' in command)
    return { ...command.event, by: command.actor, at: notBefore(command.at, record), seq }
  const deadline = record.context.deadlines[command.timer]
  if (deadline?.status !== 'running' || Date.parse(deadline.due) > Date.parse(command.at)) return undefined
  return {
    type: 'timer.due',
    deadlineId: deadline.id,
    by: systemOf(record.context),
    at: notBefore(deadline.due, record),
    seq,
  }
}

const changed = <Item>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
): Item[] =>
  before === after
    ? []
    : Object.keys(after)
        .filter((id) => before[id] !== after[id])
        .map((id) => after[id] as Item)

/** A report leaves its trace; one that leaves none was told before. */
const isUnchanged = (before: LifecycleContext, after: LifecycleContext): boolean =>
  (Object.keys(after) as (keyof LifecycleContext)[]).every((name) => before[name] === after[name])

const accept = (
  record: LifecycleRecord,
  command: Command,
  event: StampedEvent,
  next: LifecycleRecord,
): Accepted => {
  const orders = changed(record.context.orders, next.context.orders)
  const deadlines = changed(record.context.deadlines, next.context.deadlines)
  // by number and not by place: older ones may have left
  const issues = next.context.issues.filter(({ eventSeq }) => eventSeq === next.version)
  const entry: JournalEntry = {
    seq: next.version,
    version: next.version,
    at: event.at,
    commandId: command.commandId,
    actor: event.by,
    cause: 'event' in command ? event : { timer: command.timer },
    from: record.value,
    to: next.value,
    orderIds: orders.map(({ orderId }) => orderId),
    issues,
  }
  return { accepted: true, noop: false, record: next, entry, orders, deadlines, issues }
}

const tagOf = ({ orderTag }: Command) => (isOrderTag(orderTag) ? orderTag : undefined)

/** One command against one record: pure, synchronous, never silent. `leave`: what of the record leaves before it. */
export const stepWith = (
  machine: TerminalLifecycleMachine,
  calendar: WorkingDayCalendar,
  judge: Judge,
  leave?: Leaving,
) => {
  const follow = followWith(machine, calendar, leave)
  return (record: LifecycleRecord, command: Command, as: ToldAs = {}): Answer => {
    const refuse = (code: Refused['code'], blockers: Refused['blockers'] = []): Refused => ({
      accepted: false,
      code,
      state: record.value,
      blockers,
    })
    const event = stamp(record, command)
    if (event === undefined) return refuse('TIMER_UNKNOWN')
    const handled = handledEvents(machine, record)
    const blockers = judge(record.context, event, blockersIn(handled, record, event))
    if (blockers.length > 0)
      return refuse(
        handled.has(event.type) ? 'BLOCKED' : 'NOT_ALLOWED_IN_STATE',
        blockers.map(clearing(record, event.at, event)),
      )
    const noop = {
      accepted: true,
      noop: true,
      record,
      entry: null,
      orders: [],
      deadlines: [],
      issues: [],
    } as const
    if (isRepeat(record.context, event)) return noop
    const { value, context } = follow(record, event, { ...as, orderTag: tagOf(command) })
    if (keyOf(event) !== undefined && isUnchanged(record.context, context)) return noop
    return accept(record, command, event, { ...record, version: event.seq, at: event.at, value, context })
  }
}
