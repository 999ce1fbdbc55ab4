import { isMoney } from '../facts/account.ts'
import { phaseOf } from '../facts/phase.ts'
import { paidOut } from '../facts/transfers.ts'
import { overtaken } from '../rules/orders.ts'
import type { Transfer } from '../shape/transfers.ts'
import { raiseCharge, redetermine } from './charges.ts'
import { cancelUnclaimed, endOrder } from './order-ends.ts'
import type { Turn } from './turn.ts'

type Transfers = Readonly<Record<string, Transfer>>

/** Where transfers stand: the payouts of the settlement, or the refunds of a deposit. */
export interface Purse {
  readonly transfers: Transfers
  /** Owed in all; what is paid beyond it was paid twice. */
  readonly owed: number
  write(transfers: Transfers): void
}

interface Told {
  orderId: string
  ref: string
  amount?: number
}

/** Another amount than was ordered is a fact all the same: it counts, and is looked at. */
const find = (turn: Turn, purse: Purse, { orderId, ref, amount }: Told): Transfer | undefined => {
  const transfer = purse.transfers[orderId]
  if (!transfer) turn.issue('PAYOUT_UNKNOWN', ref, { orderId })
  else if (amount !== undefined && amount !== transfer.amount)
    turn.issue('AMOUNT_MISMATCH', ref, { told: amount, ordered: transfer.amount })
  return transfer
}

/** The money is gone, even where the order had been given up: then what is too much is owed back. */
export const confirm = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  if (!transfer || transfer.status === 'confirmed') return
  // it came back before: the same confirmation told again pays nothing
  if (transfer.status === 'returned') {
    turn.issue('ORDER_ENDED', told.ref, { orderId: told.orderId })
    return
  }
  const late = transfer.status !== 'ordered'
  const amount = told.amount ?? transfer.amount
  // what is on its way beside it is not there yet, and may never be
  const excess = Math.min(amount, Math.max(0, paidOut(purse.transfers) + amount - purse.owed))
  spread(turn, purse, {
    ...purse.transfers,
    [told.orderId]: { ...transfer, amount, excess, status: 'confirmed' },
  })
  endOrder(turn, told.orderId, 'confirmed')
  if (late || transfer.excess > 0) turn.issue('PAID_TWICE', told.ref, { amount, excess })
  if (excess > 0) raiseCharge(turn, overpaymentOf(told.orderId), 'overpayment', excess)
}

/**
 * What is on its way counts as far as it is owed beside what has arrived. What is beyond is taken back where nobody has begun;
 * else it is charged when it has arrived as well, and not before: it may still fail.
 */
const spread = (turn: Turn, purse: Purse, transfers: Transfers): void => {
  const { orders } = turn.context
  const ordered = Object.entries(transfers).filter(([, { status }]) => status === 'ordered')
  const isBegun = (orderId: string) => orders[orderId]?.claimed !== false
  const begunFirst = [
    ...ordered.filter(([orderId]) => isBegun(orderId)),
    ...ordered.filter(([orderId]) => !isBegun(orderId)),
  ]
  let room = purse.owed - paidOut(transfers)
  const now = { ...transfers }
  const tooMuch: string[] = []
  for (const [orderId, transfer] of begunFirst) {
    const excess = Math.max(0, transfer.amount - Math.max(0, room))
    if (excess > 0 && !isBegun(orderId)) tooMuch.push(orderId)
    else room -= transfer.amount - excess
    now[orderId] = { ...transfer, excess }
  }
  purse.write(now)
  for (const orderId of tooMuch) endOrder(turn, orderId, 'cancelled')
}

/** Named after version and number of the order, so that it stays short whatever the life is called. */
const overpaymentOf = (orderId: string): string => `overpayment:${orderId.split('/').slice(-2).join('.')}`

export const fail = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  // what has arrived comes back, or it does not: somebody looks which of the two was meant
  if (transfer?.status === 'confirmed') turn.issue('ORDER_ENDED', told.ref, { orderId: told.orderId })
  if (transfer?.status !== 'ordered') return
  purse.write({ ...purse.transfers, [told.orderId]: { ...transfer, excess: 0, status: 'failed' } })
  endOrder(turn, told.orderId, 'failed')
}

/** A part that comes back is owed again; of the other part nobody says that it did not arrive. */
export const giveBack = (turn: Turn, purse: Purse, told: Told): void => {
  const transfer = find(turn, purse, told)
  if (!transfer) return
  const back = Math.min(told.amount ?? transfer.amount, transfer.amount)
  const isPart = back < transfer.amount
  // of what was never paid no part comes back
  if (isPart && transfer.status !== 'confirmed') return
  // what was paid too much comes back first
  const excess = isPart ? Math.max(0, transfer.excess - back) : 0
  const amount = isPart ? transfer.amount - back : transfer.amount
  const status = isPart ? 'confirmed' : 'returned'
  const before = { ...purse.transfers, [told.orderId]: { ...transfer, amount, excess, status } } as const
  const after = excused(turn, before, purse.owed)
  spread(turn, purse, after)
  endOrder(turn, told.orderId, 'confirmed')
  // what was charged because it was paid twice is no longer owed; what two people let off of it is not charged after all
  for (const [orderId, { excess: was }] of Object.entries(purse.transfers)) {
    const charge = turn.context.charges[overpaymentOf(orderId)]
    const less = was - (after[orderId]?.excess ?? 0)
    if (charge && less > 0) redetermine(turn, charge, Math.max(0, charge.amount.amount - less), 'determined')
  }
  if (phaseOf(turn.context) === 'closed') turn.toTail(told.ref, true)
}

/** Of two that arrived one came back, whichever it was: what is charged for the other one was not too much, the oldest first. */
const excused = ({ context: { charges } }: Turn, transfers: Transfers, owed: number): Transfers => {
  let room = Math.max(0, owed - paidOut(transfers))
  return Object.fromEntries(
    Object.entries(transfers).map(([orderId, transfer]) => {
      const charged = charges[overpaymentOf(orderId)]?.amount.amount ?? 0
      const less = transfer.status === 'confirmed' ? Math.min(room, transfer.excess, charged) : 0
      room -= less
      return [orderId, less > 0 ? { ...transfer, excess: transfer.excess - less } : transfer]
    }),
  )
}

/** Money that nobody has begun to pay, and that would not be ordered like this any more, is taken back: it is owed as before. */
export const takeBack = (turn: Turn): void => {
  for (const kind of ['payOut', 'refundDeposit'] as const)
    cancelUnclaimed(
      turn,
      kind,
      (order) =>
        isMoney(order) && turn.mayChange(order.orderId) && overtaken(turn.context, order, turn.at).length > 0,
    )
}
