import type { EventType } from '../../domain/index.ts'
import type { LifecycleContext } from '../context.ts'
import { items } from '../facts.ts'
import type { Asked } from './kit.ts'

type Repeat<T extends EventType> = (context: LifecycleContext, event: Asked<T>) => boolean

const ended = ({ orders }: LifecycleContext, orderId: string | undefined, status: string): boolean =>
  orderId !== undefined && orders[orderId]?.status === status

/** Was exactly this told before? Then it is accepted again, and changes nothing. By natural keys, not by command id. */
const repeats: { readonly [T in EventType]?: Repeat<T> } = {
  'hold.placed': ({ holds }, { holdId, code }) =>
    holdId !== undefined && holds[holdId] !== undefined && holds[holdId].code === code,
  'suspension.requested': (context, event) => sameApplication(context, event),
  'reinstatement.requested': (context, event) => sameApplication(context, event),
  'closure.requested': (context, event) => sameApplication(context, event),
  'closure.proposed': ({ proposal }, { proposalId, reason }) =>
    proposal !== null && proposal.proposalId === proposalId && proposal.reason === reason,
  'transaction.reported': ({ transactions }, { ref, state }) =>
    ref !== undefined && transactions[ref] !== undefined && transactions[ref].state === state,
  'batch.uploaded': ({ devices }, { serial, batchNo }) =>
    serial !== undefined && batchNo !== undefined && devices[serial]?.batches.includes(batchNo) === true,
  'dispute.opened': ({ disputes }, { caseId }) => caseId !== undefined && disputes[caseId] !== undefined,
  'dispute.closed': ({ disputes }, { caseId }) =>
    caseId !== undefined && disputes[caseId]?.status === 'closed',
  'device.received': ({ devices }, { serial, receiptId }) =>
    serial !== undefined && receiptId !== undefined && devices[serial]?.receipts.includes(receiptId) === true,
  'settlement.stated': ({ closing }, { statementId, net }) =>
    closing?.statement != null &&
    closing.statement.statementId === statementId &&
    net !== undefined &&
    closing.statement.net === Math.max(0, net.amount),
  'payout.ordered': ({ closing }, { payoutId, amount }) =>
    items(closing?.payouts ?? {}).some(
      (payout) =>
        payout.reference === payoutId && payout.amount === amount?.amount && payout.status !== 'failed',
    ),
  'payout.confirmed': ({ closing }, { orderId, amount }) => isPaid(closing?.payouts, orderId, amount),
  'refund.ordered': ({ deposits }, { depositId, refundId, amount }) =>
    items(deposits[depositId ?? '']?.refunds ?? {}).some(
      (refund) =>
        refund.reference === refundId && refund.amount === amount?.amount && refund.status !== 'failed',
    ),
  'refund.confirmed': ({ deposits }, { depositId, orderId, amount }) =>
    isPaid(deposits[depositId ?? '']?.refunds, orderId, amount),
  'charge.raised': ({ charges }, { chargeId, kind }) =>
    chargeId !== undefined && charges[chargeId] !== undefined && charges[chargeId].kind === kind,
  'charge.met': ({ charges }, { chargeId, paymentRef }) =>
    paymentRef !== undefined && charges[chargeId ?? '']?.payments[paymentRef] !== undefined,
  'obligation.carriedOver': ({ carriedOver }, { obligationId, ref }) =>
    obligationId !== undefined && carriedOver[obligationId]?.ref === ref && ref !== undefined,
  'unbinding.confirmed': ({ devices }, { serial }) =>
    serial !== undefined && devices[serial]?.binding === 'unbound',
  'order.claimed': ({ orders }, { orderId }) =>
    orderId !== undefined && orders[orderId]?.status === 'ordered' && orders[orderId].claimed,
  'order.confirmed': (context, { orderId }) => ended(context, orderId, 'confirmed'),
  'order.failed': (context, { orderId }) => ended(context, orderId, 'failed'),
  'document.added': ({ documents }, { document }) =>
    document !== undefined && documents[document.id]?.digest === document.digest,
}

const sameApplication = (
  { application }: LifecycleContext,
  event: { applicationId?: string | undefined; digest?: string | undefined },
): boolean =>
  application !== null &&
  application.applicationId === event.applicationId &&
  application.digest === event.digest

const isPaid = (
  transfers: Readonly<Record<string, { status: string; amount: number }>> | undefined,
  orderId: string | undefined,
  amount: { amount: number } | undefined,
): boolean => {
  const transfer = transfers?.[orderId ?? '']
  return transfer?.status === 'confirmed' && transfer.amount === amount?.amount
}

export const isRepeat = (context: LifecycleContext, event: Asked<EventType>): boolean =>
  (repeats[event.type] as Repeat<EventType> | undefined)?.(context, event) ?? false
