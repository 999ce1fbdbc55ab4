import type { AnswerOf, Contract, InputOf, OperationName } from '../../src/contract/index.ts'

/** One request and one answer for every row of the contract. */
export type Samples = {
  readonly [K in OperationName]: {
    readonly input: InputOf<Contract[K]>
    readonly answer: AnswerOf<Contract[K]>
  }
}

import { actSamples } from './sample-acts.ts'
import { readingSamples } from './sample-reads.ts'
import {
  amount,
  applicationId,
  at,
  digest,
  document,
  done,
  lifecycleId,
  serial,
  terminalRef,
  uploaded,
  view,
} from './sample-views.ts'

export { digest } from './sample-views.ts'

const common = {
  applicationId,
  merchantId: '898440354110001',
  merchantName: '青禾便利店',
  contact: { name: '林晓', mobile: '13800138000' },
  channel: 'website',
  signatory: { personId: 'm1', authority: 'legalRepresentative' },
  attested: true,
  documents: [document],
} as const

export const samples: Samples = {
  ...readingSamples,
  submitClosure: {
    input: {
      lifecycleId,
      process: 'closure',
      ...common,
      documents: [document],
      terminalId: '10000001',
      reason: 'NO_LONGER_NEEDED',
      duration: 'permanent',
      disposition: 'return',
      acknowledgement: { procedureVersion: 'p-1', at, contractReviewed: true },
    },
    answer: view,
  },
  submitSuspension: {
    input: {
      lifecycleId,
      process: 'suspension',
      ...common,
      documents: [document],
      terminalIds: ['10000001'],
      reason: 'MERCHANT_REQUEST',
      duration: 'temporary',
      plannedPeriod: { from: at },
      dataBackup: 'done',
    },
    answer: view,
  },
  submitReinstatement: {
    input: {
      lifecycleId,
      process: 'reinstatement',
      ...common,
      documents: [document],
      terminalId: '10000001',
      account: { accountName: '青禾便利店', accountNumberMasked: '****1234' },
      holdIds: ['hold-1'],
      suspendedOn: '2026-02-01',
      reasons: ['LICENCE_EXPIRED'],
      reasonDescription: 'The licence had run out.',
      whyRestore: 'The licence was renewed.',
      whyLift: 'The cause is gone.',
      remedies: [{ holdId: 'hold-1', kind: 'renewal', performedBy: 'merchant', evidence: ['doc-1'] }],
    },
    answer: view,
  },
  getApplication: {
    input: { applicationId },
    answer: {
      applicationId,
      lifecycleId,
      kind: 'closure',
      status: 'rejected',
      digest,
      documents: [document],
      attempt: 1,
      informationItems: [],
      rejection: { code: 'documents_incomplete', reason: 'A page is missing.', resubmittable: true },
      effectiveDate: null,
    },
  },
  supplyInformation: { input: { applicationId, documents: [document] }, answer: view },
  ...actSamples,
  withdrawApplication: { input: { applicationId }, answer: view },
  decideApplication: { input: { applicationId, decision: 'approve', digest }, answer: view },
  createDocument: {
    input: { type: 'business_licence', digest, size: 3, mediaType: 'image/png', facts: { longTerm: true } },
    answer: uploaded,
  },
  putDocumentContent: {
    input: { documentId: 'doc-1', content: new Uint8Array([0, 255, 10]), range: { from: 0, total: 5 } },
    answer: { ...uploaded, received: 3 },
  },
  getDocument: { input: { documentId: 'doc-1' }, answer: { ...uploaded, received: 3 } },
  getDocumentContent: {
    input: { documentId: 'doc-1' },
    answer: { content: new Uint8Array([0, 255, 10]), mediaType: 'image/png', name: '执照.png' },
  },
  recordEvent: {
    input: { lifecycleId, event: { type: 'device.found', serial, where: 'in the cellar' } },
    answer: view,
  },
  disableAcceptance: {
    input: { terminalRef, capabilities: ['sale', 'preAuth'], urgent: true },
    answer: done,
  },
  enableAcceptance: { input: { terminalRef, capabilities: ['sale', 'preAuth'] }, answer: done },
  readStatus: {
    input: { terminalRef, notBefore: at },
    answer: {
      acceptance: 'off',
      registry: 'active',
      unsettled: amount,
      readAt: at,
      source: 'host',
      capabilities: { sale: false },
    },
  },
  uploadBatch: {
    input: { serial, terminalRef },
    answer: {
      ...done,
      batchNo: 'B-1',
      upTo: at,
      count: 3,
      total: amount,
      hostTotals: { count: 3, total: amount },
    },
  },
  readBackup: { input: { serial, terminalRef, upTo: at, hash: digest }, answer: { ...done, hash: digest } },
  eraseDevice: {
    input: { serial, terminalRef, scope: 'device', procedure: 'wipe-2', authorisedBySeq: 7 },
    answer: { ...done, method: 'purge', tool: 'remote wipe' },
  },
  revokeKeys: { input: { serial, terminalRef, reason: 'lost' }, answer: done },
  collectDevice: { input: { serial, terminalRef, addressDocumentId: 'doc-9' }, answer: done },
  requestStatement: {
    input: { terminalRef, upTo: null, currency: 'CNY' },
    answer: { ...done, statementId: 'ST-1', upTo: at, net: { amount: -500, currency: 'CNY' } },
  },
  payOut: {
    input: { terminalRef, payoutId: 'payout-1', amount, method: 'directTransfer', accountToken: 'tok-1' },
    answer: { ...done, payoutId: 'payout-1', amount },
  },
  refundDeposit: {
    input: {
      terminalRef,
      depositId: 'deposit-1',
      refundId: 'refund-1',
      amount,
      method: 'directTransfer',
      accountToken: 'tok-1',
    },
    answer: { status: 'failed', reference: 'r-2', code: 'ACCOUNT_CLOSED', reason: 'The account is closed.' },
  },
  unbind: {
    input: { registryRef: 'reg-1', terminalRef, serial },
    answer: { status: 'pending', reference: 'r-3' },
  },
  confirmClosure: { input: { terminalRef, attempt: 1 }, answer: { ...done, providerRef: 'CL-1' } },
  notify: {
    input: {
      terminalRef,
      audience: 'merchant',
      template: 'application_approved',
      phase: 'after',
      ref: null,
      disclosure: 'open',
      reply: { channel: 'website', documentId: 'app-1' },
    },
    answer: done,
  },
  openTicket: {
    input: { terminalRef, department: 'workshop', topic: 'device_test_failed', ref: serial },
    answer: done,
  },
  getResult: {
    input: { idempotencyKey: 'lc-1/2/0' },
    answer: { idempotencyKey: 'lc-1/2/0', operation: 'revokeKeys', result: { ...done } },
  },
}
