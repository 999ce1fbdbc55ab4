import * as z from 'zod'
import { inOrder, payoutMethods } from '../../domain/index.ts'
import { crossField } from '../forms/cross-field.ts'
import { Line } from '../forms/fields.ts'
import { Count, Day, Digest, Instant, listOf, NetMoney, Reference } from '../primitives.ts'
import { oneCurrency } from './amounts.ts'
import { head } from './head.ts'

const voucher = z.strictObject({
  type: z.literal('settlement_voucher'),
  ...head,
  statementId: Reference,
  period: z.strictObject({ from: Day, until: Day }),
  gross: NetMoney,
  fees: NetMoney,
  /** Gross less fees; negative: the merchant owes. */
  net: NetMoney,
  batchNos: listOf(Reference, { max: 500 }),
  paidOn: Day.optional(),
  payoutMethod: z.enum(payoutMethods),
  /** Compared with the merchant's own books. */
  reconciled: z.boolean(),
})
type Voucher = z.output<typeof voucher>
/** A settlement and how it was paid out; kept as evidence. (DOC-09, R-033, R-154, R-195) */
export const SettlementVoucher = voucher.check(
  crossField<Voucher>()({
    code: 'PERIOD_REVERSED',
    reads: ['period'],
    path: ['period', 'until'],
    holds: ({ period }) => inOrder(period.from, period.until),
  }),
  crossField<Voucher>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['net', 'gross', 'fees'],
    holds: ({ gross, fees, net }) => oneCurrency(gross, fees, net),
  }),
  crossField<Voucher>()({
    code: 'TOTAL_MISMATCH',
    reads: ['net', 'gross', 'fees'],
    holds: ({ gross, fees, net }) => net.amount === gross.amount - fees.amount,
  }),
)
export interface SettlementVoucher extends z.output<typeof SettlementVoucher> {}

const records = z.strictObject({
  type: z.literal('transaction_records'),
  ...head,
  period: z.strictObject({ from: Instant, until: Instant }),
  count: Count,
  total: NetMoney,
  /** Of the file that holds the records. */
  hash: Digest,
  /** Where that file is kept: a label, no address that lets anybody in. */
  location: Line,
  /** Card numbers are left out or shown with six and four digits at most; whole ones are refused. */
  cardholderData: z.enum(['none', 'maskedOnly']),
})
/** Transactions of a period, as evidence or before a device is wiped. (DOC-11, R-059, R-153, R-261) */
export const TransactionRecords = records.check(
  crossField<z.output<typeof records>>()({
    code: 'PERIOD_REVERSED',
    reads: ['period'],
    path: ['period', 'until'],
    holds: ({ period }) => inOrder(period.from, period.until),
  }),
)
export interface TransactionRecords extends z.output<typeof TransactionRecords> {}

/** A day-end report of the device. (DOC-12, R-152) */
export const DailyReport = z.strictObject({
  type: z.literal('daily_report'),
  ...head,
  businessDate: Day,
  batchNo: Reference,
  count: Count,
  total: NetMoney,
  hash: Digest,
})
export interface DailyReport extends z.output<typeof DailyReport> {}

const resolution = z.strictObject({
  type: z.literal('transaction_resolution'),
  ...head,
  transactionRef: Reference,
  state: z.enum(['authorised', 'pending']),
  handling: z.enum(['complete', 'void', 'refund', 'transfer', 'writeOff']),
  agreedAt: Instant,
  /** One person of each side: nobody agrees with themselves. */
  agreedByMerchant: Reference,
  agreedByProvider: Reference,
})
/** What was agreed about an unfinished transaction. (DOC-40, R-029, R-030) */
export const TransactionResolution = resolution.check(
  crossField<z.output<typeof resolution>>()({
    code: 'MAKER_IS_CHECKER',
    reads: ['agreedByProvider', 'agreedByMerchant'],
    holds: ({ agreedByMerchant, agreedByProvider }) => agreedByMerchant !== agreedByProvider,
  }),
)
export interface TransactionResolution extends z.output<typeof TransactionResolution> {}
