import { mostEnded } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import type { Leaves } from './kit.ts'

/** Numbers of batches, but for the newest: a device counts its own round and begins again. */
export const devices: Leaves<'devices'> = ({ devices: all }) => {
  const hasMany = ({ batches }: (typeof all)[string]) => batches.length > mostEnded
  if (!items(all).some(hasMany)) return all
  return Object.fromEntries(
    Object.entries(all).map(([serial, device]) => [
      serial,
      hasMany(device) ? { ...device, batches: device.batches.slice(-mostEnded) } : device,
    ]),
  )
}
