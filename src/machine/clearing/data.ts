import type { Blocker } from '../../domain/index.ts'
import type { Device } from '../shape/devices.ts'
import { all, when } from './kit.ts'

export const erasure = (device: Device): readonly Blocker[] =>
  all(
    when(device.erasure === 'none' || device.erasure === 'failed', 'ERASURE_NOT_AUTHORISED', device.serial),
    when(device.erasure === 'authorised', 'ERASURE_NOT_COMPLETED', device.serial),
    when(device.erasure === 'completed', 'ERASURE_NOT_VERIFIED', device.serial),
  )
