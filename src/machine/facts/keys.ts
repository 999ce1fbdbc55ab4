import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { againstAct } from './data.ts'

/** Zeroised or destroyed once nothing is open on it or left in it; revocation at the host alone is enough only for an accepted loss. */
export const keysAreGone = (context: LifecycleContext, device: Device): boolean =>
  (device.keys !== 'loaded' &&
    againstAct(context, device, 'zeroise').every(({ code }) => code === 'LEGAL_HOLD')) ||
  (device.custody === 'lossAccepted' && device.keysRevokedAt !== null)
