import type { Role } from '../../domain/index.ts'
import { isEndedHold, seesAll } from '../facts/holds.ts'
import { mayRead, writerOf } from '../facts/notes.ts'
import { isGiven } from '../facts/orders.ts'
import type { JournalEntry } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { namesHidden, viewRecord } from './viewing.ts'

type Ledgers = Pick<LifecycleContext, 'holds' | 'orders' | 'documents' | 'endedHolds'>
type Names = (ref: unknown) => boolean

/** Which fields name an item of which ledger. What such a field names must be in the record as the viewer sees it. */
const named: Readonly<Record<string, 'holds' | 'orders'>> = {
  holdId: 'holds',
  holdIds: 'holds',
  orderId: 'orders',
}
/** Fields that may name an item of any ledger, or something else: only what is hidden is left out. */
const naming: ReadonlySet<string> = new Set([
  'timer',
  'for',
  'ref',
  'id',
  'documentId',
  'evidence',
  'mandateRef',
])

/** What a service said to an order bears its name. */
const toOrder = /^([^/]+\/[^/]+\/\d+)#/

const gone = Symbol('not for the viewer')
type Cut = (value: unknown, field?: string) => unknown

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Cuts out what names a hidden item: an element from its list, a paper from the file; anything else goes as a whole. */
const cutting = (shown: Ledgers, isHidden: Names): Cut => {
  const isGone = (id: string, field: string) => {
    const ledger = Object.hasOwn(named, field) ? named[field] : undefined
    if (ledger === undefined) return naming.has(field) && isHidden(id)
    return !Object.hasOwn(shown[ledger], id) && !(ledger === 'holds' && isEndedHold(shown, id))
  }
  const cut: Cut = (value, field = '') => {
    if (typeof value === 'string') return isGone(value, field) ? gone : value
    if (Array.isArray(value)) return value.map((one) => cut(one, field)).filter((one) => one !== gone)
    if (!isObject(value)) return value
    // on file for the provider only, whatever it is for
    if (value.type === 'authority_order') return gone
    const fields = Object.entries(value).map(([name, inner]) => [name, cut(inner, name)] as const)
    const left = fields.filter(([, inner]) => inner !== gone)
    return left.length === fields.length || field === 'documents' ? Object.fromEntries(left) : gone
  }
  return cut
}

type Cause = JournalEntry['cause']
const requestOf = (cause: Cause) =>
  'type' in cause && cause.type === 'reinstatement.requested' ? cause.request : undefined

/** The reasons of an application for several holds name them all, also those that it is shown without. */
const withoutReasons = (cause: Cause, asked: Cause, { holds }: Ledgers): Cause => {
  const request = requestOf(cause)
  if (request === undefined || request.holdIds.length === requestOf(asked)?.holdIds.length) return cause
  const reasons = new Set(request.holdIds.flatMap((id) => holds[id]?.code ?? []))
  return { ...cause, request: { ...request, reasons: [...reasons] } } as Cause
}

/** What is the provider's own whatever it is about: what it has in mind, its notes, how its files are kept. */
const isInternal = (
  { cause, actor, seq }: JournalEntry,
  viewer: Role,
  { agent, notes = {}, followUps }: LifecycleContext,
): boolean => {
  if ('migrated' in cause) return true
  if (!('type' in cause)) return false
  if (cause.type === 'note.recorded') {
    const { visibility = 'internal', followUpId } = cause
    const ids = [`note:${seq}`, `follow-up:${seq}`, ...(followUpId === undefined ? [] : [followUpId])]
    // for whom of the service providers it was, the record knows
    const agentId = ids.map((id) => (notes[id] ?? followUps[id])?.written?.agentId).find(Boolean) ?? null
    const { organisationId } = actor
    return !mayRead({ agent }, { role: writerOf(actor), organisationId, visibility, agentId }, viewer)
  }
  return cause.type === 'act.proposed' || (cause.type === 'notice.sent' && cause.audience !== viewer)
}

/**
 * Entries of a journal as the viewer may read them: `undefined` for those that would give a hidden hold away.
 *
 * @param record as it stands now: a hold that is open today may have been hidden when it was placed.
 * @example entries.map(viewEntry(record, 'merchant')).filter((entry) => entry !== undefined)
 */
export const viewEntry = (
  record: LifecycleRecord,
  viewer: Role,
): (<Entry extends JournalEntry>(entry: Entry) => Entry | undefined) => {
  if (seesAll(viewer)) return (entry) => entry
  const { context } = record
  const shown = viewRecord(record, viewer).context
  const hiddenIn = (ledger: 'holds' | 'documents') =>
    Object.keys(context[ledger]).filter((id) => !Object.hasOwn(shown[ledger], id))
  const hidden = new Set((['holds', 'documents'] as const).flatMap(hiddenIn))
  const isAbout = namesHidden(hidden)
  const isGone = (id: string) => isGiven(context, id) && !Object.hasOwn(shown.orders, id)
  const isHidden = (ref: unknown) => isAbout(ref) || (typeof ref === 'string' && isGone(ref))
  const cut = cutting(shown, isHidden)
  return (entry) => {
    const { cause, commandId, orderIds, issues } = entry
    const order = toOrder.exec(commandId)?.[1]
    if (isInternal(entry, viewer, context) || (order !== undefined && !Object.hasOwn(shown.orders, order)))
      return undefined
    const left = cut(cause)
    if (left === gone) return undefined
    // Nothing else was cut than elements of lists and files of papers: it has the shape it had.
    const told = left as typeof cause
    return {
      ...entry,
      cause: withoutReasons(told, cause, shown),
      orderIds: orderIds.filter((id) => Object.hasOwn(shown.orders, id)),
      issues: issues.filter(({ ref }) => !isHidden(ref)),
    }
  }
}
