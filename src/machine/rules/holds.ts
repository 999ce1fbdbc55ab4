import { blocker, type EventOn, reasonProfiles } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { chargeOpen } from '../facts/charges.ts'
import { boundDevice, isMissing } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Hold } from '../shape/holds.ts'
import { secondPerson } from './acts.ts'
import { isRole, type Rules } from './kit.ts'

/** The books are closed: only what limits payouts still has something to limit. */
const onlyPayout = (context: LifecycleContext, caps: readonly string[] | undefined) =>
  when(
    phaseOf(context) === 'closed' && caps !== undefined && caps.some((cap) => cap !== 'payout'),
    'NOT_ALLOWED_IN_STATE',
  )

const ended = (hold: Hold) => blocker('HOLD_ENDED', hold.holdId)

/** The merchant may take back a pause that it asked for itself, whoever of it did, and that has not begun. */
const ownPlanned = (hold: Hold) =>
  hold.status === 'planned' && hold.code === 'MERCHANT_REQUEST' && hold.placedBy.role === 'merchant'

/** Names of holds that follow from facts. */
const isReservedHold = (name: string): boolean => /^(suspension|lost|reactivation):/.test(name)

/** The loss that the hold stands for is a fact: the device is found, or its loss stays accepted. */
const stillMissing = (hold: Hold, devices: readonly (Device | undefined)[]) => {
  const missing = devices.find((device) => device !== undefined && isMissing(device))
  return when(hold.code === 'DEVICE_LOST' && missing !== undefined, 'DEVICE_REPORTED_LOST', missing?.serial)
}

/** A replaced device that is gone can still sell until its number is taken from it. */
const stillBound = ({ devices }: LifecycleContext): readonly Device[] =>
  items(devices).filter(({ role, binding }) => role === 'bound' || binding !== 'unbound')

/** What still has to be put right before anybody may ask that the hold be cleared. */
export const remedyOpen = (context: LifecycleContext, hold: Hold) => {
  const charge = hold.chargeId === null ? undefined : context.charges[hold.chargeId]
  return when(charge !== undefined && chargeOpen(context, charge) > 0, 'REMEDY_OPEN', hold.holdId)
}

export const holdRules: Rules<EventOn<'holds'>> = {
  'hold.placed': (context, event) => {
    const inUse = when(
      event.holdId !== undefined &&
        (isReservedHold(event.holdId) || Object.hasOwn(context.holds, event.holdId)),
      'REFERENCE_IN_USE',
      event.holdId,
    )
    const caps = event.caps ?? (event.code && reasonProfiles[event.code].caps)
    const nothing = when(caps?.length === 0, 'HOLD_LIMITS_NOTHING', event.holdId)
    // the order of an authority is a fact, whoever would have to agree to it here
    if (isRole(event, 'provider') && event.by.onBehalfOf === 'authority' && event.orderRef !== undefined)
      return all(inUse, nothing)
    const technical = event.code === undefined || reasonProfiles[event.code].technical
    const bySystem = event.code === undefined || context.policy.systemMayPlace.includes(event.code)
    return all(
      inUse,
      when(isRole(event, 'serviceProvider') && !technical, 'REASON_NOT_TECHNICAL'),
      when(isRole(event, 'system') && !bySystem, 'REASON_NOT_TECHNICAL'),
      when(event.release === 'authority' && event.orderRef === undefined, 'AUTHORITY_ORDER_REQUIRED'),
      nothing,
      onlyPayout(context, caps),
    )
  },

  'hold.remedyClaimed': (context, event) => {
    const { item: hold, missing } = lookUp(context.holds, event.holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(hold.release !== 'evidence' && hold.release !== 'application', 'WRONG_RELEASE_PATH', hold.holdId),
    )
  },

  'hold.remedyVerified': (context, event) => {
    const { item: hold, missing } = lookUp(context.holds, event.holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(hold.release !== 'evidence' && hold.release !== 'application', 'WRONG_RELEASE_PATH', hold.holdId),
      when(hold.remedy === null, 'REMEDY_EVIDENCE_MISSING', hold.holdId),
      when(hold.remedy?.claimedBy === event.by.personId, 'MAKER_IS_CHECKER', hold.holdId),
      stillMissing(hold, [boundDevice(context)]),
    )
  },

  'hold.lifted': (context, event) => {
    const { item: hold, missing } = lookUp(context.holds, event.holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    // one that owes nothing but its test has nothing left to lift
    if (hold.status === 'lifted' || hold.status === 'cleared') return [ended(hold)]
    if (isRole(event, 'merchant')) return all(when(!ownPlanned(hold), 'ROLE_NOT_ALLOWED', hold.holdId))
    if (hold.release === 'authority')
      return all(when(event.orderRef === undefined, 'AUTHORITY_ORDER_REQUIRED', hold.holdId))
    if (hold.release === 'provider' || hold.status === 'planned') return []
    // while closing two persons may ease what no path can lift any more: payout and erasure become free
    if (phaseOf(context) === 'live') return all(when(true, 'WRONG_RELEASE_PATH', hold.holdId))
    return all(secondPerson(context, event))
  },

  'hold.rescinded': (context, event) => {
    const { item: hold, missing } = lookUp(context.holds, event.holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(hold.placedBy.personId === event.by.personId, 'MAKER_IS_CHECKER', hold.holdId),
      // whether an authority erred is for the authority to say
      when(hold.release === 'authority', 'AUTHORITY_ORDER_REQUIRED', hold.holdId),
      stillMissing(hold, stillBound(context)),
    )
  },

  'hold.reclassified': (context, event) => {
    const { item: hold, missing } = lookUp(context.holds, event.holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(hold.status === 'cleared', 'HOLD_ENDED', hold.holdId),
      when(
        event.code !== undefined && (event.caps ?? reasonProfiles[event.code].caps).length === 0,
        'HOLD_LIMITS_NOTHING',
        hold.holdId,
      ),
      when(!reasonProfiles[hold.code].umbrella, 'RECLASSIFY_ONLY_UMBRELLA', hold.holdId),
      when(hold.release === 'authority' || hold.release === 'none', 'WRONG_RELEASE_PATH', hold.holdId),
    )
  },
}
