import type { EventType, Facts } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { believed } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import type { Asked } from './kit.ts'

type Repeat<T extends EventType> = (context: LifecycleContext, event: Asked<T>) => boolean

const ended = (
  { orders }: Pick<LifecycleContext, 'orders'>,
  orderId: string | undefined,
  status: string,
): boolean => orderId !== undefined && orders[orderId]?.status === status

/** Was exactly this told before? Then it is accepted again, and changes nothing. By natural keys, not by command id. */
const repeats: { readonly [T in EventType]?: Repeat<T> } = {
  'hold.placed': ({ holds }, { holdId, code, caps }) => sameHold(ownItem(holds, holdId), code, caps),
  'suspension.requested': (context, event) => sameApplication(context, event),
  'reinstatement.requested': (context, event) => sameApplication(context, event),
  'closure.requested': (context, event) => sameApplication(context, event),
  'closure.proposed': ({ proposal }, { proposalId, reason }) =>
    proposal !== null && proposal.proposalId === proposalId && proposal.reason === reason,
  'transaction.reported': ({ transactions }, { ref, state, amount, occurredAt }) => {
    const known = ownItem(transactions, ref)
    return (
      known?.state === state && known?.amount.amount === amount?.amount && known?.occurredAt === occurredAt
    )
  },
  'batch.uploaded': ({ devices }, { serial, batchNo }) =>
    serial !== undefined && batchNo !== undefined && devices[serial]?.batches.includes(batchNo) === true,
  'dispute.opened': ({ disputes }, { caseId, amount }) => {
    const known = ownItem(disputes, caseId)
    return known?.status === 'open' && known.amount.amount === amount?.amount
  },
  'dispute.closed': ({ disputes }, { caseId, liability, outcome }) => {
    const known = ownItem(disputes, caseId)
    return (
      known?.status === 'closed' &&
      known.liability === liability &&
      (known.outcome === undefined || known.outcome === outcome)
    )
  },
  'device.received': ({ devices }, { serial, receiptId }) =>
    serial !== undefined && receiptId !== undefined && devices[serial]?.receipts.includes(receiptId) === true,
  'erasure.completed': ({ devices, orders }, { serial, orderId }) => {
    const { erasure } = ownItem(devices, serial) ?? {}
    const done = erasure === 'completed' || erasure === 'verified'
    return done && ended({ orders }, orderId, 'confirmed')
  },
  'settlement.stated': ({ closing }, { statementId, upTo = '', net, at }) => {
    const statement = closing?.statement
    return (
      statement != null &&
      !statement.stale &&
      statement.statementId === statementId &&
      // one that was believed up to its own day only, told again
      (statement.upTo === upTo || believed(upTo, at) !== upTo) &&
      statement.net === net?.amount
    )
  },
  'payout.ordered': ({ payouts }, { payoutId, amount }) => isOnItsWay(payouts, payoutId, amount),
  'payout.confirmed': ({ payouts }, { orderId, amount }) => isPaid(payouts, orderId, amount),
  'refund.ordered': ({ deposits }, { depositId, refundId, amount }) =>
    isOnItsWay(ownItem(deposits, depositId)?.refunds, refundId, amount),
  'refund.confirmed': ({ deposits }, { depositId, orderId, amount }) =>
    isPaid(ownItem(deposits, depositId)?.refunds, orderId, amount),
  'charge.raised': ({ charges }, { chargeId, kind, amount }) => {
    const known = ownItem(charges, chargeId)
    return known !== undefined && known.kind === kind && known.amount.amount === amount?.amount
  },
  'charge.met': ({ charges }, { chargeId, paymentRef, amount }) =>
    amount !== undefined && ownItem(ownItem(charges, chargeId)?.payments ?? {}, paymentRef) === amount.amount,
  'obligation.carriedOver': ({ carriedOver }, { obligationId, ref, amount }) => {
    const known = ownItem(carriedOver, obligationId)
    return known !== undefined && known.ref === ref && known.amount.amount === amount?.amount
  },
  'unbinding.confirmed': ({ devices }, { serial }) =>
    serial !== undefined && devices[serial]?.binding === 'unbound',
  'order.claimed': ({ orders }, { orderId }) =>
    orderId !== undefined && orders[orderId]?.status === 'ordered' && orders[orderId].claimed,
  'order.confirmed': (context, { orderId }) => ended(context, orderId, 'confirmed'),
  'order.failed': (context, { orderId }) => ended(context, orderId, 'failed'),
  'document.added': ({ documents }, { document, for: about }) => {
    const known = document && ownItem(documents, document.id)
    if (known === undefined || document === undefined) return false
    // what is said of a paper that said nothing yet is news
    const isNews = known.facts === undefined && document.facts !== undefined && known.checkedBy === null
    const isSame = known.digest === document.digest && known.type === document.type
    return isSame && !isNews && (about ?? null) === known.for
  },
  'document.checked': ({ documents }, { documentId, digest, facts }) => {
    const known = ownItem(documents, documentId)
    if (known?.digest !== digest || facts === undefined) return false
    return facts === null ? known?.isRejected === true : isChecked(known, facts)
  },
  'request.made': ({ requests }, { requestId, kind, serial = null, depositId = null, text = null }) => {
    const known = ownItem(requests, requestId)
    return (
      known?.kind === kind && known?.serial === serial && known.depositId === depositId && known.text === text
    )
  },
  'agent.assigned': ({ agent }, { agentId, tasks }) =>
    agent?.agentId === agentId && tasks !== undefined && tasks.join() === agent?.tasks.join(),
  'followUp.done': ({ followUps }, { followUpId }) => ownItem(followUps, followUpId)?.done === true,
  'answer.refused': ({ refusedAnswers }, { orderId, codes }) =>
    ownItem(refusedAnswers, orderId)?.codes.join() === codes?.join() && codes !== undefined,
}

type Transfers = Readonly<Record<string, { status: string; amount: number; reference: string }>>

/** Of a ledger only what is its own: a key may come from outside. */
const ownItem = <Item>(ledger: Readonly<Record<string, Item>>, key: string | undefined): Item | undefined =>
  key !== undefined && Object.hasOwn(ledger, key) ? ledger[key] : undefined

const sameHold = (
  hold: Hold | undefined,
  code: string | undefined,
  caps: readonly string[] | undefined,
): boolean =>
  hold !== undefined &&
  hold.status !== 'lifted' &&
  hold.code === code &&
  (caps === undefined || (caps.length === hold.caps.length && hold.caps.every((cap) => caps.includes(cap))))

const isOnItsWay = (
  transfers: Transfers | undefined,
  reference: string | undefined,
  amount: { amount: number } | undefined,
): boolean =>
  items(transfers ?? {}).some(
    (transfer) =>
      transfer.reference === reference &&
      transfer.amount === amount?.amount &&
      (transfer.status === 'ordered' || transfer.status === 'confirmed'),
  )

const isChecked = (known: PaperOnFile | undefined, facts: Facts): boolean =>
  known !== undefined &&
  known.checkedBy !== null &&
  !known.isRejected &&
  JSON.stringify(known.facts ?? {}) === JSON.stringify(facts)

const sameApplication = (
  { application }: LifecycleContext,
  event: { request?: { applicationId: string } | undefined; digest?: string | undefined },
): boolean =>
  application !== null &&
  application.applicationId === event.request?.applicationId &&
  application.digest === event.digest

const isPaid = (
  transfers: Transfers | undefined,
  orderId: string | undefined,
  amount: { amount: number } | undefined,
): boolean => {
  const transfer = ownItem(transfers ?? {}, orderId)
  return transfer?.status === 'confirmed' && transfer.amount === amount?.amount
}

export const isRepeat = (context: LifecycleContext, event: Asked<EventType>): boolean =>
  (repeats[event.type] as Repeat<EventType> | undefined)?.(context, event) ?? false
