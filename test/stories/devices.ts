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
  keysRemoved,
  readClosed,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { batch, cny, digestOf, paper, seen, serial, statusRead, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const zeroised: LifecycleEvent = { type: 'keys.removed', serial, method: 'zeroised' }

const revoked: LifecycleEvent = { type: 'keys.removed', serial, method: 'revokedAtHost' }

const cancelled: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}

const sealedReturn: LifecycleEvent = {
  type: 'return.authorised',
  serial,
  destination: 'institution',
  seal: { bagNo: 'bag-1', trackingNo: 'track-1' },
}

const shipped: LifecycleEvent = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' }

const received: LifecycleEvent = { type: 'device.received', serial, receiptId: 'receipt-1' }

const deviceOf = async ({ context }: World) => (await context()).devices[serial]

const without = (...parts: typeof clearingParts) => clearingParts.filter((part) => !parts.includes(part))

/** What a device holds, and what became of it. */
export const deviceStories: Stories = {
  'a device that passed its test has keys again: the closure asks for their removal anew': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] }))
    await world.tell(sys, batch(world.at(), 'batch-0'))
    await world.tell(p1, zeroised)
    await world.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'fault',
      evidence: [paper('device_test_record')],
    })
    await world.tell(p2, {
      type: 'hold.remedyVerified',
      holdId: 'fault',
      checked: seen('device_test_record'),
    })
    const names = ['power', 'signOn', 'network', 'transaction', 'void'] as const
    const checks = names.map((name) => ({ name, passed: true }))
    await world.tell(agent, { type: 'test.passed', serial, kind: 'full', checks })
    await world.tell(sys, statusRead('on', world.at()))
    await run(world, approved, saleOff, drained, backedUp, erased)
    await world.refuse(p1, { type: 'unbinding.ordered', serial, registryRef: 'r-1' }, 'KEYS_NOT_REMOVED')
    await world.tell(p1, zeroised)
    await run(world, ...without(saleOff, drained, backedUp, erased, keysRemoved), confirmed, readClosed)
    expect(await world.value()).toBe('closed')
  },

  'no sale comes back without keys, and a closure that follows can be cancelled': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] }))
    await world.tell(p1, zeroised)
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'fault', reason: 'placed in error' })
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'testing' } } })
    const checks = (['signOn', 'transaction'] as const).map((name) => ({ name, passed: true }))
    await world.tell(m1, { type: 'test.passed', serial, kind: 'smoke', checks })
    await world.tell(sys, statusRead('on', world.at()))
    await run(world, approved, saleOff, drained)
    expect((await deviceOf(world))?.keys).toBe('loaded')
    await world.tell(p1, cancelled)
  },

  'a device that was replaced belongs to the terminal until the day of its replacement': async (open) => {
    const world = await open()
    await world.pass(20)
    await world.tell(sys, batch(world.at(), 'batch-1'))
    await world.tell(p1, {
      type: 'device.replaced',
      oldSerial: serial,
      newSerial: '123-456-790',
      owner: 'provider',
      tenancy: 'sole',
    })
    const { retiredAt } = (await deviceOf(world)) ?? {}
    expect(Date.parse(world.at()) - Date.parse(retiredAt ?? '')).toBeLessThan(60_000)
    expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
  },

  'a loss that was accepted before the closure needs no drain in it': async (open) => {
    const world = await open()
    await world.tell(m1, { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') })
    await world.tell(sys, revoked)
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [] })
    await run(world, approved, ...without(drained, backedUp, erased, keysRemoved, returned))
    expect((await world.context()).deadlines).not.toHaveProperty([`deviceReturnDue:${serial}`])
    await run(world, confirmed, readClosed)
    expect(await world.value()).toBe('closed')
  },

  'a seal that was authorised protects nothing unless the device travels in that bag': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(p1, sealedReturn)
    const { issues } = await world.tell(m1, shipped)
    expect(issues.map(({ code }) => code)).toEqual(['ERASE_OR_SEAL_FIRST'])
    await world.tell(p1, { ...received, bagNo: 'bag-1' } as LifecycleEvent)
    await run(world, saleOff, drained, backedUp, erased)
    await world.tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
    await world.tell(p1, zeroised)
    expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'open' } } })
    await world.tell(p2, {
      type: 'device.inspected',
      serial,
      condition: 'intact',
      accessories: [],
      sealBreach: 'came without its bag',
    })
    expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'done' } } })
  },

  'the receipt of a sealed device names its bag, or says that the seal is intact': async (open) => {
    const told = async (seal: { bagNo?: string; sealIntact?: boolean }) => {
      const world = await open()
      await run(world, approved)
      await world.tell(p1, sealedReturn)
      await world.tell(m1, { ...shipped, bagNo: 'bag-1' } as LifecycleEvent)
      const { issues } = await world.tell(p1, { ...received, ...seal } as LifecycleEvent)
      return issues.map(({ code }) => code)
    }
    expect(await told({})).toEqual(['ERASE_OR_SEAL_FIRST'])
    expect(await told({ bagNo: 'bag-1' })).toEqual([])
  },

  'a register that unbinds the device which sells is heard, and not believed': async (open) => {
    const world = await open()
    const unbound = { type: 'unbinding.confirmed', serial, registryRef: 'registry-9' } as const
    const { issues } = await world.tell(sys, unbound)
    expect(issues.map(({ code }) => code)).toEqual(['NOT_EXPECTED_IN_STATE'])
    expect((await deviceOf(world))?.binding).toBe('bound')
    await run(world, approved, saleOff, drained)
    const early = await world.tell(sys, unbound)
    expect(early.issues.map(({ code }) => code)).toEqual(['KEYS_NOT_REMOVED'])
  },

  'the charge for a device that never came back takes no name that the library gives itself': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved)
    await world.pass(20)
    const charge = { amount: cny(80_000), feeTableVersion: 'none' }
    const gone = (chargeId: string) =>
      ({ type: 'device.declaredUnreturned', serial, charge: { chargeId, ...charge } }) as const
    await world.tell(p1, { type: 'act.proposed', act: gone('settlement:net') })
    await world.refuse(p2, gone('settlement:net'), 'REFERENCE_IN_USE')
    await byTwo(world, gone('device-1'))
  },

  'a paper on file is never replaced by another one of the same name, whichever event brings it': async (
    open,
  ) => {
    const world = await open()
    const kept = paper('loss_report', 'report-1')
    const other = { ...kept, digest: digestOf('another') }
    await world.tell(m1, { type: 'document.added', document: kept })
    const { issues } = await world.tell(m1, { type: 'device.lost', serial, kind: 'lost', report: other })
    expect(issues.map(({ code }) => code)).toEqual(['REFERENCE_IN_USE'])
    await world.tell(sys, revoked)
    const accept = (...evidence: (typeof kept)[]) => ({ type: 'loss.accepted', serial, evidence }) as const
    await world.tell(p1, { type: 'act.proposed', act: accept(other) })
    await world.refuse(p2, accept(other), 'REFERENCE_IN_USE')
    expect((await world.context()).documents['report-1']).toMatchObject(kept)
    await world.tell(p1, { type: 'act.proposed', act: accept() })
    await world.refuse(p2, accept(), 'REPORT_MISSING')
    await byTwo(world, accept(kept))
    expect((await world.context()).documents['report-1']).toMatchObject(kept)
  },
}
