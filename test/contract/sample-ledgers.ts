import type {
  ChargeView,
  DepositView,
  DeviceView,
  DisputeView,
  FollowUpView,
  HoldView,
  NoteView,
  NoticeView,
  ObligationView,
  OrderView,
  RequestView,
  SettlementView,
  TerminalStatusView,
  TransactionView,
  WorkView,
} from '../../src/contract/index.ts'
import { amount, at, digest, journalItem, lifecycleId, nothing, serial } from './sample-views.ts'

const one = <Item>(item: Item) => ({ items: [item], nextCursor: null })
const orderId = 'lc-1/3/0'

const status: TerminalStatusView = {
  ...{ acceptance: 'off', registry: 'suspended', unsettled: { amount: -100, currency: 'CNY' } },
  ...{ capabilities: { sale: false }, readAt: at, acceptedReadAt: null, contradicted: 1 },
  lastTransactionAt: at,
}

const hold: HoldView = {
  ...{ holdId: 'hold-1', code: 'NETWORK_FAULT', caps: ['sale'], status: 'effective' },
  ...{ startsAt: at, until: at, source: 'deviceScreen', words: '无法联网', side: 'terminal' },
  fault: { component: 'network', symptom: 'noConnection', cause: 'unknown' },
  ...{ release: 'evidence', test: 'smoke', disclosure: 'open', orderRef: null, chargeId: null },
  serial,
  placedBy: { role: 'provider', onBehalfOf: null },
  remedy: { evidence: ['doc-1'], verified: false },
  reviewAt: at,
}

const device: DeviceView = {
  ...{ serial, model: 'N910', accessories: [{ name: 'base', count: 1 }], selfService: true },
  ...{ role: 'bound', owner: 'provider', tenancy: 'sole', custody: 'inTransit' },
  returnTo: { destination: 'warehouse-1', bagNo: 'B-1', trackingNo: null },
  handedOver: { condition: 'worn', photoHashes: [digest], by: 'merchant' },
  ...{ receivedAt: null, receipts: [], inspection: null, journeyFaults: [], undecided: [] },
  ...{ lossReport: null, drainedUpTo: at, writtenOff: false, unreadable: false, lastTransactionAt: at },
  backup: { upTo: at, hash: digest, verified: true, waived: false },
  wiped: null,
  ...{ erasure: 'verified', keys: 'zeroised', keysRevokedAt: at, binding: 'bound' },
  ...{ registryRef: 'reg-1', retiredAt: null },
}

const transaction: TransactionView = {
  ...{ ref: 't-1', kind: 'preAuth', state: 'authorised', open: true, amount, occurredAt: at, serial },
  test: false,
  resolution: { handling: 'void', proposedBy: 'merchant', accepted: false },
}

const settlement: SettlementView = {
  statement: {
    ...{ statementId: 's-1', upTo: at, net: amount, gross: amount, fees: nothing },
    ...{ status: 'stated', stale: false },
  },
  ...{ objectionUntil: at, open: amount, credit: nothing, carriedOver: nothing },
  payouts: [{ payoutId: 'p-1', orderId, amount, status: 'ordered' }],
  payoutDue: null,
  account: { holder: '青禾便利店', verified: true, changedAt: at },
}

const charge: ChargeView = {
  ...{ chargeId: 'charge-1', kind: 'damage', amount, open: amount, status: 'raised' },
  payments: [{ ref: 'pay-1', amount: nothing }],
  ...{ carriedOver: nothing, feeTableVersion: 't-1', ground: serial, objectionUntil: at },
}

const deposit: DepositView = {
  ...{ depositId: 'dep-1', kind: 'device_pledge', amount, heldBy: 'acquirer-1', releaseRule: 'custody' },
  open: amount,
  refunds: [{ refundId: 'r-1', orderId, amount, status: 'ordered' }],
  deductions: [{ ref: 'charge-1', amount: nothing }],
  ...{ carriedOver: nothing, refundDue: at },
}

const dispute: DisputeView = {
  ...{ caseId: 'case-1', amount, dueAt: at, status: 'open', liability: null, outcome: null },
  carriedOver: false,
}

const obligation: ObligationView = {
  ...{ obligationId: 'o-1', kind: 'charge', ref: 'charge-1', amount, owner: 'merchant' },
  ...{ basis: 'deed-1', reviewAt: at, discharged: false },
}

const notice: NoticeView = {
  ...{ orderId, template: 'service_suspended', audience: 'merchant', phase: 'at', ref: 'hold-1' },
  ...{ disclosure: 'open', orderedAt: at, status: 'sent', endedAt: at },
  words: {
    'zh-CN': { subject: '终端停用', body: '原因:网络故障' },
    en: { subject: 'Held', body: 'Network' },
  },
}

const note: NoteView = { id: 'note:3', text: 'Monday', at, role: 'merchant', visibility: 'internal' }
const followUp: FollowUpView = { id: 'f-1', text: 'Ask again', done: false, kind: 'openItems', due: at }
const request: RequestView = {
  ...{ requestId: 'q-1', kind: 'repair', serial, depositId: null, text: 'It beeps.', madeAt: at },
  ...{ status: 'declined', reason: 'A new one comes.' },
}

const order: OrderView = {
  ...{ orderId, kind: 'payOut', about: { payoutId: 'p-1', amount: 100 }, status: 'ordered' },
  ...{ orderedAt: at, claimed: true, attempts: 3, lastErrorCode: 'TIMEOUT' },
  parked: { code: 'TIMEOUT', attempts: 3, at },
  refusedAnswer: { codes: ['AMOUNT_MISMATCH'], at },
}

const work: WorkView = {
  ...{ lifecycleId, acquirerId: 'acquirer-1', merchantId: '898440354110001', terminalId: '10000001' },
  ...{ agentId: 'agent-1', states: ['live', 'underReview'], list: 'due', code: 'REVIEW_OPEN' },
  ...{ ref: null, owner: 'provider', duties: ['reviewer'], due: at },
}

/** A page of everything that a dossier lists. */
export const ledgerPages = {
  ...{ status, settlement },
  ...{ holds: one(hold), devices: one(device), transactions: one(transaction), charges: one(charge) },
  ...{ deposits: one(deposit), disputes: one(dispute), obligations: one(obligation) },
  ...{ notices: one(notice), notes: one(note), followUps: one(followUp), requests: one(request) },
} as const

const input = { lifecycleId }

export const ledgerSamples = {
  getTerminalStatus: { input, answer: status },
  getHolds: { input, answer: ledgerPages.holds },
  getDevices: { input, answer: ledgerPages.devices },
  getTransactions: { input: { ...input, state: 'all' }, answer: ledgerPages.transactions },
  getSettlement: { input, answer: settlement },
  getCharges: { input, answer: ledgerPages.charges },
  getDeposits: { input, answer: ledgerPages.deposits },
  getDeposit: { input: { ...input, depositId: 'dep-1' }, answer: deposit },
  getDisputes: { input, answer: ledgerPages.disputes },
  getObligations: { input, answer: ledgerPages.obligations },
  getNotices: { input, answer: ledgerPages.notices },
  getNotes: { input, answer: ledgerPages.notes },
  getFollowUps: { input, answer: ledgerPages.followUps },
  getRequests: { input, answer: ledgerPages.requests },
  getOrders: { input, answer: one(order) },
  getWork: { input: { duty: 'reviewer', code: ['REVIEW_OPEN'], limit: 20 }, answer: one(work) },
  getChanges: {
    input: { after: 'lc-1/0', limit: 10 },
    answer: {
      items: [{ cursor: 'lc-1/1', lifecycleId, version: 0, entry: journalItem }],
      ...{ cursor: 'lc-1/1', more: false },
    },
  },
} as const
