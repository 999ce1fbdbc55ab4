import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { items } from './kit.ts'
import { phaseOf } from './phase.ts'

export const boundDevice = (context: LifecycleContext): Device | undefined =>
  items(context.devices).find((device) => device.role === 'bound')

/** Nobody has it: lost, or given up as lost. */
export const isMissing = ({ custody }: Device): boolean => custody === 'lost' || custody === 'lossAccepted'

/** Is it settled what became of the device itself? Only the merchant's own stays where it is; an agent's goes back too. (R-217, OQ-16) */
export const hasCustodyVerdict = (device: Device): boolean =>
  device.custody === 'lossAccepted' ||
  (device.owner === 'merchant' && device.custody !== 'lost') ||
  (device.receivedAt !== null &&
    device.inspection !== null &&
    (device.journeyFaults.length === 0 ||
      (device.inspection.sealBreach !== null && device.erasure === 'verified')))

/** The terminal lives, and works with this very device: it is neither closing nor was the device replaced. */
export const isInService = (context: LifecycleContext, { role }: Pick<Device, 'role'>): boolean =>
  phaseOf(context) === 'live' && role === 'bound'
