import * as z from 'zod'
import { obligationKinds } from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { Amount, known, list, NetAmount, Total, Words } from '../wire.ts'

const moved = known(['ordered', 'confirmed', 'failed', 'cancelled', 'returned'])
const share = z.object({ ref: Words, amount: Amount })

/** What the settlement of a terminal that is given up comes to. */
export const SettlementView = z.object({
  /** The newest statement; its figures are of this closing altogether, negative where the merchant owes. */
  statement: z
    .object({
      statementId: Words,
      /** The period ends here. */
      upTo: Instant,
      net: NetAmount,
      /** Of what the net is made, where the statement told it. */
      gross: NetAmount.nullable(),
      fees: NetAmount.nullable(),
      status: known(['stated', 'confirmed', 'disputed', 'deemed']),
      /** Something came in afterwards: a new statement is asked for. */
      stale: z.boolean(),
    })
    .nullable(),
  /** Until then the merchant may object. */
  objectionUntil: Instant.nullable(),
  /** Neither paid, on its way nor carried over. */
  open: Total,
  /** What the merchant met too much. */
  credit: Total,
  carriedOver: Total,
  payouts: list(z.object({ payoutId: Words, orderId: Words, amount: Amount, status: moved })),
  payoutDue: Instant.nullable(),
  /** Where it is paid to, by its holder's name; the account itself is nobody's to read here. */
  account: z.object({ holder: Words, verified: z.boolean(), changedAt: Instant }).nullable(),
})
export interface SettlementView extends z.output<typeof SettlementView> {}

/** Something that the merchant is to pay. */
export const ChargeView = z.object({
  chargeId: Words,
  kind: Words,
  /** As raised, or as determined. */
  amount: Amount,
  /** Neither met nor carried over. */
  open: Amount,
  status: known(['raised', 'disputed', 'determined']),
  /** By payment reference; deductions from deposits stand as `deposit:<depositId>`. */
  payments: list(share),
  carriedOver: Amount,
  feeTableVersion: Words,
  /** The device whose inspection, or the paper that it rests on. */
  ground: Words.nullable(),
  /** Until then the merchant may object. */
  objectionUntil: Instant.nullable(),
})
export interface ChargeView extends z.output<typeof ChargeView> {}

/** A deposit, and what became of it. */
export const DepositView = z.object({
  depositId: Words,
  kind: known(['guarantee', 'device_pledge']),
  amount: Amount,
  heldBy: Words,
  /** What frees it: the device is back, or its guarantee has run out. */
  releaseRule: known(['custody', 'guaranteeTail']),
  /** Neither given back, on its way, deducted nor carried over. */
  open: NetAmount,
  refunds: list(z.object({ refundId: Words, orderId: Words, amount: Amount, status: moved })),
  /** By charge. */
  deductions: list(share),
  carriedOver: Amount,
  refundDue: Instant.nullable(),
})
export interface DepositView extends z.output<typeof DepositView> {}

/** A cardholder's dispute of a sale. */
export const DisputeView = z.object({
  caseId: Words,
  amount: Amount,
  dueAt: Instant,
  status: known(['open', 'closed']),
  liability: known(['merchant', 'provider']).nullable(),
  outcome: known(['won', 'lost', 'withdrawn']).nullable(),
  carriedOver: z.boolean(),
})
export interface DisputeView extends z.output<typeof DisputeView> {}

/** What outlives the terminal by agreement. */
export const ObligationView = z.object({
  obligationId: Words,
  kind: known(obligationKinds),
  ref: Words,
  amount: Amount,
  owner: Words,
  basis: Words,
  reviewAt: Instant,
  discharged: z.boolean(),
})
export interface ObligationView extends z.output<typeof ObligationView> {}
