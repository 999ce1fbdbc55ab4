import type {
  ClosureRequestInput,
  ReinstatementRequestInput,
  SuspensionRequestInput,
} from '../../../src/schemas/index.ts'
import { at, digest, later } from './papers.ts'

const common = {
  applicationId: 'APP-1',
  merchantId: '898440354110001',
  serialNumber: 'SN-0001',
  merchantName: '晨光便利店',
  contact: { name: '王小明', mobile: '13800138000' },
  channel: 'website',
  signatory: { personId: 'm-1', authority: 'owner' },
  attested: true,
  documents: [{ id: 'DOC-1', type: 'business_licence', digest }],
} as const

export const closure = (): ClosureRequestInput => ({
  process: 'closure',
  ...structuredClone({ ...common, documents: [...common.documents] }),
  terminalId: '10000001',
  registeredMobile: '13800138000',
  reason: 'NO_LONGER_NEEDED',
  duration: 'permanent',
  effectiveDate: later,
  disposition: 'return',
  payoutMethod: 'directTransfer',
  acknowledgement: { procedureVersion: '2026-1', at, contractReviewed: true },
})

export const suspension = (): SuspensionRequestInput => ({
  process: 'suspension',
  ...structuredClone({ ...common, documents: [...common.documents] }),
  terminalIds: ['10000001'],
  reason: 'BUSINESS_ADJUSTMENT',
  duration: 'temporary',
  plannedPeriod: { from: at, until: later },
  dataBackup: 'done',
})

export const reinstatement = (): ReinstatementRequestInput => ({
  process: 'reinstatement',
  ...structuredClone({ ...common, documents: [...common.documents] }),
  terminalId: '10000001',
  account: { accountName: '晨光便利店', accountNumberMasked: '****1234' },
  holdIds: ['HOLD-1'],
  suspendedOn: '2026-02-01',
  reasons: ['LICENCE_EXPIRED'],
  reasonDescription: '营业执照过期',
  whyRestore: '新执照已领取',
  whyLift: '原因已消除',
  remedies: [{ holdId: 'HOLD-1', kind: 'renewal', performedBy: 'merchant', evidence: ['DOC-1'] }],
})
