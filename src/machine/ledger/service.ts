import { holdsOwingTest, isDrained } from '../facts.ts'
import { covers, isLater, latest } from '../time.ts'
import type { Turn } from '../turn.ts'
import { followReading, touch } from './acceptance.ts'
import { raiseCharge } from './charges.ts'
import { liftHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, answerOrders } from './order-ends.ts'

type ServiceEvent =
  | 'test.passed'
  | 'test.failed'
  | 'status.reported'
  | 'transaction.reported'
  | 'resolution.proposed'
  | 'resolution.accepted'
  | 'batch.uploaded'
  | 'dispute.opened'
  | 'dispute.closed'

/** What was stated before a later transaction no longer says the whole. */
const outdateStatement = (turn: Turn, occurredAt: string): void => {
  const statement = turn.context.closing?.statement
  if (statement && !covers(statement.upTo, occurredAt))
    turn.closing({ statement: { ...statement, stale: true } })
}

export const serviceReducers: Reducers<ServiceEvent> = {
  'test.passed': (turn) => {
    for (const { holdId } of holdsOwingTest(turn.context)) liftHold(turn, holdId)
  },
  'test.failed': (turn, event) => openTicket(turn, 'workshop', 'device_test_failed', event.serial),

  'status.reported': (turn, event) => {
    const { acceptance, registry, readAt, unsettled } = event
    const known = turn.context.status.readAt
    if (known !== null && isLater(known, readAt)) return turn.issue('STALE_READ', undefined, { readAt })
    const capabilities = event.capabilities ?? {}
    turn.set({ status: { acceptance, registry, unsettled: unsettled.amount, readAt, capabilities } })
    const { closing } = turn.context
    // money turned up after the closure was confirmed: the statement no longer says the whole
    const confirmed =
      closing?.confirmedAt != null && closing.closedAt === null && isLater(readAt, closing.confirmedAt)
    if (confirmed && unsettled.amount !== 0 && closing.statement)
      turn.closing({ statement: { ...closing.statement, stale: true } })
    if (confirmed && unsettled.amount !== 0)
      turn.issue('UNSETTLED_AMOUNT', undefined, { amount: unsettled.amount })
    answerOrders(turn, 'readStatus', ({ orderedAt }) => isLater(readAt, orderedAt))
    followReading(turn, { acceptance, readAt })
  },

  'transaction.reported': (turn, event) => {
    const serial =
      event.serial ?? Object.values(turn.context.devices).find(({ role }) => role === 'bound')?.serial ?? null
    const before = turn.context.transactions[event.ref]
    turn.put('transactions', event.ref, {
      ref: event.ref,
      kind: event.kind,
      state: event.state,
      amount: event.amount,
      occurredAt: event.occurredAt,
      serial,
      test: event.test ?? false,
      resolution: before?.resolution ?? null,
    })
    if (event.kind === 'preAuth' && event.state === 'authorised')
      turn.start('preAuthMax', { ref: event.ref, from: event.occurredAt })
    else turn.cancel('preAuthMax', event.ref)
    if (event.test) return
    touch(turn, serial, event.occurredAt)
    outdateStatement(turn, event.occurredAt)
  },

  'resolution.proposed': (turn, event) =>
    turn.update('transactions', event.txnRef, {
      resolution: { handling: event.handling, proposedBy: event.by, accepted: false },
    }),
  'resolution.accepted': (turn, event) => {
    const resolution = turn.context.transactions[event.txnRef]?.resolution
    if (resolution)
      turn.update('transactions', event.txnRef, { resolution: { ...resolution, accepted: true } })
  },

  'batch.uploaded': (turn, event) => {
    const device = turn.context.devices[event.serial]
    if (!device) return turn.issue('DEVICE_UNKNOWN', event.serial)
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
      drainedUpTo: latest(device.drainedUpTo, event.upTo),
    })
    const drained = turn.context.devices[device.serial]
    if (drained && isDrained(turn.context, drained)) turn.cancel('drainDue')
  },

  'dispute.opened': (turn, event) => {
    const { caseId, amount, dueAt } = event
    turn.put('disputes', caseId, {
      caseId,
      amount,
      dueAt,
      status: 'open',
      liability: null,
      carriedOver: false,
    })
  },
  'dispute.closed': (turn, event) => {
    const dispute = turn.context.disputes[event.caseId]
    if (!dispute) return turn.issue('DISPUTE_UNKNOWN', event.caseId)
    turn.update('disputes', event.caseId, { status: 'closed', liability: event.liability })
    if (event.outcome === 'lost' && event.liability === 'merchant')
      raiseCharge(turn, `dispute:${event.caseId}`, 'chargeback', dispute.amount.amount)
  },
}
