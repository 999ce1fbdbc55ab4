import { type EventOn, isSamePerson } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { isLater } from '../facts/time.ts'
import { isOpenTransaction } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Asked, type Rules, report, withDevice } from './kit.ts'

/** Has the time run in which the merchant could still bring it to an end? Where no clock was started, nothing is waited for. */
const hasWaited = (context: LifecycleContext, ref: string, at: string): boolean => {
  const own = context.deadlines[`preAuthMax:${ref}`]
  const drain = context.deadlines.drainDue
  if (own === undefined || hasRun(context, own.id, at)) return true
  // the time to empty the device counts only for what was known while it ran
  const inTime = drain !== undefined && context.closing !== null && isLater(drain.due, own.startedAt)
  return inTime && hasRun(context, drain.id, at)
}

const counterparty = { merchant: 'provider', provider: 'merchant' } as const

export const transactionRules: Rules<EventOn<'transactions'>> = {
  'batch.closedByHost': withDevice((_, device, event: Asked<'batch.closedByHost'>) =>
    all(
      when(
        event.batchNo !== undefined && device.batches.includes(event.batchNo),
        'REFERENCE_IN_USE',
        event.batchNo,
      ),
    ),
  ),

  'transaction.reported': report,
  'batch.uploaded': report,

  'resolution.proposed': (context, event) => {
    const { item: transaction, missing } = lookUp(context.transactions, event.txnRef, 'TRANSACTION_UNKNOWN')
    return missing ?? all(when(!isOpenTransaction(transaction), 'TRANSACTION_UNKNOWN', transaction.ref))
  },

  'resolution.accepted': (context, event) => {
    const { item: transaction, missing } = lookUp(context.transactions, event.txnRef, 'TRANSACTION_UNKNOWN')
    if (missing) return missing
    const proposer = transaction.resolution?.proposedBy
    const silent = context.unreachable.includes('merchant')
    const open = isOpenTransaction(transaction)
    const { role, personId } = event.by
    // who writes down the merchant's word answers for nobody else, and nobody is both sides
    const isMerchants = proposer?.onBehalfOf === 'merchant'
    const side = (isMerchants ? 'merchant' : proposer?.role) as 'merchant' | 'provider'
    const isOther = event.by.onBehalfOf !== 'merchant' && !isSamePerson(proposer?.personId, personId)
    const answers = counterparty[side] === role && isOther
    // a merchant that cannot be reached is answered for by a second person at the provider, in time
    const standsIn =
      !answers &&
      silent &&
      role === 'provider' &&
      proposer !== undefined &&
      !isSamePerson(proposer.personId, personId)
    const accepts = answers || standsIn
    const same = event.handling === undefined || event.handling === transaction.resolution?.handling
    return all(
      when(!open, 'TRANSACTION_UNKNOWN', transaction.ref),
      when(open && !(accepts && same), 'COUNTERPARTY_MUST_ACCEPT', transaction.ref),
      when(
        open && standsIn && same && !hasWaited(context, transaction.ref, event.at),
        'NOTICE_RUNNING',
        transaction.ref,
      ),
    )
  },
}
