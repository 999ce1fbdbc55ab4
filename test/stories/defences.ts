import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  backedUp,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  erased,
  orderOf,
  readClosed,
  refunded,
  run,
  saleOff,
} from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { batch, cny, paper, seen, serial, statusRead, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const attack: LifecycleEvent = { type: 'hold.placed', holdId: 'attack', code: 'MALICIOUS_ATTACK' }
const cancelled: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}
const lost: LifecycleEvent = { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') }
const fullTest: LifecycleEvent = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
}

const openOrders = async ({ context }: World, kind: string) =>
  Object.values((await context()).orders).filter((order) => order.kind === kind && order.status === 'ordered')

/** Lost, found, and its remedy verified: the test is owed. */
const lostAndFound = async ({ tell }: World): Promise<void> => {
  await tell(m1, lost)
  await tell(m1, { type: 'device.found', serial, where: 'the store room' })
}

const remedied = async (world: World): Promise<void> => {
  const hold = Object.values((await world.context()).holds).find(({ status }) => status === 'effective')
  const holdId = hold?.holdId ?? ''
  await world.tell(m1, { type: 'hold.remedyClaimed', holdId, evidence: [paper('device_test_record')] })
  await world.tell(p2, { type: 'hold.remedyVerified', holdId, checked: seen('device_test_record') })
}

/** Each was once a way to sell, to wipe or to pay when nobody should have been able to. */
export const defenceStories: Stories = {
  'a cancelled closure leaves its order to stop selling in force': async (open) => {
    const world = await open()
    await world.tell(sys, statusRead('on', world.at()))
    await run(world, approved)
    await world.tell(p1, attack)
    await world.tell(p1, cancelled)
    expect(await openOrders(world, 'disableAcceptance')).not.toEqual([])
  },

  'sale that was switched on after all is switched off again': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'check', reason: 'placed in error' })
    const orderId = await orderOf(world, 'enableAcceptance')
    await world.tell(p1, attack)
    await world.tell(sys, statusRead('off', world.at()))
    const { orders } = await world.tell(sys, { type: 'order.confirmed', orderId })
    expect(orders.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['disableAcceptance', 'readStatus']),
    )
  },

  'the host is told everything that a hold forbids, also where sale goes on': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'refunds',
      code: 'ACCOUNT_ABNORMAL',
      caps: ['refund'],
    })
    expect(await openOrders(world, 'disableAcceptance')).toMatchObject([
      { params: { capabilities: ['refund'] } },
    ])
    expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
    const { orders } = await world.tell(p2, {
      type: 'hold.rescinded',
      holdId: 'refunds',
      reason: 'placed in error',
    })
    expect(orders.filter(({ status }) => status === 'ordered')).toMatchObject([
      { kind: 'notify', params: { template: 'restriction_lifted' } },
      { kind: 'enableAcceptance', params: { capabilities: expect.arrayContaining(['refund']) } },
    ])
  },

  'a theft does not wait for a slower order, nor trust one that failed': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
    await world.tell(m1, lost)
    expect(
      (await openOrders(world, 'disableAcceptance')).map(({ params }) => 'urgent' in params && params.urgent),
    ).toContain(true)
  },

  'a stolen device never sells again, however often it was found before': async (open) => {
    const world = await open()
    await run(world, lostAndFound, remedied)
    await world.tell(m1, lost)
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'held' } } })
    const holdId = Object.keys((await world.context()).holds).at(-1) ?? ''
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId, evidence: [paper('supporting_evidence')] })
    await world.refuse(p2, { type: 'hold.remedyVerified', holdId }, 'DEVICE_REPORTED_LOST')
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'held' } } })
  },

  'a device that came back into service is drained and erased like any other': async (open) => {
    const world = await open()
    await run(world, lostAndFound)
    await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
    await run(world, remedied)
    await world.tell(agent, fullTest)
    await world.tell(sys, statusRead('on', world.at()))
    await run(world, approved, saleOff)
    expect(await world.value()).toMatchObject({ closing: { clearing: { transactions: 'open' } } })
    await world.refuse(
      p1,
      { type: 'unbinding.ordered', serial, registryRef: 'r-1' },
      'DEVICE_NOT_DRAINED',
      'KEYS_NOT_REMOVED',
    )
  },

  'a batch from while sale was on does not empty the device; one is fetched when it is off': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(sys, batch(world.at(), 'batch-early'))
    await run(world, saleOff)
    expect(await openOrders(world, 'uploadBatch')).toHaveLength(1)
    expect(await world.value()).toMatchObject({ closing: { clearing: { transactions: 'open' } } })
  },

  'an erasure that has begun loses its authorisation to a legal hold, and its end is an issue': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    const orderId = await orderOf(world, 'eraseDevice')
    await world.tell(sys, { type: 'order.claimed', orderId })
    const court = {
      type: 'hold.placed',
      holdId: 'court',
      code: 'AUTHORITY_ORDER',
      caps: ['erasure'],
      orderRef: 'court-1',
    } as LifecycleEvent
    await world.tell({ ...p1, onBehalfOf: 'authority' }, court)
    const { issues } = await world.tell(sys, {
      type: 'erasure.completed',
      serial,
      method: 'purge',
      tool: 'remote',
      orderId,
    })
    expect(issues.map(({ code }) => code)).toEqual(['UNAUTHORISED_ERASURE'])
    await world.refuse(p2, { type: 'erasure.verified', serial }, 'ERASURE_NOT_COMPLETED')
  },

  'the confirmation of a refund that came back is not believed a second time': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts)
    const orderId = await orderOf(world, 'refundDeposit')
    const told = { depositId: 'deposit-1', orderId, amount: cny(200_000) }
    await world.tell(sys, { type: 'refund.returned', ...told, reason: 'account closed' })
    const { noop } = await world.tell(sys, { type: 'refund.confirmed', ...told })
    expect(noop).toBe(true)
    expect(await world.value()).toMatchObject({ closing: { clearing: { deposits: 'open' } } })
  },

  'a guarantee that is carried over is released when its tail has run, after the closure': async (open) => {
    const guarantee = {
      depositId: 'deposit-1',
      kind: 'guarantee',
      amount: cny(200_000),
      heldBy: 'acquirer-1',
    } as const
    const world = await open(terminal({ deposits: [guarantee] }))
    const carry = {
      type: 'obligation.carriedOver',
      obligationId: 'obligation-1',
      kind: 'deposit',
      ref: 'deposit-1',
      amount: cny(200_000),
      owner: 'acquirer-1',
      basis: 'guarantee tail',
      reviewAt: '2026-12-01T00:00:00+08:00',
    } as const
    const parts = clearingParts.filter((part) => part !== refunded)
    await run(world, approved, ...parts, (where) => byTwo(where, carry), confirmed, readClosed)
    const refund = {
      type: 'refund.ordered',
      depositId: 'deposit-1',
      refundId: 'late',
      amount: cny(200_000),
    } as const
    await world.tell(p1, { type: 'act.proposed', act: refund })
    await world.refuse(p2, refund, 'RELEASE_NOT_DUE')
    await world.pass(200)
    await byTwo(world, refund)
  },

  'a hold that limits nothing is no hold, and an ended one is not placed again by its name': async (open) => {
    const world = await open()
    await world.refuse(
      p1,
      { type: 'hold.placed', holdId: 'h', code: 'AUTHORITY_ORDER', orderRef: 'o' },
      'REASON_NOT_FOR_INITIATOR',
      'HOLD_LIMITS_NOTHING',
    )
    await world.tell(p1, attack)
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'attack', reason: 'placed in error' })
    await world.refuse(p1, attack, 'REFERENCE_IN_USE')
  },

  'money in another currency counts for nothing: a request is refused, a report is kept with an issue':
    async (open) => {
      const world = await open()
      await run(world, approved)
      const yen = { amount: 5, currency: 'JPY' }
      const charge = { chargeId: 'fee', kind: 'rental', amount: yen, feeTableVersion: 'standard' } as const
      await world.refuse(p1, { type: 'charge.raised', ...charge }, 'CURRENCY_MISMATCH')
      const before = await world.context()
      const uploaded = { ...batch(world.at(), 'b'), hostTotals: { count: 1, total: yen } } as LifecycleEvent
      const { issues } = await world.tell(sys, uploaded)
      expect(issues.map(({ code }) => code)).toEqual(['CURRENCY_MISMATCH'])
      expect((await world.context()).devices).toEqual(before.devices)
      // what else the reading says is a fact all the same
      await world.tell(sys, { ...statusRead('off', world.at()), unsettled: yen } as LifecycleEvent)
      expect((await world.context()).status).toMatchObject({ acceptance: 'off', unsettled: null })
    },

  'nobody takes a name that every object has for a key': async (open) => {
    const world = await open()
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(
        (await world.send(p1, { ...attack, holdId: name } as LifecycleEvent).catch((error) => error))
          .accepted,
      ).not.toBe(true)
    await run(world, approved, saleOff, drained, backedUp, erased)
  },

  'who proposed an act for two people is not the second one, and a changed act was never proposed': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts.filter((part) => part !== refunded))
    const refund = (amount: number) =>
      ({ type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-1', amount: cny(amount) }) as const
    await world.tell(p1, { type: 'act.proposed', act: refund(200_000) })
    await world.refuse(p1, refund(200_000), 'MAKER_IS_CHECKER')
    await world.refuse(p2, refund(199_999), 'SECOND_PERSON_REQUIRED')
    await world.tell(p2, refund(200_000))
  },

  'a cancelled closure orders sale off again where that order had failed': async (open) => {
    const world = await open()
    await run(world, approved)
    const orderId = await orderOf(world, 'disableAcceptance')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'UNREACHABLE', retryable: false })
    await world.tell(p1, cancelled)
    expect(await openOrders(world, 'disableAcceptance')).toHaveLength(1)
  },
}
