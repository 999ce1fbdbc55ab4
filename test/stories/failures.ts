import { expect } from 'vitest'
import { type OrderKind, orderKinds } from '../../src/domain/index.ts'
import { availableActions, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, Order } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  clearingParts,
  drained,
  erased,
  keysRemoved,
  orderOf,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { cny, digestOf, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

type Reach = (world: World) => Promise<unknown>
const registryRef = 'registry-9'
const arrears: Reach = (world) =>
  world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' })
const confirmLast = async (world: World, kind: OrderKind) =>
  world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, kind) })

/** How an order of each kind comes to be on its way. */
export const reach: Readonly<Record<OrderKind, Reach>> = {
  disableAcceptance: arrears,
  notify: arrears,
  readStatus: async (world) => {
    await arrears(world)
    await confirmLast(world, 'disableAcceptance')
  },
  enableAcceptance: async ({ tell }) => {
    const limited = { caps: ['refund'], release: 'provider', words: 'too many refunds' } as const
    await tell(p1, { type: 'hold.placed', holdId: 'h', code: 'OTHER', ...limited })
    await tell(p1, { type: 'hold.lifted', holdId: 'h' })
  },
  openTicket: ({ tell }) => tell(m1, { type: 'note.recorded', kind: 'escalation', text: 'nobody answers' }),
  uploadBatch: (world) => run(world, approved, saleOff),
  requestStatement: (world) => run(world, approved, saleOff, drained),
  readBackup: async (world) => {
    await run(world, approved, saleOff, drained)
    const copy = { method: 'computer', encrypted: true, containsCardholderData: false } as const
    await world.tell(m1, { type: 'backup.recorded', serial, upTo: world.at(), hash: digestOf('b'), ...copy })
  },
  eraseDevice: async (world) => {
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  },
  unbind: async (world) => {
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
    await world.tell(p1, { type: 'unbinding.ordered', serial, registryRef })
  },
  revokeKeys: ({ tell }) => tell(m1, { type: 'device.lost', serial, kind: 'lost' }),
  collectDevice: async (world) => {
    await run(world, approved, saleOff, drained)
    const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'collection', seal })
  },
  payOut: async (world) => {
    await run(world, approved, saleOff, drained, accountVerified)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(500) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
    await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(500) })
  },
  refundDeposit: async (world) => {
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
    await byTwo(world, {
      type: 'refund.ordered',
      depositId: 'deposit-1',
      refundId: 'r',
      amount: cny(200_000),
    })
  },
  confirmClosure: (world) => run(world, approved, ...clearingParts),
}

const last = async (world: World, kind: OrderKind): Promise<Order> =>
  Object.values((await world.context()).orders).findLast((order) => order.kind === kind) ??
  expect.fail(`no ${kind}`)

const dueOf = async (world: World, code: string, ref: string) => {
  const found = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...found.currentlyDue, ...found.pastDue].find((item) => item.code === code && item.ref === ref)
}

const failed = (orderId: string): LifecycleEvent => ({
  type: 'order.failed',
  orderId,
  code: 'SYSTEM_DOWN',
  retryable: false,
})
const parked = (orderId: string): LifecycleEvent => ({
  type: 'order.parked',
  orderId,
  code: 'DOWN',
  attempts: 20,
})
const repeated = (orderId: string): LifecycleEvent => ({ type: 'order.repeated', orderId })

/** Money, wipes and unbindings: nothing is ordered again before it is known that the first one failed. */
const announced = new Set<OrderKind>(['payOut', 'refundDeposit', 'eraseDevice', 'unbind'])
/** These are done when they are confirmed, or have a clock of another name. */
const withoutResult = new Set<OrderKind>(['notify', 'openTicket', 'disableAcceptance'])

const inFlight = async (world: World, kind: OrderKind, before: string): Promise<void> => {
  const order = await last(world, kind)
  expect(order.orderId, kind).not.toBe(before)
  expect(order.status, kind).toBe('ordered')
}

export const failureStories: Stories = {
  'a failed order of each kind is somebody’s task until the same is ordered again': async (open) => {
    for (const kind of orderKinds) {
      const world = await open()
      await reach[kind](world)
      const { orderId } = await last(world, kind)
      await world.tell(sys, failed(orderId))
      const due = await dueOf(world, 'ORDER_FAILED', orderId)
      expect(due, kind).toMatchObject({ owner: 'provider', clearedBy: ['order.repeated', 'order.cancelled'] })
      const offered = availableActions(await world.record(), { at: world.at(), actor: p1 })
      expect(offered.find(({ event }) => event === 'order.repeated')?.enabled, kind).toBe(true)
      await world.tell(p1, repeated(orderId))
      expect(await dueOf(world, 'ORDER_FAILED', orderId), kind).toBeUndefined()
      await inFlight(world, kind, orderId)
      await world.refuse(p1, repeated(orderId), 'ORDER_ENDED')
    }
  },

  'an answer of each kind that could not be taken stays in flight, is seen, and is mended by what it names':
    async (open) => {
      for (const kind of orderKinds) {
        const world = await open()
        await reach[kind](world)
        const { orderId } = await last(world, kind)
        await world.tell(sys, { type: 'answer.refused', orderId, codes: ['CURRENCY_MISMATCH'] })
        expect(await dueOf(world, 'ANSWER_REFUSED', orderId), kind).toMatchObject({ owner: 'provider' })
        expect((await last(world, kind)).status).toBe('ordered')
        if (announced.has(kind)) {
          await world.refuse(p1, repeated(orderId), 'RESULT_UNKNOWN')
          await world.tell(sys, failed(orderId))
        }
        await world.tell(p1, repeated(orderId))
        expect(await dueOf(world, 'ANSWER_REFUSED', orderId), kind).toBeUndefined()
        await inFlight(world, kind, orderId)
      }
    },

  'an order of each kind that is parked stays in flight and bound, until it is revived, repeated or told':
    async (open) => {
      for (const kind of orderKinds) {
        const world = await open()
        await reach[kind](world)
        const { orderId } = await last(world, kind)
        const revived = { type: 'order.revived', orderId } as const
        await world.refuse(p1, revived, 'ORDER_CLAIMED')
        await world.tell(sys, parked(orderId))
        expect(await last(world, kind), kind).toMatchObject({
          status: 'ordered',
          parked: { code: 'DOWN', attempts: 20 },
        })
        const due = await dueOf(world, 'ORDER_PARKED', orderId)
        expect(due, kind).toMatchObject({ owner: 'provider' })
        expect(due?.clearedBy.slice(0, 1), kind).toEqual(['order.revived'])
        await world.tell(p1, revived)
        expect((await last(world, kind)).parked, kind).toBeUndefined()
        expect(await dueOf(world, 'ORDER_PARKED', orderId), kind).toBeUndefined()
        await world.refuse(p1, revived, 'ORDER_CLAIMED')

        // once more, for the same reason
        await world.tell(sys, parked(orderId))
        expect(await dueOf(world, 'ORDER_PARKED', orderId), kind).toBeDefined()
        if (announced.has(kind)) {
          await world.refuse(p1, repeated(orderId), 'RESULT_UNKNOWN')
          await world.tell(sys, failed(orderId))
          expect((await world.context()).orders[orderId]?.parked, kind).toBeUndefined()
        }
        await world.tell(p1, repeated(orderId))
        expect(await dueOf(world, 'ORDER_PARKED', orderId), kind).toBeUndefined()
        await world.refuse(p1, revived, 'ORDER_ENDED')
      }
    },

  'accepted is not done: the result of each kind is waited for, seen when it is late, and mended': async (
    open,
  ) => {
    for (const kind of orderKinds.filter((name) => !withoutResult.has(name))) {
      const world = await open()
      await reach[kind](world)
      const { orderId } = await last(world, kind)
      await world.tell(sys, { type: 'order.confirmed', orderId })
      expect(await dueOf(world, 'RESULT_OVERDUE', orderId), kind).toBeUndefined()
      await world.refuse(p1, repeated(orderId), 'RESULT_UNKNOWN')
      await world.pass(12)
      const due = await dueOf(world, 'RESULT_OVERDUE', orderId)
      expect(due, kind).toMatchObject({ owner: 'provider', due: expect.any(String) })
      if (announced.has(kind)) {
        await world.refuse(p1, repeated(orderId), 'RESULT_UNKNOWN')
        await world.tell(sys, failed(orderId))
      }
      await world.tell(p1, repeated(orderId))
      expect(await dueOf(world, 'RESULT_OVERDUE', orderId), kind).toBeUndefined()
      await inFlight(world, kind, orderId)
    }
  },

  'a stop that was accepted and is not read back in time is ordered again': async (open) => {
    const world = await open()
    await arrears(world)
    const { orderId } = await last(world, 'disableAcceptance')
    await world.tell(sys, { type: 'order.confirmed', orderId })
    await world.refuse(p1, repeated(orderId), 'RESULT_UNKNOWN')
    await world.pass(2)
    const id = `disableConfirmDue:${orderId}`
    const due = await dueOf(world, 'CLOCK_RUN_OUT', id)
    expect(due?.clearedBy).toEqual(['status.reported', 'order.repeated'])
    await world.tell(p1, repeated(orderId))
    expect(await dueOf(world, 'CLOCK_RUN_OUT', id)).toBeUndefined()
    await inFlight(world, 'disableAcceptance', orderId)
  },

  'money that was accepted and then failed is free again, and bound once by the order that takes its place':
    async (open) => {
      const world = await open()
      await reach.payOut(world)
      const { orderId } = await last(world, 'payOut')
      await world.tell(sys, { type: 'order.confirmed', orderId })
      await world.refuse(p3, { type: 'payout.ordered', payoutId: 'p-2', amount: cny(500) }, 'AMOUNT_TOO_HIGH')
      await world.tell(sys, failed(orderId))
      await world.tell(p1, repeated(orderId))
      const { payouts } = await world.context()
      expect(Object.values(payouts).map(({ status, amount }) => [status, amount])).toEqual([
        ['failed', 500],
        ['ordered', 500],
      ])
      await world.refuse(p3, { type: 'payout.ordered', payoutId: 'p-2', amount: cny(500) }, 'AMOUNT_TOO_HIGH')
    },

  'what no longer stands is nobody’s task: a stop that failed, after its reason has gone': async (open) => {
    const world = await open()
    await arrears(world)
    const { orderId } = await last(world, 'disableAcceptance')
    await world.tell(sys, failed(orderId))
    await world.tell(p3, { type: 'hold.rescinded', holdId: 'h', reason: 'another shop' })
    expect(await dueOf(world, 'ORDER_FAILED', orderId)).toBeUndefined()
    await world.refuse(p1, repeated(orderId), 'ORDER_ENDED')
  },

  'a failure is given up by a decision, not by silence; a stop that is still wanted is not': async (open) => {
    const world = await open()
    await arrears(world)
    const { orderId } = await last(world, 'notify')
    await world.tell(sys, failed(orderId))
    await world.tell(p1, { type: 'order.cancelled', orderId, reason: 'told by telephone' })
    expect(await dueOf(world, 'ORDER_FAILED', orderId)).toBeUndefined()
    const stop = await last(world, 'disableAcceptance')
    await world.tell(sys, failed(stop.orderId))
    const given = { type: 'order.cancelled', orderId: stop.orderId, reason: 'too late' } as const
    await world.refuse(p1, given, 'HOLD_EFFECTIVE')
  },

  'failures between the provider and its systems are nobody else’s': async (open) => {
    const world = await open()
    await arrears(world)
    await world.tell(sys, failed((await last(world, 'notify')).orderId))
    const seen = requirements(await world.record(), { at: world.at(), actor: m1 })
    expect(JSON.stringify(seen)).not.toContain('ORDER_FAILED')
  },
}
