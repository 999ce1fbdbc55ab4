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
}

const key = (item: string, ...occurrence: string[]): NaturalKey => ({ item: item.split(' '), occurrence })

/** One row for each report. */
export const naturalKeys = {
  'closure.confirmed': key('providerRef', 'orderId'),
  'status.reported': key('source', 'readAt'),
  'transaction.reported': key('ref', 'state'),
  'batch.uploaded': key('serial batchNo'),
  'dispute.opened': key('caseId', 'amount'),
  'dispute.closed': key('caseId', 'outcome'),
  'device.lost': key('serial', 'kind'),
  'device.found': key('serial', 'where'),
  'device.shipped': key('serial', 'trackingNo'),
  'device.received': key('serial', 'receiptId'),
  'device.inspected': key('serial', 'condition'),
  'erasure.completed': key('serial', 'orderId'),
  'erasure.failed': key('serial', 'orderId'),
  'keys.removed': key('serial', 'method'),
  'payout.confirmed': key('payoutId', 'orderId'),
  'payout.failed': key('payoutId', 'orderId'),
  'payout.returned': key('payoutId', 'orderId'),
  'refund.confirmed': key('depositId', 'orderId'),
  'refund.failed': key('depositId', 'orderId'),
  'refund.returned': key('depositId', 'orderId'),
  'unbinding.confirmed': key('serial', 'registryRef', 'orderId'),
  'unbinding.failed': key('serial', 'registryRef', 'orderId'),
  'order.confirmed': key('orderId'),
  'order.failed': key('orderId', 'code'),
  'answer.refused': key('orderId', 'codes'),
  'notice.sent': key('template', 'audience', 'orderId'),
  'timer.due': key('deadlineId'),
} as const satisfies Readonly<Partial<Record<EventType, NaturalKey>>>
