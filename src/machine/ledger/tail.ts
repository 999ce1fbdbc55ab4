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

/** Several of these may name the same item. Any other event with the same type and item is a repeat. */
const recurring = new Set<EventType>(['transaction.reported', 'batch.uploaded'])

/** Told before, with nothing about it since. */
export const isInTail = ({ tail }: LifecycleContext, event: StampedEvent): boolean => {
  const last = tail.findLast(({ ref }) => ref === refOf(event))
  return last?.kind === event.type && !recurring.has(event.type)
}

export const refOf = (event: StampedEvent): string | null => {
  const { item } = profileOf(event.type)
  const named = event as unknown as Record<string, unknown>
  const ref = item === undefined ? (named.ref ?? named.caseId) : named[item]
  return typeof ref === 'string' ? ref : null
}
