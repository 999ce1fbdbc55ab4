import type { Blocker, EventType, Instant } from '../../domain/index.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Device } from '../shape/devices.ts'
import { openTicket } from './notices.ts'
import type { Turn } from './turn.ts'

/** What an accepted event changes. */
export type Reducer<T extends EventType = EventType> = (turn: Turn, event: EventOf<T>) => void

/** A serial that this terminal never had: the fact is kept as an issue and never starts to count. */
export const knownDevice = (turn: Turn, serial: string): Device | undefined => {
  const device = turn.context.devices[serial]
  if (!device) turn.issue('WRONG_SERIAL', serial)
  return device
}
/** What is told although the device was still wanted: an issue for each reason, and work for somebody. */
export const hazarded = (turn: Turn, against: readonly Blocker[], serial: string): boolean => {
  for (const { code, ref } of against) turn.issue(code, ref)
  if (against.length > 0) openTicket(turn, 'risk', 'device_still_wanted', serial)
  return against.length > 0
}

/** The time to bring a device back. The merchant's own stays where it is: nobody waits for it. (OQ-16) */
export const awaitReturn = (turn: Turn, serial: string, from: Instant = turn.at): void => {
  if (turn.context.devices[serial]?.owner !== 'merchant') turn.start('deviceReturnDue', { ref: serial, from })
}

export type Reducers<T extends EventType> = { readonly [K in T]: Reducer<K> }
