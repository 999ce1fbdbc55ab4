import {
  type Actor,
  type Blocker,
  blockerProfiles,
  duties,
  type EventType,
  type Instant,
  type Owner,
  profileOf,
  type Role,
  saidOtherwise,
} from '../../domain/index.ts'
import { terminalLifecycleMachine } from '../chart/machine.ts'
import { mayBeRefusedFor } from '../rules/index.ts'
import type { Asked } from '../rules/kit.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { blockersIn, handledEvents } from './explain.ts'
import { type TurnOf, turnOf } from './turns.ts'
import { waysTo } from './ways.ts'

/** What was refused, and to whom; nothing: nothing was asked for yet. */
export interface Refusal {
  readonly type: EventType
  readonly by: Actor
}

const roleOf = (owner: Owner): Role => (owner === 'authority' ? 'provider' : owner)

/** Somebody of this role who may do whatever the role may. */
const anyone = ({ context: { identity } }: LifecycleRecord, role: Role): Actor => ({
  role,
  personId: ' anyone',
  organisationId: role === 'merchant' ? identity.merchantId : identity.acquirerId,
  acquirerId: identity.acquirerId,
  duties: role === 'provider' ? duties.filter((duty) => duty !== 'auditor') : ['technician'],
  ...(role === 'serviceProvider' && { mandateRef: 'any' }),
})

/** Would the event be refused for the very thing that it is to clear? What only time clears is waited for. */
const turnsBack = (record: LifecycleRecord, item: Blocker, owner: Owner, type: EventType, at: Instant) => {
  const { roles, item: field } = profileOf(type)
  if (type === 'timer.due') return false
  const role = roles.find((one) => one === roleOf(owner)) ?? (roles[0] as Role)
  const event = {
    type,
    by: { ...anyone(record, role), ...(owner === 'authority' && { onBehalfOf: 'authority' }) },
    at,
    ...(owner === 'authority' && { orderRef: 'any' }),
    ...(field !== undefined && item.ref !== undefined && { [field]: item.ref }),
  } as Asked<EventType>
  // most are not refused for it, and to ask their own rule alone is enough to know
  if (!mayBeRefusedFor(record.context, event, item)) return false
  const handled = handledEvents(terminalLifecycleMachine, record)
  return blockersIn(handled, record, event).some(({ code, ref }) => code === item.code && ref === item.ref)
}

const ownerOf = (owner: Owner, clearedBy: readonly EventType[]): Owner => {
  // what an authority orders, a merchant pays, or a device does in its hands, is told by those who see it
  const isWitnessed = clearedBy.some((type) => type === 'charge.met' || type === 'batch.uploaded')
  if (owner === 'authority' || (owner === 'merchant' && isWitnessed)) return owner
  const may = (role: Role) => clearedBy.some((type) => profileOf(type).roles.includes(role))
  if (clearedBy.length === 0 || may(roleOf(owner))) return owner
  return (['provider', 'merchant', 'system', 'serviceProvider'] as const).find(may) ?? owner
}

/** Events of a list that are heard here and would not be refused for the same; the refused one, told otherwise, among them. */
const heardHere = (
  record: LifecycleRecord,
  item: Blocker,
  [owner, ...events]: TurnOf,
  at: Instant,
  refused: EventType | undefined,
): readonly EventType[] => {
  const handled = handledEvents(terminalLifecycleMachine, record)
  return events.filter(
    (type) => handled.has(type) && (type === refused || !turnsBack(record, item, owner, type, at)),
  )
}

/** None of these is heard in this state: how to come to where they are. */
const leadingThere = (record: LifecycleRecord, events: readonly EventType[]): readonly EventType[] => {
  const handled = handledEvents(terminalLifecycleMachine, record)
  if (events.some((type) => handled.has(type))) return []
  const ways = events.flatMap((type) => waysTo(record.context, type))
  return [...new Set(ways)].filter((type) => handled.has(type))
}

/** What is said of the event itself: who may say it, what it must bring, and how to come to where it is heard. */
const ofRefusal = (
  record: LifecycleRecord,
  { code, ref, owner, clearedBy }: Blocker,
  { type, by }: Refusal,
): TurnOf | undefined => {
  if (code === 'NOT_ALLOWED_IN_STATE' && ref === type) return [by.role, ...waysTo(record.context, type)]
  if (code === 'ROLE_NOT_ALLOWED') return [owner, type, 'representative.appointed']
  if (code === 'DOCUMENTS_INCOMPLETE' && type.endsWith('.requested')) return [by.role, 'document.added', type]
  // told of one that is there, or once it is
  if (code.endsWith('_UNKNOWN')) return [owner, ...clearedBy, type]
  // a rule that names the way itself knows better
  if (!saidOtherwise.has(code) || clearedBy !== blockerProfiles[code].clearedBy) return undefined
  return [profileOf(type).roles.includes(by.role) ? by.role : owner, type]
}

/** What a rule said itself of this item is said for this record already. */
const turnIn = ({ context }: LifecycleRecord, item: Blocker, at: Instant): TurnOf => {
  const { owner, clearedBy } = blockerProfiles[item.code]
  const isGeneral = item.owner === owner && item.clearedBy === clearedBy
  return (isGeneral ? turnOf(context, item, at) : undefined) ?? [item.owner, ...item.clearedBy]
}

type Cleared = Pick<Blocker, 'owner' | 'clearedBy'>

const clearedIn = (
  record: LifecycleRecord,
  item: Blocker,
  at: Instant,
  refused: Refusal | undefined,
): Cleared => {
  const turn = (refused && ofRefusal(record, item, refused)) ?? turnIn(record, item, at)
  const [owner, ...events] = turn
  const heard = heardHere(record, item, turn, at, refused?.type)
  const clearedBy = heard.length > 0 ? heard : leadingThere(record, events)
  return { clearedBy, owner: ownerOf(owner, clearedBy) }
}

/** What was asked of a record at one moment, by item. */
interface Looked {
  readonly at: Instant
  readonly items: Map<string, Cleared>
}

const known = new WeakMap<LifecycleRecord, Looked>()

/**
 * Every reader is told of the same items, and each is looked at once for all of them. A record never changes; but the moment does,
 * and only the newest one is kept: a page asks about one record every second, for days.
 */
const clearedOnce = (record: LifecycleRecord, item: Blocker, at: Instant): Cleared => {
  const before = known.get(record)
  const looked = before?.at === at ? before : { at, items: new Map<string, Cleared>() }
  if (looked !== before) known.set(record, looked)
  const key = JSON.stringify([item.code, item.ref, item.owner, item.clearedBy, item.data])
  const found = looked.items.get(key) ?? clearedIn(record, item, at, undefined)
  looked.items.set(key, found)
  return found
}

/** The reader's own: what is remembered, here and of what is still owed, is handed out to nobody. */
const handedOut = <Item extends Blocker>(item: Item, { owner, clearedBy }: Cleared): Item => ({
  ...item,
  ...(item.data && { data: { ...item.data } }),
  owner,
  clearedBy: [...clearedBy],
})

/** The owner and the events of a blocker as they are for this record, here and now. */
export const clearing =
  (record: LifecycleRecord, at: Instant, refused?: Refusal) =>
  <Item extends Blocker>(item: Item): Item =>
    handedOut(item, refused ? clearedIn(record, item, at, refused) : clearedOnce(record, item, at))

/** The same of what will be asked only later, in a state that hears other events than this one. */
export const clearingLater =
  (record: LifecycleRecord, at: Instant) =>
  <Item extends Blocker>(item: Item): Item => {
    const [owner, ...clearedBy] = turnIn(record, item, at)
    return handedOut(item, { clearedBy, owner: ownerOf(owner, clearedBy) })
  }
