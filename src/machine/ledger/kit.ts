import type { Blocker, EventType, Instant } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { isMissing } from '../facts/devices.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Device } from '../shape/devices.ts'
import { notify, openTicket } from './notices.ts'
import { aboutDevice, cancelUnclaimed } from './order-ends.ts'
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

/**
 * Somebody fetches it at an address, or the merchant gets a label and sends it; who was to fetch it elsewhere, and has not been told,
 * stays at home. Nobody is sent for what is here already, or what nobody finds.
 */
export const bringBack = (turn: Turn, device: Device, address: string | null): void => {
  const { serial, receivedAt } = device
  const isFor = aboutDevice(serial)
  const isThere = ({ params }: Order): boolean =>
    'addressDocumentId' in params && params.addressDocumentId === address
  cancelUnclaimed(turn, 'collectDevice', (order) => isFor(order) && !isThere(order))
  if (receivedAt !== null || isMissing(device)) return
  if (address === null) notify(turn, 'return_label', ['merchant'], { ref: serial })
  else if (!turn.inFlight('collectDevice', (order) => isFor(order) && isThere(order)))
    turn.order('collectDevice', { serial, addressDocumentId: address })
}

export type Reducers<T extends EventType> = { readonly [K in T]: Reducer<K> }
