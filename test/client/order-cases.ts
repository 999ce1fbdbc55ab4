import { type AcquirerClient, acquirerServices } from '../../src/client/index.ts'
import type { OrderKind } from '../../src/domain/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../src/schemas/index.ts'
import { digest } from '../contract/samples.ts'
import { scripted } from './kit.ts'

const readBack = 'c'.repeat(64)

export const at = '2026-03-02T01:00:00.000Z'
/** What is of the very instant of an order says nothing of afterwards. */
const after = '2026-03-02T01:00:01.000Z'
const serial = '123-456-789'
export const orderId = 'lc-1/4/0'
export const reference = 'r-1'
export const cny = (amount: number) => ({ amount, currency: 'CNY' })
export const call = (differs: Partial<Call> = {}): Call => ({
  orderId,
  idempotencyKey: orderId,
  attempt: 1,
  identity: {
    lifecycleId: 'lc-1',
    acquirerId: 'acquirer-1',
    merchantId: 'm-1',
    terminalId: 't-1',
    currency: 'CNY',
  },
  orderedAt: at,
  signal: new AbortController().signal,
  ...differs,
})

/** For each kind of order: its parameters, the facts of a good answer, and the events told to the record. */
export const table: {
  [K in OrderKind]: { params: OrderParams[K]; facts: object; events: readonly object[] }
} = {
  disableAcceptance: { params: { capabilities: ['sale'], urgent: true }, facts: {}, events: [] },
  enableAcceptance: { params: { capabilities: ['sale'] }, facts: {}, events: [] },
  readStatus: {
    params: { notBefore: at },
    facts: {
      acceptance: 'off',
      registry: 'MOTHBALLED',
      unsettled: cny(5),
      readAt: after,
      source: 'host',
      capabilities: { sale: false },
    },
    events: [
      {
        type: 'status.reported',
        acceptance: 'off',
        registry: 'unknown',
        unsettled: cny(5),
        readAt: after,
        source: 'host',
        capabilities: { sale: false },
      },
    ],
  },
  uploadBatch: {
    params: { serial },
    facts: { batchNo: 'B-1', upTo: at, count: 2, total: cny(7), hostTotals: { count: 2, total: cny(7) } },
    events: [
      {
        type: 'batch.uploaded',
        serial,
        batchNo: 'B-1',
        upTo: at,
        count: 2,
        total: cny(7),
        hostTotals: { count: 2, total: cny(7) },
      },
    ],
  },
  readBackup: {
    params: { serial, upTo: at, hash: digest },
    // what was read, whatever was expected
    facts: { hash: readBack },
    events: [{ type: 'backup.verified', serial, hash: readBack }],
  },
  eraseDevice: {
    params: { serial, scope: 'device', procedure: 'wipe-2', authorisedBySeq: 9 },
    facts: { method: 'purge', tool: 'remote wipe' },
    events: [{ type: 'erasure.completed', serial, orderId, method: 'purge', tool: 'remote wipe' }],
  },
  revokeKeys: {
    params: { serial, reason: 'lost' },
    facts: {},
    events: [{ type: 'keys.removed', serial, method: 'revokedAtHost', orderId }],
  },
  collectDevice: { params: { serial, addressDocumentId: 'doc-9' }, facts: {}, events: [] },
  requestStatement: {
    params: { upTo: null },
    facts: { statementId: 'ST-1', upTo: at, net: cny(-3), gross: cny(4), fees: cny(7) },
    events: [
      { type: 'settlement.stated', statementId: 'ST-1', upTo: at, net: cny(-3), gross: cny(4), fees: cny(7) },
    ],
  },
  payOut: {
    params: { payoutId: 'p-1', amount: 9, method: 'directTransfer', accountToken: 'tok' },
    facts: { payoutId: 'p-1', amount: cny(9) },
    events: [{ type: 'payout.confirmed', payoutId: 'p-1', orderId, amount: cny(9) }],
  },
  refundDeposit: {
    params: { depositId: 'd-1', refundId: 'rf-1', amount: 9, method: 'originalRoute', accountToken: null },
    facts: { depositId: 'd-1', amount: cny(9) },
    events: [{ type: 'refund.confirmed', depositId: 'd-1', orderId, amount: cny(9) }],
  },
  unbind: {
    params: { serial, registryRef: 'reg-1' },
    facts: {},
    events: [{ type: 'unbinding.confirmed', serial, registryRef: 'reg-1', orderId }],
  },
  confirmClosure: {
    params: { attempt: 1 },
    facts: { providerRef: 'CL-1' },
    events: [{ type: 'closure.confirmed', providerRef: 'CL-1', orderId }],
  },
  notify: {
    params: {
      audience: 'merchant',
      template: 'closure_result',
      phase: 'after',
      ref: null,
      disclosure: 'open',
      reply: { channel: 'post', documentId: 'application-1' },
    },
    facts: {},
    events: [{ type: 'notice.sent', template: 'closure_result', audience: 'merchant', orderId }],
  },
  openTicket: { params: { department: 'risk', topic: 'order_failed', ref: null }, facts: {}, events: [] },
}

export const carriedOutBy = (
  client: AcquirerClient,
  kind: OrderKind,
  differs: Partial<Call> = {},
  clock?: { now(): string },
) => {
  const service = acquirerServices(client, { clock })[kind] as (
    params: unknown,
    call: Call,
  ) => Promise<readonly LifecycleEvent[]>
  return service(table[kind].params, call(differs))
}

export const carry = (
  kind: OrderKind,
  answers: Parameters<typeof scripted>[0],
  differs: Partial<Call> = {},
  clock?: { now(): string },
) => {
  const { client, sent } = scripted(answers)
  return { work: carriedOutBy(client, kind, differs, clock), sent }
}
