import { type Blocker, blocker, type ClearingRegion, clearingRegions } from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { isErased } from '../facts/data.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { hasCustodyVerdict } from '../facts/devices.ts'
import { keysAreGone } from '../facts/keys.ts'
import { items } from '../facts/kit.ts'
import { settlementRest } from '../facts/settlement.ts'
import { covers, isLater } from '../facts/time.ts'
import { isDrained, openTransactions } from '../facts/transactions.ts'
import { inFlight } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { all, when } from './kit.ts'

/** What a region still lacks; a region is done exactly when it lacks nothing. */
type Missing = (context: LifecycleContext) => readonly Blocker[]

/** Asked once of a context: within a step the chart, the rules and the ledgers ask the same several times. */
const remembered = (missing: Missing): Missing => {
  const verdicts = new WeakMap<LifecycleContext, readonly Blocker[]>()
  return (context) => {
    const verdict = verdicts.get(context) ?? missing(context)
    verdicts.set(context, verdict)
    return verdict
  }
}

const acceptance: Missing = ({ status, disabledAt }) =>
  all(
    when(
      status.acceptance !== 'off' ||
        status.readAt === null ||
        (disabledAt !== null && !isLater(status.readAt, disabledAt)),
      'ACCEPTANCE_NOT_DISABLED',
    ),
  )

const transactions: Missing = (context) => [
  ...openTransactions(context).map(({ ref, kind }) => blocker('TRANSACTIONS_OPEN', ref, { kind })),
  ...items(context.devices)
    .filter((device) => !isDrained(context, device))
    .map(({ serial }) => blocker('DEVICE_NOT_DRAINED', serial)),
]

const statementBlockers = (context: LifecycleContext): readonly Blocker[] => {
  const statement = context.closing?.statement
  if (!statement) return [blocker('NO_STATEMENT')]
  const { statementId } = statement
  if (statement.stale || !covers(statement.upTo, context.lastTransactionAt))
    return [blocker('STATEMENT_STALE', statementId)]
  const rest = settlementRest(context)
  return all(
    when(statement.status === 'stated', 'SETTLEMENT_NOT_CONFIRMED', statementId),
    // what the parties argue about may be carried over in whole, be it nothing but the objection
    when(
      statement.status === 'disputed' && (rest > 0 || !statement.passedOn),
      'SETTLEMENT_DISPUTED',
      statementId,
    ),
    when(statement.status !== 'disputed' && rest > 0, 'OUTSTANDING_BALANCE', statementId, { amount: rest }),
  )
}

const settlement: Missing = (context) =>
  all(
    statementBlockers(context),
    when(inFlight(context.payouts) > 0, 'PAYOUT_PENDING'),
    items(context.disputes)
      .filter(({ status, carriedOver }) => status === 'open' && !carriedOver)
      .map(({ caseId, amount }) => blocker('DISPUTE_OPEN', caseId, { amount: amount.amount })),
  )

const charges: Missing = (context) =>
  items(context.charges).flatMap((charge) => {
    const amount = chargeOpen(context, charge)
    return all(when(amount > 0, 'CHARGES_OUTSTANDING', charge.chargeId, { amount }))
  })

const deposits: Missing = (context) =>
  items(context.deposits).flatMap((deposit) =>
    all(
      when(freeDeposit(context, deposit) > 0, 'DEPOSIT_NOT_REFUNDED', deposit.depositId, {
        amount: freeDeposit(context, deposit),
      }),
      when(inFlight(deposit.refunds) > 0, 'REFUND_PENDING', deposit.depositId),
    ),
  )

const custody = (device: Device): readonly Blocker[] => {
  const { serial } = device
  if (hasCustodyVerdict(device)) return []
  if (device.custody === 'lost') return [blocker('DEVICE_REPORTED_LOST', serial)]
  if (device.receivedAt === null) return [blocker('DEVICE_NOT_RETURNED', serial)]
  if (device.inspection === null) return [blocker('DEVICE_NOT_INSPECTED', serial)]
  return [blocker('SEAL_BROKEN', serial)]
}

const erasure = (device: Device): readonly Blocker[] =>
  all(
    when(device.erasure === 'none' || device.erasure === 'failed', 'ERASURE_NOT_AUTHORISED', device.serial),
    when(device.erasure === 'authorised', 'ERASURE_NOT_COMPLETED', device.serial),
    when(device.erasure === 'completed', 'ERASURE_NOT_VERIFIED', device.serial),
  )

const devices: Missing = (context) =>
  items(context.devices).flatMap((device) =>
    all(
      custody(device),
      !isErased(device) && erasure(device),
      when(!keysAreGone(context, device), 'KEYS_NOT_REMOVED', device.serial),
    ),
  )

const binding: Missing = (context) =>
  items(context.devices).flatMap((device) =>
    all(
      when(device.binding === 'bound', 'DEVICE_STILL_BOUND', device.serial),
      when(device.binding === 'unbindingOrdered', 'UNBINDING_PENDING', device.serial),
    ),
  )

/** One predicate for each region: the chart opens and closes its regions by them, the requirements list them. */
export const regions: Readonly<Record<ClearingRegion, Missing>> = {
  acceptance: remembered(acceptance),
  transactions: remembered(transactions),
  settlement: remembered(settlement),
  charges: remembered(charges),
  deposits: remembered(deposits),
  devices: remembered(devices),
  binding: remembered(binding),
}

/** Everything that stands between this terminal and the confirmation of its closure. */
export const openObligations: Missing = remembered((context) =>
  clearingRegions.flatMap((name) => regions[name](context)),
)
