import type { ClockName, ClosureReason } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  byTwo,
  carriedOver,
  clearingParts,
  confirmed,
  orderOf,
  readClosed,
  refunded,
  run,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { type ClockCase, type Part, parts, tell } from './clock-case.ts'

const inDays = (world: World, days: number): string =>
  new Date(Date.parse(world.at()) + days * 86_400_000).toISOString()

const rescinded = tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'another shop' })
const askedFor = (applicationId: string) =>
  tell(m1, reinstatementRequested({ h: 'ACCOUNT_ARREARS' }, { applicationId }))
const cleared = parts(
  tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' }),
  askedFor('application-1'),
  tell(p2, reviewApproved('application-1', ['business_licence', 'arrears_statement', 'payment_proof'])),
)
const tested = tell(p1, {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})

const proposed = (reason: ClosureReason) =>
  tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', reason, basis: 'contract, clause 9' })
const noticed = tell(p1, { type: 'document.added', document: paper('closure_notice'), for: 'proposal-1' })
const imposed = tell(p2, { type: 'closure.imposed', proposalId: 'proposal-1' })
const cancelled = tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'a mistake' })
const listed = (result: 'filed' | 'notDue') =>
  tell(p1, { type: 'document.added', document: paper('risk_listing_record', 'listing', { result }) })

const closesLater: Part = async (world) => {
  await world.tell(m1, closureRequested({ effectiveDate: inDays(world, 10) }))
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
}
const pausedLater =
  (code: 'SYSTEM_MAINTENANCE' | 'RULE_VIOLATION'): Part =>
  async (world) => {
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code, startsAt: inDays(world, 5) })
  }
const customersTold: Part = async (world) =>
  world.tell(sys, {
    type: 'notice.sent',
    template: 'service_resuming',
    audience: 'customers',
    orderId: await orderOf(world, 'notify'),
  })

const outlived: Part = async (world) =>
  run(
    world,
    approved,
    ...clearingParts.map((part) => (part === refunded ? carriedOver : part)),
    confirmed,
    readClosed,
  )
const dischargedBy: LifecycleEvent = {
  type: 'obligation.discharged',
  obligationId: 'obligation-1',
  evidence: [paper('payment_proof')],
}
const paidBack: Part = async (world) => {
  const amount = cny(200_000)
  await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'r', amount })
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount })
}

const broken =
  (cause: 'human' | 'undetermined'): Part =>
  async (world) => {
    await run(world, approved, ...clearingParts.slice(0, 5))
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
    await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
    await world.tell(p2, {
      type: 'device.inspected',
      serial,
      condition: 'damaged',
      accessories: [],
      damage: { cause, description: 'the screen is cracked' },
    })
  }
const charged = tell(p1, {
  type: 'charge.raised',
  chargeId: 'screen',
  kind: 'damage',
  amount: cny(26_000),
  feeTableVersion: 'standard',
  serial,
})
const waived: Part = (world) =>
  byTwo(world, { type: 'charge.waived', serial, kind: 'damage', basis: 'goodwill' })
const assessed = tell(p3, { type: 'charge.determined', chargeId: 'screen', amount: cny(13_000) })

/** Clocks that a decision starts, or that carry one out. */
export const decidedClockCases = {
  damageDecisionDue: { reach: broken('human'), ends: [charged, waived] },
  assessmentDue: { reach: parts(broken('undetermined'), charged), ends: [assessed] },
  approvalValidity: {
    reach: cleared,
    end: askedFor('application-2'),
    endsLate: true,
    ends: [rescinded, parts(proposed('RULE_VIOLATION'), imposed)],
  },
  closureNotice: {
    reach: proposed('DORMANT'),
    end: parts(noticed, imposed),
    endsLate: true,
    ends: [cancelled, approved],
  },
  closureStart: {
    reach: closesLater,
    ends: [tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })],
  },
  holdStart: { reach: pausedLater('SYSTEM_MAINTENANCE'), ends: [rescinded] },
  obligationDue: { reach: outlived, end: tell(p1, dischargedBy), ends: [paidBack] },
  riskListingDue: {
    reach: parts(proposed('RULE_VIOLATION'), imposed),
    end: listed('filed'),
    ends: [listed('notDue'), cancelled],
  },
  resumeNoticeDue: {
    reach: parts(cleared, tested),
    ends: [customersTold, tell(p3, { type: 'hold.placed', holdId: 'h2', code: 'RULE_VIOLATION' })],
    policy: { noticeBeforeResuming: true },
  },
} satisfies Readonly<Partial<Record<ClockName, ClockCase>>>
