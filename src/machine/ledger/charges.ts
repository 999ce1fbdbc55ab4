import type { EventOn } from '../../domain/index.ts'
import { chargePaid, unassessed } from '../facts/charges.ts'
import { foundAtFault } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleInput } from '../shape/answers.ts'
import type { Charge } from '../shape/charges.ts'
import type { Device } from '../shape/devices.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'
import { cutCarriedOver } from './obligations.ts'
import type { Turn } from './turn.ts'

type GivenCharge = NonNullable<LifecycleInput['charges']>[number]
export const newCharge = (given: GivenCharge, raisedBy: string): Charge => ({
  ground: null,
  payments: {},
  carriedOver: 0,
  status: 'raised',
  feeTableVersion: 'imported',
  raisedBy,
  ...given,
})

/**
 * A charge that follows from a fact: it names no fee table, and the merchant may object all the same. Where there is one by
 * this name already, it comes to the new amount, and what was paid for it stays paid.
 */
export const raiseCharge = (
  turn: Turn,
  chargeId: string,
  kind: string,
  amount: number,
  { feeTableVersion = 'none', ground = null }: { feeTableVersion?: string; ground?: string | null } = {},
): void => {
  const { currency } = turn.context.identity
  const known = turn.context.charges[chargeId]
  turn.start('chargeObjection', { ref: chargeId })
  if (known) {
    redetermine(turn, known, amount, 'raised')
    // who made it higher made the claim
    if (amount > known.amount.amount) turn.update('charges', chargeId, { raisedBy: turn.by.personId })
  } else
    turn.put('charges', chargeId, {
      chargeId,
      kind,
      amount: { amount, currency },
      payments: {},
      carriedOver: 0,
      status: 'raised',
      feeTableVersion,
      ground,
      raisedBy: turn.by.personId,
    })
  notify(turn, 'charge_raised', ['merchant'], { ref: chargeId })
  if (phaseOf(turn.context) === 'closed') turn.toTail(chargeId, true)
}

/** Takes back what a deposit gave too much; what is left of the excess is returned as `rest`. */
const giveBackToDeposits = (
  turn: Turn,
  charge: Charge,
  excess: number,
): { payments: Charge['payments']; rest: number } => {
  let rest = excess
  const payments = { ...charge.payments }
  for (const [paymentRef, paid] of Object.entries(payments)) {
    const depositId = paymentRef.startsWith('deposit:') ? paymentRef.slice('deposit:'.length) : undefined
    const deposit = depositId === undefined ? undefined : turn.context.deposits[depositId]
    if (!deposit) continue
    const back = Math.min(rest, paid)
    payments[paymentRef] = paid - back
    turn.update('deposits', deposit.depositId, {
      deductions: { ...deposit.deductions, [charge.chargeId]: paid - back },
    })
    rest -= back
  }
  return { payments, rest }
}

/** A new amount; what was met beyond it goes back: to the deposit it came from, the rest through the settlement. */
export const redetermine = (turn: Turn, charge: Charge, amount: number, status: Charge['status']): void => {
  const { chargeId, carriedOver } = charge
  // what was carried over goes first
  const cut = Math.min(carriedOver, Math.max(0, chargePaid(charge) + carriedOver - amount))
  cutCarriedOver(turn, cut, ({ kind, ref }) => kind === 'charge' && ref === chargeId)
  const excess = Math.max(0, chargePaid(charge) - amount)
  const { payments, rest } = giveBackToDeposits(turn, charge, excess)
  turn.update('charges', chargeId, {
    amount: { ...charge.amount, amount },
    // what the merchant paid itself stays written as paid, up to the amount; the rest is owed to the merchant
    payments: trimmed(payments, rest),
    carriedOver: carriedOver - cut,
    status,
  })
  endIfMet(turn, chargeId)
  turn.set({ credit: turn.context.credit + rest })
}

const trimmed = (payments: Charge['payments'], excess: number): Charge['payments'] => {
  let rest = excess
  return Object.fromEntries(
    Object.entries(payments).map(([paymentRef, paid]) => {
      const back = Math.min(rest, paid)
      rest -= back
      return [paymentRef, paid - back]
    }),
  )
}

/** A charge that is met leaves nothing to object to. */
const endIfMet = (turn: Turn, chargeId: string): void => {
  const charge = turn.context.charges[chargeId]
  if (charge && chargePaid(charge) >= charge.amount.amount) turn.cancel('chargeObjection', chargeId)
}

/** Nobody could tell who broke it. A closure that was cancelled forgets the inspection, and not that somebody is to assess it. */
const isUnexplained = (turn: Turn, ground: string): boolean => {
  const { devices, documents } = turn.context
  const cause = devices[ground]?.inspection?.damageCause ?? documents[ground]?.facts?.cause
  return cause === 'undetermined' || (cause == null && turn.waits('assessmentDue', ground))
}

/** The merchant argues: nothing is taken before it is decided. */
export const disputeCharge = (turn: Turn, chargeId: string): void => {
  turn.update('charges', chargeId, { status: 'disputed' })
  turn.cancel('chargeObjection', chargeId)
}

export const payCharge = (turn: Turn, charge: Charge, paymentRef: string, amount: number): void => {
  const payments = { ...charge.payments, [paymentRef]: amount }
  turn.update('charges', charge.chargeId, { payments })
  endIfMet(turn, charge.chargeId)
}

/**
 * An inspection found something at the merchant's expense: the provider charges it, or lets it go, while the clock runs. What the
 * look before found as well, since the device came, is decided once: told again it opens no decision that was taken or has lapsed.
 */
export const oweDecision = (
  turn: Turn,
  before: Device,
  inspection: NonNullable<Device['inspection']>,
): void => {
  const { policy } = turn.context
  const known = before.custody === 'inspected' ? foundAtFault(policy, before) : []
  const device = { ...before, inspection }
  const undecided = foundAtFault(policy, device).filter(
    (kind) => before.undecided.includes(kind) || !known.includes(kind),
  )
  turn.update('devices', device.serial, { undecided })
  if (undecided.length > 0) awaitDecision(turn, { ...device, undecided })
  const isTold = inspection.damageCause !== 'undetermined'
  for (const { chargeId, kind, ground, unassessed } of items(turn.context.charges)) {
    if (kind !== 'damage' || ground !== device.serial) continue
    // this look could tell what the one before could not; or it is not the look that the charge rests on
    if (isTold ? unassessed && before.custody === 'inspected' : unassessed === undefined)
      turn.update('charges', chargeId, { unassessed: false })
  }
}

export const awaitDecision = (turn: Turn, { serial, undecided, inspection }: Device): void => {
  turn.start('damageDecisionDue', { ref: serial })
  if (undecided.includes('damage') && inspection?.damageCause === 'undetermined')
    turn.start('assessmentDue', { ref: serial })
}

const decided = (turn: Turn, serial: string, kind: string): void => {
  const device = turn.context.devices[serial]
  if (device) turn.update('devices', serial, { undecided: device.undecided.filter((open) => open !== kind) })
}

/** The two decisions that a clock takes: who says nothing in time has no claim, and what nobody could tell was nobody's fault. */
export const lapseDecision = (turn: Turn, serial: string): void =>
  turn.update('devices', serial, { undecided: [] })
export const lapseAssessment = (turn: Turn, ground: string): void => {
  // another look since then could tell
  if (isUnexplained(turn, ground)) decided(turn, ground, 'damage')
  for (const charge of unassessed(turn.context, ground)) {
    redetermine(turn, charge, 0, 'determined')
    notify(turn, 'charge_determined', ['merchant'], { ref: charge.chargeId })
  }
}

export const chargeReducers: Reducers<EventOn<'charges'>> = {
  'charge.waived': (turn, { serial, kind }) => decided(turn, serial, kind),
  'charge.raised': (turn, event) => {
    const { chargeId, kind, amount, feeTableVersion, serial, documentId } = event
    const ground = kind === 'damage' || kind === 'accessory' ? (serial ?? documentId ?? null) : null
    raiseCharge(turn, chargeId, kind, amount.amount, { feeTableVersion, ground })
    if (ground === null) return
    decided(turn, ground, kind)
    // nothing is taken before a third person has said whose fault it was
    if (kind !== 'damage' || !isUnexplained(turn, ground)) return
    disputeCharge(turn, chargeId)
    turn.update('charges', chargeId, { unassessed: true })
    // of a device the time has run since it was looked at
    if (serial === undefined) turn.start('assessmentDue', { ref: ground })
  },
  'charge.disputed': (turn, event) => disputeCharge(turn, event.chargeId),
  'charge.determined': (turn, event) => {
    const charge = turn.context.charges[event.chargeId]
    if (!charge) return
    turn.cancel('chargeObjection', event.chargeId)
    redetermine(turn, charge, event.amount.amount, 'determined')
    notify(turn, 'charge_determined', ['merchant'], { ref: event.chargeId })
  },
  'charge.met': (turn, event) => {
    const charge = turn.context.charges[event.chargeId]
    if (charge) payCharge(turn, charge, event.paymentRef, event.amount.amount)
  },
}
