import type { ClockName, OrderKind } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { reach as reachOrder } from '../stories/failures.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  readClosed,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import { type ClockCase, type Part, parts, tell } from './clock-case.ts'
import { decidedClockCases } from './decided-clock-cases.ts'

const applicationId = 'application-1'
const withdrawn = tell(m1, { type: 'application.withdrawn', applicationId })
const closureAsked = tell(m1, closureRequested())
const moreAsked = tell(p2, { type: 'review.informationRequested', applicationId, items: ['a stamp'] })
const arrears: LifecycleEvent = { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' }
const rescinded = tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'another shop' })
const reviewed = tell(p2, { type: 'hold.reviewed', holdId: 'h', reason: 'still owed' })
const supplemented = tell(m1, {
  type: 'application.supplemented',
  applicationId,
  documents: [paper('supporting_evidence')],
  digest: digestOf('again'),
})
const off: Part = (world) => world.tell(sys, statusRead('off', world.at()))
const stated: Part = async (world) => {
  await run(world, approved, saleOff, drained, accountVerified)
  await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(500) })
}
const statedNow: Part = (world) =>
  world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(0) })
const agreedTo = tell(m1, { type: 'settlement.confirmed', statementId: 's' })
const paid: Part = async (world) => {
  await world.tell(p3, { type: 'payout.ordered', payoutId: 'p', amount: cny(500) })
  const orderId = await orderOf(world, 'payOut')
  await world.tell(sys, { type: 'payout.confirmed', payoutId: 'p', orderId, amount: cny(500) })
}
const refunded: Part = async (world) => {
  const amount = cny(200_000)
  await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'r', amount })
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount })
}
const readyToRefund: Part = (world) =>
  run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
const shipped: Part = async (world) => {
  await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
  await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
}
const received = tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
const inspected = tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
const wiped: Part = (world) => run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
const closed: Part = (world) => run(world, approved, ...clearingParts, confirmed, readClosed)
const preAuth: Part = (world) =>
  world.tell(sys, {
    type: 'transaction.reported',
    ref: 'hotel-1',
    kind: 'preAuth',
    state: 'authorised',
    amount: cny(90_000),
    occurredAt: world.at(),
  })
const handled = { txnRef: 'hotel-1', handling: 'void' } as const
const charged = tell(p1, {
  type: 'charge.raised',
  chargeId: 'c',
  kind: 'rental',
  amount: cny(900),
  feeTable: 'standard',
} as never)

/** An order of this kind, accepted; it ends with the same ordered again, where nothing definite is needed first. */
const accepted = (kind: OrderKind): ClockCase => ({
  reach: async (world) => {
    await reachOrder[kind](world)
    await world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, kind) })
  },
  end: async (world) => {
    const orderId = await orderOf(world, kind)
    await world.tell(sys, { type: 'order.failed', orderId, code: 'SYSTEM_DOWN', retryable: false })
  },
})

/** How each clock comes to run, and what it waits for. */
export const clockCases: Readonly<Partial<Record<ClockName, ClockCase>>> = {
  ...decidedClockCases,
  'reviewDue.closure': { reach: closureAsked, end: moreAsked },
  'reviewDue.suspension': { reach: tell(m1, suspensionRequested()), end: withdrawn },
  'reviewDue.reinstatement': {
    reach: parts(
      tell(p1, arrears),
      tell(m1, reinstatementRequested({ h: 'ACCOUNT_ARREARS' }, { applicationId })),
    ),
    end: withdrawn,
  },
  informationDue: { reach: parts(closureAsked, moreAsked), end: supplemented },
  resubmitUntil: {
    reach: parts(
      closureAsked,
      tell(p2, {
        type: 'review.rejected',
        applicationId,
        code: 'incomplete',
        reason: 'a page is missing',
        resubmittable: true,
      } as never),
    ),
    end: supplemented,
  },
  holdEnd: {
    reach: (world) => {
      const until = new Date(Date.parse(world.at()) + 20 * 86_400_000).toISOString()
      return world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', until })
    },
    end: rescinded,
  },
  noticeDue: { reach: tell(p1, arrears), end: rescinded },
  holdReview: { reach: tell(p1, arrears), end: rescinded, ends: [reviewed] },
  fundsHoldReview: {
    reach: tell(p1, { type: 'hold.placed', holdId: 'h', code: 'RULE_VIOLATION', caps: ['payout'] }),
    end: rescinded,
    ends: [reviewed],
  },
  disableConfirmDue: { reach: tell(p1, arrears), end: off },
  'disableConfirmDue.urgent': { reach: tell(m1, { type: 'device.lost', serial, kind: 'lost' }), end: off },
  drainDue: { reach: (world) => run(world, approved, saleOff), end: drained },
  preAuthMax: {
    reach: preAuth,
    end: parts(
      tell(p1, { type: 'resolution.proposed', ...handled }),
      tell(m1, { type: 'resolution.accepted', ...handled }),
    ),
  },
  statementDue: {
    reach: (world) => run(world, approved, saleOff, drained),
    end: statedNow,
  },
  settlementObjection: { reach: stated, end: agreedTo },
  chargeObjection: { reach: charged },
  payoutDue: { reach: parts(stated, agreedTo), end: paid },
  payoutAccountCooling: {
    reach: tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' }),
  },
  collectionDue: { ...accepted('collectDevice'), end: received },
  deviceReturnDue: { reach: wiped, end: parts(shipped, received) },
  inspectionDue: { reach: parts(wiped, shipped, received), end: inspected },
  depositDue: { reach: readyToRefund, end: refunded },
  guaranteeTail: {
    reach: approved,
    input: terminal({
      deposits: [{ depositId: 'deposit-1', kind: 'guarantee', amount: cny(200_000), heldBy: 'acquirer-1' }],
    }),
  },
  verifyDue: {
    reach: (world) => run(world, approved, ...clearingParts, confirmed),
    end: readClosed,
  },
  tidQuarantine: { reach: closed },
  retention: { reach: closed },
  'resultDue.enableAcceptance': accepted('enableAcceptance'),
  'resultDue.readStatus': { ...accepted('readStatus'), end: off },
  'resultDue.confirmClosure': { ...accepted('confirmClosure'), end: confirmed },
  'resultDue.uploadBatch': { ...accepted('uploadBatch'), end: drained },
  'resultDue.readBackup': {
    ...accepted('readBackup'),
    end: tell(sys, { type: 'backup.verified', serial, hash: digestOf('b') }),
  },
  'resultDue.eraseDevice': {
    ...accepted('eraseDevice'),
    end: tell(p1, { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4' }),
  },
  'resultDue.revokeKeys': accepted('revokeKeys'),
  'resultDue.requestStatement': { ...accepted('requestStatement'), end: statedNow },
  'resultDue.payOut': accepted('payOut'),
  'resultDue.refundDeposit': accepted('refundDeposit'),
  'resultDue.unbind': {
    ...accepted('unbind'),
    end: tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-9' }),
  },
}
