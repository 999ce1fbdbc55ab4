import type { EventOn } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { boundDevice } from '../facts/devices.ts'
import { holdsOwingTest } from '../facts/holds.ts'
import { settlementCarriedOver } from '../facts/settlement.ts'
import { believed, covers, isLater, latest } from '../facts/time.ts'
import { isOpenTransaction } from '../facts/transactions.ts'
import type { Transaction } from '../shape/transactions.ts'
import type { Turn } from '../turn.ts'
import { followReading, touch } from './acceptance.ts'
import { cutCarriedOver, raiseCharge, redetermine } from './charges.ts'
import { requestStatement } from './closing.ts'
import { liftHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, answerOrders, cancelUnclaimed } from './order-ends.ts'

/** A case that comes up again, or ends for the merchant, is not owed beyond the closure as well. */
const dropCarriedOver = (turn: Turn, caseId: string): void =>
  cutCarriedOver(
    turn,
    Number.MAX_SAFE_INTEGER,
    ({ kind, ref, discharged }) => kind === 'dispute' && ref === caseId && !discharged,
  )

/** What a transaction moves: open, voided, expired, declined or given back, it moves nothing. */
const worth = (transaction: Transaction | undefined): number =>
  transaction && !transaction.test && (transaction.state === 'completed' || transaction.state === 'settled')
    ? transaction.amount.amount
    : 0

/** The statement no longer says the whole: nobody begins a payout on it. */
const outdateStatement = (turn: Turn): void => {
  const statement = turn.context.closing?.statement
  if (!statement) return
  turn.closing({ statement: { ...statement, stale: true } })
  cancelUnclaimed(turn, 'payOut')
}

/** What was stated before a later transaction, or before this one moved money, is out of date. */
const settleAnew = (turn: Turn, occurredAt: string, moved: boolean): void => {
  const upTo = turn.context.closing?.statement?.upTo ?? null
  if (moved || !covers(upTo, occurredAt)) outdateStatement(turn)
  if (turn.context.closing && regions.transactions(turn.context).length === 0) requestStatement(turn)
}

export const serviceReducers: Reducers<EventOn<'device-test' | 'acceptance' | 'transactions' | 'disputes'>> =
  {
    'test.passed': (turn) => {
      for (const { holdId } of holdsOwingTest(turn.context)) liftHold(turn, holdId)
      const device = boundDevice(turn.context)
      // a device that passes is used again: what was given up for lost or revoked is no longer so, and it has keys
      if (device)
        turn.update('devices', device.serial, {
          keys: 'loaded',
          keysRevokedAt: null,
          writtenOff: false,
          unreadable: false,
        })
    },
    'test.failed': (turn, event) => openTicket(turn, 'workshop', 'device_test_failed', event.serial),

    'status.reported': (turn, event) => {
      const { acceptance, registry, unsettled } = event
      // a host whose clock is ahead cannot have read the future
      const readAt = believed(event.readAt, turn.at)
      const known = turn.context.status.readAt
      if (known !== null && isLater(known, readAt)) return turn.issue('STALE_READ', undefined, { readAt })
      const capabilities = event.capabilities ?? {}
      turn.set({ status: { acceptance, registry, unsettled: unsettled.amount, readAt, capabilities } })
      const { closing } = turn.context
      // money turned up after the closure was confirmed: the statement no longer says the whole
      const confirmed =
        closing?.confirmedAt != null && closing.closedAt === null && isLater(readAt, closing.confirmedAt)
      const surprising = confirmed && unsettled.amount > settlementCarriedOver(turn.context)
      if (surprising) {
        outdateStatement(turn)
        turn.issue('UNSETTLED_AMOUNT', undefined, { amount: unsettled.amount })
      }
      answerOrders(turn, 'readStatus', ({ orderedAt }) => isLater(readAt, orderedAt))
      followReading(turn, { acceptance, readAt })
    },

    'transaction.reported': (turn, event) => {
      const serial =
        event.serial ??
        Object.values(turn.context.devices).find(({ role }) => role === 'bound')?.serial ??
        null
      const before = turn.context.transactions[event.ref]
      const occurredAt = believed(event.occurredAt, turn.at)
      turn.put('transactions', event.ref, {
        ref: event.ref,
        kind: event.kind,
        state: event.state,
        amount: event.amount,
        occurredAt,
        serial,
        test: event.test ?? false,
        // agreed on another amount: that is to be agreed on again
        resolution: before?.amount.amount === event.amount.amount ? before.resolution : null,
      })
      const told = turn.context.transactions[event.ref]
      if (told === undefined || !isOpenTransaction(told)) turn.cancel('preAuthMax', event.ref)
      else if (turn.context.deadlines[`preAuthMax:${event.ref}`]?.status !== 'running')
        turn.start('preAuthMax', { ref: event.ref, from: occurredAt })
      if (event.test) return
      // what sells has keys, whatever was said of them before
      const device = serial === null ? undefined : turn.context.devices[serial]
      if (acceptanceWanted(turn.context) && device?.role === 'bound')
        turn.update('devices', device.serial, { keys: 'loaded', keysRevokedAt: null })
      touch(turn, serial, occurredAt)
      settleAnew(turn, occurredAt, worth(before) !== worth(turn.context.transactions[event.ref]))
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

    'dispute.opened': (turn, event) => {
      const { caseId, amount, dueAt } = event
      dropCarriedOver(turn, caseId)
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
      const chargeId = `dispute:${event.caseId}`
      const { liability, outcome } = event
      turn.update('disputes', event.caseId, { status: 'closed', liability, outcome })
      // what was carried over is owed beyond the closure already
      if (event.outcome === 'lost' && event.liability === 'merchant' && !dispute.carriedOver)
        return raiseCharge(turn, chargeId, 'chargeback', dispute.amount.amount)
      if (event.outcome !== 'lost' || event.liability !== 'merchant') dropCarriedOver(turn, event.caseId)
      // it was lost before, and came out otherwise in the end
      const charge = turn.context.charges[chargeId]
      if (charge) redetermine(turn, charge, 0, 'determined')
    },
  }
