import { type Blocker, blocker } from '../../domain/index.ts'
import { isErased } from '../facts/data.ts'
import { hasCustodyVerdict, isInspected, isToBeFetched } from '../facts/devices.ts'
import { keysAreGone } from '../facts/keys.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { erasure } from './data.ts'
import { all, type Missing, when } from './kit.ts'

/** Whoever asked for it to be fetched waits for the provider. */
const notReturned = (context: LifecycleContext, device: Device): Blocker => {
  const item = blocker('DEVICE_NOT_RETURNED', device.serial)
  if (!isToBeFetched(context, device)) return item
  const clearedBy = device.returnTo ? item.clearedBy : (['return.authorised', ...item.clearedBy] as const)
  return { ...item, owner: 'provider', clearedBy }
}

const custody = (context: LifecycleContext, device: Device): readonly Blocker[] => {
  const { serial } = device
  if (hasCustodyVerdict(device)) return []
  if (device.custody === 'lost') return [blocker('DEVICE_REPORTED_LOST', serial)]
  if (device.receivedAt === null) return [notReturned(context, device)]
  if (!isInspected(device)) return [blocker('DEVICE_NOT_INSPECTED', serial)]
  const noConsent = device.journeyFaults.includes('TENANT_CONSENT_MISSING')
  return [blocker(noConsent ? 'TENANT_CONSENT_MISSING' : 'SEAL_BROKEN', serial)]
}

/** What is still to be done with this device before nobody waits for it. */
export const deviceOpen = (context: LifecycleContext, device: Device): readonly Blocker[] =>
  all(
    custody(context, device),
    !isErased(device) && erasure(device),
    when(!keysAreGone(context, device), 'KEYS_NOT_REMOVED', device.serial),
  )

export const devices: Missing = (context) =>
  items(context.devices).flatMap((device) => deviceOpen(context, device))
