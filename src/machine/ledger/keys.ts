import type { EventOn } from '../../domain/index.ts'
import { isDrained } from '../facts/transactions.ts'
import type { Device } from '../shape/devices.ts'
import { knownDevice, type Reducers } from './kit.ts'
import { aboutDevice, endDeviceOrder } from './order-ends.ts'
import type { Turn } from './turn.ts'

export const revokeKeys = (
  turn: Turn,
  { serial, keysRevokedAt }: Device,
  reason: 'lost' | 'unreturned',
): void => {
  if (keysRevokedAt === null && !turn.inFlight('revokeKeys', aboutDevice(serial)))
    turn.order('revokeKeys', { serial, reason })
}

export const keyReducers: Reducers<EventOn<'keys'>> = {
  'keys.removed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    if (event.method === 'revokedAtHost') {
      turn.update('devices', device.serial, { keysRevokedAt: device.keysRevokedAt ?? turn.at })
      endDeviceOrder(turn, 'revokeKeys', event, 'confirmed')
      return
    }
    // the fact stays; it does not count before the device is drained
    if (!isDrained(turn.context, device)) turn.issue('DEVICE_NOT_DRAINED', device.serial)
    turn.update('devices', device.serial, { keys: event.method })
  },
}
