import { type Blocker, blocker } from '../../domain/index.ts'
import { isErased } from '../facts/data.ts'
import { hasCustodyVerdict } from '../facts/devices.ts'
import { keysAreGone } from '../facts/keys.ts'
import { items } from '../facts/kit.ts'
import type { Device } from '../shape/devices.ts'
import { erasure } from './data.ts'
import { all, type Missing, when } from './kit.ts'

const custody = (device: Device): readonly Blocker[] => {
  const { serial } = device
  if (hasCustodyVerdict(device)) return []
  if (device.custody === 'lost') return [blocker('DEVICE_REPORTED_LOST', serial)]
  if (device.receivedAt === null) return [blocker('DEVICE_NOT_RETURNED', serial)]
  if (device.inspection === null) return [blocker('DEVICE_NOT_INSPECTED', serial)]
  const noConsent = device.journeyFaults.includes('TENANT_CONSENT_MISSING')
  return [blocker(noConsent ? 'TENANT_CONSENT_MISSING' : 'SEAL_BROKEN', serial)]
}

export const devices: Missing = (context) =>
  items(context.devices).flatMap((device) =>
    all(
      custody(device),
      !isErased(device) && erasure(device),
      when(!keysAreGone(context, device), 'KEYS_NOT_REMOVED', device.serial),
    ),
  )
