import { expect } from 'vitest'
import { defaultPolicy, type Facts } from '../../src/domain/index.ts'
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
  returned,
  run,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  paper,
  reviewApproved,
  serial,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const proposed = {
  type: 'closure.proposed',
  proposalId: 'proposal-1',
  reason: 'DORMANT',
  basis: 'no transaction for a year',
} as const
const imposed = { type: 'closure.imposed', proposalId: 'proposal-1' } as const
/** What the merchant is given in writing: why, and how to object. */
const noticed = {
  type: 'document.added',
  document: paper('closure_notice'),
  for: 'proposal-1',
} as const

export const endingStories: Stories = {
  'A09 imposed closure: after its notice, by a second person, and the merchant is heard in clearing': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, proposed)
    await world.pass(3)
    await world.refuse(p2, imposed, 'NOTICE_RUNNING', 'NOTICE_MISSING')
    await world.tell(p1, noticed)
    await world.refuse(p2, imposed, 'NOTICE_RUNNING')
    await world.pass(28)
    // from the day on which it was given, not from the day on which somebody proposed it
    await world.refuse(p2, imposed, 'NOTICE_RUNNING')
    await world.pass(3)
    await world.refuse(p1, imposed, 'MAKER_IS_CHECKER')
    await world.tell(p2, imposed)
    expect(await world.value()).toMatchObject({ closing: { clearing: {} } })
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
  },

  'who is closed for a violation is entered in the risk list within five working days, or it is said why not':
    async (open) => {
      const world = await open()
      const attack = { ...proposed, reason: 'MALICIOUS_ATTACK' } as LifecycleEvent
      const due = async () => (await world.context()).deadlines['riskListingDue:proposal-1']?.status
      await world.tell(p1, attack)
      expect(await due()).toBeUndefined()
      await world.tell(p2, imposed)
      expect(await due()).toBe('running')
      const entry = (id: string, facts?: Facts) =>
        ({ type: 'document.added', document: paper('risk_listing_record', id, facts ?? {}) }) as const
      await world.tell(p1, entry('empty'))
      await world.tell(m1, entry('own', { result: 'notDue' }))
      // what was found to be no good ends nothing either
      const own = paper('risk_listing_record', 'own', { result: 'notDue' })
      await world.tell(p2, { type: 'document.checked', documentId: 'own', digest: own.digest, facts: null })
      expect(await due()).toBe('running')
      await world.pass(10)
      expect(await due()).toBe('fired')
      await world.tell(p1, entry('filed', { result: 'filed' }))
      expect(await due()).toBe('cancelled')
    },

  'the entry in the risk list is owed also when the books are closed before it is made': async (open) => {
    const world = await open()
    await world.tell(p1, { ...proposed, reason: 'MALICIOUS_ATTACK' } as LifecycleEvent)
    await world.tell(p2, imposed)
    await run(world, ...clearingParts, confirmed, readClosed)
    expect(await world.value()).toBe('closed')
    expect((await world.context()).deadlines['riskListingDue:proposal-1']?.status).not.toBe('cancelled')
  },

  'an appeal that is upheld brings the terminal back, through a test and a reading [OQ-29]': async (open) => {
    const world = await open(undefined, undefined, { ...defaultPolicy, appealAllowed: true })
    await world.tell(p1, proposed)
    await world.tell(p1, noticed)
    await world.pass(31)
    await world.tell(p2, imposed)
    await world.tell(m1, {
      type: 'closure.appealed',
      proposalId: 'proposal-1',
      grounds: 'we trade every week',
    })
    const upheld = { type: 'appeal.decided', proposalId: 'proposal-1', outcome: 'upheld' } as const
    await world.refuse(p1, upheld, 'MAKER_IS_CHECKER')
    await world.refuse(p2, upheld, 'MAKER_IS_CHECKER')
    await world.tell(p3, upheld)
    expect(await world.value()).toEqual({ live: { service: { suspended: 'testing' }, application: 'none' } })
  },

  'a closure is cancelled until something irreversible was done, and the holds stand as they now are [OQ-08]':
    async (open) => {
      const world = await open()
      await run(world, approved)
      await world.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
      const cancelled = {
        type: 'closure.cancelled',
        requestedBy: 'merchant',
        reason: 'found a successor',
      } as const
      await world.tell(p1, cancelled)
      expect(await world.value()).toEqual({ live: { service: { suspended: 'held' }, application: 'none' } })
      const other = await open()
      await run(other, approved, ...clearingParts.slice(0, 4))
      await other.refuse(p1, cancelled, 'IRREVERSIBLE_ACT_DONE')
    },

  'an approved closure waits for its effective date, and begins by itself': async (open) => {
    const world = await open()
    const effectiveDate = new Date(Date.parse(world.at()) + 10 * 86_400_000).toISOString()
    await world.tell(m1, closureRequested({ effectiveDate }))
    const approve = reviewApproved('application-1', ['business_licence'])
    await world.tell(p2, approve)
    expect(await world.value()).toMatchObject({ live: { application: 'underReview' } })
    await world.refuse(p2, approve, 'ALREADY_DECIDED')
    await world.pass(11)
    expect(await world.value()).toMatchObject({ closing: { clearing: {} } })
  },

  'A11 shipped before it was erased: allowed under seal, otherwise kept as an issue [R-221 C-04]': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts.slice(0, 3))
    const authorise = { type: 'return.authorised', serial, destination: 'institution' } as const
    await world.refuse(p1, authorise, 'ERASE_OR_SEAL_FIRST')
    const { issues } = await world.tell(m1, {
      type: 'device.shipped',
      serial,
      carrier: 'courier',
      trackingNo: 't-1',
    })
    expect(issues.map(({ code }) => code)).toEqual(['ERASE_OR_SEAL_FIRST'])
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
    await world.tell(p1, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
    expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'open' } } })
    const sealed = await open()
    await run(sealed, approved)
    await sealed.tell(p1, { ...authorise, seal: { bagNo: 'bag-1', trackingNo: 't-1' } })
    const shipped = await sealed.tell(m1, {
      type: 'device.shipped',
      serial,
      carrier: 'courier',
      trackingNo: 't-1',
      bagNo: 'bag-1',
    })
    expect(shipped.issues).toEqual([])
  },

  'A13 a device of the merchant’s own is erased, its keys removed and unbound, but never sent back [OQ-16]':
    async (open) => {
      const world = await open(terminal({ devices: [{ serial, owner: 'merchant', tenancy: 'sole' }] }))
      await world.tell(m1, closureRequested({ disposition: 'merchantOwned' }))
      await world.tell(p2, reviewApproved('application-1', ['business_licence']))
      await run(world, ...clearingParts.filter((part) => part !== returned), confirmed, readClosed)
      expect(await world.value()).toBe('closed')
    },

  'the agent’s own device goes back before the terminal is closed, and before its pledge is refunded [R-217]':
    async (open) => {
      const devices = [{ serial, owner: 'agent', tenancy: 'sole' }] as const
      const world = await open(terminal({ devices }))
      await run(world, approved, ...clearingParts.filter((part) => part !== returned && part !== refunded))
      const pledge = {
        type: 'refund.ordered',
        depositId: 'deposit-1',
        refundId: 'r-1',
        amount: cny(1),
      } as const
      await world.tell(p1, { type: 'act.proposed', act: pledge })
      await world.refuse(p2, pledge, 'CUSTODY_OPEN')
      expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'open' } } })
      await run(world, returned, refunded, confirmed, readClosed)
      expect(await world.value()).toBe('closed')
    },

  'A14 a disputed fee leaves its amount behind, and what is decided for the merchant follows [OQ-32]': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts.filter((part) => part !== refunded))
    await world.tell(p1, {
      type: 'charge.raised',
      chargeId: 'fee-1',
      kind: 'deactivation',
      amount: cny(2_000),
      feeTableVersion: 'standard',
    })
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'fee-1', grounds: 'never agreed' })
    const refund = (refundId: string, amount: number) =>
      ({ type: 'refund.ordered', depositId: 'deposit-1', refundId, amount: cny(amount) }) as const
    const propose = (amount: number, refundId: string) =>
      world.tell(p1, { type: 'act.proposed', act: refund(refundId, amount) })
    await propose(200_000, 'refund-1')
    await world.refuse(p2, refund('refund-1', 200_000), 'AMOUNT_TOO_HIGH')
    const pay = async (amount: number, refundId: string) => {
      await byTwo(world, refund(refundId, amount))
      const orderId = await orderOf(world, 'refundDeposit')
      await world.tell(sys, {
        type: 'refund.confirmed',
        depositId: 'deposit-1',
        orderId,
        amount: cny(amount),
      })
    }
    await pay(198_000, 'refund-2')
    await world.tell(p2, { type: 'charge.determined', chargeId: 'fee-1', amount: cny(0) })
    await pay(2_000, 'refund-3')
    expect(await world.value()).toEqual({ closing: 'confirming' })
  },

  'A16 the register refuses: the binding stays open, a new attempt is a new order [R-169]': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts.slice(0, 5))
    const order = { type: 'unbinding.ordered', serial, registryRef: 'registry-9' } as const
    await world.tell(p1, order)
    const first = await orderOf(world, 'unbind')
    await world.tell(sys, {
      type: 'unbinding.failed',
      serial,
      registryRef: 'registry-9',
      reason: 'record locked',
      orderId: first,
    })
    expect(await world.value()).toMatchObject({ closing: { clearing: { binding: 'open' } } })
    await world.tell(p1, order)
    const second = await orderOf(world, 'unbind')
    expect(second).not.toBe(first)
    await world.tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-9', orderId: second })
    expect(await world.value()).toMatchObject({ closing: { clearing: { binding: 'done' } } })
  },

  'closed with a deposit carried over by two people, paid out afterwards when it is discharged [OQ-07]':
    async (open) => {
      const world = await open()
      await run(
        world,
        approved,
        ...clearingParts.map((part) => (part === refunded ? carriedOver : part)),
        confirmed,
        readClosed,
      )
      expect(await world.value()).toBe('closed')
      const refund = {
        type: 'refund.ordered',
        depositId: 'deposit-1',
        refundId: 'late-1',
        amount: cny(200_000),
      } as const
      await byTwo(world, refund)
      const orderId = await orderOf(world, 'refundDeposit')
      await world.tell(sys, {
        type: 'refund.confirmed',
        depositId: 'deposit-1',
        orderId,
        amount: cny(200_000),
      })
      expect((await world.context()).carriedOver['obligation-1']?.by).toEqual(['p1', 'p2'])
    },

  'a chargeback after the closure goes to the tail and leaves the books as they are [OQ-12]': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const { disputes, charges } = await world.context()
    await world.tell(p1, {
      type: 'dispute.opened',
      caseId: 'case-9',
      amount: cny(700),
      dueAt: '2026-09-01T00:00:00+08:00',
    })
    await world.tell(sys, statusRead('off', world.at(), 'closed'))
    const after = await world.context()
    expect({ disputes: after.disputes, charges: after.charges }).toEqual({ disputes, charges })
    expect(after.tail).toMatchObject([{ kind: 'dispute.opened', ref: 'case-9', open: true }])
  },
}
