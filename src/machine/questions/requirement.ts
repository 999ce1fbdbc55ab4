import {
  type Blocker,
  type ClockName,
  type Instant,
  type OrderKind,
  type Role,
  resultClockOf,
} from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { paidFor } from '../facts/paid.ts'
import { papersOnFile } from '../facts/papers.ts'
import type { Requirement } from '../shape/answers.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type LackingPaper, papersShown } from './papers.ts'
import { particulars } from './particulars.ts'

/** The clock by which something has to be there. */
const clockOf: Readonly<Partial<Record<Blocker['code'], ClockName>>> = {
  DEVICE_NOT_DRAINED: 'drainDue',
  NO_STATEMENT: 'statementDue',
  SETTLEMENT_NOT_CONFIRMED: 'settlementObjection',
  OUTSTANDING_BALANCE: 'payoutDue',
  PAYOUT_PENDING: 'payoutDue',
  CHARGES_OUTSTANDING: 'chargeObjection',
  DAMAGE_UNDECIDED: 'damageDecisionDue',
  DEPOSIT_NOT_REFUNDED: 'depositDue',
  REFUND_PENDING: 'depositDue',
  DEVICE_NOT_RETURNED: 'deviceReturnDue',
  DEVICE_NOT_INSPECTED: 'inspectionDue',
  TRANSACTIONS_OPEN: 'preAuthMax',
  DOCUMENTS_INCOMPLETE: 'informationDue',
  STATUS_NOT_CLOSED: 'verifyDue',
  REJECTION_UNANSWERED: 'resubmitUntil',
  NOT_RESUBMITTABLE: 'resubmitUntil',
  NOTICE_RUNNING: 'closureNotice',
  NOTICE_MISSING: 'noticeDue',
  OBLIGATION_OPEN: 'obligationDue',
}

const clockNamed = (code: Blocker['code'], data: Blocker['data']): ClockName | undefined => {
  if (code === 'RESULT_OVERDUE') return resultClockOf(data?.kind as OrderKind)
  return code === 'REVIEW_OPEN' ? (`reviewDue.${data?.process}` as ClockName) : clockOf[code]
}

/** The clock of an item, where it has one that runs or has run. */
export const deadlineOf = (
  { deadlines }: LifecycleContext,
  { code, ref, data }: Blocker,
): Deadline | undefined => {
  if (code === 'CLOCK_RUN_OUT') return ref === undefined ? undefined : deadlines[ref]
  const name = clockNamed(code, data)
  const deadline = name && (deadlines[`${name}:${ref}`] ?? deadlines[name])
  return deadline?.status === 'cancelled' ? undefined : deadline
}

/** By when it has to be there, where anything says so. */
export const dueOf = (context: LifecycleContext, item: Need): Instant | undefined =>
  deadlineOf(context, item)?.due ?? item.due

/** A blocker with the papers that would make it go away, or what is to be followed up. */
export type Need = Blocker &
  Pick<Requirement, 'followUp' | 'due'> & { readonly papers?: readonly LackingPaper[] }

/** Minor units that are owed, where it is money: the item's own, or of the charge for which a hold stands, or what its statement asks beyond what was paid. */
const amountOf = (context: LifecycleContext, { ref, data }: Blocker, at: string): number | undefined => {
  if (typeof data?.amount === 'number') return data.amount
  const hold = ref !== undefined && Object.hasOwn(context.holds, ref) ? context.holds[ref] : undefined
  // only a hold has papers that say what is owed: to look through them for each device would be for nothing
  if (ref === undefined || hold === undefined) return undefined
  const charge = hold.chargeId ? context.charges[hold.chargeId] : undefined
  if (charge) return chargeOpen(context, charge) || undefined
  const paid = paidFor(context, papersOnFile(context), { holdIds: [ref], own: [], at })
  return (paid && Math.max(0, paid.asked - paid.covered)) || undefined
}

/**
 * A blocker as an answer shows it: with its amount, its papers, and by when.
 *
 * @param reading.shown the context as the viewer may see it.
 */
export const asRequirement = (
  context: LifecycleContext,
  item: Need,
  { at, viewer, shown }: { readonly at: Instant; readonly viewer: Role; readonly shown: LifecycleContext },
): Requirement => {
  const { code, owner, clearedBy, ref, papers, followUp } = item
  const data = particulars(context, item, viewer)
  const due = dueOf(context, item)
  const amount = amountOf(context, item, at)
  return {
    code,
    owner,
    clearedBy,
    ...(ref !== undefined && { ref }),
    ...(data && { data }),
    ...(papers && { papers: papersShown(papers, shown) }),
    ...(amount !== undefined && { amount: { amount, currency: context.identity.currency } }),
    ...(followUp && { followUp }),
    ...(due !== undefined && { due }),
  }
}
