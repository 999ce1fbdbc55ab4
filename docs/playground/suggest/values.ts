import { testChecks } from 'terminal-lifecycle/domain'
import { people } from '../case/people.ts'
import { digestOf } from '../stories/papers.ts'
import { type Found, nextName, type Wish } from './found.ts'
import { papersSeen, slotPaper } from './papers.ts'

const day = 86_400_000
/** Just before the act is told. */
const justNow = ({ moment }: Wish) => new Date(Date.parse(moment.now) + 30_000).toISOString()
const inDays = ({ moment }: Wish, days: number) => new Date(Date.parse(moment.now) + days * day).toISOString()

/** The amount that would do, in minor units. */
function amountFor({ type }: Wish, { open, charge, deposit, dispute, context, payout }: Found): number {
  const ofCharge = charge ? (open.charges.get(charge.chargeId) ?? 0) : 0
  const ofDeposit = deposit ? (open.deposits.get(deposit.depositId) ?? 0) : 0
  switch (type) {
    case 'payout.ordered':
      return open.settlement
    case 'payout.confirmed':
    case 'payout.returned':
      return payout?.amount ?? 0
    case 'refund.ordered':
      return ofDeposit
    case 'refund.confirmed':
    case 'refund.returned':
      return Object.values(deposit?.refunds ?? {})[0]?.amount ?? ofDeposit
    case 'charge.met':
      return ofCharge
    case 'charge.determined':
      return charge?.amount.amount ?? 0
    case 'deposit.deducted':
      return Math.min(ofCharge, ofDeposit)
    case 'obligation.carriedOver':
      return ofDeposit || ofCharge || dispute?.amount.amount || open.settlement
    case 'dispute.opened':
      return 12_000
    case 'settlement.stated':
      return context.closing?.statement?.net ?? 128_640
    default:
      return 10_000
  }
}

type Resolve = (wish: Wish, found: Found) => unknown

/** What may stand in a field, by its name; without one it is left to the schema. */
export const values: Readonly<Record<string, Resolve>> = {
  serial: ({ type }, { device, context }) =>
    (type.startsWith('return.') || type.startsWith('device.')
      ? Object.values(context.devices).find(({ role }) => role === 'retired')?.serial
      : undefined) ?? device?.serial,
  oldSerial: (_, { device }) => device?.serial,
  newSerial: (_, { context }) => nextName('342-119', Object.keys(context.devices)),
  holdId: ({ type }, { hold, context }) =>
    type === 'hold.placed' ? nextName('hold', Object.keys(context.holds)) : hold?.holdId,
  code: ({ type, who }, { hold }) =>
    type === 'hold.placed'
      ? (people[who].actor.duties as readonly string[]).includes('risk')
        ? 'LICENCE_EXPIRED'
        : 'NETWORK_FAULT'
      : type === 'hold.reclassified'
        ? (hold && hold.code !== 'UNKNOWN' && hold.code) || 'COMPLIANCE_ISSUE'
        : type === 'order.failed' || type === 'order.parked'
          ? 'REJECTED'
          : undefined,
  chargeId: ({ type }, { charge, context }) =>
    type === 'charge.raised' ? nextName('charge', Object.keys(context.charges)) : charge?.chargeId,
  depositId: (_, { deposit }) => deposit?.depositId,
  refundId: (_, { context }) =>
    nextName(
      'refund',
      Object.values(context.deposits).flatMap(({ refunds }) =>
        Object.values(refunds).map(({ reference }) => reference),
      ),
    ),
  payoutId: ({ type }, { context, payout }) =>
    type === 'payout.ordered'
      ? nextName(
          'payout',
          Object.values(context.payouts).map(({ reference }) => reference),
        )
      : payout?.reference,
  orderId: (_, { order, context }) => order?.orderId ?? `${context.identity.lifecycleId}/1/0`,
  applicationId: (_, { context }) => context.application?.applicationId,
  proposalId: (_, { context }) => context.proposal?.proposalId ?? 'proposal-1',
  statementId: ({ type, moment }, { context }) =>
    type === 'settlement.stated'
      ? `statement-${moment.record.version + 1}`
      : context.closing?.statement?.statementId,
  caseId: ({ type }, { dispute, late, context }) =>
    type === 'dispute.opened' ? nextName('case', Object.keys(context.disputes)) : (dispute?.caseId ?? late),
  txnRef: (_, { transaction }) => transaction?.ref,
  handling: (_, { transaction }) => transaction?.resolution?.handling,
  followUpId: ({ type }, { followUpId }) => (type === 'followUp.done' ? followUpId : undefined),
  requestId: ({ type }, { context, request }) =>
    type === 'request.made' ? nextName('request', Object.keys(context.requests)) : request?.requestId,
  obligationId: ({ type }, { obligation, context }) =>
    type === 'obligation.carriedOver'
      ? nextName('obligation', Object.keys(context.carriedOver))
      : obligation?.obligationId,
  documentId: (_, { context }) => Object.keys(context.documents)[0],
  addressDocumentId: (_, { context }) => Object.keys(context.documents)[0],
  agentId: (_, { context }) => context.agent?.agentId ?? 'agent-1',
  tasks: () => ['applications', 'devices'],
  // What is carried over: the deposit that is left, and else the charge or the statement.
  'obligation.kind': (_, { deposit, open, charge }) =>
    deposit && (open.deposits.get(deposit.depositId) ?? 0) > 0 ? 'deposit' : charge ? 'charge' : 'settlement',
  'obligation.ref': (_, { deposit, open, charge, context }) =>
    deposit && (open.deposits.get(deposit.depositId) ?? 0) > 0
      ? deposit.depositId
      : (charge?.chargeId ?? context.closing?.statement?.statementId),
  'obligation.owner': (_, { context }) => context.identity.acquirerId,
  ref: ({ moment }) => `txn-${moment.record.version + 1}`,
  amount: (wish, found) => ({ amount: amountFor(wish, found), currency: found.context.identity.currency }),
  net: (wish, found) => ({ amount: amountFor(wish, found), currency: found.context.identity.currency }),
  unsettled: (_, { context }) => ({ amount: 0, currency: context.identity.currency }),
  total: (_, { context }) => ({ amount: 41_200, currency: context.identity.currency }),
  count: () => 3,
  currency: (_, { context }) => context.identity.currency,
  digest: ({ type, moment }, { context }) => {
    const { application } = context
    if (type === 'application.supplemented') return digestOf(`supplement-${moment.record.version}`)
    if (type === 'document.checked') return Object.values(context.documents)[0]?.digest
    return application?.digest
  },
  hash: (_, { device }) => device?.backup?.hash ?? digestOf('backup'),
  checked: (_, found) => papersSeen(found),
  documents: (wish, found) => [slotPaper('documents', wish, found)],
  evidence: ({ type, ...wish }, found) =>
    type === 'erasure.verified' ? undefined : [slotPaper('evidence', { type, ...wish }, found)],
  report: (wish, found) => slotPaper('report', wish, found),
  statement: (wish, found) => slotPaper('statement', wish, found),
  proof: (wish, found) => slotPaper('proof', wish, found),
  mandate: (wish, found) => slotPaper('mandate', wish, found),
  facts: (_, { context }) => Object.values(context.documents)[0]?.facts ?? {},
  acceptance: ({ moment }) => moment.host.acceptance,
  registry: ({ moment }) =>
    moment.host.registry === 'active' && moment.host.acceptance === 'off'
      ? 'suspended'
      : moment.host.registry,
  readAt: (wish, { context }) => (wish.type === 'reading.accepted' ? context.status.readAt : justNow(wish)),
  upTo: (wish, { device }) =>
    wish.type === 'batch.closedByHost' && device?.retiredAt ? device.retiredAt : justNow(wish),
  occurredAt: justNow,
  until: (wish) => (wish.type === 'suspension.extended' ? inDays(wish, 14) : undefined),
  dueAt: (wish) => inDays(wish, 30),
  reviewAt: (wish) => inDays(wish, 180),
  checks: ({ type }, { device }) =>
    testChecks
      .filter((name) => name !== 'tamper' && name !== 'time')
      .map((name, place) => ({
        name,
        passed: !(type === 'test.failed' && place === 0) && device !== undefined,
      })),
  // A test is as thorough as the holds ask for.
  'test.kind': (_, { context }) =>
    Object.values(context.holds).some(({ test, status }) => test === 'full' && status !== 'lifted')
      ? 'full'
      : 'smoke',
  method: ({ type }) => (type === 'erasure.completed' ? 'purge' : undefined),
  encrypted: () => true,
  containsCardholderData: () => false,
  resubmittable: () => true,
  sealIntact: ({ moment }, { device }) => (device?.returnTo?.bagNo && moment ? true : undefined),
  bagNo: (_, { device }) => device?.returnTo?.bagNo ?? undefined,
  seal: (_, { context }) =>
    Object.values(context.devices).some(({ erasure }) => erasure !== 'verified')
      ? { bagNo: 'bag-1', trackingNo: 'track-1' }
      : undefined,
  scope: (_, { device }) => (device?.tenancy === 'shared' ? 'application' : 'device'),
  name: (_, { context }) => context.identity.merchantName,
  party: () => 'merchant',
  personId: () => 'm2',
  organisationId: (_, { context }) => context.identity.merchantId,
  token: (_, { context }) => context.payoutAccount?.token ?? 'account-1',
  registryRef: (_, { device }) => device?.registryRef ?? 'registry-9',
  feeTableVersion: () => 'standard',
  procedure: () => 'wipe-3',
  tool: () => 'vendor tool 4',
  carrier: () => 'courier',
  model: () => 'P-90',
  trackingNo: (_, { device }) => device?.returnTo?.trackingNo ?? 'track-1',
  receiptId: ({ moment }) => `receipt-${moment.record.version + 1}`,
  batchNo: ({ moment }) => `batch-${moment.record.version + 1}`,
  paymentRef: ({ moment }) => `payment-${moment.record.version + 1}`,
  providerRef: ({ moment }) => `closure-${moment.record.version + 1}`,
  source: ({ type }) => (type === 'status.reported' ? 'host' : undefined),
  attempts: () => 20,
  codes: () => ['AMOUNT_MISMATCH'],
  items: () => ['a licence that can be read'],
  for: () => undefined,
  requestedBy: ({ who }) => (people[who].actor.role === 'merchant' ? 'merchant' : 'provider'),
  liability: () => 'merchant',
  'proposal.reason': () => 'DORMANT',
}

/** Where somebody has to say something: whoever fills in the form will say it better. */
export const sentences: Readonly<Record<string, string>> = {
  reason: 'as agreed',
  basis: 'contract, clause 12',
  grounds: 'the figures are wrong',
  words: 'seen at the counter',
  text: 'to be seen to',
  note: 'seen at the bench',
  where: 'in the stock room',
  assessment: 'the main board is dead',
  description: 'the display is broken',
}
