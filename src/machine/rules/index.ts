import {
  type Blocker,
  blocker,
  type DocumentRef,
  type EventType,
  eventTypes,
  profileOf,
} from '../../domain/index.ts'
import { isHidden } from '../facts/holds.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { applicationRules } from './applications.ts'
import { chargeRules } from './charges.ts'
import { deviceRules } from './devices.ts'
import { holdRules } from './holds.ts'
import { imposedRules } from './imposed.ts'
import { type Asked, type Rule, type Rules, secondPerson } from './kit.ts'
import { moneyRules } from './money.ts'
import { orderRules } from './orders.ts'
import { isRepeat } from './repeats.ts'
import { serviceRules } from './service.ts'

const own: Rules<EventType> = {
  ...holdRules,
  ...applicationRules,
  ...imposedRules,
  ...serviceRules,
  ...deviceRules,
  ...moneyRules,
  ...chargeRules,
  ...orderRules,
}

/** May this sender say this at all? A service provider acts under a mandate, or not at all. */
const sender = ({ type, by }: Asked<EventType>): readonly Blocker[] => {
  if (!profileOf(type).roles.includes(by.role)) return [blocker('ROLE_NOT_ALLOWED', type)]
  const { duty } = profileOf(type)
  if (duty && by.role === duty.role && !by.duties.includes(duty.duty))
    return [blocker('ROLE_NOT_ALLOWED', type)]
  if (by.role === 'serviceProvider' && !by.mandateRef) return [blocker('MANDATE_MISSING', type)]
  return []
}

const currenciesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('currency' in value && typeof value.currency === 'string') return [value.currency]
  return Object.values(value).flatMap(currenciesIn)
}

/** All money of a record is in one currency. */
const currency = (
  { identity }: LifecycleContext,
  { by: _, ...event }: Asked<EventType>,
): readonly Blocker[] =>
  currenciesIn(event).some((given) => given !== identity.currency)
    ? [blocker('CURRENCY_MISMATCH', identity.currency)]
    : []

/** Items are kept by their keys: what every object inherits is nobody's key. */
const inherited = ({ by: _, ...event }: Asked<EventType>): readonly Blocker[] =>
  Object.values(event)
    .filter((value): value is string => typeof value === 'string' && value in Object.prototype)
    .map(() => blocker('REFERENCE_IN_USE'))

/** A hold that the sender must not know of is not there: not to be ended, not to be asked about, not to be told again. */
const hidden = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const { holdId, holdIds = [] } = event as { holdId?: string; holdIds?: readonly string[] }
  return [...holdIds, ...(holdId === undefined ? [] : [holdId])]
    .filter((id) => isHidden(context, id, event.by.role))
    .map((id) => blocker('HOLD_UNKNOWN', id))
}

const isPaper = (value: unknown): value is DocumentRef =>
  typeof value === 'object' && value !== null && 'id' in value && 'digest' in value

/** A paper on file keeps its content: another one needs another id, whatever the request it comes with. */
const papers = ({ documents }: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  Object.values<unknown>(event)
    .flat()
    .filter(isPaper)
    .filter(({ id, digest }) => Object.hasOwn(documents, id) && documents[id]?.digest !== digest)
    .map(({ id }) => blocker('REFERENCE_IN_USE', id))

/** Sender, secrets and currency first, then repeats, what the event itself demands, its papers, the second person. */
const complete =
  <T extends EventType>(type: T): Rule<T> =>
  (context, event) => {
    const door = [
      ...sender(event),
      ...inherited(event),
      ...hidden(context, event),
      ...currency(context, event),
    ]
    if (door.length > 0 || isRepeat(context, event)) return door
    const rule = own[type] as unknown as Rule<T>
    const { kind, second } = profileOf(type)
    return [
      ...rule(context, event),
      // a report is never refused: there the paper on file is kept, and the other one is an issue
      ...(kind === 'request' ? papers(context, event) : []),
      ...(second === 'proposal' ? secondPerson(context, event) : []),
    ]
  }

/**
 * One rule for each event, by the event's name: the chart's guards are made from them, and they can be asked directly.
 *
 * @example rules['erasure.authorised'](record.context, { type: 'erasure.authorised', by, at, serial })
 * // [{ code: 'DEVICE_NOT_DRAINED', owner: 'merchant', clearedBy: ['batch.uploaded', …], ref: '123-456-789' }]
 */
export const rules = Object.fromEntries(eventTypes.map((type) => [type, complete(type)])) as unknown as {
  readonly [T in EventType]: Rule<T>
}

export type { Asked, EventOf, Rule } from './kit.ts'
