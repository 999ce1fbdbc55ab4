import { type Actor, type Blocker, blocker, type EventType, type Instant } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { actKey, isRemembered } from '../facts/acts.ts'
import { isInService } from '../facts/devices.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { StampedEvent } from '../shape/record.ts'

/** An event by its type. */
export type EventOf<T extends EventType> = Extract<StampedEvent, { type: T }>

/** An event that may still lack its payload: a question "may I?" names only who, when and perhaps which item. */
export type Asked<T extends EventType> = { type: T; by: Actor; at: Instant } & {
  readonly [K in keyof EventOf<T>]?: EventOf<T>[K] | undefined
}

/** Why not; nothing missing means: yes. What a partial event does not say is not checked. */
export type Rule<T extends EventType = EventType> = (
  context: LifecycleContext,
  event: Asked<T>,
) => readonly Blocker[]

/** One rule for each event of a family. */
export type Rules<T extends EventType> = { readonly [K in T]: Rule<K> }

/** The request is for a device at the end of its service: the terminal is closing, or the device is retired. */
export const inService = (context: LifecycleContext, device: Device): Blocker | false =>
  when(isInService(context, device), 'DEVICE_IN_SERVICE', device.serial)

export const isRole = (event: { by: Actor }, role: Actor['role']): boolean => event.by.role === role

const stamps = new Set(['by', 'at', 'seq'])

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

/** Do two events say the same, whoever sent them and when? */
const saysTheSame = (a: object, b: object): boolean => {
  const payload = (event: object) =>
    Object.fromEntries(Object.entries(event).filter(([key]) => !stamps.has(key)))
  return isSame(payload(a), payload(b))
}

/** The act was written by somebody else before, word for word, not longer ago than a day. */
export const secondPerson = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const key = actKey(event)
  const proposed = context.proposedActs[key]
  if (!proposed || !isRemembered(proposed, event.at) || !saysTheSame(proposed.act, event))
    return [blocker('SECOND_PERSON_REQUIRED', key)]
  return all(when(proposed.by === event.by.personId, 'MAKER_IS_CHECKER', key))
}
