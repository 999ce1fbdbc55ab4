import { type Blocker, blocker, type Role, type SuspensionReason } from '../../domain/index.ts'
import { hiddenHolds, seesAll } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { mayRead, notesIn } from '../facts/notes.ts'
import { isGiven } from '../facts/orders.ts'
import type { Answer } from '../shape/answers.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { checkRecord } from './given.ts'

/** A hidden hold shows others neither its code nor its reference: only whom to ask. */
export const viewBlockers = <Item extends Blocker>(
  context: LifecycleContext,
  all: readonly Item[],
  viewer: Role,
): readonly (Item | Blocker)[] => {
  if (seesAll(viewer)) return all
  // whose terminal the other one is, is nobody else's
  const blockers = all.map((item) =>
    item.code === 'DEVICE_BOUND_ELSEWHERE' ? { ...item, data: undefined } : item,
  )
  const hidden = hiddenHolds(context)
  // who names a hold itself hears that there is none, as of any name that was never given
  const shown = blockers.filter(
    ({ code, ref }) => ref === undefined || code === 'HOLD_UNKNOWN' || !hidden.has(ref),
  )
  return shown.length === blockers.length ? blockers : [...shown, blocker('CONTACT_PROVIDER')]
}

const without = <Item>(ledger: Readonly<Record<string, Item>>, drop: (item: Item) => boolean) =>
  Object.fromEntries(Object.entries(ledger).filter(([, item]) => !drop(item)))

const viewRequest = (
  request: Application['request'],
  hidden: ReadonlySet<string>,
  reasons: readonly SuspensionReason[],
): Application['request'] => {
  if (request?.process !== 'reinstatement') return request
  return {
    ...request,
    holdIds: request.holdIds.filter((id) => !hidden.has(id)),
    reasons,
    remedies: request.remedies.filter(({ holdId }) => !hidden.has(holdId)),
  }
}

/** What an application for several holds asked, without those that nobody but the provider knows of. */
const viewApplication = (
  { application, holds }: LifecycleContext,
  hidden: ReadonlySet<string>,
  papers: ReadonlySet<string>,
): LifecycleContext['application'] => {
  if (application === null || !application.holdIds.some((id) => hidden.has(id))) return application
  const holdIds = application.holdIds.filter((id) => !hidden.has(id))
  const reasons = holdIds.flatMap((id) => holds[id]?.code ?? [])
  const documents = application.documents.filter(({ id }) => !papers.has(id))
  const request = viewRequest(application.request, hidden, reasons)
  return { ...application, holdIds, reasons, documents, request }
}

/** What shows that the cause of a hidden hold was put right would tell the cause. */
const papersOf = (
  { holds, application }: LifecycleContext,
  hidden: ReadonlySet<string>,
): ReadonlySet<string> => {
  const request = application?.request
  const remedies = request?.process === 'reinstatement' ? request.remedies : []
  const open = new Set(remedies.flatMap(({ holdId, evidence }) => (hidden.has(holdId) ? [] : evidence)))
  return new Set([
    ...items<Hold>(holds).flatMap(({ holdId, remedy }) =>
      hidden.has(holdId) ? (remedy?.evidence ?? []) : [],
    ),
    ...remedies.flatMap(({ holdId, evidence }) =>
      hidden.has(holdId) ? evidence.filter((id) => !open.has(id)) : [],
    ),
  ])
}

/** Its urgency, and the clock of its confirmation, tell a theft or an attack from a late payment. */
const tellsUrgency = (name: string): boolean =>
  name.startsWith('disableConfirmDue') || name === 'disableAcceptance'

/**
 * Does this name a hidden hold, or a clock that tells of one? A clock's name ends in what it is about, so that it is known
 * when it has left the record.
 */
export const namesHidden =
  (hidden: ReadonlySet<string>) =>
  (ref: unknown): boolean => {
    if (typeof ref !== 'string') return false
    if (hidden.has(ref) || tellsUrgency(ref)) return true
    const colon = ref.indexOf(':')
    return colon >= 0 && namesHidden(hidden)(ref.slice(colon + 1))
  }

type Named = (ref: unknown) => boolean

/** Names an order that the viewer must not know of; also one that left the record: nobody knows whether it was for this viewer. */
const isGone =
  (context: LifecycleContext, shown: LifecycleContext['orders']): Named =>
  (ref) =>
    typeof ref === 'string' && isGiven(context, ref) && !Object.hasOwn(shown, ref)

/** A ticket about an order that is not shown tells as much as the order itself, and one about that ticket too. */
const withoutTickets = (
  context: LifecycleContext,
  orders: LifecycleContext['orders'],
): LifecycleContext['orders'] => {
  const isDropped = isGone(context, orders)
  const left = without(orders, ({ params }) => 'ref' in params && isDropped(params.ref))
  return Object.keys(left).length === Object.keys(orders).length ? orders : withoutTickets(context, left)
}

const viewOrders = (context: LifecycleContext, names: Named): LifecycleContext['orders'] => {
  const told = without(
    context.orders,
    ({ kind, params }) =>
      tellsUrgency(kind) ||
      ('ref' in params && names(params.ref)) ||
      ('disclosure' in params && params.disclosure === 'hidden'),
  )
  return withoutTickets(context, told)
}

/** The record without what a hidden hold would give away. */
export const viewRecord = (record: LifecycleRecord, viewer: Role): LifecycleRecord => {
  checkRecord(record)
  if (seesAll(viewer)) return record
  const { context } = record
  // an authority's order is on file before there is a hold
  const hidden = hiddenHolds(context)
  const names = namesHidden(hidden)
  const papers = papersOf(context, hidden)
  const documents = without(
    context.documents,
    (paper) => paper.type === 'authority_order' || papers.has(paper.id) || names(paper.for),
  )
  // what one of two people at the provider wants to do is nobody else's before it is done
  const common = { documents, proposedActs: {}, told: {} }
  const orders = viewOrders(context, names)
  const isDropped = isGone(context, orders)
  return {
    ...record,
    context: {
      ...context,
      holds: without(context.holds, ({ holdId }) => hidden.has(holdId)),
      deadlines: without(context.deadlines, ({ id }) => names(id)),
      orders,
      refusedAnswers: without(context.refusedAnswers, ({ orderId }) => isDropped(orderId)),
      issues: context.issues.filter(({ ref }) => !names(ref) && !isDropped(ref)),
      ...common,
      application: viewApplication(context, hidden, papers),
      notes: without(notesIn(context), ({ written }) => !mayRead(context, written, viewer)),
      followUps: without(context.followUps, ({ written }) => !mayRead(context, written, viewer)),
    },
  }
}

/** What the sender of a command is shown: everything for the provider, nothing of a hidden hold for others. */
export const viewAnswer = (answer: Answer, context: LifecycleContext, viewer: Role): Answer => {
  if (seesAll(viewer)) return answer
  if (!answer.accepted) return { ...answer, blockers: viewBlockers(context, answer.blockers, viewer) }
  const record = viewRecord(answer.record, viewer)
  const shown = <Item extends { orderId?: string; id?: string }>(list: readonly Item[], ledger: object) =>
    list.filter((item) => Object.hasOwn(ledger, item.orderId ?? item.id ?? ''))
  const orders = shown(answer.orders, record.context.orders)
  const ids = new Set(orders.map(({ orderId }) => orderId))
  const names = namesHidden(hiddenHolds(context))
  const isDropped = isGone(context, record.context.orders)
  return {
    ...answer,
    record,
    orders,
    deadlines: shown(answer.deadlines, record.context.deadlines),
    issues: answer.issues.filter(({ ref }) => !names(ref) && !isDropped(ref)),
    entry: answer.entry && { ...answer.entry, orderIds: answer.entry.orderIds.filter((id) => ids.has(id)) },
  }
}
