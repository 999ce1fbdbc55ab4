import type { Charge } from '../context.ts'
import { chargeOpen, chargePaid, items } from '../facts.ts'
import type { ChargeEvent } from '../rules/charges.ts'
import type { Turn } from '../turn.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'

/** The charges that the library raises by itself; nobody else may use their names. */
export const settlementCharge = 'settlement:net'

/** A charge that follows from a fact: it names no fee table, and the merchant may object all the same. */
export const raiseCharge = (
  turn: Turn,
  chargeId: string,
  kind: string,
  amount: number,
  feeTableVersion = 'none',
): void => {
  const { currency } = turn.context.identity
  turn.put('charges', chargeId, {
    chargeId,
    kind,
    amount: { amount, currency },
    payments: {},
    carriedOver: 0,
    status: 'raised',
    feeTableVersion,
    raisedBy: turn.by.personId,
  })
  turn.start('chargeObjection', { ref: chargeId })
  notify(turn, 'charge_raised', ['merchant'], { ref: chargeId })
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
    if (!deposit || rest === 0) continue
    const back = Math.min(rest, paid)
    payments[paymentRef] = paid - back
    turn.update('deposits', deposit.depositId, {
      deductions: { ...deposit.deductions, [charge.chargeId]: paid - back },
    })
    rest -= back
  }
  return { payments, rest }
}

/** What was carried over and is no longer owed goes first; what of it was settled since is owed back. */
const shrinkCarriedOver = (turn: Turn, charge: Charge, excess: number): number => {
  const whole = Math.min(charge.carriedOver, excess)
  let rest = whole
  for (const { obligationId, kind, ref, amount, discharged } of items(turn.context.carriedOver)) {
    if (kind !== 'charge' || ref !== charge.chargeId || rest === 0) continue
    const cut = Math.min(rest, amount.amount)
    turn.update('carriedOver', obligationId, { amount: { ...amount, amount: amount.amount - cut } })
    if (discharged) turn.set({ credit: turn.context.credit + cut })
    rest -= cut
  }
  return whole
}

/** A new amount; what was met beyond it goes back: to the deposit it came from, the rest through the settlement. */
export const redetermine = (turn: Turn, charge: Charge, amount: number, status: Charge['status']): void => {
  const cut = shrinkCarriedOver(turn, charge, Math.max(0, chargePaid(charge) + charge.carriedOver - amount))
  const excess = Math.max(0, chargePaid(charge) - amount)
  const { payments, rest } = giveBackToDeposits(turn, charge, excess)
  // what the merchant paid itself stays written as paid, up to the amount; the rest is owed to the merchant
  const kept = rest === 0 ? payments : trimmed(payments, rest)
  turn.update('charges', charge.chargeId, {
    amount: { ...charge.amount, amount },
    payments: kept,
    carriedOver: charge.carriedOver - cut,
    status,
  })
  if (rest > 0) turn.set({ credit: turn.context.credit + rest })
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
export const payCharge = (turn: Turn, charge: Charge, paymentRef: string, amount: number): void => {
  const payments = { ...charge.payments, [paymentRef]: amount }
  turn.update('charges', charge.chargeId, { payments })
  if (chargeOpen({ ...charge, payments }) === 0) turn.cancel('chargeObjection', charge.chargeId)
}

export const chargeReducers: Reducers<ChargeEvent> = {
  'charge.raised': (turn, event) =>
    raiseCharge(turn, event.chargeId, event.kind, event.amount.amount, event.feeTableVersion),
  'charge.disputed': (turn, event) => {
    turn.update('charges', event.chargeId, { status: 'disputed' })
    turn.cancel('chargeObjection', event.chargeId)
  },
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
