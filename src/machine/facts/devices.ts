import { isSameName, type LifecyclePolicy } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { items } from './kit.ts'
import { phaseOf } from './phase.ts'

/** All that the terminal sells on: several may share one number. */
export const boundDevices = (context: LifecycleContext): Device[] =>
  items(context.devices).filter((device) => device.role === 'bound')

/** Does one of these offer help by itself? Nothing: not all were told of, and of none that it does. */
export const offersSelfService = (devices: readonly Device[]): boolean | undefined => {
  if (devices.some(({ selfService }) => selfService === true)) return true
  return devices.every(({ selfService }) => selfService === false) ? false : undefined
}

/** Whole: it is there, and what makes it sell is still in it. One that is not keeps its terminal out of service. */
export const isFit = (device: Device): boolean =>
  !isMissing(device) && device.keys === 'loaded' && device.keysRevokedAt === null && !isBlank(device)

/** Told to have been wiped, and not tried since. */
export const isBlank = ({ wiped }: Device): boolean => wiped != null && !wiped.tried

/** Where it goes when nobody says otherwise: it is fetched where the form asked for that. */
export const destinationAsked = ({ closing }: LifecycleContext): 'institution' | 'collection' =>
  closing?.request?.disposition === 'collection' ? 'collection' : 'institution'

/** The merchant waits for it to be fetched, or for somebody to say when. */
export const isToBeFetched = (context: LifecycleContext, { role, returnTo }: Device): boolean =>
  (returnTo?.destination ?? (role === 'bound' ? destinationAsked(context) : undefined)) === 'collection'

/** Nobody has it: lost, or given up as lost. */
export const isMissing = ({ custody }: Device): boolean => custody === 'lost' || custody === 'lossAccepted'

/** Here, and looked at since it came; what was lost, found or brought once more is not. Earlier releases let a word of its shipment that came late move it. */
export const isInspected = ({ custody, receivedAt, inspection }: Device): boolean =>
  (custody === 'inspected' || custody === 'inTransit') && receivedAt !== null && inspection !== null

/** Is it settled what became of the device itself? Only the merchant's own stays where it is; an agent's goes back too. (R-217, OQ-16) */
export const hasCustodyVerdict = (device: Device): boolean =>
  device.custody === 'lossAccepted' ||
  (device.owner === 'merchant' && device.custody !== 'lost') ||
  (isInspected(device) &&
    (device.journeyFaults.length === 0 ||
      (device.inspection?.sealBreach != null &&
        (device.erasure === 'verified' || device.erasure === 'moot') &&
        !device.journeyFaults.includes('TENANT_CONSENT_MISSING'))))

/** The terminal lives, and works with this very device: it is neither closing nor was the device replaced. */
export const isInService = (context: LifecycleContext, { role }: Pick<Device, 'role'>): boolean =>
  phaseOf(context) === 'live' && role === 'bound'

/** Who bears a damage of this cause? An undetermined one is assessed first. (R-240, R-241, C-05) */
export const isMerchantsDamage = ({ repairLiability }: LifecyclePolicy, cause: string | null): boolean =>
  cause !== null && repairLiability !== 'provider' && (repairLiability === 'merchant' || cause !== 'nonHuman')

type Returned = readonly { readonly name: string; readonly expected: number; readonly returned: number }[]
/** Is less there than was expected, or than was handed out with the device? What nobody names did not come back. */
export const isIncomplete = ({ accessories }: Pick<Device, 'accessories'>, found: Returned): boolean => {
  const returnedOf = (name: string): number =>
    found.filter((one) => isSameName(one.name, name)).reduce((sum, { returned }) => sum + returned, 0)
  return (
    found.some(({ expected, returned }) => returned < expected) ||
    (accessories ?? []).some(({ name, count }) => returnedOf(name) < count)
  )
}

/** It was whole when it left, as pictures show or somebody beside the merchant saw: what broke it may have come on the way. */
export const leftWhole = ({ handedOver }: Device): boolean =>
  handedOver != null &&
  (handedOver.condition === 'intact' || handedOver.condition === 'worn') &&
  (handedOver.by !== 'merchant' || handedOver.photoHashes.length > 0)

/** What an inspection found at the merchant's expense; of the merchant's own device it is nobody's business. */
export const foundAtFault = (
  policy: LifecyclePolicy,
  { owner, inspection }: Pick<Device, 'owner' | 'inspection'>,
): ('damage' | 'accessory')[] => {
  if (owner === 'merchant' || inspection === null) return []
  return [
    ...(isMerchantsDamage(policy, inspection.damageCause) ? (['damage'] as const) : []),
    ...(inspection.incomplete ? (['accessory'] as const) : []),
  ]
}

/** The provider has not said yet what it makes of an inspection: until then the pledge is not free. */
export const undecidedDevices = (context: LifecycleContext): readonly Device[] =>
  items(context.devices).filter(({ undecided }) => undecided.length > 0)
