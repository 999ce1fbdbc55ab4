import type { EventOn } from '../../domain/index.ts'
import { actKey } from '../facts/acts.ts'
import { chargeOpen, chargePaid } from '../facts/charges.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementCharge, settlementOwed, settlementRest } from '../facts/settlement.ts'
import { believed } from '../facts/time.ts'
import { inFlight, paidOut } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import type { Transfer } from '../shape/transfers.ts'
import type { Turn } from '../turn.ts'
import { cutCarriedOver, disputeCharge, payCharge, raiseCharge, redetermine } from './charges.ts'
import { keepPaper, keepPapers, type Reducers } from './kit.ts'
import { notify } from './notices.ts'
import { answerOrders, cancelUnclaimed, endOrder } from './order-ends.ts'

type Transfers = Readonly<Record<string, Transfer>>

/** Where transfers stand: the payouts of the settlement, or the refunds of a deposit. */
interface Purse {
  readonly transfers: Transfers
  /** Owed in all; what is paid beyond it was paid twice. */
  readonly owed: number
  write(transfers: Transfers): void
}

const payouts = (turn: Turn): Purse => ({
  transfers: turn.context.payouts,
  owed: settlementRest(turn.context) + paidOut(turn.context.payouts) + inFlight(turn.context.payouts),
  write: (transfers) => turn.set({ payouts: transfers }),
})

const refunds = (turn: Turn, deposit: Deposit): Purse => ({
  transfers: deposit.refunds,
  owed: freeDeposit(turn.context, deposit) + paidOut(deposit.refunds) + inFlight(deposit.refunds),
  write: (transfers) => turn.update('deposits', deposit.depositId, { refunds: transfers }),
})

interface Told {
  orderId: string
  ref: string
  amount?: number
}

const find = (turn: Turn, purse: Purse, { orderId, ref, amount }: Told): Transfer | undefined => {
  const transfer = purse.transfers[orderId]
  if (!transfer) turn.issue('PAYOUT_UNKNOWN', ref, { orderId })
  else if (amount !== undefined && amount !== transfer.amount)
    turn.issue('AMOUNT_MISMATCH', ref, { told: amount, ordered: transfer.amount })
  else return transfer
  return undefined
}

/** The money is gone, even where the order had been given up: then what is too much is owed back. */
const confirm = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  if (!transfer || transfer.status === 'confirmed') return
  // it came back before: the same confirmation told again pays nothing
  if (transfer.status === 'returned') {
    turn.issue('ORDER_ENDED', told.ref, { orderId: told.orderId })
    return
  }
  const late = transfer.status !== 'ordered'
  const bound = paidOut(purse.transfers) + inFlight(purse.transfers)
  const excess = late ? Math.min(transfer.amount, Math.max(0, bound + transfer.amount - purse.owed)) : 0
  purse.write({ ...purse.transfers, [told.orderId]: { ...transfer, excess, status: 'confirmed' } })
  endOrder(turn, told.orderId, 'confirmed')
  if (late) turn.issue('PAID_TWICE', told.ref, { amount: transfer.amount, excess })
  if (excess > 0) raiseCharge(turn, overpaymentOf(told.orderId), 'overpayment', excess)
}

/** Named after version and number of the order, so that it stays short whatever the life is called. */
const overpaymentOf = (orderId: string): string => `overpayment:${orderId.split('/').slice(-2).join('.')}`

const fail = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  if (transfer?.status !== 'ordered') return
  purse.write({ ...purse.transfers, [told.orderId]: { ...transfer, status: 'failed' } })
  endOrder(turn, told.orderId, 'failed')
}

const giveBack = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  if (!transfer) return
  purse.write({ ...purse.transfers, [told.orderId]: { ...transfer, excess: 0, status: 'returned' } })
  endOrder(turn, told.orderId, 'confirmed')
  // what was charged because it was paid twice is no longer owed
  const charge = turn.context.charges[overpaymentOf(told.orderId)]
  if (transfer.excess > 0 && charge) redetermine(turn, charge, 0, 'determined')
  if (phaseOf(turn.context) === 'closed') turn.toTail(told.ref, true)
}

const refundTold = (
  turn: Turn,
  event: { depositId: string; orderId: string; amount?: { amount: number } },
  act: typeof confirm,
): void => {
  const deposit = turn.context.deposits[event.depositId]
  const { orderId, depositId, amount } = event
  if (!deposit) turn.issue('DEPOSIT_UNKNOWN', depositId)
  else
    act(turn, refunds(turn, deposit), { orderId, ref: depositId, ...(amount && { amount: amount.amount }) })
}

const statementStatus = (turn: Turn, status: 'confirmed' | 'disputed' | 'deemed'): void => {
  const statement = turn.context.closing?.statement
  if (!statement) return
  turn.closing({ statement: { ...statement, status } })
  turn.cancel('settlementObjection')
  const { payouts } = turn.context
  if (status === 'disputed') turn.cancel('payoutDue')
  else if (settlementRest(turn.context) + inFlight(payouts) > 0) turn.start('payoutDue')
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

export const moneyReducers: Reducers<EventOn<'settlement' | 'account' | 'deposits' | 'obligations'>> = {
  'settlement.stated': (turn, { statementId, net, ...event }) => {
    // nobody states what is still to come
    const upTo = believed(event.upTo, turn.at)
    turn.closing({ statement: { statementId, upTo, net: net.amount, status: 'stated', stale: false } })
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

  'payout.ordered': (turn, { payoutId, amount }) => {
    const accountToken = turn.context.payoutAccount?.token ?? ''
    const orderId = turn.order('payOut', { payoutId, amount: amount.amount, accountToken })
    const { transfers, write } = payouts(turn)
    write({
      ...transfers,
      [orderId]: { amount: amount.amount, excess: 0, status: 'ordered', reference: payoutId },
    })
  },
  'payout.confirmed': (turn, { orderId, payoutId, amount }) => {
    confirm(turn, payouts(turn), { orderId, ref: payoutId, amount: amount.amount })
    const { payouts: transfers } = turn.context
    if (settlementRest(turn.context) + inFlight(transfers) === 0) turn.cancel('payoutDue')
  },
  'payout.failed': (turn, { orderId, payoutId }) => fail(turn, payouts(turn), { orderId, ref: payoutId }),
  'payout.returned': (turn, { orderId, payoutId, amount }) =>
    giveBack(turn, payouts(turn), { orderId, ref: payoutId, amount: amount.amount }),

  'payoutAccount.changed': (turn, { token, name }) => {
    const enteredBy = turn.by.personId
    turn.set({ payoutAccount: { token, name, enteredBy, verifiedBy: null, changedAt: turn.at } })
    turn.start('payoutAccountCooling')
  },
  'payoutAccount.verified': (turn, { evidence }) => {
    keepPapers(turn, evidence)
    const account = turn.context.payoutAccount
    if (account) turn.set({ payoutAccount: { ...account, verifiedBy: turn.by.personId } })
  },

  'deposit.deducted': (turn, { depositId, chargeId, amount }) => {
    const deposit = turn.context.deposits[depositId]
    const charge = turn.context.charges[chargeId]
    if (!deposit || !charge) return
    const before = deposit.deductions[chargeId] ?? 0
    const total = before + amount.amount
    turn.update('deposits', depositId, { deductions: { ...deposit.deductions, [chargeId]: total } })
    payCharge(turn, charge, `deposit:${depositId}`, total)
    if (phaseOf(turn.context) === 'closed') turn.toTail(depositId, false)
    notify(turn, 'deposit_deducted', ['merchant'], { ref: depositId })
  },

  'refund.ordered': (turn, { depositId, refundId, amount }) => {
    const accountToken = turn.context.payoutAccount?.token ?? ''
    const orderId = turn.order('refundDeposit', { depositId, refundId, amount: amount.amount, accountToken })
    const deposit = turn.context.deposits[depositId]
    if (!deposit) return
    const refund: Transfer = { amount: amount.amount, excess: 0, status: 'ordered', reference: refundId }
    turn.update('deposits', depositId, { refunds: { ...deposit.refunds, [orderId]: refund } })
    turn.cancel('depositDue', depositId)
  },
  'refund.confirmed': (turn, event) => refundTold(turn, event, confirm),
  'refund.failed': (turn, { depositId, orderId }) => refundTold(turn, { depositId, orderId }, fail),
  'refund.returned': (turn, event) => refundTold(turn, event, giveBack),

  'obligation.carriedOver': (turn, event) => {
    const { obligationId, ref, amount, owner, basis, reviewAt } = event
    const kind = event.kind as 'settlement' | 'deposit' | 'charge' | 'dispute'
    const first = turn.context.proposedActs[actKey(event)]?.by ?? ''
    const by = [first, turn.by.personId] as const
    turn.put('carriedOver', obligationId, {
      obligationId,
      kind,
      ref,
      amount,
      owner,
      basis,
      reviewAt,
      by,
      discharged: false,
    })
    const { closing, deposits, charges } = turn.context
    if (kind === 'settlement' && closing)
      turn.closing({ settlementCarriedOver: closing.settlementCarriedOver + amount.amount })
    const deposit = deposits[ref]
    if (kind === 'deposit' && deposit)
      turn.update('deposits', ref, { carriedOver: deposit.carriedOver + amount.amount })
    const charge = charges[ref]
    if (kind === 'charge' && charge && chargeOpen(turn.context, charge) > 0)
      turn.update('charges', ref, { carriedOver: charge.carriedOver + amount.amount })
    if (kind === 'dispute') turn.update('disputes', ref, { carriedOver: true })
    const isSettlement = kind === 'settlement' || (kind === 'charge' && ref === settlementCharge)
    if (isSettlement && closing?.statement?.status === 'disputed')
      turn.closing({ statement: { ...closing.statement, passedOn: true } })
    if (kind === 'settlement' && settlementRest(turn.context) === 0) turn.cancel('payoutDue')
    if (deposit && freeDeposit(turn.context, turn.context.deposits[ref] ?? deposit) === 0)
      turn.cancel('depositDue', ref)
  },
  'obligation.discharged': (turn, { obligationId, evidence }) => {
    keepPapers(turn, evidence)
    turn.update('carriedOver', obligationId, { discharged: true })
    turn.toTail(obligationId, false)
  },
}
