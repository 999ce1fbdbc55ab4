import { type EventType, profileOf } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'

/** Facts about the ledger that was frozen when the books were closed: they go to the tail and change nothing else. */
export const frozen = new Set<EventType>([
  'transaction.reported',
  'batch.uploaded',
  'dispute.opened',
  'dispute.closed',
  'device.lost',
  'device.found',
  'device.shipped',
  'device.received',
  'device.inspected',
  'erasure.completed',
  'erasure.failed',
  'keys.removed',
  'unbinding.confirmed',
  'unbinding.failed',
  'closure.confirmed',
])

export const refOf = (event: StampedEvent): string | null => {
  const { item } = profileOf(event.type)
  const named = event as unknown as Record<string, unknown>
  const ref = item === undefined ? (named.ref ?? named.caseId) : named[item]
  return typeof ref === 'string' ? ref : null
}

const subjectOf = (type: EventType): string | undefined => type.split('.')[0]

/** Closed, the record keeps facts without changing: another one about the same thing has come since this was told. */
export const isOvertaken = ({ tail }: LifecycleContext, event: StampedEvent): boolean => {
  const ref = refOf(event)
  const last = tail.findLast((item) => item.ref === ref && subjectOf(item.kind) === subjectOf(event.type))
  return last !== undefined && last.kind !== event.type
}
