import type { CaseView, UploadView } from '../../src/contract/index.ts'
import { blocker } from '../../src/domain/index.ts'

export const digest = 'ab'.repeat(32)
export const at = '2026-03-02T09:00:00.000+08:00'
export const lifecycleId = 'lc-1'
export const applicationId = 'app-1'
export const terminalRef = 'acquirer-1:898440354110001:10000001'
export const serial = '123-456-789'
export const amount = { amount: 88_000, currency: 'CNY' }
export const nothing = { amount: 0, currency: 'CNY' }
export const document = { id: 'doc-1', type: 'business_licence', digest, facts: { validTo: at } } as const
export const uploaded: UploadView = {
  ...{ documentId: 'doc-1', reference: document, size: 5, received: 0, name: '执照.png', announcedAt: at },
  status: 'receiving',
  mediaType: 'image/png',
}
export const onFile = { ...document, state: 'checked', for: null } as const
export const done = { status: 'done', reference: 'r-1' } as const

const deadline = {
  id: 'reviewDue.closure',
  name: 'reviewDue.closure',
  ref: null,
  due: at,
  rule: { amount: 5, unit: 'workingDays' },
  startedAt: at,
  remaining: null,
  status: 'running',
  enables: [],
  calendar: { id: 'prc', version: '2026', known: true },
} as const

export const requirements = {
  currentlyDue: [
    {
      code: 'DOCUMENTS_INCOMPLETE',
      owner: 'merchant',
      clearedBy: ['document.added'],
      papers: [{ anyOf: ['business_licence'], onFile: [] }],
    },
  ],
  eventuallyDue: [],
  pastDue: [],
  pendingVerification: [],
  errors: [{ code: 'documents_incomplete', reason: 'The licence is not legible.' }],
  deadlines: [deadline],
} as const

export const summary = {
  lifecycleId,
  acquirerId: 'acquirer-1',
  merchantId: '898440354110001',
  terminalId: '10000001',
  version: 3,
  at,
  state: { live: { service: 'inService', application: 'underReview' } },
} as const

export const view: CaseView = {
  ...summary,
  ...{ merchantName: '青禾便利店', merchantType: 'enterprise', currency: 'CNY' },
  agent: { agentId: 'agent-1', tasks: ['devices'], since: at },
  closing: {
    reason: 'NO_LONGER_NEEDED',
    ...{ startedAt: at, confirmedAt: null, closedAt: null, keepUntil: null },
  },
  proposal: {
    ...{ proposalId: 'proposal-1', reason: 'RULE_VIOLATION', basis: 'contract-9' },
    ...{ servedAt: at, imposed: false, appeal: 'open' },
  },
  issues: [{ code: 'STALE_READ', at, ref: serial, data: { items: 1 } }],
  head: digest,
  capabilities: { desired: { sale: true }, observed: { sale: 'unknown' }, readAt: null, ordered: null },
  applicationId,
  requirements,
  actions: [
    {
      event: 'closure.requested',
      enabled: false,
      overdue: false,
      blockers: [blocker('APPLICATION_OPEN', applicationId)],
    },
  ],
}

export const check = {
  possible: 'no',
  papers: [{ anyOf: ['payment_proof', 'waiver'], onFile: [] }],
  blockers: [blocker('APPLICATION_OPEN')],
  later: [blocker('DEVICE_NOT_DRAINED', serial, { items: 3 })],
  balances: { unsettled: null, charges: nothing, deposits: amount, disputes: nothing },
} as const

export const journalItem = {
  seq: 0,
  at,
  commandId: 'open-1',
  version: 0,
  actor: { role: 'provider', personId: 'p1', organisationId: 'acquirer-1' },
  cause: { opened: { terminalId: '10000001' } },
  from: null,
  to: 'live',
  orderIds: ['lc-1/1/0'],
  issues: [{ code: 'BATCH_MISMATCH', at, eventSeq: 0 }],
  prevHash: '0'.repeat(64),
  hash: digest,
} as const
