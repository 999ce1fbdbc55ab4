import { InvariantViolationError } from '../errors/index.ts'
import { capabilities } from './capabilities.ts'
import type { LifecycleContext } from './context.ts'
import {
  chargePaid,
  deducted,
  inFlight,
  isDrained,
  isErased,
  items,
  keysAreGone,
  paidOut,
  saleLimited,
} from './facts.ts'
import type { LifecycleRecord } from './record.ts'
import { damageIn } from './shape/record.ts'

type Holds = (record: LifecycleRecord) => boolean

const stateOf = ({ value }: LifecycleRecord): string => JSON.stringify(value)
const is = (record: LifecycleRecord, name: string): boolean => stateOf(record).includes(`"${name}"`)
const isClosed: Holds = ({ value }) => value === 'closed'
/** The step that froze the books; what comes later stands in the tail. */
const justClosed: Holds = (record) => isClosed(record) && record.context.closing?.closedSeq === record.version

const sums = (context: LifecycleContext) =>
  items(context.deposits).map((deposit) => {
    const spent = paidOut(deposit.refunds) + inFlight(deposit.refunds) + deducted(deposit)
    return { spent, carriedOver: deposit.carriedOver, amount: deposit.amount.amount }
  })

/** What must be true of every record, always. Source: the product's lifecycle specification, invariants I1 to I14. */
const invariants: Readonly<Record<string, Holds>> = {
  I1_NO_SALE_WHILE_LIMITED: (record) =>
    !saleLimited(record.context) || (!is(record, 'inService') && !capabilities(record).desired.sale),
  I4_NO_SALE_WHILE_CLOSING: (record) => {
    const { desired } = capabilities(record)
    return record.context.closing === null || (!desired.sale && !desired.preAuth && !desired.test)
  },
  I5_CLOSED_IS_COMPLETE: (record) =>
    !isClosed(record) ||
    items(record.context.devices).every(
      (device) =>
        isErased(device) &&
        keysAreGone(record.context, device) &&
        device.binding === 'unbound' &&
        isDrained(record.context, device),
    ),
  I6_DEPOSITS_ADD_UP: (record) =>
    sums(record.context).every(({ spent, carriedOver, amount }) =>
      justClosed(record)
        ? spent + carriedOver === amount
        : spent + (isClosed(record) ? 0 : carriedOver) <= amount,
    ),
  I7_CHARGES_NOT_OVERPAID: ({ context }) =>
    items(context.charges).every(
      (charge) =>
        chargePaid(charge) + (context.closing?.closedAt ? 0 : charge.carriedOver) <= charge.amount.amount,
    ),
  I7_CLOSED_OWES_NOTHING: (record) =>
    !justClosed(record) ||
    items(record.context.charges).every(
      (charge) => chargePaid(charge) + charge.carriedOver >= charge.amount.amount,
    ),
  I8_ERASED_AFTER_BACKUP: ({ context }) =>
    items(context.devices).every(
      ({ erasure, backup }) =>
        (erasure !== 'authorised' && erasure !== 'completed' && erasure !== 'verified') ||
        backup?.verified === true,
    ),
  I9_UNBOUND_WHEN_EMPTY: ({ context }) =>
    items(context.orders).every((order) => {
      const device = order.kind === 'unbind' ? context.devices[order.params.serial] : undefined
      return device === undefined || order.status !== 'ordered' || order.claimed || isDrained(context, device)
    }),
  I10_ACCOUNT_VERIFIED_BY_ANOTHER: ({ context }) =>
    context.payoutAccount === null || context.payoutAccount.enteredBy !== context.payoutAccount.verifiedBy,
  I12_ONE_PHASE_AT_A_TIME: ({ context }) => context.closing === null || context.application === null,
  STATE_FOLLOWS_FACTS: (record) =>
    (record.context.closing === null) === stateOf(record).startsWith('{"live"') &&
    (record.context.closing?.closedAt != null) === isClosed(record),
  I14_ONE_NAME: ({ lifecycleId, context: { identity } }) => identity.lifecycleId === lifecycleId,
}

/** The first that does not hold; of a record that is whole. */
export const brokenInvariant = (record: LifecycleRecord): string | undefined =>
  Object.entries(invariants).find(([, holds]) => !holds(record))?.[0]

/**
 * Throws when a record is not whole (`RECORD_IS_WHOLE`) or says something that can never be true.
 *
 * @throws {InvariantViolationError} naming the invariant; the record is then not to be trusted, whoever wrote it
 */
export const assertInvariants = (record: LifecycleRecord): void => {
  const path = damageIn(record)
  if (path !== undefined)
    throw new InvariantViolationError({ invariant: 'RECORD_IS_WHOLE', detail: `damaged at ${path}` })
  const invariant = brokenInvariant(record)
  if (invariant !== undefined) throw new InvariantViolationError({ invariant })
}
