import type { EventType, Facts, Money, PayoutMethod } from '../../domain/index.ts'
import { isMoney } from '../facts/account.ts'
import { lateFactNamed } from '../facts/closing.ts'
import { holdsOnEvidence, keepsEvidence } from '../facts/disputes.ts'
import { deviceOfHold } from '../facts/holds.ts'
import { isEndedOrder } from '../facts/orders.ts'
import { settlementCharge } from '../facts/settlement.ts'
import { toldBefore } from '../facts/told.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import type { Asked } from './kit.ts'

type Repeat<T extends EventType> = (context: LifecycleContext, event: Asked<T>) => boolean

/**
 * Was exactly this asked before? Then it is accepted again, and changes nothing. By what it says, not by command id.
 *
 * Reports are remembered by their natural keys (`ledger/told.ts`). Those that stand here are known by what the record keeps
 * of them: also when they were told long ago, or under format 1.
 */
const repeats: { readonly [T in EventType]?: Repeat<T> } = {
  'hold.placed': ({ holds }, event) => sameHold(ownItem(holds, event.holdId), event),
  'suspension.requested': (context, event) => sameApplication(context, event),
  'reinstatement.requested': (context, event) => sameApplication(context, event),
  'closure.requested': (context, event) => sameApplication(context, event),
  'closure.proposed': ({ proposal }, { proposalId, reason }) =>
    proposal !== null && proposal.proposalId === proposalId && proposal.reason === reason,
  'transaction.reported': ({ transactions }, { ref, state, amount, occurredAt }) => {
    const known = ownItem(transactions, ref)
    return known?.state === state && isSameMoney(known?.amount, amount) && known?.occurredAt === occurredAt
  },
  'dispute.opened': ({ disputes }, { caseId, amount }) => {
    const known = ownItem(disputes, caseId)
    return known?.status === 'open' && isSameMoney(known.amount, amount)
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
  // a new closure wants a new statement, and may get the old figures
  'settlement.stated': (context, event) =>
    context.closing?.statement != null && toldBefore(context, event) !== undefined,
  // agreed to once: the time to pay it out does not begin anew. Whoever has argued about its figure since agrees to that.
  'settlement.confirmed': ({ closing, charges }, { statementId }) => {
    const statement = closing?.statement
    const isArgued = charges[settlementCharge]?.status === 'disputed'
    if (statement?.status !== 'confirmed' || isArgued) return false
    return !statement.stale && statement.statementId === statementId
  },
  // the same copy again is no other one: what was read back stays so
  'backup.recorded': ({ devices }, { serial, upTo, hash }) => {
    const backup = ownItem(devices, serial)?.backup
    return backup?.verified === true && !backup.waived && backup.hash === hash && backup.upTo === upTo
  },
  'backup.verified': ({ devices }, { serial, hash }) => {
    const backup = ownItem(devices, serial)?.backup
    return backup?.verified === true && backup.hash === hash
  },
  'payout.ordered': (context, { payoutId, ...event }) =>
    isOnItsWay(context, context.payouts, { ...event, reference: payoutId }),
  'refund.ordered': (context, { depositId, refundId, ...event }) =>
    isOnItsWay(context, ownItem(context.deposits, depositId)?.refunds, { ...event, reference: refundId }),
  // the same account again is no other one: what was verified stays so
  'payoutAccount.changed': ({ payoutAccount }, { token, name }) =>
    payoutAccount !== null && payoutAccount.token === token && payoutAccount.name === name,
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
  'order.confirmed': isEndedOrder,
  'order.failed': isEndedOrder,
  'order.parked': isEndedOrder,
  'answer.refused': isEndedOrder,
  'order.claimed': ({ orders }, { orderId }) =>
    orderId !== undefined && orders[orderId]?.status === 'ordered' && orders[orderId].claimed,
  'document.added': ({ documents }, { document, for: about }) => {
    const known = document && ownItem(documents, document.id)
    if (known === undefined || document === undefined) return false
    // what is said of a paper that said nothing yet is news
    const isNews = known.facts === undefined && document.facts !== undefined && known.checkedBy === null
    const isSame = known.digest === document.digest && known.type === document.type
    return isSame && !isNews && (about ?? null) === known.for
  },
  'document.checked': (context, { documentId, digest, facts, by }) => {
    const known = ownItem(context.documents, documentId)
    if (known?.digest !== digest || facts === undefined) return false
    // seen before, and kept only now
    if (facts?.hold === true && keepsEvidence(context.policy, by) && !isKept(context, documentId))
      return false
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
  'followUp.done': (context, { followUpId, by }) =>
    ownItem(context.followUps, followUpId)?.done === true ||
    (by.role === 'provider' && ownItem(context.requests, followUpId)?.status === 'answered') ||
    (by.role === 'provider' && lateFactNamed(context, followUpId)?.open === false),
}

type Transfers = Readonly<Record<string, { status: string; amount: number; reference: string }>>

/** Of a ledger only what is its own: a key may come from outside. */
const ownItem = <Item>(ledger: Readonly<Record<string, Item>>, key: string | undefined): Item | undefined =>
  key !== undefined && Object.hasOwn(ledger, key) ? ledger[key] : undefined

const isSameMoney = (known: Money | undefined, told: Money | undefined): boolean =>
  known !== undefined && known.amount === told?.amount && known.currency === told.currency

const sameHold = (
  hold: Hold | undefined,
  { code, caps, serial }: Pick<Asked<'hold.placed'>, 'code' | 'caps' | 'serial'>,
): boolean =>
  hold !== undefined &&
  hold.status !== 'lifted' &&
  hold.code === code &&
  (serial === undefined || serial === deviceOfHold(hold)) &&
  (caps === undefined || (caps.length === hold.caps.length && hold.caps.every((cap) => caps.includes(cap))))

interface Wanted {
  readonly reference?: string | undefined
  readonly amount?: { readonly amount: number } | undefined
  readonly method?: PayoutMethod | undefined
}

/** The same money by another method is not the same order. */
const isOnItsWay = (
  { orders }: LifecycleContext,
  transfers: Transfers = {},
  { reference, amount, method }: Wanted,
): boolean =>
  Object.entries(transfers).some(([orderId, transfer]) => {
    const order = orders[orderId]
    const isSameWay = method === undefined || !order || !isMoney(order) || order.params.method === method
    return (
      isSameWay &&
      transfer.reference === reference &&
      transfer.amount === amount?.amount &&
      (transfer.status === 'ordered' || transfer.status === 'confirmed')
    )
  })

const isKept = (context: LifecycleContext, documentId: string | undefined): boolean =>
  documentId !== undefined && holdsOnEvidence(context, documentId).some(({ status }) => status !== 'lifted')

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

export const isRepeat = (context: LifecycleContext, event: Asked<EventType>): boolean =>
  (repeats[event.type] as Repeat<EventType> | undefined)?.(context, event) ?? false
