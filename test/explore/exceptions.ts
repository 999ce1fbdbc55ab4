import type { EventType } from '../../src/domain/index.ts'

const reopens =
  'What reopens the books takes the order of the confirmation back: a confirmation that comes after it was not asked for any more.'
const confirmed =
  'A reading that is told after the confirmation is asked whether the terminal is closed, one that is told before it is not.'
const askedFor =
  'With the end of the last open transaction the statement is asked for; a sale that is told after it finds it asked for.'
const readBack =
  'A reading that shows the terminal closed ends the closure: what opens the books again before it keeps them open, what comes after it is a late fact. One that shows it open has the confirmation asked for once more.'
const anew =
  'With the end of the last dispute the confirmation is asked for anew and an earlier one counts no more; a sale that is told before keeps the books open, and the earlier one stands until they close.'
const lapsed =
  'A transaction that comes to be known takes the authority to wipe back: a wipe that is told after it was not allowed any more.'
const sells =
  'A reading that shows the terminal selling takes the authority to wipe back: a wipe that is told after it was not allowed any more.'
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
    ...(['closure.confirmed', 'dispute.closed', reopens, 'a chargeback'] as const),
    ['chargeback', 'chargeback lost', 'chargeback won'],
    ['chargeback lost', 'confirmed'],
  ],
  [
    ...(['closure.confirmed', 'refund.returned', reopens, 'a deposit and a charge: device_pledge'] as const),
    ['refund 1', 'refunded'],
    ['refund 1 returned', 'confirmed'],
  ],
  [
    ...(['dispute.opened', 'status.reported', readBack, 'a chargeback'] as const),
    ['confirmed'],
    ['chargeback', 'reads closed'],
  ],
  [
    ...(['dispute.closed', 'status.reported', readBack, 'a chargeback'] as const),
    ['confirmed'],
    ['chargeback lost', 'reads closed'],
  ],
  [
    ...(['refund.returned', 'status.reported', readBack, 'a deposit and a charge: device_pledge'] as const),
    ['refund 2', 'refunded', 'confirmed'],
    ['refund 1 returned', 'reads closed'],
  ],
  [
    ...(['payout.returned', 'status.reported', readBack, 'a settlement'] as const),
    ['stated 2', 'agreed', 'payout 2', 'paid', 'confirmed'],
    ['payout returned', 'reads closed'],
  ],
  [
    ...(['dispute.closed', 'transaction.reported', anew, 'a chargeback'] as const),
    ['chargeback', 'confirmed'],
    ['chargeback won', 'sold before'],
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
    ...(['erasure.completed', 'status.reported', sells, 'acceptance and data'] as const),
    ['backup waived', 'wipe allowed'],
    ['reads on', 'wiped'],
  ],
  [
    ...(['order.failed', 'status.reported', answered, 'acceptance and orders'] as const),
    ['disableAcceptance claimed', 'disableAcceptance accepted'],
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
