import type { EventOn } from '../../domain/index.ts'
import {
  type Actor,
  type Department,
  type Limit,
  limits as limitNames,
  reasonProfiles,
  type SuspensionReason,
} from '../../domain/index.ts'
import type { HoldPlaced } from '../../schemas/index.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { hearsOfHold } from '../facts/agents.ts'
import { boundDevices, isBlank, isFit } from '../facts/devices.ts'
import { startsLater } from '../facts/holds.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { ensureDisabled } from './acceptance.ts'
import type { Reducers } from './kit.ts'
import { notify, openTicket } from './notices.ts'
import { cancelUnclaimed } from './order-ends.ts'
import { keepPapers } from './papers.ts'
import type { Turn } from './turn.ts'

type Given = Omit<HoldPlaced, 'type' | 'caps'> & { caps?: readonly Limit[] | undefined }

/** What an authority orders is not talked about unless somebody says so. (lifecycle specification, disclosure) */
const byAuthority = ({ release }: Given, { onBehalfOf }: Actor): boolean =>
  release === 'authority' || onBehalfOf === 'authority'

/** A failure of the platform asks nothing of the merchant: the provider ends it, and no device is tested for it. */
const profileFor = ({ code, side }: Pick<Given, 'code' | 'side'>) => {
  const profile = reasonProfiles[code]
  const isTechnical = profile.category === 'technical' || profile.category === 'planned'
  const isPlatforms = side === 'platform' && isTechnical && code !== 'DEVICE_LOST'
  return isPlatforms ? ({ ...profile, release: 'provider', test: 'none' } as const) : profile
}

/** What the reason's profile says where the event says nothing; where nothing can be assumed, everything is limited. */
export const holdFrom = (given: Given, placedBy: Actor, at: string): Hold => {
  const profile = profileFor(given)
  return {
    holdId: given.holdId,
    code: given.code,
    caps: given.caps ?? (profile.caps.length > 0 ? profile.caps : limitNames),
    status: startsLater(given.startsAt, at) ? 'planned' : 'effective',
    release: given.release ?? (placedBy.onBehalfOf === 'authority' ? 'authority' : profile.release),
    test: given.test ?? profile.test,
    disclosure: given.disclosure ?? (byAuthority(given, placedBy) ? 'hidden' : profile.disclosure),
    startsAt: given.startsAt ?? at,
    until: given.until ?? null,
    source: given.source ?? null,
    words: given.words ?? null,
    side: given.side ?? 'terminal',
    fault: null,
    orderRef: given.orderRef ?? null,
    chargeId: given.chargeId ?? null,
    ...(given.serial !== undefined && { serial: given.serial }),
    placedBy,
    remedy: null,
    eased: false,
  }
}

const urgentCodes = new Set<SuspensionReason>(['DEVICE_LOST', 'MALICIOUS_ATTACK', 'RULE_VIOLATION'])

const limits = (hold: Hold, limit: Limit): boolean => hold.caps.includes(limit)

/** What is broken needs hands at once, whether or not anybody asks for a repair. */
const faults = new Set<SuspensionReason>([
  'HARDWARE_FAULT',
  'DEVICE_DAMAGED',
  'SOFTWARE_FAULT',
  'NETWORK_FAULT',
])

const fetchHelp = (turn: Turn, { holdId, code, side }: Hold): void => {
  if (!faults.has(code)) return
  openTicket(turn, side === 'platform' ? 'support' : 'workshop', 'device_fault', holdId)
}

/** Work that somebody has to do, where it is the terminal and not the platform that is worked on. */
const workers: Readonly<Partial<Record<SuspensionReason, Department>>> = {
  SYSTEM_MAINTENANCE: 'fieldService',
  SOFTWARE_UPDATE: 'workshop',
  DATA_MIGRATION: 'support',
}

const isWork = ({ code, placedBy }: Hold): boolean =>
  workers[code] !== undefined && placedBy.role !== 'merchant'

/** Planned work goes to those who do it, and is announced before it begins. */
const planWork = (turn: Turn, hold: Hold): void => {
  const { holdId, code, side, status, disclosure } = hold
  if (!isWork(hold)) return
  openTicket(turn, side === 'platform' ? 'operations' : (workers[code] ?? 'support'), 'planned_work', holdId)
  if (status !== 'planned') return
  const hidden = disclosure === 'hidden'
  notify(turn, 'work_planned', ['merchant', ...hearsOfHold(hold)], { phase: 'before', ref: holdId, hidden })
}

/** From now on the hold forbids what it forbids: the host is told, what is not begun is taken back. */
const takeEffect = (turn: Turn, hold: Hold, soldBefore: boolean): void => {
  const hidden = hold.disclosure === 'hidden'
  // a number that is closed has no host that could be told
  const tellable = phaseOf(turn.context) !== 'closed'
  if (tellable && hold.caps.some((cap) => cap !== 'payout' && cap !== 'erasure'))
    ensureDisabled(turn, urgentCodes.has(hold.code))
  const template = limits(hold, 'sale') && soldBefore ? 'service_suspended' : 'terminal_restricted'
  const customers = template === 'service_suspended' ? (['customers'] as const) : []
  notify(turn, template, ['merchant', ...customers, ...hearsOfHold(hold)], { ref: hold.holdId, hidden })
  fetchHelp(turn, hold)
  if (limits(hold, 'payout')) {
    cancelUnclaimed(turn, 'payOut')
    cancelUnclaimed(turn, 'refundDeposit')
  }
  startReview(turn, hold)
}

/** A hold has one review, of its money where it holds any. */
const startReview = (turn: Turn, hold: Hold): void => {
  const holdsMoney = limits(hold, 'payout')
  turn.cancel(holdsMoney ? 'holdReview' : 'fundsHoldReview', hold.holdId)
  turn.start(holdsMoney ? 'fundsHoldReview' : 'holdReview', { ref: hold.holdId })
}

/** Holds that nobody writes to the merchant about: those that follow from what it knows itself. */
const unannounced = new Set<SuspensionReason>(['DEVICE_LOST', 'REACTIVATION_CHECK'])

/** A hold acts at once; its notice, or the order of the authority, follows in writing. */
const oweNotice = (turn: Turn, { holdId, code, placedBy, release, disclosure }: Hold): void => {
  const isMerchants = placedBy.role === 'merchant' || unannounced.has(code)
  if (release === 'authority' || (!isMerchants && disclosure === 'open'))
    turn.start('noticeDue', { ref: holdId })
}

/** A hold becomes effective; `soldBefore` tells whether customers will notice. */
export const placeHold = (turn: Turn, hold: Hold): void => {
  const sold = acceptanceWanted(turn.context)
  turn.put('holds', hold.holdId, hold)
  if (hold.status === 'planned') turn.start('holdStart', { ref: hold.holdId, due: hold.startsAt })
  planWork(turn, hold)
  if (hold.status === 'effective') takeEffect(turn, hold, sold)
  oweNotice(turn, hold)
  waitForEnd(turn, hold)
}

/** How long a hold is planned to last, and how long its approval does, counts while the terminal lives. */
export const waitForEnd = (turn: Turn, { holdId, status, until, release }: Hold): void => {
  const stands = status === 'planned' || status === 'effective'
  if (stands && until !== null) turn.start('holdEnd', { ref: holdId, due: until })
  if (status === 'cleared' && release === 'application') turn.start('approvalValidity', { ref: holdId })
}

/** A planned hold whose day has come. */
export const startHold = (turn: Turn, holdId: string): void => {
  const hold = turn.context.holds[holdId]
  if (hold?.status !== 'planned') return
  const sold = acceptanceWanted(turn.context)
  turn.update('holds', holdId, { status: 'effective' })
  takeEffect(turn, hold, sold)
}

const clocksOfHold = [
  'holdStart',
  'holdEnd',
  'noticeDue',
  'holdReview',
  'fundsHoldReview',
  'approvalValidity',
] as const

const stopClocks = (turn: Turn, holdId: string): void => {
  for (const name of clocksOfHold) turn.cancel(name, holdId)
}

/** The end of a limit is told as its beginning was; that sale goes on has a notice of its own. */
const tellOfEnd = (turn: Turn, hold: Hold): void => {
  const saleGoesOn = limits(hold, 'sale') && acceptanceWanted(turn.context)
  // work that was announced and does not begin is called off to those who heard of it
  const isTold = hold.status === 'effective' ? !saleGoesOn : hold.status === 'planned' && isWork(hold)
  const merchant = isTold ? (['merchant'] as const) : []
  // it hears of each hold by itself, and of no check that follows from another end
  const agent = hold.status !== 'lifted' && hold.code !== 'REACTIVATION_CHECK' ? hearsOfHold(hold) : []
  const hidden = hold.disclosure === 'hidden'
  if (merchant.length + agent.length > 0)
    notify(turn, 'restriction_lifted', [...merchant, ...agent], { ref: hold.holdId, hidden })
}

export const liftHold = (turn: Turn, holdId: string): void => {
  const hold = turn.context.holds[holdId]
  turn.update('holds', holdId, { status: 'lifted' })
  stopClocks(turn, holdId)
  if (hold) tellOfEnd(turn, hold)
}

/** Put right or approved away: what limits sale still owes its device test, the rest is over. */
export const clearHold = (turn: Turn, holdId: string): void => {
  const hold = turn.context.holds[holdId]
  if (!hold) return
  const owesTest = hold.status !== 'planned' && hold.caps.includes('sale') && hold.test !== 'none'
  if (!owesTest) liftHold(turn, holdId)
  else {
    stopClocks(turn, holdId)
    turn.update('holds', holdId, { status: 'cleared' })
  }
}

/** The device is tried before sale comes back; until then sale stays off. */
export const owesCheck = (turn: Turn): void => {
  // what was wiped is set up anew: the small test does not tell whether all of it is back
  const isWhole = !boundDevices(turn.context).some(isBlank)
  const test = isWhole ? reasonProfiles.REACTIVATION_CHECK.test : 'full'
  const given = { holdId: `reactivation:${turn.seq}`, code: 'REACTIVATION_CHECK', test } as const
  const hold = holdFrom(given, turn.by, turn.at)
  placeHold(turn, { ...hold, status: 'cleared' })
  ensureDisabled(turn, false)
}

export const sellsUnfit = (context: LifecycleContext): boolean =>
  acceptanceWanted(context) && !boundDevices(context).every(isFit)

/**
 * Whatever ends a hold, no terminal comes back on a device that is gone or without what makes it sell, and none goes on
 * with one: it is tested, replaced, or its loss accepted. What sold like that all along is left alone.
 */
export const checkUnfit = (turn: Turn, before: LifecycleContext): void => {
  if (sellsUnfit(turn.context) && !sellsUnfit(before)) owesCheck(turn)
}

export const holdReducers: Reducers<EventOn<'holds'>> = {
  'hold.placed': (turn, event) => placeHold(turn, holdFrom(event, event.by, event.at)),

  'hold.remedyClaimed': (turn, event) => {
    keepPapers(turn, event.evidence)
    turn.update('holds', event.holdId, {
      remedy: {
        evidence: event.evidence.map(({ id }) => id),
        claimedBy: event.by.personId,
        verifiedBy: null,
      },
    })
  },

  'hold.remedyVerified': (turn, event) => {
    const hold = turn.context.holds[event.holdId]
    if (!hold?.remedy) return
    turn.update('holds', hold.holdId, { remedy: { ...hold.remedy, verifiedBy: event.by.personId } })
    if (hold.release === 'evidence') clearHold(turn, hold.holdId)
  },

  'hold.lifted': (turn, event) => {
    const hold = turn.context.holds[event.holdId]
    if (!hold) return
    if (event.evidence) keepPapers(turn, event.evidence)
    const isAgreed = event.evidence !== undefined && phaseOf(turn.context) === 'live'
    const mayEnd =
      isAgreed || hold.release === 'provider' || hold.release === 'authority' || hold.status === 'planned'
    if (mayEnd) clearHold(turn, hold.holdId)
    else turn.update('holds', hold.holdId, { eased: true })
  },

  'hold.rescinded': (turn, event) => liftHold(turn, event.holdId),

  'hold.reviewed': (turn, { holdId }) => {
    const hold = turn.context.holds[holdId]
    if (hold) startReview(turn, hold)
  },

  'hold.reclassified': (turn, event) => {
    // whose failure it is stays as it was said
    const profile = profileFor({ ...event, side: turn.context.holds[event.holdId]?.side })
    const sold = acceptanceWanted(turn.context)
    turn.update('holds', event.holdId, {
      code: event.code,
      ...(event.serial !== undefined && { serial: event.serial }),
      words: event.words ?? turn.context.holds[event.holdId]?.words ?? null,
      caps: event.caps ?? profile.caps,
      // what two people eased, and what was put right, was the other reason
      eased: false,
      remedy: null,
      release: profile.release,
      test: profile.test,
      orderRef: event.orderRef ?? turn.context.holds[event.holdId]?.orderRef ?? null,
      disclosure:
        profile.disclosure === 'hidden' ? 'hidden' : (turn.context.holds[event.holdId]?.disclosure ?? 'open'),
    })
    const hold = turn.context.holds[event.holdId]
    if (hold?.status === 'effective') takeEffect(turn, hold, sold)
    if (hold?.release === 'authority') oweNotice(turn, hold)
  },

  'suspension.extended': (turn, { holdId, until }) => {
    turn.update('holds', holdId, { until })
    turn.start('holdEnd', { ref: holdId, due: until })
  },
}
