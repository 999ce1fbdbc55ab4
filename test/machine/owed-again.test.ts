import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { DeviceInspected, LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  readClosed,
  refunded,
  returned,
  run,
  saleOff,
  settled,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, paper, serial } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const empty = [approved, saleOff, drained, backedUp, erased, keysRemoved] as const
const charge = (amount: number): LifecycleEvent => ({
  ...{ type: 'charge.raised', chargeId: 'penalty', kind: 'penalty' },
  ...{ amount: cny(amount), feeTableVersion: 'none' },
})
const falls = (amount: number) =>
  ({ type: 'charge.determined', chargeId: 'penalty', amount: cny(amount) }) as const
const clock = async (world: World, name: string) => (await world.context()).deadlines[name]
const needOf = async (world: World, code: string) => {
  const found = requirements(await world.record(), { at: world.at(), actor: m1 })
  return [...found.currentlyDue, ...found.pastDue].find((item) => item.code === code)
}
const end = [unbound, confirmed, readClosed] as const

describe('what is owed to the merchant once more has its day', () => {
  for (const isClosed of [false, true]) {
    const when = isClosed ? 'after the closure' : 'while closing'

    it(`a deposit, when the charge that it met comes to less: ${when} [R-220]`, async () => {
      const world = openPlay()
      await run(world, ...empty, returned, accountVerified, settled)
      await world.tell(p1, charge(200_000))
      await world.pass(40)
      const deducted = { type: 'deposit.deducted', depositId: 'deposit-1', chargeId: 'penalty' } as const
      await world.tell(p3, { ...deducted, amount: cny(200_000) })
      if (isClosed) await run(world, ...end)
      expect((await clock(world, 'depositDue:deposit-1'))?.status).not.toBe('running')
      await world.tell(p2, falls(150_000))
      expect(await needOf(world, 'DEPOSIT_NOT_REFUNDED')).toMatchObject({ due: expect.any(String) })
      await world.pass(40)
      expect((await clock(world, 'depositDue:deposit-1'))?.status).toBe('fired')
    })

    it(`what it paid, when the charge comes to less: ${when} [R-196]`, async () => {
      const world = openPlay()
      await run(world, ...empty, returned, accountVerified, settled)
      await world.tell(p1, charge(700))
      const met = { type: 'charge.met', chargeId: 'penalty', paymentRef: 'bank-1', amount: cny(700) } as const
      await world.tell(sys, met)
      await run(world, refunded)
      if (isClosed) await run(world, ...end)
      await world.tell(p2, falls(500))
      expect(await needOf(world, 'OUTSTANDING_BALANCE')).toMatchObject({ due: expect.any(String) })
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(200) })
      const orderId = await orderOf(world, 'payOut')
      await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-2', orderId, amount: cny(200) })
      expect((await clock(world, 'payoutDue'))?.status).toBe('cancelled')
    })
  }
})

describe('the day of a deposit', () => {
  const received = { type: 'device.received', serial, receiptId: 'receipt-1' } as const
  const intact: DeviceInspected = { type: 'device.inspected', serial, condition: 'intact', accessories: [] }

  it('is counted from the last fact that settles what became of the device, whichever that is [R-220]', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(p1, received)
    await world.tell(p2, { ...intact, sealBreach: 'none' })
    expect(await clock(world, 'depositDue:deposit-1')).toBeUndefined()
    await run(world, erased)
    expect((await clock(world, 'depositDue:deposit-1'))?.status).toBe('running')
  })

  it('is put off by no second look at a device that is there', async () => {
    const world = openPlay()
    await run(world, ...empty, returned)
    await world.pass(40)
    const before = await clock(world, 'depositDue:deposit-1')
    expect(before?.status).toBe('fired')
    await world.tell(p2, { ...intact, condition: 'worn' })
    expect(await clock(world, 'depositDue:deposit-1')).toEqual(before)
  })

  it('is not there while a device is waited for once more', async () => {
    const world = openPlay()
    await run(world, ...empty, returned)
    await world.tell(p1, { type: 'device.lost', serial, kind: 'lost' })
    expect((await clock(world, 'depositDue:deposit-1'))?.status).toBe('cancelled')
    await world.tell(p1, { type: 'device.found', serial, where: 'the store room' })
    await world.tell(p2, intact)
    expect((await clock(world, 'depositDue:deposit-1'))?.status).toBe('running')
  })
})

it('what was taken for agreed, and is late, stays late when the merchant agrees as well [R-022]', async () => {
  const world = openPlay()
  await run(world, ...empty, returned, accountVerified)
  await world.tell(sys, {
    ...{ type: 'settlement.stated', statementId: 'statement-1' },
    ...{ upTo: world.at(), net: cny(50_000) },
  } as LifecycleEvent)
  await world.pass(40)
  const proof = paper('service_of_notice')
  await byTwo(world, { type: 'settlement.deemedAccepted', statementId: 'statement-1', proof })
  await world.pass(10)
  const late = await clock(world, 'payoutDue')
  expect(late?.status).toBe('fired')
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  expect(await clock(world, 'payoutDue')).toEqual(late)
})
