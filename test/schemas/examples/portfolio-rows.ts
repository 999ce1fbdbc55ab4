import { portfolioColumns } from '../../../src/schemas/index.ts'
import { creditCode } from './papers.ts'

export type Row = Readonly<Record<string, string>>

/** A row of a portfolio with every column filled in that says nothing of a case under way. */
export const goodRow: Row = {
  acquirerId: 'acq-1',
  merchantId: '898440354110001',
  terminalId: '10000001',
  serialNumber: 'SN-0001',
  model: 'P-90',
  merchantName: '晨光便利店',
  merchantType: 'enterprise',
  unifiedSocialCreditCode: creditCode,
  licenceValidTo: '2030-01-01',
  deviceOwner: 'provider',
  tenancy: 'sole',
  depositAmount: '200000',
  depositKind: 'guarantee',
  depositHeldBy: '海港收单机构',
  currency: 'CNY',
  contractNo: '合同 2020-17',
  contractExpiresOn: '2026-12-31',
  earlyTerminationFee: '30000',
  lastTransactionAt: '2026-03-01T20:00:00+08:00',
  holdCodes: 'LICENCE_EXPIRED;ACCOUNT_ARREARS',
  case: 'arrears',
}

/** As `goodRow`, without a character beyond ASCII. */
export const plainRow: Row = {
  ...goodRow,
  merchantName: 'Morning Light',
  depositHeldBy: 'Harbour Acquiring',
  contractNo: '2020-17',
}

/** The same row as another terminal. */
export const numbered = (row: Row, number: number): Row => ({
  ...row,
  terminalId: `1000000${number}`,
  serialNumber: `SN-000${number}`,
})

export const cells = (rows: readonly Row[]): readonly (readonly string[])[] => [
  portfolioColumns,
  ...rows.map((row) => portfolioColumns.map((column) => row[column] ?? '')),
]
