import { type Blocker, blocker, type DocumentRef, type EventType, profileOf } from '../../domain/index.ts'
import { isHidden } from '../facts/holds.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked } from './kit.ts'

/** May this sender say this at all? A service provider acts under a mandate, or not at all. */
export const sender = ({ type, by }: Asked<EventType>): readonly Blocker[] => {
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
export const currency = (
  { identity }: LifecycleContext,
  { by: _, ...event }: Asked<EventType>,
): readonly Blocker[] =>
  currenciesIn(event).some((given) => given !== identity.currency)
    ? [blocker('CURRENCY_MISMATCH', identity.currency)]
    : []

/** Items are kept by their keys: what every object inherits is nobody's key. */
export const inherited = ({ by: _, ...event }: Asked<EventType>): readonly Blocker[] =>
  Object.values(event)
    .filter((value): value is string => typeof value === 'string' && value in Object.prototype)
    .map(() => blocker('REFERENCE_IN_USE'))

/** A hold that the sender must not know of is not there: not to be ended, not to be asked about, not to be told again. */
export const hidden = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const { holdId, holdIds = [] } = event as { holdId?: string; holdIds?: readonly string[] }
  return [...holdIds, ...(holdId === undefined ? [] : [holdId])]
    .filter((id) => isHidden(context, id, event.by.role))
    .map((id) => blocker('HOLD_UNKNOWN', id))
}

const isPaper = (value: unknown): value is DocumentRef =>
  typeof value === 'object' && value !== null && 'id' in value && 'digest' in value

/** A paper on file keeps its content: another one needs another id, whatever the request it comes with. */
export const papers = ({ documents }: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  Object.values<unknown>(event)
    .flat()
    .filter(isPaper)
    .filter(({ id, digest }) => Object.hasOwn(documents, id) && documents[id]?.digest !== digest)
    .map(({ id }) => blocker('REFERENCE_IN_USE', id))
