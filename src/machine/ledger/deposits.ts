import type { EventOn } from '../../domain/index.ts'
import { methodAsked, routeOf } from '../facts/account.ts'
import { hasRun } from '../facts/clocks.ts'
import { owedBeside } from '../facts/closing.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { hasCustodyVerdict } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { inFlight, paidOut } from '../facts/transfers.ts'
import type { LifecycleInput } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import type { Transfer } from '../shape/transfers.ts'
import { payCharge } from './charges.ts'
import type { Reducers } from './kit.ts'
import { notify } from './notices.ts'
import { confirm, fail, giveBack, type Purse } from './transfers.ts'
import type { Turn } from './turn.ts'

type GivenDeposit = NonNullable<LifecycleInput['deposits']>[number]
export const newDeposit = (given: GivenDeposit): Deposit => ({
  releaseRule: given.kind === 'guarantee' ? 'guaranteeTail' : 'custody',
  refunds: {},
  deductions: {},
  carriedOver: 0,
  ...given,
})

const refunds = (turn: Turn, deposit: Deposit): Purse => ({
  transfers: deposit.refunds,
  owed: freeDeposit(turn.context, deposit) + paidOut(deposit.refunds) + inFlight(deposit.refunds),
  write: (transfers) => turn.update('deposits', deposit.depositId, { refunds: transfers }),
})

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

/** A guarantee is kept as long as the last transaction may come back as a dispute. */
export const startGuaranteeTails = (turn: Turn, from: string): void => {
  for (const { depositId, releaseRule } of items(turn.context.deposits))
    if (releaseRule === 'guaranteeTail') turn.start('guaranteeTail', { ref: depositId, from })
}

const areSettled = ({ devices }: LifecycleContext): boolean => items(devices).every(hasCustodyVerdict)

/** The deposit is due once it is settled what became of every device. */
export const startDepositDue = (turn: Turn): void => {
  if (!areSettled(turn.context)) return
  for (const { depositId, releaseRule } of items(turn.context.deposits))
    if (releaseRule === 'custody') turn.start('depositDue', { ref: depositId })
}

/**
 * A deposit has its day as long as it is owed, whatever made it so: the last device that was waited for, or a charge that came to
 * less than was taken for it. It has none while a device is waited for once more.
 */
export const followDeposits = (turn: Turn): void => {
  for (const { depositId, releaseRule } of items(turn.context.deposits)) {
    const isFree =
      releaseRule === 'custody'
        ? areSettled(turn.context)
        : hasRun(turn.context, `guaranteeTail:${depositId}`, turn.at)
    const waits = turn.waits('depositDue', depositId)
    if (!isFree && releaseRule === 'custody') turn.cancel('depositDue', depositId)
    else if (isFree && !waits && owedBeside(turn.context, 'deposit', depositId) > 0)
      turn.start('depositDue', { ref: depositId })
  }
}

export const depositReducers: Reducers<EventOn<'deposits'>> = {
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

  'refund.ordered': (turn, { depositId, refundId, amount, method = methodAsked(turn.context) }) => {
    const route = routeOf(turn.context, method)
    const orderId = turn.order('refundDeposit', { depositId, refundId, amount: amount.amount, ...route })
    const deposit = turn.context.deposits[depositId]
    if (!deposit) return
    const refund: Transfer = { amount: amount.amount, excess: 0, status: 'ordered', reference: refundId }
    turn.update('deposits', depositId, { refunds: { ...deposit.refunds, [orderId]: refund } })
  },
  'refund.confirmed': (turn, event) => refundTold(turn, event, confirm),
  'refund.failed': (turn, { depositId, orderId }) => refundTold(turn, { depositId, orderId }, fail),
  'refund.returned': (turn, event) => {
    refundTold(turn, event, giveBack)
    // it came back after it had been paid: it is owed anew
    const deposit = turn.context.deposits[event.depositId]
    const isItsOrder = deposit !== undefined && Object.hasOwn(deposit.refunds, event.orderId)
    if (isItsOrder && !turn.waits('depositDue', event.depositId))
      turn.start('depositDue', { ref: event.depositId })
  },
}
