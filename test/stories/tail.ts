import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import { approved, byTwo, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { type LateFact, lateAndDone, lateFacts } from '../support/late-facts.ts'
import { agent, m1, p1, p3, sys } from '../support/people.ts'
import { batch, cny, paper, serial } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

type Part = (world: World) => Promise<void>
const closed = async (open: OpenWorld): Promise<World> => {
  const world = await open()
  await run(world, approved, ...clearingParts, confirmed, readClosed)
  return world
}
const openItems = async (world: World) => (await world.context()).tail.filter((item) => item.open)
const needs = async (world: World, actor = p1) => {
  const found = requirements(await world.record(), { at: world.at(), actor })
  const all = [...found.currentlyDue, ...found.pastDue, ...found.pendingVerification, ...found.eventuallyDue]
  // what every closed terminal is followed up by is about none of it
  return all.filter(({ followUp }) => followUp === undefined)
}
const codes = async (world: World, actor = p1) => (await needs(world, actor)).map(({ code }) => code)

const isOpen = async (world: World, kind: string, code: LateFact['code']): Promise<void> => {
  expect((await openItems(world)).map((item) => item.kind)).toEqual([kind])
  const need = (await needs(world)).find((one) => one.code === code)
  expect(need).toBeDefined()
  // money that somebody waits for has a day
  if (code !== 'FOLLOW_UP_OPEN') expect(need?.due).toEqual(expect.any(String))
  // between the provider and its systems: the merchant hears of its money
  const merchants = await codes(world, m1)
  if (code === 'FOLLOW_UP_OPEN') expect(merchants).not.toContain(code)
  else expect(merchants).toContain(code)
}
const isOver = async (world: World): Promise<void> => {
  expect(await openItems(world)).toEqual([])
  for (const actor of [p1, m1]) expect(await codes(world, actor)).toEqual([])
  expect(await world.value()).toBe('closed')
}

const all = Object.entries<LateFact>(lateFacts)

/** What is told after the books are closed stands open until somebody has seen to it, and no longer. */
export const tailStories: Stories = {
  ...Object.fromEntries(
    all.flatMap(([kind, { late, code, aside, ends }]) =>
      Object.entries(ends).map(([how, end]) => [
        `${kind} after the closure is open until it is settled: ${how} [OQ-12]`,
        async (open: OpenWorld) => {
          const world = await closed(open)
          await late(world)
          await isOpen(world, kind, code)
          await aside(world)
          await isOpen(world, kind, code)
          await end(world)
          await isOver(world)
        },
      ]),
    ),
  ),

  ...Object.fromEntries(
    all
      .filter(([, { code }]) => code === 'FOLLOW_UP_OPEN')
      .map(([kind, { late, code, aside }]) => [
        `${kind} after the closure is over when the provider has seen to it [OQ-12]`,
        async (open: OpenWorld) => {
          const world = await closed(open)
          await late(world)
          await aside(world)
          await isOpen(world, kind, code)
          const [need] = (await needs(world)).filter(({ code }) => code === 'FOLLOW_UP_OPEN')
          const followUpId = need?.ref ?? ''
          expect(need).toMatchObject({
            owner: 'provider',
            clearedBy: expect.arrayContaining(['followUp.done']),
          })
          const done = { type: 'followUp.done', followUpId } as const
          for (const other of [m1, agent]) await world.refuse(other, done, 'OBLIGATION_UNKNOWN')
          await world.refuse(p1, { ...done, followUpId: 'late:0' }, 'OBLIGATION_UNKNOWN')
          await world.tell(p1, done)
          await isOver(world)
          expect(await world.tell(p1, done)).toMatchObject({ noop: true })
        },
      ]),
  ),

  ...Object.fromEntries(
    Object.entries(lateAndDone).map(([what, late]) => [
      `told after the closure, ${what} leaves nobody anything to do`,
      async (open: OpenWorld) => {
        const world = await closed(open)
        await late(world)
        expect((await world.context()).tail).toHaveLength(1)
        await isOver(world)
      },
    ]),
  ),

  'what is owed after the closure is nobody’s follow-up, and no note takes the name of a late fact': async (
    open,
  ) => {
    const world = await closed(open)
    await lateFacts['charge.raised'].late(world)
    const [item] = await openItems(world)
    const followUpId = `late:${item?.eventSeq}`
    await world.refuse(p1, { type: 'followUp.done', followUpId }, 'OBLIGATION_UNKNOWN')
    const note = { type: 'note.recorded', kind: 'followUpOpened', text: 'call them', followUpId } as const
    await world.refuse(p1, note, 'REFERENCE_IN_USE')
  },

  'money that came back and is on its way again is open until it has arrived': async (open) => {
    const world = await closed(open)
    await lateFacts['payout.returned'].late(world)
    await lateFacts['refund.returned'].late(world)
    await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(50_000) })
    const refund = { type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-2' } as const
    await byTwo(world, { ...refund, amount: cny(200_000) })
    expect(await openItems(world)).toHaveLength(2)
    const asked = { at: world.at(), actor: m1 }
    const { pendingVerification } = requirements(await world.record(), asked)
    expect(pendingVerification.map(({ code }) => code)).toEqual(['PAYOUT_PENDING', 'REFUND_PENDING'])
  },

  'a case that two people carried over, and that is lost after the closure, is over when it is discharged':
    async (open) => {
      const world = await open()
      const dueAt = '2026-09-01T00:00:00+08:00'
      await world.tell(p1, { type: 'dispute.opened', caseId: 'case-9', amount: cny(700), dueAt })
      const carry: Part = (where) =>
        byTwo(where, {
          type: 'obligation.carriedOver',
          obligationId: 'o-1',
          kind: 'dispute',
          ref: 'case-9',
          amount: cny(700),
          owner: 'acquirer-1',
          basis: 'not decided yet',
          reviewAt: '2026-12-01T00:00:00+08:00',
        })
      await run(world, approved, ...clearingParts, carry, confirmed, readClosed)
      const lost = { type: 'dispute.closed', outcome: 'lost', liability: 'merchant' } as const
      for (const caseId of ['case-9', 'case-8']) await world.tell(p1, { ...lost, caseId })
      const evidence = [paper('payment_proof')]
      await world.tell(p1, { type: 'obligation.discharged', obligationId: 'o-1', evidence })
      expect((await openItems(world)).map(({ ref }) => ref)).toEqual(['case-8'])
    },

  'two cases that are lost after the closure are charged one by one': async (open) => {
    const world = await closed(open)
    const lost = { type: 'dispute.closed', outcome: 'lost', liability: 'merchant' } as const
    for (const caseId of ['case-1', 'case-2']) await world.tell(p1, { ...lost, caseId })
    const fee = { type: 'charge.raised', kind: 'chargeback', feeTableVersion: 'none' } as const
    const amount = { amount: 5, currency: 'CNY' }
    await world.tell(p1, { ...fee, chargeId: 'first', amount })
    const cases = async () =>
      (await openItems(world)).flatMap(({ kind, ref }) => (kind === 'dispute.closed' ? [ref] : []))
    expect(await cases()).toEqual(['case-2'])
    await world.tell(p1, { ...fee, chargeId: 'second', amount })
    expect(await cases()).toEqual([])
  },

  'a late batch needs somebody where the device or the host counts anything in it [OQ-12]': async (open) => {
    for (const [device, host, isSeenTo] of [
      [0, 0, true],
      [0, 3, false],
      [3, 0, false],
      [3, 3, false],
    ] as const) {
      const world = await closed(open)
      await world.tell(sys, batch(world.at(), 'late', device, host))
      expect((await openItems(world)).length, `${device} ${host}`).toBe(isSeenTo ? 0 : 1)
    }
  },

  'a late inspection needs somebody where something is broken or missing [OQ-12]': async (open) => {
    for (const [condition, returned, isSeenTo] of [
      ['intact', 1, true],
      ['worn', 2, true],
      ['intact', 0, false],
      ['damaged', 1, false],
    ] as const) {
      const world = await closed(open)
      const accessories = [{ name: 'base', expected: 1, returned }]
      await world.tell(p1, { type: 'device.inspected', serial, condition, accessories })
      expect((await openItems(world)).length, `${condition} ${returned}`).toBe(isSeenTo ? 0 : 1)
    }
  },
}
