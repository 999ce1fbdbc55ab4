import { expect } from 'vitest'
import { explain } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  carriedOver,
  drained,
  erased,
  keysRemoved,
  orderOf,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, serial, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const cancelled = { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'they sell again' } as const
const refund: LifecycleEvent = {
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-1',
  amount: cny(1_000),
}

const second = '123-456-790'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const pledge = (depositId: string) =>
  ({ depositId, kind: 'device_pledge', amount: cny(200_000), heldBy: 'acquirer-1' }) as const
/** With two devices and two pledges: what was done to one of them is enough. */
const two = (devices = [of(serial), of(second)]) =>
  terminal({ devices, deposits: [pledge('deposit-1'), pledge('deposit-2')] })

/** The act for which a closure is not taken back; nothing: it may be. */
const standing = async (world: World) => {
  const found = explain(await world.record(), cancelled, { at: world.at(), actor: p1 })
  return found.map(({ code, data }) => [code, data?.act])
}
const stands = async (world: World, act: string) => {
  expect(await standing(world)).toEqual([['IRREVERSIBLE_ACT_DONE', act]])
  await world.refuse(p1, cancelled, 'IRREVERSIBLE_ACT_DONE')
}
const isFree = async (world: World) => {
  expect(await standing(world)).toEqual([])
  await world.tell(p1, cancelled)
}

/** The merchant's own device, so that its pledge is free at once. */
const ownDevice = async (open: OpenWorld) => {
  const world = await open({ ...two(), devices: [{ ...of(serial), owner: 'merchant' }] })
  await world.tell(m1, closureRequested({ disposition: 'merchantOwned' }))
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained, accountVerified)
  return world
}

const paidOut = async (open: OpenWorld) => {
  const world = await open(two())
  await run(world, approved, saleOff, drained, accountVerified)
  await world.tell(sys, {
    ...{ type: 'settlement.stated', statementId: 'statement-1' },
    ...{ upTo: world.at(), net: cny(50_000) },
  })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  return { world, orderId: await orderOf(world, 'payOut') }
}

/** From where on a closure is not taken back, and by which act. */
export const irreversibleStories: Stories = {
  'a closure stands once a device is to be wiped, has lost its keys, or its number is taken from it [OQ-08]':
    async (open) => {
      const world = await open(two())
      await run(world, approved, saleOff, drained, backedUp)
      expect(await standing(world)).toEqual([])
      await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
      await stands(world, 'erasure.authorised')
      const wiped = await open(two())
      await run(wiped, approved, saleOff, drained, backedUp, erased)
      await stands(wiped, 'erasure.authorised')
      const gone = await open(two())
      await run(gone, approved, saleOff, drained, keysRemoved)
      await stands(gone, 'keys.removed')
      const freed = await open(two())
      await run(freed, approved, saleOff, drained)
      await freed.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
      await freed.tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
      await stands(freed, 'unbinding.ordered')
    },

  'a device that is given up as lost forbids nobody to go on with the others': async (open) => {
    const world = await open(two())
    await run(world, approved, saleOff)
    await world.tell(m1, { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') })
    await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [] } as unknown as LifecycleEvent)
    expect((await world.context()).devices[serial]).toMatchObject({ role: 'bound', erasure: 'moot' })
    await isFree(world)
  },

  'a closure stands once money is on its way to the merchant, and is free again when it did not arrive [OQ-08]':
    async (open) => {
      const { world, orderId } = await paidOut(open)
      await stands(world, 'payout.ordered')
      await world.tell(sys, {
        type: 'payout.failed',
        payoutId: 'payout-1',
        orderId,
        reason: 'account closed',
      })
      await isFree(world)
      const { world: arrived, orderId: order } = await paidOut(open)
      const amount = cny(50_000)
      await arrived.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId: order, amount })
      await stands(arrived, 'payout.ordered')
      const { world: called, orderId: off } = await paidOut(open)
      await called.tell(p1, { type: 'order.cancelled', orderId: off, reason: 'another account' })
      await isFree(called)
    },

  'a closure stands once a pledge is on its way back, and is free again when it did not arrive [OQ-08]':
    async (open) => {
      const world = await ownDevice(open)
      await byTwo(world, refund)
      await stands(world, 'refund.ordered')
      const orderId = await orderOf(world, 'refundDeposit')
      const depositId = 'deposit-1'
      await world.tell(sys, { type: 'refund.failed', depositId, orderId, reason: 'account closed' })
      await isFree(world)
    },

  'a closure stands once something was taken from the pledge, or outlives it [OQ-08]': async (open) => {
    const world = await open(two())
    await run(world, approved, saleOff)
    await world.tell(p1, {
      ...{ type: 'charge.raised', chargeId: 'rental-1', kind: 'rental' },
      ...{ amount: cny(9_000), feeTableVersion: 'standard' },
    })
    await world.pass(40)
    expect(await standing(world)).toEqual([])
    await world.tell(p3, {
      ...{ type: 'deposit.deducted', depositId: 'deposit-1' },
      ...{ chargeId: 'rental-1', amount: cny(9_000) },
    })
    await stands(world, 'deposit.deducted')
    const other = await open(two())
    await run(other, approved, carriedOver)
    await stands(other, 'obligation.carriedOver')
  },
}
