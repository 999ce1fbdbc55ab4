import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Transfer } from '../shape/transfers.ts'
import { erasureBegun } from './data.ts'
import { deducted } from './deposits.ts'
import { boundDevices } from './devices.ts'
import { items } from './kit.ts'

/** The act that cannot be taken back, if one was done: from here a closure is not cancelled any more. */
export const irreversibleAct = (context: LifecycleContext): string | undefined => {
  const bound = boundDevices(context)
  const erasing = (device: Device) =>
    device.erasure !== 'moot' && (device.erasure !== 'none' || erasureBegun(context, device))
  if (bound.some(erasing)) return 'erasure.authorised'
  if (bound.some(({ keys }) => keys !== 'loaded')) return 'keys.removed'
  if (bound.some(({ binding }) => binding !== 'bound')) return 'unbinding.ordered'
  const moved = (transfers: Readonly<Record<string, Transfer>>) =>
    items(transfers).some(({ status }) => status !== 'failed' && status !== 'cancelled')
  if (moved(context.payouts)) return 'payout.ordered'
  if (items(context.deposits).some(({ refunds }) => moved(refunds))) return 'refund.ordered'
  if (items(context.deposits).some((deposit) => deducted(deposit) > 0)) return 'deposit.deducted'
  if (items(context.carriedOver).length > 0) return 'obligation.carriedOver'
  return undefined
}
