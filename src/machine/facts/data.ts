import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { items } from './kit.ts'

export const isErased = (device: Device): boolean =>
  device.erasure === 'verified' || device.erasure === 'moot'

/** A wipe that somebody has begun goes on, whatever became of its authorisation, until it is told to have failed. */
export const erasureBegun = ({ orders }: LifecycleContext, { serial }: Device): boolean =>
  items(orders).some(
    (order) =>
      order.kind === 'eraseDevice' &&
      order.params.serial === serial &&
      (order.status === 'confirmed' || (order.status === 'ordered' && order.claimed)),
  )
