import { blocker, type EventOn, isSamePerson, lasts, reasonProfiles } from '../../domain/index.ts'
import { amountOpen, causeOpen } from '../clearing/holds.ts'
import { all, when } from '../clearing/kit.ts'
import { boundDevices, isMissing } from '../facts/devices.ts'
import { concerns, isKnownHold, isReservedHold } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { shortOf, underpaid } from '../facts/paid.ts'
import { type Bringing, papersAtHand } from '../facts/papers.ts'
import { phaseOf } from '../facts/phase.ts'
import { latest } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Hold } from '../shape/holds.ts'
import { secondPerson } from './acts.ts'
import { type Asked, holdNamed, isRole, type Rules } from './kit.ts'
import { expiredForSale } from './papers.ts'
import { ofAnother, proofOpen, unproven } from './proofs.ts'

/** The books are closed: only payouts still have something to limit, and what forbids that anything is purged. */
const onlyPayout = (context: LifecycleContext, caps: readonly string[] | undefined) =>
  when(
    phaseOf(context) === 'closed' &&
      caps !== undefined &&
      caps.some((cap) => cap !== 'payout' && cap !== 'erasure'),
    'NOT_ALLOWED_IN_STATE',
  )

const ended = (hold: Hold) => blocker('HOLD_ENDED', hold.holdId)

/** The merchant may take back a pause that it asked for itself, whoever of it did, and that has not begun. */
const ownPlanned = (hold: Hold) =>
  hold.status === 'planned' && hold.code === 'MERCHANT_REQUEST' && hold.placedBy.role === 'merchant'

/** The loss that the hold stands for is a fact: the device is found, or its loss stays accepted. */
const stillMissing = (hold: Hold, devices: readonly (Device | undefined)[]) => {
  const missing = devices.find((device) => device !== undefined && isMissing(device))
  return when(hold.code === 'DEVICE_LOST' && missing !== undefined, 'DEVICE_REPORTED_LOST', missing?.serial)
}

/** A replaced device that is gone can still sell until its number is taken from it. */
const stillBound = ({ devices }: LifecycleContext): readonly Device[] =>
  items(devices).filter(({ role, binding }) => role === 'bound' || binding !== 'unbound')

/** Two people may end a hold whose cause is still open, where an agreement or a waiver says so. */
const agreed = (context: LifecycleContext, hold: Hold, event: Asked<'hold.lifted'>) => {
  const open = causeOpen(context, hold)
  if (open.length === 0) return []
  if (!event.evidence?.length) return open
  const shown = papersAtHand(context, { ...event, documents: event.evidence })
  const own = shown.filter(({ id }) => event.evidence?.some((paper) => paper.id === id))
  // a waiver of a part leaves the rest open
  return all(shortOf(own, amountOpen(context, hold)), secondPerson(context, event))
}

type Placing = Asked<'hold.placed'>

/** Recorded by the provider for an authority, with the reference of its order. */
const isOrdered = ({ by, orderRef }: Placing): boolean =>
  by.role === 'provider' && by.onBehalfOf === 'authority' && orderRef !== undefined

/** Who brings a reason up must be one who may; which ones a system may bring up by itself is policy.  */
const initiatorFaults = (context: LifecycleContext, { by, code, holdId }: Placing) => {
  if (code === undefined) return []
  if (by.role === 'system')
    return all(when(!context.policy.systemMayPlace.includes(code), 'REASON_NOT_TECHNICAL', holdId))
  const { initiators, technical } = reasonProfiles[code]
  return all(
    when(by.role === 'serviceProvider' && !technical, 'REASON_NOT_TECHNICAL', holdId),
    when(!initiators.includes(by.onBehalfOf ?? by.role), 'REASON_NOT_FOR_INITIATOR', holdId),
  )
}

/** What an authority ordered ends by its order alone, and names it from the first day. */
const authorityFaults = ({ by, code, release, orderRef, holdId }: Placing) => {
  const isAuthoritys = code === 'AUTHORITY_ORDER' || release === 'authority' || by.onBehalfOf === 'authority'
  return all(
    when(isAuthoritys && by.role !== 'provider', 'ROLE_NOT_ALLOWED', holdId),
    when(isAuthoritys && release !== undefined && release !== 'authority', 'WRONG_RELEASE_PATH', holdId),
    when(isAuthoritys && orderRef === undefined, 'AUTHORITY_ORDER_REQUIRED', holdId),
  )
}

/** Who may place a hold that the merchant does not see, and who may hold its money, is policy. */
const allowanceFaults = (
  { policy }: LifecycleContext,
  { by, disclosure, code, holdId }: Placing,
  caps: readonly string[] | undefined,
) => {
  const hides = (disclosure ?? (code && reasonProfiles[code].disclosure)) === 'hidden'
  const holdsMoney = caps?.includes('payout') === true
  return all(
    when(
      (hides && !policy.mayHide.includes(by.role)) || (holdsMoney && !policy.mayHoldMoney.includes(by.role)),
      'ROLE_NOT_ALLOWED',
      holdId,
    ),
  )
}

/** A reason that is on no list says nothing: what is wrong is said in words. An authority says it in its order. */
const wordless = (placing: Placing, known: string | null = null) => {
  const { code, words, holdId } = placing
  const isLeftOut = !(words ?? known)?.trim()
  const isAsked = code === 'OTHER' && holdId !== undefined && !isOrdered(placing)
  return isAsked && isLeftOut
    ? [{ ...blocker('REQUIRED_HERE', holdId, { path: '/words' }), owner: placing.by.role }]
    : []
}

/** A hold of one device is of one that the terminal sells on. */
const serialFaults = ({ devices }: LifecycleContext, serial: string | undefined) => {
  if (serial === undefined) return []
  const isKnown = Object.hasOwn(devices, serial)
  return all(
    when(!isKnown, 'DEVICE_UNKNOWN', serial),
    when(isKnown && devices[serial]?.role !== 'bound', 'WRONG_SERIAL', serial),
  )
}

const chargeUnknown = ({ charges }: LifecycleContext, chargeId: string | undefined) =>
  when(chargeId !== undefined && !Object.hasOwn(charges, chargeId), 'CHARGE_UNKNOWN', chargeId)

/** Does the end of this hold bring the terminal back into sale, with no test in between? Then it needs what a sale needs. */
const backIntoSale = (context: LifecycleContext, ending: Hold, event: Bringing) => {
  const limits = ({ status, caps }: Hold) =>
    (status === 'effective' || status === 'cleared') && caps.includes('sale')
  const isLast = limits(ending) && !items(context.holds).some((hold) => hold !== ending && limits(hold))
  return isLast && phaseOf(context) === 'live' ? expiredForSale(context, event) : []
}

/** What the remedy is shown by counts; where nothing else is asked for, it is also what the reason asks for. */
const proofFaults = (context: LifecycleContext, hold: Hold, ids: readonly string[], event: Bringing) => {
  const faults = unproven(context, { hold, ids }, event)
  if (hold.release !== 'evidence') return faults
  if (reasonProfiles[hold.code].umbrella) return [...faults, blocker('REASON_UNKNOWN', hold.holdId)]
  // what is wrong with a paper is said once
  return [...faults, ...proofOpen(context, hold, event, faults.length > 0 ? ids : [])]
}

export const holdRules: Rules<EventOn<'holds'>> = {
  'hold.placed': (context, event) => {
    const inUse = when(
      event.holdId !== undefined && (isReservedHold(event.holdId) || isKnownHold(context, event.holdId)),
      'REFERENCE_IN_USE',
      event.holdId,
    )
    const caps = event.caps ?? (event.code && reasonProfiles[event.code].caps)
    return all(
      inUse,
      initiatorFaults(context, event),
      wordless(event),
      authorityFaults(event),
      // the order of an authority is a fact, whoever would have to agree to it here
      !isOrdered(event) && allowanceFaults(context, event, caps),
      when(caps?.length === 0, 'HOLD_LIMITS_NOTHING', event.holdId),
      !isOrdered(event) && onlyPayout(context, caps),
      chargeUnknown(context, event.chargeId),
      serialFaults(context, event.serial),
      when(!lasts(event.startsAt, event.until, event.at), 'PERIOD_REVERSED', event.holdId),
    )
  },

  'hold.remedyClaimed': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    const { evidence = [] } = event
    const own = evidence.map(({ id }) => id)
    const shown = papersAtHand(context, { ...event, documents: evidence })
    return all(
      when(hold.release !== 'evidence' && hold.release !== 'application', 'WRONG_RELEASE_PATH', hold.holdId),
      underpaid(context, shown, { holdIds: [hold.holdId], own, at: event.at }, false),
      ofAnother(
        context,
        hold,
        shown.filter(({ id }) => own.includes(id)),
      ),
    )
  },

  'hold.remedyVerified': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(hold.release !== 'evidence' && hold.release !== 'application', 'WRONG_RELEASE_PATH', hold.holdId),
      when(hold.remedy === null, 'REMEDY_EVIDENCE_MISSING', hold.holdId),
      when(isSamePerson(hold.remedy?.claimedBy, event.by.personId), 'MAKER_IS_CHECKER', hold.holdId),
      hold.remedy !== null && proofFaults(context, hold, hold.remedy.evidence, event),
      stillMissing(
        hold,
        boundDevices(context).filter(({ serial }) => concerns(context, hold, serial)),
      ),
      hold.release === 'evidence' && causeOpen(context, hold),
      hold.release === 'evidence' && hold.test === 'none' && backIntoSale(context, hold, event),
    )
  },

  'hold.lifted': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    // one that owes nothing but its test has nothing left to lift
    if (hold.status === 'lifted' || hold.status === 'cleared') return [ended(hold)]
    // what is kept for a dispute ends with its case, or by two persons
    if (hold.evidence && !isRole(event, 'merchant')) return secondPerson(context, event)
    if (isRole(event, 'merchant')) return all(when(!ownPlanned(hold), 'ROLE_NOT_ALLOWED', hold.holdId))
    if (hold.release === 'authority')
      return all(
        when(event.orderRef === undefined, 'AUTHORITY_ORDER_REQUIRED', hold.holdId),
        hold.status === 'effective' && hold.test === 'none' && backIntoSale(context, hold, event),
      )
    if (hold.status === 'planned') return all(agreed(context, hold, event))
    if (hold.release === 'provider')
      return all(agreed(context, hold, event), hold.test === 'none' && backIntoSale(context, hold, event))
    // while closing two persons may ease what no path can lift any more: payout and erasure become free
    if (phaseOf(context) !== 'live') return all(secondPerson(context, event))
    const isAgreed = event.evidence !== undefined && causeOpen(context, hold).length > 0
    if (!isAgreed) return all(when(true, 'WRONG_RELEASE_PATH', hold.holdId))
    return all(agreed(context, hold, event), hold.test === 'none' && backIntoSale(context, hold, event))
  },

  'hold.rescinded': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    return all(
      when(isSamePerson(hold.placedBy.personId, event.by.personId), 'MAKER_IS_CHECKER', hold.holdId),
      // whether an authority erred is for the authority to say
      when(hold.release === 'authority', 'AUTHORITY_ORDER_REQUIRED', hold.holdId),
      stillMissing(hold, stillBound(context)),
      backIntoSale(context, hold, event),
    )
  },

  'hold.reviewed': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    return all(
      when(hold.status === 'lifted' || hold.status === 'cleared', 'HOLD_ENDED', hold.holdId),
      when(hold.status === 'planned', 'NOT_YET_DUE', hold.holdId),
    )
  },

  'hold.reclassified': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    if (hold.status === 'lifted') return [ended(hold)]
    const placing: Placing = { ...event, type: 'hold.placed' }
    const caps = event.caps ?? (event.code && reasonProfiles[event.code].caps)
    return all(
      when(hold.status === 'cleared', 'HOLD_ENDED', hold.holdId),
      when(caps?.length === 0, 'HOLD_LIMITS_NOTHING', hold.holdId),
      initiatorFaults(context, placing),
      wordless(placing, hold.words),
      serialFaults(context, event.serial),
      authorityFaults(placing),
      !isOrdered(placing) && allowanceFaults(context, placing, caps),
      caps?.includes('sale') === false && backIntoSale(context, hold, event),
      when(!reasonProfiles[hold.code].umbrella, 'RECLASSIFY_ONLY_UMBRELLA', hold.holdId),
      when(hold.release === 'authority' || hold.release === 'none', 'WRONG_RELEASE_PATH', hold.holdId),
    )
  },

  'suspension.extended': (context, event) => {
    const { item: hold, missing } = holdNamed(context, event.holdId)
    if (missing) return missing
    const isOwn = hold.placedBy.role === 'merchant'
    const { until } = event
    return all(
      when(hold.status === 'lifted' || hold.status === 'cleared', 'HOLD_ENDED', hold.holdId),
      when(!isRole(event, 'provider') && !isOwn, 'ROLE_NOT_ALLOWED', hold.holdId),
      when(
        !lasts(latest(hold.until, hold.startsAt) ?? undefined, until, event.at),
        'PERIOD_REVERSED',
        hold.holdId,
      ),
    )
  },
}
