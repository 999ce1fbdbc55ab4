import { items } from '../facts/kit.ts'
import { all, type Missing, when } from './kit.ts'

export const binding: Missing = (context) =>
  items(context.devices).flatMap((device) =>
    all(
      when(device.binding === 'bound', 'DEVICE_STILL_BOUND', device.serial),
      when(device.binding === 'unbindingOrdered', 'UNBINDING_PENDING', device.serial),
    ),
  )
