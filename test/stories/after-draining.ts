import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, byTwo, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  batch,
  cny,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const hotel = (
  state: 'authorised' | 'completed' | 'expired' | 'voided' | 'declined',
  occurredAt: string,
  more: object = {},
) =>
  ({
    type: 'transaction.reported',
    ref: 'hotel-1',
    kind: 'preAuth',
    state,
    amount: cny(900),
    occurredAt,
    ...more,
  }) as LifecycleEvent

/** Closing, with a pre-authorisation that is still open and a device that is empty and copied. */
const emptied = async (open: OpenWorld): Promise<World> => {
  const world = await open()
  await run(world, approved)
  await world.tell(sys, hotel('authorised', world.at()))
  await run(world, saleOff, drained, backedUp)
  return world
}

const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
const leaves = async (world: World): Promise<void> => {
  await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
  const shipped = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' } as const
  await world.tell(m1, { ...shipped, bagNo: 'bag-1' } as LifecycleEvent)
}
const arrives = (world: World) =>
  world.tell(p1, { type: 'device.received', serial, receiptId: 'r-1', bagNo: 'bag-1' } as LifecycleEvent)

const clearing = async (world: World) =>
  ((await world.value()) as { closing: { clearing: Record<string, string> } }).closing.clearing
const erase = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const

const closedByHost = (world: World) =>
  ({
    type: 'batch.closedByHost',
    serial,
    batchNo: 'batch-1',
    upTo: world.at(),
    hostTotals: { count: 3, total: cny(3_000) },
    evidence: [paper('host_status_record')],
  }) as LifecycleEvent

/** What becomes known of a device after it was emptied, or without it. */
export const afterDrainingStories: Stories = {
  'what the host does about a pre-authorisation leaves its device drained and its copy good': async (
    open,
  ) => {
    const done = [
      (at: string) => hotel('completed', at, { changedAt: at }),
      (at: string) => hotel('completed', at, { serial: null }),
      (at: string) => hotel('expired', at),
      (at: string) => hotel('voided', at, { changedAt: at }),
    ]
    for (const told of done) {
      const world = await emptied(open)
      await world.tell(sys, told(world.at()))
      expect(await clearing(world)).toMatchObject({ transactions: 'done' })
      await world.tell(p1, erase)
    }
  },

  'a pre-authorisation that its own device completes has to be fetched from it, and copied again': async (
    open,
  ) => {
    const world = await emptied(open)
    await world.tell(sys, hotel('completed', world.at()))
    expect(await clearing(world)).toMatchObject({ transactions: 'open' })
    await world.refuse(p1, erase, 'DEVICE_NOT_DRAINED', 'BACKUP_STALE')
  },

  'what is completed when its device has left empty was not completed on it': async (open) => {
    const world = await emptied(open)
    await leaves(world)
    await world.tell(sys, hotel('completed', world.at()))
    expect(await clearing(world)).toMatchObject({ transactions: 'done' })
    await world.tell(p1, erase)
  },

  'a refund of the back office that names no device leaves the one in the warehouse empty and copied': async (
    open,
  ) => {
    const world = await emptied(open)
    await leaves(world)
    await arrives(world)
    await world.tell(sys, hotel('expired', world.at()))
    const refund = { ...hotel('completed', world.at()), ref: 'back-1', kind: 'refund' } as LifecycleEvent
    await world.tell(sys, refund)
    expect((await world.context()).transactions['back-1']?.serial).toBeNull()
    expect(await clearing(world)).toMatchObject({ transactions: 'done' })
    await world.tell(p1, erase)
  },

  'a sale of before that names no device, or one of a lost device, was made on it': async (open) => {
    const early = await open()
    const soldAt = early.at()
    await run(early, approved, saleOff, drained, backedUp)
    await leaves(early)
    await early.tell(sys, hotel('authorised', soldAt))
    expect((await early.context()).transactions['hotel-1']?.serial).toBe(serial)
    const lost = await emptied(open)
    await lost.tell(m1, { type: 'device.lost', serial, kind: 'stolen' })
    await lost.tell(sys, { ...hotel('completed', lost.at()), ref: 'thief-1' } as LifecycleEvent)
    expect(await clearing(lost)).toMatchObject({ transactions: 'open' })
  },

  'of two devices a sale that names none was made on the one that is there': async (open) => {
    const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
    const world = await open(terminal({ devices: [of(serial), of('SN-2')] }))
    await run(world, approved, saleOff, drained)
    await leaves(world)
    await world.tell(sys, hotel('completed', world.at()))
    expect((await world.context()).transactions['hotel-1']?.serial).toBe('SN-2')
  },

  'only money that moved outdates a statement': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const upTo = world.at()
    await world.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo, net: cny(0) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-1' })
    expect(await clearing(world)).toMatchObject({ settlement: 'done' })
    await world.tell(sys, hotel('declined', upTo))
    expect(await clearing(world)).toMatchObject({ settlement: 'done' })
    await world.tell(sys, { ...hotel('completed', upTo), ref: 'hotel-2' } as LifecycleEvent)
    expect(await clearing(world)).toMatchObject({ settlement: 'open' })
  },

  'a test transaction that is open keeps the closure waiting until it is voided': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    expect(await clearing(world)).toMatchObject({ transactions: 'done' })
    const told = (state: 'authorised' | 'voided') =>
      world.tell(sys, { ...hotel(state, '2026-03-01T10:00:00+08:00'), test: true } as LifecycleEvent)
    await told('authorised')
    expect(await clearing(world)).toMatchObject({ transactions: 'open' })
    await told('voided')
    expect(await clearing(world)).toMatchObject({ transactions: 'done' })
  },

  'a dead device is replaced, and the terminal sells the same day [R-135]': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
    const from = world.at()
    const spare = '123-456-790'
    const by = { owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: spare, ...by })
    await world.tell(m1, reinstatementRequested({ fault: 'HARDWARE_FAULT' }, { serialNumber: spare }))
    const papers = ['business_licence', 'arrears_statement', 'payment_proof', 'repair_or_replacement_record']
    await world.tell(p2, reviewApproved('application-2', papers as 'business_licence'[]))
    const names = ['power', 'signOn', 'network', 'transaction', 'void'] as const
    const checks = names.map((name) => ({ name, passed: true }))
    await world.tell(p1, { type: 'test.passed', serial: spare, kind: 'full', checks })
    await world.tell(sys, statusRead('on', world.at()))
    expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
    await world.tell(sys, { ...hotel('completed', world.at()), serial: spare } as LifecycleEvent)
    expect(Date.parse(world.at()) - Date.parse(from)).toBeLessThan(86_400_000)
    const { deadlines } = await world.context()
    expect(deadlines[`deviceReturnDue:${serial}`]?.status).toBe('running')
  },

  'two persons close a batch by the host’s totals before the device is there, and after, and it counts once':
    async (open) => {
      for (const isThere of [false, true]) {
        const world = await open()
        await run(world, approved, saleOff)
        await leaves(world)
        if (isThere) await arrives(world)
        const closed = closedByHost(world)
        await world.tell(p1, { type: 'act.proposed', act: closed as never })
        await world.refuse(p1, closed, 'MAKER_IS_CHECKER')
        expect(await clearing(world)).toMatchObject({ transactions: 'open' })
        await byTwo(world, closed)
        expect(await clearing(world)).toMatchObject({ transactions: 'done' })
        const before = (await world.context()).devices[serial]
        const { issues } = await world.tell(sys, batch(world.at(), 'batch-1'))
        expect(issues.map(({ code }) => code)).toEqual(['BATCH_MISMATCH'])
        expect((await world.context()).devices[serial]).toEqual(before)
      }
    },
}
