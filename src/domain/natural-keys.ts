import type { EventType } from './events.ts'

/**
 * What makes a report the same report, whatever command brings it: the item it is about, and which of its occurrences. Told
 * again with the same content it changes nothing; with other content under the same key it is judged like a new one.
 */
export interface NaturalKey {
  /** Fields that name the item. */
  readonly item: readonly string[]
  /** Fields that name the occurrence; none: it happens to its item once. */
  readonly occurrence: readonly string[]
  /** A field that tells two apart which happened to one item, where whoever tells of them gives it. */
  readonly apart?: string
  /** It may truly happen again just like this (lost, found, lost): known as the same only while it would change nothing. */
  readonly recurs?: true
  /** There are many of them: the record remembers each for `policy.repeatWindow`, and a store of the runtime for good. */
  readonly many?: true
}

const key = (item: string, ...occurrence: string[]): NaturalKey => ({ item: item.split(' '), occurrence })
const recurring = (item: string, ...occurrence: string[]): NaturalKey => ({
  ...key(item, ...occurrence),
  recurs: true,
})
const many = (item: string, ...occurrence: string[]): NaturalKey => ({
  ...key(item, ...occurrence),
  many: true,
})

/** One row for each report, and for the statement, which systems tell like one. */
export const naturalKeys = {
  'closure.confirmed': key('providerRef', 'orderId'),
  'settlement.stated': key('statementId'),
  'status.reported': many('source', 'readAt'),
  'transaction.reported': many('ref', 'state'),
  'batch.uploaded': many('serial batchNo'),
  'dispute.opened': recurring('caseId', 'amount'),
  'dispute.closed': recurring('caseId', 'outcome'),
  'device.lost': recurring('serial', 'kind'),
  'device.found': recurring('serial', 'where'),
  'device.shipped': key('serial', 'trackingNo'),
  'device.received': key('serial', 'receiptId'),
  'device.inspected': recurring('serial', 'condition'),
  'erasure.completed': key('serial', 'orderId'),
  'erasure.failed': key('serial', 'orderId'),
  'keys.removed': recurring('serial', 'method'),
  'payout.confirmed': key('payoutId', 'orderId'),
  'payout.failed': key('payoutId', 'orderId'),
  'payout.returned': { ...key('payoutId', 'orderId'), apart: 'returnRef' },
  'refund.confirmed': key('depositId', 'orderId'),
  'refund.failed': key('depositId', 'orderId'),
  'refund.returned': { ...key('depositId', 'orderId'), apart: 'returnRef' },
  'unbinding.confirmed': key('serial', 'registryRef', 'orderId'),
  'unbinding.failed': key('serial', 'registryRef', 'orderId'),
  'order.confirmed': many('orderId'),
  'order.failed': many('orderId', 'code'),
  'order.parked': { ...recurring('orderId', 'code'), many: true },
  'answer.refused': many('orderId', 'codes'),
  'notice.sent': many('template', 'audience', 'orderId'),
  'timer.due': key('deadlineId'),
} as const satisfies Readonly<Partial<Record<EventType, NaturalKey>>>
