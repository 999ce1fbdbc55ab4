import type { Limit, ObligationKind, Phase } from '../domain/index.ts'
import type { Charge } from './shape/charges.ts'
import type { LifecycleContext } from './shape/context.ts'
import type { Deposit } from './shape/deposits.ts'
import type { Device } from './shape/devices.ts'
import type { Hold } from './shape/holds.ts'
import type { Transaction } from './shape/transactions.ts'
import type { Transfer } from './shape/transfers.ts'
import { covers, isLater } from './time.ts'

/** Where the terminal is in its life, read off the context. */
export const phaseOf = ({ closing }: LifecycleContext): Phase =>
  closing === null ? 'live' : closing.closedAt === null ? 'closing' : 'closed'

export const items = <Item>(ledger: Readonly<Record<string, Item>>): Item[] => Object.values(ledger)

/** An eased hold no longer limits payout and erasure; it is whole again when the closure is cancelled. */
const limitsNow = (hold: Hold, limit: Limit): boolean =>
  hold.caps.includes(limit) && !(hold.eased && (limit === 'payout' || limit === 'erasure'))

export const effectiveHolds = (context: LifecycleContext, limit: Limit): Hold[] =>
  items(context.holds).filter((hold) => hold.status === 'effective' && limitsNow(hold, limit))

/** Cleared, but the device test is still owed: sale stays off. */
export const holdsOwingTest = (context: LifecycleContext): Hold[] =>
  items(context.holds).filter((hold) => hold.status === 'cleared' && hold.caps.includes('sale'))

export const saleLimited = (context: LifecycleContext): boolean =>
  effectiveHolds(context, 'sale').length > 0 || holdsOwingTest(context).length > 0

/** Should the host accept transactions at all? */
export const acceptanceWanted = (context: LifecycleContext): boolean =>
  context.closing === null && !saleLimited(context)

export const boundDevice = (context: LifecycleContext): Device | undefined =>
  items(context.devices).find((device) => device.role === 'bound')

/** Nobody has it: lost, or given up as lost. */
export const isMissing = ({ custody }: Device): boolean => custody === 'lost' || custody === 'lossAccepted'

export const isOpenTransaction = ({ state, resolution }: Transaction): boolean =>
  (state === 'authorised' || state === 'pending') && !resolution?.accepted

export const openTransactions = (context: LifecycleContext): Transaction[] =>
  items(context.transactions).filter(
    (transaction) =>
      !transaction.test && isOpenTransaction(transaction) && !isWrittenOff(context, transaction),
  )

/** It went with its device, by the host's totals. */
const isWrittenOff = ({ devices }: LifecycleContext, { serial }: Transaction): boolean =>
  serial !== null && devices[serial]?.writtenOff === true

/** What was uploaded while sale was still on proves nothing: the next sale may be offline. */
const sinceSaleOff = ({ closing }: LifecycleContext, upTo: string): boolean =>
  closing === null || (closing.offReadAt !== null && covers(upTo, closing.offReadAt))

/**
 * Does the device hold nothing any more? Uploaded after sale was read back as off, up to its own last transaction; or
 * written off by the host's totals; or its erasure is verified (a later transaction then opens the settlement only).
 */
export const isDrained = (context: LifecycleContext, device: Device): boolean =>
  device.writtenOff ||
  device.erasure === 'verified' ||
  (device.drainedUpTo !== null &&
    covers(device.drainedUpTo, device.lastTransactionAt) &&
    (device.role === 'retired' || sinceSaleOff(context, device.drainedUpTo)))

/** Zeroised or destroyed once drained; revocation at the host alone is enough only for an accepted loss. */
export const keysAreGone = (context: LifecycleContext, device: Device): boolean =>
  (device.keys !== 'loaded' && isDrained(context, device)) ||
  (device.custody === 'lossAccepted' && device.keysRevokedAt !== null)

export const isErased = (device: Device): boolean =>
  device.erasure === 'verified' || device.erasure === 'moot'

/** Is it settled what became of the device itself? Only the merchant's own stays where it is; an agent's goes back too. (R-217, OQ-16) */
export const hasCustodyVerdict = (device: Device): boolean =>
  device.custody === 'lossAccepted' ||
  (device.owner === 'merchant' && device.custody !== 'lost') ||
  (device.receivedAt !== null &&
    device.inspection !== null &&
    (device.journeyFaults.length === 0 ||
      (device.inspection.sealBreach !== null && device.erasure === 'verified')))

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const amountIn = (transfers: Readonly<Record<string, Transfer>>, ...states: Transfer['status'][]): number =>
  sum(
    items(transfers).flatMap(({ amount, excess, status }) =>
      states.includes(status) ? [amount - excess] : [],
    ),
  )

export const inFlight = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'ordered')
export const paidOut = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'confirmed')

export const chargePaid = (charge: Charge): number => sum(Object.values(charge.payments))

const discharged = (context: LifecycleContext, kind: string, ref?: string): number =>
  sum(
    items(context.carriedOver).flatMap((item) =>
      item.kind === kind && item.discharged && (ref === undefined || item.ref === ref)
        ? [item.amount.amount]
        : [],
    ),
  )

/** What is owed beyond the closure is spent for it; once the books are closed, it is open until it is discharged. */
const passedOn = (
  context: LifecycleContext,
  carriedOver: number,
  kind: ObligationKind,
  ref?: string,
): number => (phaseOf(context) === 'closed' ? discharged(context, kind, ref) : carriedOver)

/** What of a charge is neither met nor carried over. */
export const chargeOpen = (context: LifecycleContext, charge: Charge): number =>
  Math.max(
    0,
    charge.amount.amount -
      chargePaid(charge) -
      passedOn(context, charge.carriedOver, 'charge', charge.chargeId),
  )

const deducted = (deposit: Deposit): number => sum(Object.values(deposit.deductions))

/** What of a deposit is neither given back, on its way, deducted nor carried over. */
export const freeDeposit = (context: LifecycleContext, deposit: Deposit): number =>
  deposit.amount.amount -
  paidOut(deposit.refunds) -
  inFlight(deposit.refunds) -
  deducted(deposit) -
  passedOn(context, deposit.carriedOver, 'deposit', deposit.depositId)

/** What a refund must leave alone because the parties still argue about it. */
export const disputedCharges = (context: LifecycleContext): number =>
  sum(
    items(context.charges).flatMap((charge) =>
      charge.status === 'disputed' ? [chargeOpen(context, charge)] : [],
    ),
  )

/** The charge that the library raises for what the merchant owes by the settlement; nobody else may use its name. */
export const settlementCharge = 'settlement:net'

/**
 * What the settlement comes to for the merchant: the statement's net, with what it met too much, and with what it was paid
 * too much, for that is charged; a negative net is a charge and nothing else.
 */
export const settlementOwed = ({ closing, credit, charges }: LifecycleContext): number => {
  if (!closing?.statement) return credit
  const { net, charged = charges[settlementCharge]?.amount.amount ?? 0 } = closing.statement
  return credit + Math.max(0, net + charged)
}

/** What the host may go on calling unsettled: two people agreed that it outlives the closure. */
export const settlementCarriedOver = ({ closing }: LifecycleContext): number =>
  closing?.settlementCarriedOver ?? 0

/** What of the settlement is neither paid, on its way nor carried over; never negative, a negative net is a charge. */
export const settlementRest = (context: LifecycleContext): number => {
  const { closing } = context
  if (closing === null) return 0
  const spent = passedOn(context, closing.settlementCarriedOver, 'settlement')
  return Math.max(0, settlementOwed(context) - paidOut(context.payouts) - inFlight(context.payouts) - spent)
}

/** Has the clock run, whether or not anybody was told? */
export const hasRun = (context: LifecycleContext, deadlineId: string, at: string): boolean => {
  const deadline = context.deadlines[deadlineId]
  return (
    deadline !== undefined &&
    (deadline.status === 'fired' || deadline.status === 'running') &&
    !isLater(deadline.due, at)
  )
}

/** A wipe that somebody has begun goes on, whatever became of its authorisation, until it is told to have failed. */
const erasureBegun = ({ orders }: LifecycleContext, { serial }: Device): boolean =>
  items(orders).some(
    (order) =>
      order.kind === 'eraseDevice' &&
      order.params.serial === serial &&
      (order.status === 'confirmed' || (order.status === 'ordered' && order.claimed)),
  )

/** The act that cannot be taken back, if one was done: from here a closure is not cancelled any more. */
export const irreversibleAct = (context: LifecycleContext): string | undefined => {
  const device = boundDevice(context)
  if (device && device.erasure !== 'moot' && (device.erasure !== 'none' || erasureBegun(context, device)))
    return 'erasure.authorised'
  if (device && device.keys !== 'loaded') return 'keys.removed'
  if (device && device.binding !== 'bound') return 'unbinding.ordered'
  const moved = (transfers: Readonly<Record<string, Transfer>>) =>
    items(transfers).some(({ status }) => status !== 'failed' && status !== 'cancelled')
  if (moved(context.payouts)) return 'payout.ordered'
  if (items(context.deposits).some(({ refunds }) => moved(refunds))) return 'refund.ordered'
  if (items(context.deposits).some((deposit) => deducted(deposit) > 0)) return 'deposit.deducted'
  if (items(context.carriedOver).length > 0) return 'obligation.carriedOver'
  return undefined
}
