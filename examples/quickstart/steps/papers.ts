import type { Money } from 'terminal-lifecycle/domain'
import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { type Person, people } from '../people.ts'
import type { Situation } from './step.ts'

type Paper<Type extends Parameters<Situation['file']>[0]['type']> = DocumentOf<Type>

const serialOf = ({ terminal }: Situation): string => terminal.devices[0]?.serial ?? ''
const modelOf = ({ terminal }: Situation): string => terminal.devices[0]?.model ?? ''
/** Stands for the digest of a picture or a scan: the bytes themselves are no part of the example. */
const scan = (digit: string): string => digit.repeat(64)

export const businessLicence =
  ({ names }: Person) =>
  ({ merchant }: Situation): Paper<'business_licence'> => ({
    type: 'business_licence',
    id: 'DOC-LICENCE',
    issuedAt: '2021-06-18T00:00:00+08:00',
    unifiedSocialCreditCode: merchant.unifiedSocialCreditCode ?? '',
    name: merchant.merchantName,
    legalRepresentative: names['zh-CN'],
    ...(merchant.licenceValidTo === undefined ? { longTerm: true } : { validTo: merchant.licenceValidTo }),
  })

export const serialPhoto = ({ at }: Situation): Paper<'supporting_evidence'> => ({
  type: 'supporting_evidence',
  id: 'DOC-SERIAL-PHOTO',
  issuedAt: at,
  kind: 'photo',
  title: '设备序列号照片',
  files: [{ name: 'serial-number.jpg', mime: 'image/jpeg', size: 184_320, sha256: scan('7') }],
})

/** Where the agent takes its devices back: on file, so that the merchant can look it up. */
export const depotAddress = ({ at }: Situation): Paper<'supporting_evidence'> => ({
  type: 'supporting_evidence',
  id: 'ADR-YUNSHANG-DEPOT',
  issuedAt: at,
  kind: 'letter',
  title: '代理商仓库收货地址',
  files: [{ name: 'depot-address.pdf', mime: 'application/pdf', size: 41_984, sha256: scan('5') }],
})

export const accountVerification = (
  { merchant, at }: Situation,
  accountToken: string,
): Paper<'payout_account_verification'> => ({
  type: 'payout_account_verification',
  id: 'DOC-ACCOUNT',
  issuedAt: at,
  accountToken,
  merchantName: merchant.merchantName,
  accountName: merchant.merchantName,
  method: 'bankConfirmation',
  verifiedAt: at,
  enteredBy: people.merchant.actor.personId,
  verifiedBy: people.settlement.actor.personId,
})

export const backupRecord = (situation: Situation, hash: string): Paper<'backup_record'> => ({
  type: 'backup_record',
  id: 'DOC-BACKUP',
  issuedAt: situation.at,
  serialNumber: serialOf(situation),
  contents: ['dailyReport', 'transactionRecords', 'settlementStatement'],
  method: 'computer',
  takenAt: situation.at,
  upTo: situation.at,
  hash,
  location: '店内办公电脑 (office computer)',
  encrypted: true,
  containsCardholderData: false,
  crossBorder: false,
  retentionUntil: '2031-12-31T23:59:59+08:00',
})

export const erasureRecord = (situation: Situation, procedure: string): Paper<'erasure_record'> => ({
  type: 'erasure_record',
  id: 'DOC-ERASURE',
  issuedAt: situation.at,
  serialNumber: serialOf(situation),
  model: modelOf(situation),
  requestedAt: situation.at,
  authorisedBy: people.manager.actor.personId,
  procedure,
  performedBy: 'system',
  method: 'purge',
  tool: 'remote wipe',
  toolVersion: '2.1',
  status: 'done',
  completedAt: situation.at,
  verifiedBy: people.workshop.actor.personId,
  verifiedAt: situation.at,
})

export const keyRemovalRecord = (situation: Situation): Paper<'key_removal_record'> => ({
  type: 'key_removal_record',
  id: 'DOC-KEYS',
  issuedAt: situation.at,
  serialNumber: serialOf(situation),
  keySetId: 'KS-2231-07',
  method: 'zeroised',
  custodian: people.custodian.actor.personId,
  procedure: 'KEY-3.1',
  removedAt: situation.at,
})

export const returnRecord = (situation: Situation): Paper<'device_return_record'> => ({
  type: 'device_return_record',
  id: 'DOC-RETURN',
  issuedAt: situation.at,
  serialNumber: serialOf(situation),
  model: modelOf(situation),
  accessories: [
    { name: '电源适配器', expected: 1, returned: 1 },
    { name: '充电底座', expected: 1, returned: 0 },
  ],
  mode: 'return',
  destination: 'institution',
  carrier: '同城速递',
  trackingNo: 'TC-7719-0042',
  receivedAt: situation.at,
  receivedBy: people.warehouse.actor.personId,
  condition: 'damaged',
  photoHashes: [scan('3'), scan('4')],
})

export const damageReport = (situation: Situation, amount: Money): Paper<'damage_report'> => ({
  type: 'damage_report',
  id: 'DOC-DAMAGE',
  issuedAt: situation.at,
  serialNumber: serialOf(situation),
  reportedAt: situation.at,
  discoveredBy: people.workshop.actor.personId,
  description: '屏幕碎裂，有跌落痕迹',
  photoHashes: [scan('4')],
  cause: 'human',
  liability: 'merchant',
  compensation: { amount },
  resolution: 'compensate',
})

type Deductions = Paper<'deduction_statement'>['items']

export const deductionStatement = (
  { at, record }: Situation,
  depositId: string,
  items: Deductions,
): Paper<'deduction_statement'> => ({
  type: 'deduction_statement',
  id: 'DOC-DEDUCTIONS',
  issuedAt: at,
  depositId,
  items,
  total: { amount: items.reduce((sum, { amount }) => sum + amount.amount, 0), currency: 'CNY' },
  objectionUntil: record.context.deadlines[`chargeObjection:${items[0]?.chargeId}`]?.due ?? at,
})

export const disputeCase = (
  { at }: Situation,
  dispute: { readonly caseId: string; readonly amount: Money; readonly dueAt: string },
): Paper<'dispute_case'> => ({
  type: 'dispute_case',
  id: 'DOC-DISPUTE',
  issuedAt: at,
  ...dispute,
  reasonCode: '4853',
  status: 'open',
})
