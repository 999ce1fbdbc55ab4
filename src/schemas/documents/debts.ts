import * as z from 'zod'
import { chargeKinds, obligationKinds } from '../../domain/index.ts'
import { crossField } from '../forms/cross-field.ts'
import { Line, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, Money, Reference } from '../primitives.ts'
import { oneCurrency, sum } from './amounts.ts'
import { head } from './head.ts'

const arrears = z.strictObject({
  type: z.literal('arrears_statement'),
  ...head,
  asOf: Instant,
  items: z
    .array(z.strictObject({ kind: z.enum(chargeKinds), amount: Money, dueOn: Day }))
    .min(1)
    .max(200),
  paid: listOf(z.strictObject({ amount: Money, paidAt: Instant, reference: Reference }), { max: 200 }),
  /** Still owed: the items less what was paid. */
  total: Money,
})
type Arrears = z.output<typeof arrears>
/** What the merchant owes, item by item. (DOC-07, R-118) */
export const ArrearsStatement = arrears.check(
  crossField<Arrears>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['total', 'items', 'paid'],
    holds: ({ items, paid, total }) => oneCurrency(total, ...[...items, ...paid].map(({ amount }) => amount)),
  }),
  crossField<Arrears>()({
    code: 'TOTAL_MISMATCH',
    reads: ['total', 'items', 'paid'],
    holds: ({ items, paid, total }) =>
      total.amount === sum(items.map(({ amount }) => amount)) - sum(paid.map(({ amount }) => amount)),
  }),
)
export interface ArrearsStatement extends z.output<typeof ArrearsStatement> {}

/** Something owed was paid. (DOC-35, R-269) */
export const PaymentProof = z.strictObject({
  type: z.literal('payment_proof'),
  ...head,
  amount: Money,
  paidAt: Instant,
  reference: Reference,
  chargeIds: listOf(Reference, { max: 50 }),
  payer: Line.optional(),
})
export interface PaymentProof extends z.output<typeof PaymentProof> {}

const fees = z.strictObject({
  type: z.literal('fee_statement'),
  ...head,
  asOf: Instant,
  /** The table that was in force and told; fees of any other are not owed. */
  feeTableVersion: Reference,
  items: z
    .array(
      z.strictObject({
        chargeId: Reference.optional(),
        kind: z.enum(chargeKinds),
        amount: Money,
        status: z.enum(['due', 'paid', 'waived', 'disputed']),
      }),
    )
    .max(200),
  /** Of the items that are due. */
  totalDue: Money,
})
type Fees = z.output<typeof fees>
/** Every fee that a closure brings up, asked for before it is started. (DOC-26, R-223, R-227, R-229, R-284, R-309) */
export const FeeStatement = fees.check(
  crossField<Fees>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['totalDue', 'items'],
    holds: ({ items, totalDue }) => oneCurrency(totalDue, ...items.map(({ amount }) => amount)),
  }),
  crossField<Fees>()({
    code: 'TOTAL_MISMATCH',
    reads: ['totalDue', 'items'],
    holds: ({ items, totalDue }) =>
      totalDue.amount === sum(items.filter(({ status }) => status === 'due').map(({ amount }) => amount)),
  }),
)
export interface FeeStatement extends z.output<typeof FeeStatement> {}

const twoPersons = crossField<{ decidedBy: readonly string[] }>()({
  code: 'MAKER_IS_CHECKER',
  reads: ['decidedBy'],
  holds: ({ decidedBy: [first, second] }) => first !== second,
})

/** The provider lets something go: a charge, a damage, a device. Two persons. */
export const Waiver = z
  .strictObject({
    type: z.literal('waiver'),
    ...head,
    subject: z.enum(['charge', 'damage', 'device', 'backup', 'settlement']),
    ref: Reference,
    /** What it comes to, where it is money. */
    amount: Money.optional(),
    grounds: Prose,
    decidedBy: z.tuple([Reference, Reference]),
  })
  .check(twoPersons)
export interface Waiver extends z.output<typeof Waiver> {}

/** A closure goes ahead with something still owed: what, by whom, on which ground, looked at again when. */
export const CarryOverDeed = z
  .strictObject({
    type: z.literal('carry_over_deed'),
    ...head,
    obligationId: Reference,
    kind: z.enum(obligationKinds),
    ref: Reference,
    amount: Money,
    owner: Line,
    basis: Prose,
    reviewAt: Instant,
    decidedBy: z.tuple([Reference, Reference]),
  })
  .check(twoPersons)
export interface CarryOverDeed extends z.output<typeof CarryOverDeed> {}
