import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, confirmed, readClosed, run, settled } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

type Part = (world: World) => Promise<unknown>
type Ended = { outcome: 'won' | 'lost' | 'withdrawn'; liability: 'merchant' | 'provider' }
const tells =
  (actor: typeof p1, event: LifecycleEvent): Part =>
  ({ tell }) =>
    tell(actor, event)

const over = (kind: string, ref: string, amount: number, obligationId = 'over-1'): Part => {
  const owed = { obligationId, kind, ref, amount: cny(amount), owner: 'acquirer-1' }
  const act = { type: 'obligation.carriedOver', ...owed, basis: 'not decided yet' }
  return (world) => byTwo(world, { ...act, reviewAt: '2026-12-01T00:00:00+08:00' } as LifecycleEvent)
}
const fineOf =
  (n: number): Part =>
  async (world) => {
    const table = { kind: 'penalty', feeTableVersion: 'standard' } as const
    await world.tell(p1, { type: 'charge.raised', chargeId: `fine-${n}`, amount: cny(3_000), ...table })
    await over('charge', `fine-${n}`, 3_000, `over-${n}`)(world)
  }
const fine = fineOf(1)
const dispute: Part = async (world) => {
  const dueAt = '2026-09-01T00:00:00+08:00'
  await world.tell(sys, { type: 'dispute.opened', caseId: 'case-1', amount: cny(700), dueAt })
  await over('dispute', 'case-1', 700)(world)
}
const balance: Part = async (world) => {
  const stated = { statementId: 'statement-1', upTo: world.at(), net: cny(50_000) } as const
  await world.tell(sys, { type: 'settlement.stated', ...stated })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  await over('settlement', 'statement-1', 50_000)(world)
}
const noFine = tells(p2, { type: 'charge.determined', chargeId: 'fine-1', amount: cny(0) })
const ends = (ended: Ended) => tells(sys, { type: 'dispute.closed', caseId: 'case-1', ...ended })
const won = ends({ outcome: 'won', liability: 'provider' })
const noBalance: Part = async (world) => {
  await world.tell(sys, {
    type: 'settlement.stated',
    statementId: 'statement-2',
    upTo: world.at(),
    net: cny(0),
  })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-2' })
}

/** Closed with what was carried over, and what became of it before or after that. */
const closed = async (open: OpenWorld, { carried, before = [], after = [] }: Record<string, Part[]>) => {
  const world = await open()
  await run(world, approved)
  for (const part of clearingParts)
    if (part !== settled || !carried?.includes(balance)) await part(world)
    else for (const own of [...carried, ...before]) await own(world)
  if (!carried?.includes(balance)) for (const own of [...(carried ?? []), ...before]) await own(world)
  await run(world, confirmed, readClosed)
  expect(await world.value()).toBe('closed')
  for (const own of after) await own(world)
  return world
}
const owed = async (world: World) => {
  const { currentlyDue, pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...currentlyDue, ...pastDue]
}

/** What was carried over beyond the closure, and of which nothing is left. */
const nothingLeft: Readonly<Record<string, Record<string, Part[]>>> = {
  'a charge that is determined to be nothing before the end': { carried: [fine], before: [noFine] },
  'a charge that is determined to be nothing after the end': { carried: [fine], after: [noFine] },
  'a balance that the next statement no longer has': { carried: [balance], before: [noBalance] },
  'a case that is won before the end': { carried: [dispute], before: [won] },
  'a case that is won after the end': { carried: [dispute], after: [won] },
  'a case that is lost by the provider after the end': {
    carried: [dispute],
    after: [ends({ outcome: 'lost', liability: 'provider' })],
  },
  'a case that is withdrawn after the end': {
    carried: [dispute],
    after: [ends({ outcome: 'withdrawn', liability: 'merchant' })],
  },
}

/** What two people carried over is owed until it is settled, and not a day longer. */
export const nothingLeftStories: Stories = {
  ...Object.fromEntries(
    Object.entries(nothingLeft).map(([what, parts]) => [
      `${what} is owed by nobody, and waited for by no clock [R-037 OQ-12]`,
      async (open: OpenWorld) => {
        const world = await closed(open, parts)
        expect(await owed(world)).toEqual([])
        const clock = (await world.context()).deadlines['obligationDue:over-1']
        expect(clock?.status ?? 'cancelled').toBe('cancelled')
        const evidence = [paper('payment_proof')]
        const act = { type: 'obligation.discharged', obligationId: 'over-1', evidence } as const
        await world.refuse(p1, act, 'OBLIGATION_DISCHARGED')
      },
    ]),
  ),

  'a case that was carried over and is lost by the merchant is owed until it is discharged, whenever it is lost [R-037]':
    async (open) => {
      const lost = ends({ outcome: 'lost', liability: 'merchant' })
      for (const when of ['before', 'after'] as const) {
        const world = await closed(open, { carried: [dispute], [when]: [lost] })
        expect((await owed(world)).filter(({ code }) => code === 'OBLIGATION_OPEN')).toMatchObject([
          { ref: 'over-1', data: { amount: 700 } },
        ])
        const evidence = [paper('payment_proof')]
        await world.tell(p1, { type: 'obligation.discharged', obligationId: 'over-1', evidence })
        expect(await owed(world)).toEqual([])
      }
    },

  'of several charges that were carried over, one that is discharged settles none of the others [R-037]':
    async (open) => {
      const world = await closed(open, { carried: [fineOf(1), fineOf(2), fineOf(3)] })
      const evidence = [paper('payment_proof')]
      await world.tell(p1, { type: 'obligation.discharged', obligationId: 'over-2', evidence })
      const open3000 = { code: 'OBLIGATION_OPEN', data: { amount: 3_000 } }
      expect(await owed(world)).toMatchObject(['over-1', 'over-3'].map((ref) => ({ ...open3000, ref })))
      const met = (n: number) =>
        ({ type: 'charge.met', chargeId: `fine-${n}`, amount: cny(3_000), paymentRef: `paid-${n}` }) as const
      await world.refuse(p3, met(2), 'CHARGE_ENDED')
      await world.tell(p3, met(1))
      await world.tell(p1, { type: 'obligation.discharged', obligationId: 'over-3', evidence })
      expect(await owed(world)).toEqual([])
    },

  'what is owed beyond the closure names what settles that, and nothing else [R-037]': async (open) => {
    const ways = {
      charge: [fine, 'merchant', ['charge.met', 'deposit.deducted', 'obligation.discharged']],
      dispute: [dispute, 'provider', ['dispute.closed', 'obligation.discharged']],
      settlement: [balance, 'provider', ['payout.ordered', 'obligation.discharged']],
    } as const
    for (const [part, owner, clearedBy] of Object.values(ways)) {
      const world = await closed(open, { carried: [part] })
      expect(await owed(world)).toMatchObject([{ code: 'OBLIGATION_OPEN', owner, clearedBy }])
    }
  },
}
