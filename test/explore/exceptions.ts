import type { EventType } from '../../src/domain/index.ts'

const reopens =
  'What reopens the books takes the order of the confirmation back: a confirmation that comes after it was not asked for any more.'
const confirmed =
  'A reading that is told after the confirmation is asked whether the terminal is closed, one that is told before it is not.'
const askedFor =
  'With the end of the last open transaction the statement is asked for; a sale that is told after it finds it asked for.'
const lapsed =
  'A transaction that comes to be known takes the authority to wipe back: a wipe that is told after it was not allowed any more.'
const answered =
  'A reading answers the order to switch: what is told of the order after it comes to one that has ended.'
const judged =
  'A reading is judged by what is known when it is told: what a terminal sells or holds that was told before it, it contradicts.'

/** Two types of reports, why their order counts, and an example: in which world, after what, which two. */
export type Exception = readonly [
  one: EventType,
  other: EventType,
  why: string,
  world: string,
  path: readonly string[],
  said: readonly [string, string],
]

/** Reports of which the order counts. One of which the example leads to the same state in either order fails the test. */
export const exceptions: readonly Exception[] = [
  [
    ...(['closure.confirmed', 'payout.returned', reopens, 'a settlement'] as const),
    ['stated 2', 'agreed', 'payout 2', 'paid'],
    ['payout returned', 'confirmed'],
  ],
  [
    ...(['closure.confirmed', 'transaction.reported', reopens, 'a chargeback'] as const),
    [],
    ['sold before', 'confirmed'],
  ],
  [
    ...(['closure.confirmed', 'dispute.opened', reopens, 'a chargeback'] as const),
    [],
    ['chargeback', 'confirmed'],
  ],
  [
    ...(['closure.confirmed', 'status.reported', confirmed, 'the end and what comes after it'] as const),
    ['stated 0', 'agreed 0', 'confirmClosure accepted'],
    ['confirmed', 'reads on'],
  ],
  [
    ...(['transaction.reported', 'transaction.reported', askedFor, 'a reservation that is open'] as const),
    ['void offered', 'drained'],
    ['captured', 'sold'],
  ],
  [
    ...(['batch.uploaded', 'transaction.reported', askedFor, 'transactions and keys'] as const),
    [],
    ['reserved', 'drained'],
  ],
  [
    ...(['erasure.completed', 'transaction.reported', lapsed, 'transactions and data'] as const),
    ['backup waived', 'wipe allowed'],
    ['reserved', 'wiped'],
  ],
  [
    ...(['order.confirmed', 'status.reported', answered, 'acceptance and orders'] as const),
    [],
    ['reads on', 'disableAcceptance accepted'],
  ],
  [
    ...(['order.failed', 'status.reported', answered, 'acceptance and orders'] as const),
    [],
    ['reads on', 'disableAcceptance refused'],
  ],
  [
    ...(['device.lost', 'status.reported', judged, 'a device that another one takes over from'] as const),
    [],
    ['lost', 'reads off'],
  ],
  [
    ...(['keys.removed', 'status.reported', judged, 'a device that another one takes over from'] as const),
    [],
    ['keys revoked', 'reads off'],
  ],
  [
    ...(['batch.uploaded', 'status.reported', judged, 'a reservation that is open'] as const),
    ['captured', 'unreachable proposed'],
    ['drained', 'reads on'],
  ],
  [
    ...(['status.reported', 'transaction.reported', judged, 'a reservation that is open'] as const),
    ['drained'],
    ['sold', 'reads off'],
  ],
]

const nameOf = (one: EventType, other: EventType): string => [one, other].sort().join(' / ')

export const exceptionFor = ([one, other]: readonly [EventType, EventType]): string | undefined =>
  exceptions.some(([a, b]) => nameOf(a, b) === nameOf(one, other)) ? nameOf(one, other) : undefined
