import { needsAccount } from '../domain/index.ts'
import { InvariantViolationError } from '../errors/index.ts'
import { predicates } from './chart/predicates.ts'
import { openObligations } from './clearing/index.ts'
import { acceptanceWanted } from './facts/acceptance.ts'
import { isMoney } from './facts/account.ts'
import { chargePaid } from './facts/charges.ts'
import { isErased } from './facts/data.ts'
import { freeDeposit } from './facts/deposits.ts'
import { keysAreGone } from './facts/keys.ts'
import { items } from './facts/kit.ts'
import { phaseOf } from './facts/phase.ts'
import { settlementCharge, settlementOwed } from './facts/settlement.ts'
import { isDrained } from './facts/transactions.ts'
import { inFlight, paidOut } from './facts/transfers.ts'
import { erasureBlockers } from './rules/data.ts'
import type { LifecycleContext } from './shape/context.ts'
import type { LifecycleRecord } from './shape/record.ts'
import type { Transfer } from './shape/transfers.ts'
import { damageIn } from './whole.ts'

type Holds = (record: LifecycleRecord) => boolean
type Orders = LifecycleContext['orders'][string]

const isIn = ({ value }: LifecycleRecord, state: string): boolean =>
  JSON.stringify(value).includes(`"${state}"`)

/** The phase that the state says, not the facts. */
const phaseIn = ({ value }: LifecycleRecord): string | undefined =>
  typeof value === 'string' ? value : Object.keys(value)[0]

/** What nobody has begun follows the facts; what a worker has claimed ends by its result, whatever is learnt meanwhile. */
const everyUnbegun = ({ orders }: LifecycleContext, holds: (order: Orders) => boolean): boolean =>
  items(orders).every((order) => order.status !== 'ordered' || order.claimed || holds(order))

const everyPurse = (
  { payouts, deposits }: LifecycleContext,
  holds: (transfers: readonly Transfer[]) => boolean,
): boolean => holds(items(payouts)) && items(deposits).every(({ refunds }) => holds(items(refunds)))

/** As the books stood when they were closed: what was carried over counted as settled. */
const asClosing = (context: LifecycleContext): LifecycleContext => ({
  ...context,
  closing: context.closing && { ...context.closing, closedAt: null },
})

/**
 * What must be true of every record, always, told by the same facts and rules that made it. Source: the product's lifecycle
 * specification, invariants I1 to I14, without those that are about a step (I2, I3) or about several records (I13).
 */
export const invariants: Readonly<Record<string, Holds>> = {
  STATE_FOLLOWS_FACTS: (record) =>
    phaseIn(record) === phaseOf(record.context) &&
    (phaseIn(record) !== 'live' || isIn(record, 'none') === predicates.applicationEnded(record.context)),
  I1_NO_SALE_WHILE_LIMITED: (record) =>
    phaseIn(record) !== 'live' ||
    (isIn(record, 'held') === predicates.saleHeld(record.context) &&
      isIn(record, 'testing') === predicates.testOwed(record.context)),
  I4_NO_ORDER_TO_SELL: ({ context }) =>
    acceptanceWanted(context) ||
    everyUnbegun(
      context,
      (order) => order.kind !== 'enableAcceptance' || !order.params.capabilities.includes('sale'),
    ),
  I5_CLOSED_IS_COMPLETE: ({ context }) =>
    phaseOf(context) !== 'closed' ||
    items(context.devices).every(
      (device) =>
        isErased(device) &&
        keysAreGone(context, device) &&
        device.binding === 'unbound' &&
        isDrained(context, device),
    ),
  I5_CLOSED_WITH_NOTHING_OPEN: ({ context, version }) =>
    context.closing?.closedSeq !== version || openObligations(asClosing(context)).length === 0,
  I6_DEPOSITS_ADD_UP: ({ context }) =>
    items(context.deposits).every((deposit) => freeDeposit(context, deposit) >= 0),
  I6_EXCESS_WAS_PAID: ({ context }) =>
    everyPurse(context, (transfers) => transfers.every(({ amount, excess }) => excess <= amount)),
  // two confirmations may bear one reference: the first order was given up, and paid all the same
  I6_ONE_ORDER_A_REFERENCE: ({ context }) =>
    everyPurse(context, (transfers) => {
      const ordered = transfers.filter(({ status }) => status === 'ordered')
      return new Set(ordered.map(({ reference }) => reference)).size === ordered.length
    }),
  // of a statement that does not tell what it charged nobody knows what was waived since
  I6_SETTLEMENT_PAID_ONCE: ({ context }) =>
    !context.closing?.statement ||
    (context.closing.statement.charged === undefined && context.charges[settlementCharge] !== undefined) ||
    paidOut(context.payouts) + inFlight(context.payouts) <= settlementOwed(context),
  // once the books are closed, what was carried over is met through here
  I7_CHARGES_NOT_OVERPAID: ({ context }) =>
    items(context.charges).every((charge) => {
      const passedOn = phaseOf(context) === 'closed' ? 0 : charge.carriedOver
      return chargePaid(charge) + passedOn <= charge.amount.amount
    }),
  I8_ERASED_AFTER_BACKUP: ({ context }) =>
    items(context.devices).every(
      ({ erasure, backup }) =>
        (erasure !== 'completed' && erasure !== 'verified') || backup?.verified === true,
    ),
  I8_AUTHORISED_WHILE_ALLOWED: ({ context }) =>
    items(context.devices).every(
      (device) => device.erasure !== 'authorised' || erasureBlockers(context, device).length === 0,
    ),
  I9_WIPED_WHEN_AUTHORISED: ({ context }) =>
    everyUnbegun(
      context,
      (order) =>
        order.kind !== 'eraseDevice' || context.devices[order.params.serial]?.erasure === 'authorised',
    ),
  I9_UNBOUND_WHEN_EMPTY: ({ context }) =>
    everyUnbegun(context, (order) => {
      const device = order.kind === 'unbind' ? context.devices[order.params.serial] : undefined
      return device === undefined || isDrained(context, device)
    }),
  I10_ACCOUNT_VERIFIED_BY_ANOTHER: ({ context: { payoutAccount } }) =>
    payoutAccount === null || payoutAccount.enteredBy !== payoutAccount.verifiedBy,
  I10_PAID_TO_AN_ACCOUNT: ({ context }) =>
    everyUnbegun(
      context,
      (order) =>
        !isMoney(order) ||
        (needsAccount(order.params.method)
          ? context.payoutAccount !== null
          : order.params.accountToken === null),
    ),
  I11_TWO_PEOPLE: ({ context: { proposal, application, carriedOver, holds } }) =>
    (proposal === null || proposal.imposedBy !== proposal.proposedBy) &&
    !(application?.approval && application.makers.includes(application.approval.by)) &&
    items(carriedOver).every(({ by: [first, second] }) => first !== second) &&
    items(holds).every(({ remedy }) => remedy === null || remedy.verifiedBy !== remedy.claimedBy),
  I12_ONE_PHASE_AT_A_TIME: ({ context }) => context.closing === null || context.application === null,
  I14_ONE_NAME: ({ lifecycleId, context: { identity } }) => identity.lifecycleId === lifecycleId,
}

/** The first that does not hold; of a record that is whole. */
export const brokenInvariant = (record: LifecycleRecord): string | undefined =>
  Object.entries(invariants).find(([, holds]) => !holds(record))?.[0]

/**
 * Throws when a record is not whole (`RECORD_IS_WHOLE`) or says something that can never be true.
 *
 * @param before the record that the step began with, where it is known to be whole: what both share is not gone through again.
 * @throws InvariantViolationError naming the invariant; the record is then not to be trusted, whoever wrote it
 */
export const assertInvariants = (record: LifecycleRecord, before?: LifecycleRecord): void => {
  const path = damageIn(record, before)
  if (path !== undefined)
    throw new InvariantViolationError({ invariant: 'RECORD_IS_WHOLE', detail: `damaged at ${path}` })
  const invariant = brokenInvariant(record)
  if (invariant !== undefined) throw new InvariantViolationError({ invariant })
}
