import { type Blocker, clockProfiles, type EventType, eventTypes, profileOf } from '../../domain/index.ts'
import type { TerminalLifecycleMachine } from '../chart/machine.ts'
import { isHidden } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import type { Asked } from '../rules/kit.ts'
import type { Action, Asking } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { clearing } from './clearing.ts'
import { askAs, blockersIn, handledEvents } from './explain.ts'
import { checkAsked } from './given.ts'
import { viewBlockers } from './viewing.ts'

/** What may still be done about an order that failed. */
const mends = new Set<EventType>(['order.repeated', 'order.cancelled'])

/** Which items an event could be about, by the payload field that names them. */
const itemsNamed: Readonly<
  Record<string, (context: LifecycleContext, type: EventType) => readonly string[]>
> = {
  serial: ({ devices }) => Object.keys(devices),
  holdId: ({ holds }) => items(holds).flatMap(({ holdId, status }) => (status === 'lifted' ? [] : [holdId])),
  depositId: ({ deposits }) => Object.keys(deposits),
  chargeId: ({ charges }) => Object.keys(charges),
  txnRef: ({ transactions }) => Object.keys(transactions),
  caseId: ({ disputes }) => Object.keys(disputes),
  payoutId: ({ payouts }) => items(payouts).map(({ reference }) => reference),
  orderId: ({ orders }, type) =>
    items(orders).flatMap(({ orderId, status }) =>
      status === 'ordered' || (status === 'failed' && mends.has(type)) ? [orderId] : [],
    ),
  obligationId: ({ carriedOver }) => Object.keys(carriedOver),
}

/** The machine's own talk: nobody chooses to send it. */
const internal = new Set<EventType>([
  'timer.due',
  'order.claimed',
  'order.confirmed',
  'order.failed',
  'notice.sent',
])

/** Their item is a new one, whatever others there are. */
const makers = new Set<EventType>(['hold.placed', 'obligation.carriedOver'])

interface Candidate {
  ref?: string
  event: Asked<EventType>
}

/** The event without its payload, once for each item; what somebody else proposed counts as it was proposed. */
const candidates = (context: LifecycleContext, type: EventType, asking: Asking): readonly Candidate[] => {
  const { item, second } = profileOf(type)
  const { actor, viewer = actor.role } = asking
  const bare = askAs(asking, { type })
  const proposed = items(context.proposedActs).flatMap(({ act }) =>
    second === 'proposal' && act.type === type ? [{ event: askAs(asking, act) }] : [],
  )
  const refs = item === undefined ? [] : (itemsNamed[item]?.(context, type) ?? [])
  // one that the viewer must not know of would show by being asked about
  const told = refs.filter((ref) => !isHidden(context, ref, viewer))
  const named = told.map((ref) => ({ ref, event: { ...bare, [item as string]: ref } }))
  return [...proposed, ...named, ...(named.length === 0 || makers.has(type) ? [{ event: bare }] : [])]
}

const nearest = (asked: readonly { ref?: string; blockers: readonly Blocker[] }[]) =>
  asked.reduce((best, next) => (next.blockers.length < best.blockers.length ? next : best))

/** The source of `pastDue`: a clock that makes somebody late, and that this event ends, or that enables it. */
const isOverdue = (context: LifecycleContext, type: EventType, { at, actor, viewer }: Asking): boolean =>
  items(context.deadlines).some(
    ({ name, enables, status, due, ref }) =>
      !clockProfiles[name].expires &&
      (enables.includes(type) || (clockProfiles[name].ends as readonly EventType[]).includes(type)) &&
      !(ref !== null && isHidden(context, ref, viewer ?? actor.role)) &&
      (status === 'fired' || (status === 'running' && Date.parse(due) <= Date.parse(at))),
  )

/** Every event that this actor's role may send in this state: enabled, or why not. */
export const availableActionsWith =
  (machine: TerminalLifecycleMachine) =>
  (record: LifecycleRecord, asking: Asking): readonly Action[] => {
    checkAsked(record, asking, 'object')
    const { context } = record
    const { actor, viewer = actor.role } = asking
    const handled = handledEvents(machine, record)
    const mine = eventTypes.filter(
      (type) => handled.has(type) && !internal.has(type) && profileOf(type).roles.includes(actor.role),
    )
    return mine.map((type): Action => {
      const asked = candidates(context, type, asking).map(({ ref, event }) => ({
        ...(ref !== undefined && { ref }),
        blockers: blockersIn(handled, record, event),
      }))
      const { ref, blockers } = nearest(asked)
      const why = blockers.map(clearing(record, asking.at, { type, by: actor }))
      const shown = viewBlockers(context, why, viewer)
      return {
        event: type,
        ...(ref !== undefined && { ref }),
        enabled: blockers.length === 0,
        blockers: shown,
        overdue: isOverdue(context, type, asking),
      }
    })
  }
