import { againstAct } from '../facts/data.ts'
import { items } from '../facts/kit.ts'
import { all, type Missing, when } from './kit.ts'

/** What the register did too early counts once nothing forbids it any more. */
export const binding: Missing = (context) =>
  items(context.devices).flatMap((device) =>
    all(
      when(device.binding === 'bound', 'DEVICE_STILL_BOUND', device.serial),
      when(device.binding === 'unbindingOrdered', 'UNBINDING_PENDING', device.serial),
      device.binding === 'unbound' && againstAct(context, device, 'unbind'),
      when(
        device.binding === 'unbound' && device.keys === 'loaded' && device.keysRevokedAt === null,
        'KEYS_NOT_REMOVED',
        device.serial,
      ),
    ),
  )
