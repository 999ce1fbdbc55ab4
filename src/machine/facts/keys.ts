import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { isDrained } from './transactions.ts'

/** Zeroised or destroyed once drained; revocation at the host alone is enough only for an accepted loss. */
export const keysAreGone = (context: LifecycleContext, device: Device): boolean =>
  (device.keys !== 'loaded' && isDrained(context, device)) ||
  (device.custody === 'lossAccepted' && device.keysRevokedAt !== null)
