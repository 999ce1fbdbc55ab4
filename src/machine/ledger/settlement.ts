import type { EventOn } from '../../domain/index.ts'
import { methodAsked, routeOf } from '../facts/account.ts'
import { chargePaid } from '../facts/charges.ts'
import { owedBeside } from '../facts/closing.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementCharge, settlementOwed, settlementRest } from '../facts/settlement.ts'
import { believed, covers } from '../facts/time.ts'
import { inFlight, paidOut } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { disputeCharge, raiseCharge, redetermine } from './charges.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'
import { cutCarriedOver } from './obligations.ts'
import { answerOrders, cancelUnclaimed } from './order-ends.ts'
import { keepPaper } from './papers.ts'
import { confirm, fail, giveBack, type Purse } from './transfers.ts'
import type { Turn } from './turn.ts'

const payouts = (turn: Turn): Purse => ({
  transfers: turn.context.payouts,
  owed: settlementRest(turn.context) + paidOut(turn.context.payouts) + inFlight(turn.context.payouts),
  write: (transfers) => turn.set({ payouts: transfers }),
})

const statementStatus = (turn: Turn, status: 'confirmed' | 'disputed' | 'deemed'): void => {
  const statement = turn.context.closing?.statement
  if (!statement) return
  turn.closing({ statement: { ...statement, status } })
  turn.cancel('settlementObjection')
  if (status === 'disputed') turn.cancel('payoutDue')
}

/** What is agreed and owed has its day, whatever made it so; to agree to it once more gives no other one. */
export const followSettlement = (turn: Turn): void => {
  const { status, stale } = turn.context.closing?.statement ?? {}
  const isAgreed =
    phaseOf(turn.context) === 'closed' || ((status === 'confirmed' || status === 'deemed') && !stale)
  if (isAgreed && !turn.waits('payoutDue') && owedBeside(turn.context, 'settlement') > 0)
    turn.start('payoutDue')
}

/** The statement keeps what it charged, whatever is decided about that charge later. */
const chargedBy = (turn: Turn, charged: number): void => {
  const statement = turn.context.closing?.statement
  if (statement) turn.closing({ statement: { ...statement, charged } })
}

/** What the merchant owes by the newest statement, also what earlier ones paid too much: one charge that follows it. */
const owedByMerchant = (turn: Turn, net: number): void => {
  const { payouts, credit, charges } = turn.context
  // the credit stands beside the statement: it covers what was paid out for it, and lowers no claim
  const amount = Math.max(0, Math.max(0, paidOut(payouts) + inFlight(payouts) - credit) - net)
  const charge = charges[settlementCharge]
  // a higher figure is a new claim: the merchant may object to it as to the first, and has not lost an argument about it
  if (amount > (charge?.amount.amount ?? 0)) raiseCharge(turn, settlementCharge, 'settlement', amount)
  else if (charge) redetermine(turn, charge, amount, amount > 0 ? charge.status : 'determined')
  if (charge?.status === 'disputed' && amount > 0)
    turn.update('charges', settlementCharge, { status: 'disputed' })
  if (charge || amount > 0) chargedBy(turn, amount)
}

/** Money that did not move in the end is not charged: what the statement claimed back comes down with it, never up. */
export const followPayouts = (turn: Turn, { payouts: before }: LifecycleContext): void => {
  const { payouts, credit, charges, closing } = turn.context
  const charge = charges[settlementCharge]
  const bound = paidOut(payouts) + inFlight(payouts)
  if (!charge || !closing?.statement || bound >= paidOut(before) + inFlight(before)) return
  const due = Math.max(0, Math.max(0, bound - credit) - closing.statement.net)
  if (due < charge.amount.amount) redetermine(turn, charge, due, due > 0 ? charge.status : 'determined')
  chargedBy(turn, Math.min(due, closing.statement.charged ?? due))
}

/** What two people carried over on an earlier statement, and the newest one no longer comes to. */
const cutToStatement = (turn: Turn): void => {
  const { closing, payouts } = turn.context
  if (!closing) return
  const left = Math.max(0, settlementOwed(turn.context) - paidOut(payouts) - inFlight(payouts))
  const kept = Math.min(left, closing.settlementCarriedOver)
  cutCarriedOver(turn, closing.settlementCarriedOver - kept, ({ kind }) => kind === 'settlement')
  turn.closing({ settlementCarriedOver: kept })
}

/** Entry of `transactions.done`: what the settlement comes to can now be asked for. */
export const requestStatement = (turn: Turn): void => {
  const { closing, lastTransactionAt } = turn.context
  turn.cancel('drainDue')
  const { statement } = closing ?? {}
  const fresh = statement && !statement.stale && covers(statement.upTo, lastTransactionAt)
  if (fresh || turn.inFlight('requestStatement')) return
  turn.order('requestStatement', { upTo: lastTransactionAt })
  turn.start('statementDue')
}

/** The statement no longer says the whole: nobody begins a payout on it. */
export const outdateStatement = (turn: Turn): void => {
  const statement = turn.context.closing?.statement
  if (!statement) return
  turn.closing({ statement: { ...statement, stale: true } })
  cancelUnclaimed(turn, 'payOut')
}

export const settlementReducers: Reducers<EventOn<'settlement'>> = {
  'settlement.stated': (turn, { statementId, net, gross, fees, ...event }) => {
    // nobody states what is still to come
    const upTo = believed(event.upTo, turn.at)
    const parts = gross && fees && { gross: gross.amount, fees: fees.amount }
    turn.closing({
      statement: { statementId, upTo, net: net.amount, ...parts, status: 'stated', stale: false },
    })
    // ordered on the figures of another statement, and nobody has begun
    cancelUnclaimed(turn, 'payOut')
    owedByMerchant(turn, net.amount)
    cutToStatement(turn)
    turn.cancel('statementDue')
    turn.cancel('payoutDue')
    turn.start('settlementObjection')
    answerOrders(turn, 'requestStatement', () => true)
    notify(turn, 'settlement_statement', ['merchant'], { ref: statementId })
  },
  'settlement.confirmed': (turn) => {
    statementStatus(turn, 'confirmed')
    // who agrees to the statement argues about its figure no more
    if (turn.context.charges[settlementCharge]?.status === 'disputed')
      turn.update('charges', settlementCharge, { status: 'determined' })
  },
  'settlement.disputed': (turn) => {
    statementStatus(turn, 'disputed')
    cancelUnclaimed(turn, 'payOut')
    const charge = turn.context.charges[settlementCharge]
    if (charge?.status === 'raised' && chargePaid(charge) < charge.amount.amount)
      disputeCharge(turn, settlementCharge)
  },
  'settlement.deemedAccepted': (turn, { proof }) => {
    keepPaper(turn, proof)
    statementStatus(turn, 'deemed')
  },

  'payout.ordered': (turn, { payoutId, amount, method = methodAsked(turn.context) }) => {
    const route = routeOf(turn.context, method)
    const orderId = turn.order('payOut', { payoutId, amount: amount.amount, ...route })
    const { transfers, write } = payouts(turn)
    write({
      ...transfers,
      [orderId]: { amount: amount.amount, excess: 0, status: 'ordered', reference: payoutId },
    })
  },
  'payout.confirmed': (turn, { orderId, payoutId, amount }) => {
    confirm(turn, payouts(turn), { orderId, ref: payoutId, amount: amount.amount })
  },
  'payout.failed': (turn, { orderId, payoutId }) => fail(turn, payouts(turn), { orderId, ref: payoutId }),
  'payout.returned': (turn, { orderId, payoutId, amount }) => {
    giveBack(turn, payouts(turn), { orderId, ref: payoutId, amount: amount.amount })
    // it came back after it had been paid: it is owed anew
    const isItsOrder = Object.hasOwn(turn.context.payouts, orderId)
    if (isItsOrder && !turn.waits('payoutDue') && settlementRest(turn.context) > 0) turn.start('payoutDue')
  },
}
