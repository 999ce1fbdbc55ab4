import type { EventOn } from '../../domain/index.ts'
import { againstAct } from '../facts/data.ts'
import type { Device } from '../shape/devices.ts'
import { hazarded, knownDevice, type Reducers } from './kit.ts'
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
    const against = againstAct(turn.context, device, 'zeroise', event.method === 'destroyed')
    hazarded(turn, against, device.serial)
    // under a hold, or where others use the device too, it does not count; they are to be told again when that has ended
    if (against.some(({ code }) => code === 'LEGAL_HOLD' || code === 'SHARED_DEVICE')) return
    turn.update('devices', device.serial, { keys: event.method })
  },
}
