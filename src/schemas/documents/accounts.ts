import * as z from 'zod'
import { crossField } from '../forms/cross-field.ts'
import { Line, MaskedNumber, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, MerchantId, Money, OrderId, Reference } from '../primitives.ts'
import { head } from './head.ts'

/** Money goes to the merchant's own account: the names must be the same, blanks and width aside. */
const inMerchantsName = crossField<{ accountName: string; merchantName: string }>()({
  code: 'NAME_MISMATCH',
  reads: ['accountName', 'merchantName'],
  holds: ({ accountName, merchantName }) => plain(accountName) === plain(merchantName),
})
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase()

/** Account details for a reinstatement: the name and the end of the number, never a password. (DOC-37, R-058, R-087) */
export const AccountInfo = z.strictObject({
  type: z.literal('account_info'),
  ...head,
  merchantId: MerchantId,
  accountName: Line,
  accountNumberMasked: MaskedNumber,
})
export interface AccountInfo extends z.output<typeof AccountInfo> {}

/** The merchant explains what looked abnormal. (DOC-36, R-250) */
export const AccountExplanation = z.strictObject({
  type: z.literal('account_explanation'),
  ...head,
  statement: Prose,
  /** Ids of the documents that show it. */
  attachments: listOf(Reference, { max: 20 }),
})
export interface AccountExplanation extends z.output<typeof AccountExplanation> {}

/** A bank's paper on a new settlement account. (DOC-08, R-120) */
export const SettlementAccountChangeProof = z
  .strictObject({
    type: z.literal('settlement_account_change_proof'),
    ...head,
    merchantName: Line,
    accountName: Line,
    oldAccountMasked: MaskedNumber,
    newAccountMasked: MaskedNumber,
    bankName: Line,
    changedOn: Day,
    /** Who states the change: the bank, as a rule. */
    issuer: Line,
  })
  .check(inMerchantsName)
export interface SettlementAccountChangeProof extends z.output<typeof SettlementAccountChangeProof> {}

const verification = z.strictObject({
  type: z.literal('payout_account_verification'),
  ...head,
  /** Stands for the account; the number is kept by the settlement system. */
  accountToken: Reference,
  merchantName: Line,
  accountName: Line,
  method: z.enum(['bankConfirmation', 'microDeposit', 'accountOpeningCertificate']),
  verifiedAt: Instant,
  enteredBy: Reference,
  verifiedBy: Reference,
})
/** Somebody who did not enter the account looked whether it is the merchant's. */
export const PayoutAccountVerification = verification.check(
  inMerchantsName,
  crossField<z.output<typeof verification>>()({
    code: 'MAKER_IS_CHECKER',
    reads: ['verifiedBy', 'enteredBy'],
    holds: ({ enteredBy, verifiedBy }) => enteredBy !== verifiedBy,
  }),
)
export interface PayoutAccountVerification extends z.output<typeof PayoutAccountVerification> {}

/** The bank sent a payout back. */
export const PayoutReturnAdvice = z.strictObject({
  type: z.literal('payout_return_advice'),
  ...head,
  payoutId: Reference,
  orderId: OrderId.optional(),
  amount: Money,
  returnedAt: Instant,
  bankReason: Prose,
})
export interface PayoutReturnAdvice extends z.output<typeof PayoutReturnAdvice> {}
