import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  backedUp,
  clearingParts,
  drained,
  erased,
  keysRemoved,
  orderOf,
  refunded,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { batch, cny, paper, serial } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const authorised: LifecycleEvent = {
  type: 'return.authorised',
  serial,
  destination: 'institution',
  seal: { bagNo: 'bag-1', trackingNo: 'track-1' },
}
const shipped = (bagNo?: string): LifecycleEvent => ({
  ...{ type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' },
  ...(bagNo !== undefined && { bagNo }),
})
const received = (differs: object = {}): LifecycleEvent => ({
  ...{ type: 'device.received', serial, receiptId: 'receipt-1' },
  ...differs,
})
const issues = async (world: World) => (await world.context()).issues.map(({ code }) => code)
const faults = async (world: World) => (await world.context()).devices[serial]?.journeyFaults
/** Still with its data on it, and a bag to travel in. */
const bagged = async (open: OpenWorld) => {
  const world = await open()
  await run(world, approved, saleOff, drained, backedUp)
  await world.tell(p1, authorised)
  return world
}

/** What is known of a device by what is told of its way, and of things that were never here. */
export const onTheWayStories: Stories = {
  'another bag than the one that was given out is a broken seal, once': async (open) => {
    const world = await bagged(open)
    await world.tell(m1, shipped('bag-2'))
    expect(await faults(world)).toEqual(['SEAL_BROKEN'])
    await world.tell(p1, received({ bagNo: 'bag-2' }))
    expect(await faults(world)).toEqual(['SEAL_BROKEN'])
    expect(await issues(world)).toEqual(['SEAL_BROKEN', 'SEAL_BROKEN'])
  },

  'a seal that is broken on the way counts while there is something on the device': async (open) => {
    const world = await bagged(open)
    await world.tell(m1, shipped('bag-1'))
    expect(await faults(world)).toEqual([])
    await world.tell(p1, received({ bagNo: 'bag-1', sealIntact: false }))
    expect(await faults(world)).toEqual(['SEAL_BROKEN'])

    const empty = await open()
    await run(empty, approved, saleOff, drained, backedUp, erased, keysRemoved)
    await empty.tell(p1, authorised)
    await empty.tell(m1, shipped('bag-1'))
    await empty.tell(p1, received({ bagNo: 'bag-1', sealIntact: false }))
    expect(await faults(empty)).toEqual([])
  },

  'a device that is destroyed has no keys left': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    await world.tell(p1, { type: 'erasure.completed', serial, method: 'destroy', tool: 'shredder' })
    expect((await world.context()).devices[serial]).toMatchObject({ erasure: 'completed', keys: 'destroyed' })
  },

  'a failure of the register takes back the unbinding that it had confirmed, and no other one': async (
    open,
  ) => {
    const world = await open()
    const binding = async () => (await world.context()).devices[serial]?.binding
    const told = { serial, registryRef: 'registry-9' } as const
    const failed = (orderId: string, reason: string): LifecycleEvent => ({
      ...{ type: 'unbinding.failed', ...told, reason, orderId },
    })
    await run(world, approved, ...clearingParts.slice(0, clearingParts.indexOf(refunded) + 1))
    await world.tell(p1, { type: 'unbinding.ordered', ...told })
    const first = await orderOf(world, 'unbind')
    await world.tell(sys, failed(first, 'the register is closed'))
    await world.tell(p1, { type: 'unbinding.ordered', ...told })
    const second = await orderOf(world, 'unbind')
    await world.tell(sys, { type: 'unbinding.confirmed', ...told, orderId: second })
    await world.tell(sys, failed(first, 'the register was closed'))
    expect(await binding()).toBe('unbound')
    await world.tell(sys, failed(second, 'it was another number'))
    expect(await binding()).toBe('bound')
    expect(await issues(world)).toEqual(['DEVICE_STILL_BOUND'])
  },

  'what is told of something that was never here is kept, and is seen': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(sys, { type: 'order.confirmed', orderId: 'life-1/99/0' })
    const refund = { depositId: 'deposit-9', orderId: 'life-1/99/1', amount: cny(1) } as const
    await world.tell(sys, { type: 'refund.confirmed', ...refund })
    await world.tell(sys, { ...batch(world.at(), 'batch-1'), serial: 'sn-9' } as LifecycleEvent)
    expect((await world.context()).issues).toMatchObject([
      { code: 'ORDER_UNKNOWN', ref: 'life-1/99/0' },
      { code: 'DEPOSIT_UNKNOWN', ref: 'deposit-9' },
      { code: 'DEVICE_UNKNOWN', ref: 'sn-9' },
    ])
  },

  'what is kept for a hold that is hidden is hidden as well': async (open) => {
    for (const disclosure of ['hidden', 'open'] as const) {
      const world = await open()
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'RULE_VIOLATION', disclosure })
      const document = paper('dispute_evidence', 'evidence-1', { hold: true, caseId: 'case-1' })
      await world.tell(p1, { type: 'document.added', document, for: 'h' })
      const kept = Object.values((await world.context()).holds).find(({ evidence }) => evidence)
      expect(kept).toMatchObject({ disclosure, caps: ['erasure'], evidence: { caseId: 'case-1' } })
    }
  },
}
