import type { EventOn } from '../../domain/index.ts'
import { againstAct } from '../facts/data.ts'
import { isInService } from '../facts/devices.ts'
import { hazarded, knownDevice, type Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { endDeviceOrder } from './order-ends.ts'

export const bindingReducers: Reducers<EventOn<'binding'>> = {
  'unbinding.ordered': (turn, { serial, registryRef }) => {
    turn.update('devices', serial, { binding: 'unbindingOrdered', registryRef })
    turn.order('unbind', { serial, registryRef })
  },
  'unbinding.confirmed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    // whatever the register says, the device that sells is bound; its unbinding is ordered when it is given up
    if (isInService(turn.context, device)) return turn.issue('NOT_EXPECTED_IN_STATE', device.serial)
    hazarded(turn, againstAct(turn.context, device, 'unbind'), device.serial)
    if (device.keys === 'loaded' && device.keysRevokedAt === null)
      turn.issue('KEYS_NOT_REMOVED', device.serial)
    turn.update('devices', device.serial, { binding: 'unbound', registryRef: event.registryRef })
    endDeviceOrder(turn, 'unbind', { serial: event.serial }, 'confirmed')
  },
  'unbinding.failed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    const order = event.orderId === undefined ? undefined : turn.context.orders[event.orderId]
    // the register takes back what it had confirmed; a failure of an older attempt says nothing about the last one
    const reverted =
      device.binding === 'unbound' && (event.orderId === undefined || order?.status === 'confirmed')
    if (reverted) turn.issue('DEVICE_STILL_BOUND', device.serial)
    const isOfLast = event.orderId === undefined || order?.status === 'ordered'
    const tried = device.binding === 'unbindingOrdered' && isOfLast
    if (tried || reverted) turn.update('devices', device.serial, { binding: 'bound' })
    endDeviceOrder(turn, 'unbind', event, 'failed')
    openTicket(turn, 'registry', 'unbinding_failed', device.serial)
  },
}
