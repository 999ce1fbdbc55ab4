import type { Actor, DocumentType, SuspensionReason } from '../../src/domain/index.ts'
import type {
  HoldPlaced,
  LifecycleEvent,
  ObligationCarriedOver,
  ReinstatementRequested,
  TransactionReported,
} from '../../src/schemas/index.ts'
import {
  accountVerified,
  backedUp,
  drained,
  erased,
  keysRemoved,
  returned,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import {
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  serial,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

export const otherSerial = '987-654-321'
export const authority: Actor = { ...p1, onBehalfOf: 'authority' }

export const placed = (
  holdId: string,
  code: SuspensionReason,
  differs: Partial<HoldPlaced> = {},
): LifecycleEvent => ({ type: 'hold.placed', holdId, code, ...differs })
export const rescinded = (holdId: string): LifecycleEvent => ({
  type: 'hold.rescinded',
  holdId,
  reason: 'placed in error',
})
export const claimed = (holdId: string): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId,
  evidence: [paper('device_test_record')],
})

export const reinstatement = (
  holds: Readonly<Record<string, SuspensionReason>>,
  applicationId = 'application-2',
  documents?: ReinstatementRequested['documents'],
): ReinstatementRequested => reinstatementRequested(holds, { applicationId, ...(documents && { documents }) })
export const approve = (applicationId: string, ...papers: DocumentType[]): LifecycleEvent =>
  reviewApproved(applicationId, papers)
export const rejected = (applicationId: string, resubmittable = true): LifecycleEvent => ({
  type: 'review.rejected',
  applicationId,
  code: 'other',
  reason: 'blurred',
  resubmittable,
})
export const withdrawn = (applicationId: string): LifecycleEvent => ({
  type: 'application.withdrawn',
  applicationId,
})

const names = ['power', 'signOn', 'network', 'transaction', 'void'] as const
export const tested = (of = serial, checks: readonly (typeof names)[number][] = names): LifecycleEvent => ({
  type: 'test.passed',
  serial: of,
  kind: 'full',
  checks: checks.map((name) => ({ name, passed: true })),
})

/** A fault is put right: only the device test is owed. */
export const testing = async ({ tell }: World): Promise<void> => {
  await tell(p1, placed('network', 'NETWORK_FAULT'))
  await tell(m1, claimed('network'))
  await tell(p2, { type: 'hold.remedyVerified', holdId: 'network', checked: seen('device_test_record') })
}

export const transaction = (
  state: TransactionReported['state'],
  occurredAt: string,
  differs: Partial<TransactionReported> = {},
): LifecycleEvent => ({
  type: 'transaction.reported',
  ref: 'sale-1',
  kind: 'sale',
  state,
  amount: cny(500),
  occurredAt,
  ...differs,
})

export const lost: LifecycleEvent = {
  type: 'device.lost',
  serial,
  kind: 'lost',
  report: paper('loss_report'),
}
export const received: LifecycleEvent = { type: 'device.received', serial, receiptId: 'receipt-1' }
export const inspected: LifecycleEvent = {
  type: 'device.inspected',
  serial,
  condition: 'intact',
  accessories: [],
}
export const erasureAuthorised: LifecycleEvent = {
  type: 'erasure.authorised',
  serial,
  scope: 'device',
  procedure: 'wipe-3',
}
export const erasureCompleted: LifecycleEvent = {
  type: 'erasure.completed',
  serial,
  method: 'purge',
  tool: 'vendor tool 4',
}
export const backup = (upTo: string): LifecycleEvent => ({
  type: 'backup.recorded',
  serial,
  upTo,
  hash: digestOf('backup'),
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
})
export const binding = (type: 'unbinding.ordered' | 'unbinding.confirmed'): LifecycleEvent => ({
  type,
  serial,
  registryRef: 'registry-9',
})

export const stated = (statementId: string, upTo: string, net = 50_000): LifecycleEvent => ({
  type: 'settlement.stated',
  statementId,
  upTo,
  net: cny(net),
})
export const agreed = async ({ tell, at }: World): Promise<void> => {
  await tell(p3, stated('statement-1', at()))
  await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
}
export const payout = (payoutId = 'payout-1', amount = 50_000): LifecycleEvent => ({
  type: 'payout.ordered',
  payoutId,
  amount: cny(amount),
})
export const paid = (orderId: string, payoutId = 'payout-1', amount = 50_000): LifecycleEvent => ({
  type: 'payout.confirmed',
  payoutId,
  orderId,
  amount: cny(amount),
})

export const raised = (chargeId: string, amount = 1_000, feeTableVersion = 'standard'): LifecycleEvent => ({
  type: 'charge.raised',
  chargeId,
  kind: 'rental',
  amount: cny(amount),
  feeTableVersion,
})
export const met = (chargeId: string, amount = 1_000): LifecycleEvent => ({
  type: 'charge.met',
  chargeId,
  amount: cny(amount),
  paymentRef: `payment-${chargeId}`,
})
export const deducted = (chargeId: string, amount = 1_000): LifecycleEvent => ({
  type: 'deposit.deducted',
  depositId: 'deposit-1',
  chargeId,
  amount: cny(amount),
})
export const determined = (chargeId: string, amount: number): LifecycleEvent => ({
  type: 'charge.determined',
  chargeId,
  amount: cny(amount),
})
export const refund = (depositId = 'deposit-1'): LifecycleEvent => ({
  type: 'refund.ordered',
  depositId,
  refundId: 'refund-1',
  amount: cny(200_000),
})
export const carried = (differs: Partial<ObligationCarriedOver> = {}): LifecycleEvent => ({
  type: 'obligation.carriedOver',
  obligationId: 'obligation-1',
  kind: 'deposit',
  ref: 'deposit-1',
  amount: cny(200_000),
  owner: 'acquirer-1',
  basis: 'the merchant cannot be paid yet',
  reviewAt: '2026-12-01T00:00:00+08:00',
  ...differs,
})

/** Sale is off and the device is empty and copied. */
export const quiet = [saleOff, drained, backedUp]
export const shippedBack = async ({ tell }: World): Promise<void> => {
  await tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
  await tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
  await tell(p1, received)
}
export const beforeRefund = [...quiet, erased, keysRemoved, returned, accountVerified]

/** Two people at the provider end it for good, for a reason that waits for nothing. */
export const imposed = async ({ tell }: World): Promise<void> => {
  await tell(p1, {
    type: 'closure.proposed',
    proposalId: 'proposal-1',
    reason: 'RULE_VIOLATION',
    basis: 'fraud',
  })
  await tell(p2, { type: 'closure.imposed', proposalId: 'proposal-1' })
}
