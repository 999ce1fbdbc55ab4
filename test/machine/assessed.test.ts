import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, paper, serial } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const looked = (cause: 'human' | 'undetermined'): LifecycleEvent => ({
  ...{ type: 'device.inspected', serial, condition: 'damaged', accessories: [] },
  damage: { cause, description: 'the screen is cracked' },
})
const charge = (chargeId: string, ground: { serial?: string; documentId?: string } = { serial }) =>
  ({
    ...{ type: 'charge.raised', chargeId, kind: 'damage', amount: cny(100) },
    ...{ feeTableVersion: 'standard', ...ground },
  }) as LifecycleEvent
const waived = { type: 'charge.waived', serial, kind: 'damage', basis: 'goodwill' } as const
const charged = async (world: World, chargeId: string) => (await world.context()).charges[chargeId]
const due = async (world: World, ref: string) =>
  (await world.context()).deadlines[`assessmentDue:${ref}`]?.status

/** It came back, was broken by the merchant, and went astray in the store after that was charged. */
const foundAgain = async (first: 'human' | 'undetermined'): Promise<World> => {
  const world = openPlay()
  await run(world, approved, ...clearingParts.slice(0, -2))
  await world.tell(p1, looked(first))
  await world.tell(p1, charge('first'))
  await world.tell(p1, { type: 'device.lost', serial, kind: 'lost' })
  await world.tell(p1, { type: 'device.found', serial, where: 'the store room' })
  return world
}

describe('of a damage that nobody could tell the cause of', () => {
  it('the time that runs out takes back what was charged for it, and nothing that was charged before', async () => {
    const world = await foundAgain('human')
    const paid = { type: 'charge.met', chargeId: 'first', amount: cny(100), paymentRef: 'bank-1' } as const
    await world.tell(sys, paid)
    await world.tell(p2, looked('undetermined'))
    await world.tell(p1, charge('second'))
    await world.pass(40)
    expect(await charged(world, 'first')).toMatchObject({ amount: cny(100), payments: { 'bank-1': 100 } })
    expect(await charged(world, 'second')).toMatchObject({ amount: cny(0), status: 'determined' })
    expect((await world.context()).credit).toBe(0)
  })

  it('a charge rests on the look before it, also where its record is read again', async () => {
    const world = await foundAgain('human')
    await world.tell(p2, looked('undetermined'))
    const record = await world.record()
    expect(record.context.charges.first?.unassessed).toBe(false)
    expect(migrate(structuredClone(record))).toEqual(record)
  })

  it('nobody waits for a word once it was let go, whatever was argued about before', async () => {
    const world = await foundAgain('human')
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'first', grounds: 'it was whole' })
    await world.tell(p2, looked('undetermined'))
    await byTwo(world, waived)
    expect(await due(world, serial)).toBe('cancelled')
    await world.pass(40)
    expect(await charged(world, 'first')).toMatchObject({ amount: cny(100), status: 'disputed' })
  })

  it('the time goes on when another look finds another one, and leaves that one to the provider', async () => {
    const world = await foundAgain('undetermined')
    await world.pass(18)
    await world.tell(p2, looked('human'))
    expect(await due(world, serial)).toBe('running')
    await world.pass(5)
    expect(await charged(world, 'first')).toMatchObject({ amount: cny(0), status: 'determined' })
    expect((await world.context()).devices[serial]?.undecided).toEqual(['damage'])
    await world.tell(p1, charge('second'))
  })

  it('the time goes on when the closure is cancelled, and what is charged only then waits for a word as well', async () => {
    for (const isCharged of [true, false]) {
      const world = openPlay()
      await run(world, approved, saleOff)
      const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
      await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
      await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1', bagNo: 'bag-1' })
      await world.tell(p2, looked('undetermined'))
      if (isCharged) await world.tell(p1, charge('first'))
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'goes on' })
      if (!isCharged) await world.tell(p1, charge('first'))
      expect((await charged(world, 'first'))?.status).toBe('disputed')
      expect(await due(world, serial)).toBe('running')
      await world.pass(40)
      expect(await charged(world, 'first')).toMatchObject({ amount: cny(0), status: 'determined' })
    }
  })

  it('nobody waits for a third person once a second look could tell', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts.slice(0, -2))
    await world.tell(p1, looked('undetermined'))
    await world.tell(p1, charge('first'))
    await world.tell(p2, looked('human'))
    expect(await due(world, serial)).toBe('cancelled')
    await world.tell(p3, { type: 'charge.determined', chargeId: 'first', amount: cny(60) })
  })

  it('a report gives a third person as much time as an inspection does [R-225 R-238]', async () => {
    const world = openPlay()
    await run(world, approved)
    const facts = { cause: 'undetermined' } as const
    await world.tell(p1, { type: 'document.added', document: paper('damage_report', 'report', facts) })
    await world.tell(p1, charge('first', { documentId: 'report' }))
    expect(await due(world, 'report')).toBe('running')
    await world.pass(40)
    expect(await charged(world, 'first')).toMatchObject({ amount: cny(0), status: 'determined' })
  })
})
