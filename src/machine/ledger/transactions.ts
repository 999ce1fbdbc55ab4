import type { EventOn } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { boundDevices, isMissing } from '../facts/devices.ts'
import { isOurs, items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { believed, covers, isLater, latest } from '../facts/time.ts'
import { lastTold, nameOf, toldBefore } from '../facts/told.ts'
import { isDrained, isDraining, isOpenTransaction, isUnfinished } from '../facts/transactions.ts'
import type { EventOf } from '../rules/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Transaction } from '../shape/transactions.ts'
import { startGuaranteeTails } from './deposits.ts'
import type { Reducers } from './kit.ts'
import { aboutDevice, answerOrders } from './order-ends.ts'
import { keepPapers } from './papers.ts'
import { outdateStatement, requestStatement } from './settlement.ts'
import type { Turn } from './turn.ts'

/** While closing, what a device still holds is fetched as soon as sale is read back as off. */
export const fetchBatches = (turn: Turn): void => {
  for (const device of items(turn.context.devices)) {
    const { serial, custody } = device
    const asked = turn.inFlight('uploadBatch', aboutDevice(serial))
    if (custody !== 'lost' && !asked && !isDrained(turn.context, device))
      turn.order('uploadBatch', { serial })
  }
}

/** A transaction moves the business time of the terminal and of its device. */
const touch = (turn: Turn, serial: string | null, occurredAt: string): void => {
  const before = turn.context.lastTransactionAt
  turn.set({ lastTransactionAt: latest(turn.context.lastTransactionAt, occurredAt) })
  const device = serial === null ? undefined : turn.context.devices[serial]
  if (device)
    turn.update('devices', device.serial, { lastTransactionAt: latest(device.lastTransactionAt, occurredAt) })
  const { closing, lastTransactionAt } = turn.context
  if (closing === null || lastTransactionAt === null || lastTransactionAt === before) return
  startGuaranteeTails(turn, lastTransactionAt)
}

/** What a transaction moves: open, voided, expired, declined or given back, it moves nothing. */
const worth = ({ context }: Turn, transaction: Transaction | undefined): number =>
  transaction &&
  !transaction.test &&
  isOurs(context, transaction.amount) &&
  (transaction.state === 'completed' || transaction.state === 'settled')
    ? transaction.amount.amount
    : 0

type Told = EventOf<'transaction.reported'>

/** It was emptied and has left: whatever becomes known of it now was done without it. */
const hasLeft = ({ context }: Turn, serial: string | null): boolean => {
  const device = serial === null ? undefined : context.devices[serial]
  return device !== undefined && device.custody !== 'merchant' && isDrained(context, device)
}

/** Nobody sells on what is on its way back, or there, after it was emptied; whoever has one that is missing may. */
const mayBeMadeOn =
  (turn: Turn, { offline, occurredAt }: Told) =>
  (device: Device): boolean =>
    offline ||
    isMissing(device) ||
    !hasLeft(turn, device.serial) ||
    !isLater(occurredAt, device.drainedUpTo ?? occurredAt)

/**
 * Told again without a device it stays that of the device it was made on. A new one that names none was made on the one that is
 * there; where all have left it was made on none, as a refund of the back office is.
 */
const madeOn = (turn: Turn, told: Told, before: Transaction | undefined): string | null => {
  const { serial } = told
  if (before && serial == null) return before.serial
  if (serial !== undefined) return serial
  return boundDevices(turn.context).find(mayBeMadeOn(turn, told))?.serial ?? null
}

/** Done at the host, to what the device knew already: told so, what only a host does, or what its device cannot have done. */
const isElsewhere = (turn: Turn, { changedAt, serial, state }: Told, before?: Transaction): boolean =>
  before !== undefined &&
  (changedAt !== undefined ||
    serial === null ||
    state === 'expired' ||
    state === 'settled' ||
    hasLeft(turn, before.serial))

/** Every state but the two in which its money counts. */
const uncounted = ['authorised', 'pending', 'voided', 'refunded', 'declined', 'expired'] as const

/** Told as taken, word for word, and as nothing else since: settled it moves nothing anew, though it has left the record. */
const wasTaken = ({ before }: Turn, event: Told): boolean => {
  const as = (state: Told['state']) => ({ ...event, state, changedAt: undefined })
  return (
    event.state === 'settled' &&
    toldBefore(before, as('completed')) !== undefined &&
    uncounted.every((state) => lastTold(before.told, nameOf(as(state))) === undefined)
  )
}

/** Made since the closure began, as it says and as can be: then it cannot have left before. */
const isOfClosing = ({ context: { closing }, at }: Turn, { occurredAt }: Told): boolean =>
  closing !== null && isLater(occurredAt, closing.startedAt) && !isLater(occurredAt, at)

/**
 * Did money move by this? One that the record does not know may be new, or may have been taken and have left since: what takes its
 * money back, then, is for another statement. A statement too many is read again; one too few pays out what was given back.
 */
const hasMoved = (turn: Turn, event: Told, before: Transaction | undefined): boolean => {
  const now = worth(turn, turn.context.transactions[event.ref])
  if (before) return worth(turn, before) !== now
  if (!isOurs(turn.context, event.amount)) return false
  return now === 0 ? !isOfClosing(turn, event) : !wasTaken(turn, event)
}

/** Sale is wanted, or nobody has read yet that it is off. */
const maySell = (context: LifecycleContext): boolean =>
  acceptanceWanted(context) || (phaseOf(context) === 'live' && context.status.acceptance !== 'off')

/** Only money that moved outdates what was stated before. */
const settleAnew = (turn: Turn, moved: boolean): void => {
  if (moved) outdateStatement(turn)
  if (turn.context.closing && regions.transactions(turn.context).length === 0) requestStatement(turn)
}

/** What is left to empty once sale is off is given its time, also where it comes to be known after all was done. */
export const followDraining = (turn: Turn): void => {
  const isOff = turn.context.closing !== null && turn.context.closing.offReadAt !== null
  if (isOff && !turn.waits('drainDue') && isDraining(turn.context)) turn.start('drainDue')
}

export const transactionReducers: Reducers<EventOn<'transactions'>> = {
  'batch.closedByHost': (turn, { serial, batchNo, upTo, evidence }) => {
    const device = turn.context.devices[serial]
    if (!device) return
    keepPapers(turn, evidence)
    const known = believed(upTo, turn.at)
    turn.update('devices', serial, {
      batches: [...device.batches, batchNo],
      drainedUpTo: latest(device.drainedUpTo, known),
    })
  },

  'transaction.reported': (turn, event) => {
    const before = turn.context.transactions[event.ref]
    // how it began, told behind how it ended: it is not open again
    if (
      before &&
      !isUnfinished(before) &&
      isUnfinished(event) &&
      isLater(before.occurredAt, event.occurredAt)
    )
      return turn.issue('NOT_EXPECTED_IN_STATE', event.ref, { known: before.state, told: event.state })
    const serial = madeOn(turn, event, before)
    const elsewhere = isElsewhere(turn, event, before)
    // what the host does about it later is no new moment of the device
    const occurredAt = elsewhere && before ? before.occurredAt : believed(event.occurredAt, turn.at)
    // an amount in another currency is no news of one that is known
    const amount = before && !isOurs(turn.context, event.amount) ? before.amount : event.amount
    turn.put('transactions', event.ref, {
      ref: event.ref,
      kind: event.kind,
      state: event.state,
      amount,
      occurredAt,
      serial,
      test: event.test ?? false,
      // agreed on another amount: that is to be agreed on again
      resolution: before?.amount.amount === amount.amount ? before.resolution : null,
    })
    const told = turn.context.transactions[event.ref]
    if (told === undefined || !isOpenTransaction(told)) turn.cancel('preAuthMax', event.ref)
    else if (turn.context.deadlines[`preAuthMax:${event.ref}`]?.status !== 'running')
      turn.start('preAuthMax', { ref: event.ref, from: occurredAt })
    if (event.test) return
    // what sells has keys, whatever was said of them before
    const device = serial === null ? undefined : turn.context.devices[serial]
    const sells = !elsewhere && maySell(turn.context) && device?.role === 'bound'
    // what was told late, or is told again, says nothing of what became of them since
    if (sells && !covers(latest(device.lastTransactionAt, device.keysRevokedAt), occurredAt))
      turn.update('devices', device.serial, { keys: 'loaded', keysRevokedAt: null })
    if (!elsewhere) touch(turn, serial, occurredAt)
    settleAnew(turn, hasMoved(turn, event, before))
  },

  'resolution.proposed': (turn, event) =>
    turn.update('transactions', event.txnRef, {
      resolution: { handling: event.handling, proposedBy: event.by, accepted: false },
    }),
  'resolution.accepted': (turn, event) => {
    const resolution = turn.context.transactions[event.txnRef]?.resolution
    if (!resolution) return
    turn.update('transactions', event.txnRef, { resolution: { ...resolution, accepted: true } })
    turn.cancel('preAuthMax', event.txnRef)
  },

  'batch.uploaded': (turn, event) => {
    const device = turn.context.devices[event.serial]
    if (!device) return turn.issue('DEVICE_UNKNOWN', event.serial)
    // closed before, by the device or by the host: nothing counts twice
    if (device.batches.includes(event.batchNo)) {
      answerOrders(turn, 'uploadBatch', aboutDevice(event.serial))
      return turn.issue('BATCH_MISMATCH', event.serial, { batchNo: event.batchNo })
    }
    const { count, total } = event.hostTotals
    if (event.count !== count || event.total.amount !== total.amount)
      return turn.issue('BATCH_MISMATCH', event.serial, {
        device: event.count,
        host: count,
        batchNo: event.batchNo,
      })
    answerOrders(turn, 'uploadBatch', aboutDevice(event.serial))
    turn.update('devices', device.serial, {
      batches: [...device.batches, event.batchNo],
      drainedUpTo: latest(device.drainedUpTo, believed(event.upTo, turn.at)),
    })
  },
}
