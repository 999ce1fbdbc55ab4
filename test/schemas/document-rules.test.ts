import { describe, expect, it } from 'vitest'
import { Document } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { row, without } from './document-row.ts'
import { documents } from './examples/documents.ts'
import { at, later, yuan } from './examples/papers.ts'

const refused = [
  row(
    'a licence without end and without "indefinitely" [R-119]',
    'business_licence',
    without('validTo'),
    'VALIDITY_UNCLEAR /validTo',
  ),
  row(
    'a licence that ends and never ends',
    'business_licence',
    { longTerm: true },
    'VALIDITY_UNCLEAR /validTo',
  ),
  row(
    'a licence that ends before it begins',
    'business_licence',
    { validTo: '2019-12-31' },
    'PERIOD_REVERSED /validTo',
  ),
  row(
    'a wrong check digit in a licence',
    'business_licence',
    { unifiedSocialCreditCode: '91350100M000100Y44' },
    'CHECK_DIGIT_WRONG /unifiedSocialCreditCode',
  ),
  row(
    'a whole identity number',
    'identity_proof',
    { idNumberMasked: '11010519491231002X' },
    'NOT_MASKED /idNumberMasked',
  ),
  row(
    'a whole account number [R-058]',
    'account_info',
    { accountNumberMasked: '6225881234567890' },
    'NOT_MASKED /accountNumberMasked',
  ),
  row(
    'a payout account in another name [R-120]',
    'settlement_account_change_proof',
    { accountName: '别家商店' },
    'NAME_MISMATCH /accountName',
  ),
  row(
    'an account verified by who entered it',
    'payout_account_verification',
    { verifiedBy: 'p-1' },
    'MAKER_IS_CHECKER /verifiedBy',
  ),
  row(
    'arrears that do not add up [R-118]',
    'arrears_statement',
    { total: yuan(9900) },
    'TOTAL_MISMATCH /total',
  ),
  row(
    'arrears in two currencies',
    'arrears_statement',
    { total: { amount: 9000, currency: 'USD' } },
    'CURRENCY_MISMATCH /total',
  ),
  row(
    'fees that do not add up [R-223]',
    'fee_statement',
    { totalDue: yuan(7000) },
    'TOTAL_MISMATCH /totalDue',
  ),
  row(
    'a settlement that does not add up [R-022]',
    'settlement_voucher',
    { net: yuan(100000) },
    'TOTAL_MISMATCH /net',
  ),
  row(
    'a settlement that ends before it begins',
    'settlement_voucher',
    { period: { from: '2026-02-28', until: '2026-02-01' } },
    'PERIOD_REVERSED /period/until',
  ),
  row(
    'more given back and taken than was paid [R-220]',
    'deposit_record',
    { refunded: yuan(200000) },
    'AMOUNT_TOO_HIGH /refunded',
  ),
  row(
    'a refund without its moment [R-228]',
    'deposit_record',
    without('refundedAt'),
    'REQUIRED_HERE /refundedAt',
  ),
  row(
    'a deduction statement that does not add up',
    'deduction_statement',
    { total: yuan(1) },
    'TOTAL_MISMATCH /total',
  ),
  row(
    'a disputed deduction without grounds',
    'deduction_statement',
    { merchantAnswer: { answer: 'disputed', at } },
    'REQUIRED_HERE /merchantAnswer/grounds',
  ),
  row(
    'a waiver decided by one person twice',
    'waiver',
    { decidedBy: ['p-1', 'p-1'] },
    'MAKER_IS_CHECKER /decidedBy',
  ),
  row(
    'a carry-over decided by one person twice',
    'carry_over_deed',
    { decidedBy: ['p-1', 'p-1'] },
    'MAKER_IS_CHECKER /decidedBy',
  ),
  row(
    'a resolution agreed by one person with themselves',
    'transaction_resolution',
    { agreedByProvider: 'm-1' },
    'MAKER_IS_CHECKER /agreedByProvider',
  ),
  row(
    'a dispute that ended without liability',
    'dispute_case',
    without('liability'),
    'REQUIRED_HERE /liability',
  ),
  row(
    'a contract silent on how it ends [R-185]',
    'service_contract',
    without('terminationClause'),
    'REQUIRED /terminationClause',
  ),
  row(
    'a contract silent on refunds [R-185]',
    'service_contract',
    without('refundClause'),
    'REQUIRED /refundClause',
  ),
  row(
    'a contract silent on its breach [R-185]',
    'service_contract',
    without('breachLiability'),
    'REQUIRED /breachLiability',
  ),
  row(
    'contract amounts in two currencies [R-308]',
    'service_contract',
    { earlyTerminationFee: { amount: 1, currency: 'USD' } },
    'CURRENCY_MISMATCH /fees',
  ),
  row('maintenance without a window', 'provider_notice', without('window'), 'REQUIRED_HERE /window'),
  row(
    'maintenance that ends before it begins',
    'provider_notice',
    { window: { from: later, until: at } },
    'PERIOD_REVERSED /window/until',
  ),
  row('a rejection without a reason [R-137]', 'rejection_notice', { message: ' ' }, 'REQUIRED /message'),
  row(
    'a registered letter without its number',
    'service_of_notice',
    without('trackingNo'),
    'REQUIRED_HERE /trackingNo',
  ),
  row(
    'a notice that has run before it was given',
    'closure_notice',
    { noticeUntil: '2026-01-01T00:00:00Z' },
    'PERIOD_REVERSED /noticeUntil',
  ),
]

describe('documents about people and money refuse', () => {
  it.each(refused)('%s', (_, type, change, codes) => {
    expect(codesOf(Document, { ...documents[type], ...change })).toEqual(codes)
  })
})

describe('documents take', () => {
  it.each([
    row('a back-up in the cloud of the provider, not encrypted by the merchant [R-160]', 'backup_record', {
      method: 'providerCloud',
      encrypted: false,
    }),
    row('a back-up abroad with its legal ground', 'backup_record', {
      crossBorder: true,
      legalBasis: 'Standard contract filed',
    }),
    row('wear laid on the merchant by a clause of the contract [R-225]', 'damage_report', {
      cause: 'nonHuman',
      contractClause: '§ 12',
    }),
    row('a damage of unknown cause that blames nobody', 'damage_report', {
      cause: 'undetermined',
      liability: 'undetermined',
    }),
    row('software installed by the merchant with authorisation', 'repair_or_replacement_record', {
      kind: 'update',
      performedBy: 'merchant',
      softwareVersion: '2',
      providerAuthorisation: 'AUTH-2',
    }),
    row('an account name in full-width letters and other case', 'settlement_account_change_proof', {
      merchantName: 'Ａbc  Shop',
      accountName: 'ABC shop',
    }),
    row('customers told of a suspension with no end yet [R-300]', 'customer_notice', {
      kind: 'serviceSuspended',
      resumesAt: undefined,
    }),
    row('a settlement in which the merchant owes', 'settlement_voucher', {
      gross: yuan(0),
      fees: yuan(600),
      net: yuan(-600),
    }),
  ])('%s', (_, type, change) => {
    expect(codesOf(Document, { ...documents[type], ...change })).toEqual([])
  })
})
