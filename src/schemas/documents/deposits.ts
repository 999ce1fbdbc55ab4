import * as z from 'zod'
import { chargeKinds } from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Line, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, Money, Reference } from '../primitives.ts'
import { oneCurrency, sum } from './amounts.ts'
import { head } from './head.ts'

const deposit = z.strictObject({
  type: z.literal('deposit_record'),
  ...head,
  depositId: Reference,
  /** 保证金 secures the business, 押金 the device; both may stand side by side. (C-18) */
  kind: z.enum(['guarantee', 'device_pledge']),
  amount: Money,
  heldBy: Line,
  paidOn: Day,
  receiptNo: Reference,
  /** Given back so far. */
  refunded: Money,
  deductions: listOf(z.strictObject({ chargeId: Reference, amount: Money, accepted: z.boolean() }), {
    max: 50,
  }),
  refundStatus: z.enum(['notRequested', 'requested', 'delayed', 'escalated', 'refunded']),
  requestedAt: Instant.optional(),
  refundedAt: Instant.optional(),
  /** Ids of the escalations about it. */
  escalations: listOf(Reference, { max: 20 }),
})
type Deposit = z.output<typeof deposit>
/** A deposit and what became of it; it always flows back from provider to merchant. (DOC-17, R-220, R-228, R-232) */
export const DepositRecord = deposit.check(
  crossField<Deposit>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['amount', 'refunded', 'deductions'],
    holds: ({ amount, refunded, deductions }) =>
      oneCurrency(amount, refunded, ...deductions.map((deduction) => deduction.amount)),
  }),
  crossField<Deposit>()({
    code: 'AMOUNT_TOO_HIGH',
    reads: ['refunded', 'amount', 'deductions'],
    holds: ({ amount, refunded, deductions }) =>
      refunded.amount + sum(deductions.map((deduction) => deduction.amount)) <= amount.amount,
  }),
  requiredWhen<Deposit>()('refundedAt', 'refundStatus', ({ refundStatus }) => refundStatus === 'refunded'),
)
export interface DepositRecord extends z.output<typeof DepositRecord> {}

const answer = z.strictObject({
  answer: z.enum(['accepted', 'disputed']),
  at: Instant,
  grounds: Prose.optional(),
})
const statement = z.strictObject({
  type: z.literal('deduction_statement'),
  ...head,
  depositId: Reference,
  items: z
    .array(z.strictObject({ chargeId: Reference, kind: z.enum(chargeKinds), amount: Money, grounds: Prose }))
    .min(1)
    .max(50),
  total: Money,
  /** Until when the merchant may object. */
  objectionUntil: Instant,
  merchantAnswer: answer
    .check(requiredWhen<z.output<typeof answer>>()('grounds', 'answer', (it) => it.answer === 'disputed'))
    .optional(),
})
type Statement = z.output<typeof statement>
/** What is to be taken from a deposit, item by item, and what the merchant says to it. (C-18) */
export const DeductionStatement = statement.check(
  crossField<Statement>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['total', 'items'],
    holds: ({ items, total }) => oneCurrency(total, ...items.map(({ amount }) => amount)),
  }),
  crossField<Statement>()({
    code: 'TOTAL_MISMATCH',
    reads: ['total', 'items'],
    holds: ({ items, total }) => total.amount === sum(items.map(({ amount }) => amount)),
  }),
)
export interface DeductionStatement extends z.output<typeof DeductionStatement> {}
