import type { EventType } from './events.ts'

/**
 * What comes to be known after the books are closed and changes nothing in them: which later fact ends it. Beside that two
 * things always do: a newer one about the same thing, and `followUp.done`. (OQ-12)
 */
export const lateFactEnds = {
  'transaction.reported': ['transaction.reported'],
  'batch.uploaded': [],
  'dispute.opened': ['dispute.closed'],
  'dispute.closed': ['charge.raised', 'obligation.discharged'],
  'device.lost': ['device.found', 'charge.raised'],
  'device.found': ['device.received'],
  'device.shipped': ['device.received'],
  'device.received': ['device.inspected'],
  'device.inspected': ['charge.raised'],
  'erasure.completed': [],
  'erasure.failed': ['erasure.completed'],
  'keys.removed': [],
  'unbinding.confirmed': [],
  'unbinding.failed': ['unbinding.confirmed'],
  'closure.confirmed': [],
  'status.reported': ['status.reported'],
} as const satisfies Readonly<Partial<Record<EventType, readonly EventType[]>>>
