import { describe, expect, it } from 'vitest'
import type { SuspensionReason } from '../../src/domain/index.ts'
import { lettersOf } from '../../src/letters/index.ts'
import type { HoldPlaced } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { digestOf, reinstatementRequested, reviewApproved, serial } from '../support/samples.ts'
import { openPlayed, type Played } from './kit.ts'

const placed = (holdId: string, differs: Partial<HoldPlaced> = {}): HoldPlaced => ({
  type: 'hold.placed',
  holdId,
  code: 'LICENCE_EXPIRED',
  ...differs,
})

const approve = async (world: Played, holdId: string, code: SuspensionReason = 'LICENCE_EXPIRED') => {
  const applicationId = `for-${holdId}`
  const asked = reinstatementRequested({ [holdId]: code }, { applicationId, digest: digestOf(applicationId) })
  await world.tell(m1, asked)
  const { entry } = await world.tell(p2, reviewApproved(applicationId, ['business_licence']))
  return entry?.at
}

const tested = async (world: Played) => {
  const names = ['power', 'signOn', 'network', 'cardReader', 'transaction', 'void'] as const
  const checks = names.map((name) => ({ name, passed: true }))
  const { entry } = await world.tell(p1, { type: 'test.passed', serial, kind: 'full', checks })
  return entry?.at
}

/** The days on which the letters say that measures ended, by the measure. */
const ended = async (world: Played): Promise<Readonly<Record<string, string>>> => {
  const letters = await lettersOf(await world.source(), { locale: 'en' })
  return Object.fromEntries(
    letters.flatMap((letter) =>
      letter.type === 'provider_notice' && letter.facts.kind === 'lifted'
        ? [[letter.facts.holdId, letter.issuedAt]]
        : [],
    ),
  )
}

describe('A measure ends in its letter when it ended itself', () => {
  it('and not when another one did, lifted or taken back', async () => {
    const world = openPlayed()
    for (const holdId of ['one', 'two', 'three'])
      await world.tell(p1, placed(holdId, { caps: ['payout'], release: 'provider' }))
    const one = await world.tell(p1, { type: 'hold.lifted', holdId: 'one' })
    await world.pass(1)
    const two = await world.tell(p1, { type: 'hold.lifted', holdId: 'two' })
    await world.pass(1)
    const three = await world.tell(p2, { type: 'hold.rescinded', holdId: 'three', reason: 'by mistake' })
    expect(await ended(world)).toEqual({
      one: one.entry?.at,
      two: two.entry?.at,
      three: three.entry?.at,
    })
  })

  it('with the test after its own approval, and not with one before', async () => {
    const world = openPlayed()
    await world.tell(p1, placed('one'))
    await approve(world, 'one')
    const first = await tested(world)
    await world.pass(1)
    await world.tell(p1, placed('two'))
    await approve(world, 'two')
    expect(await ended(world)).toEqual({ one: first })
    await world.pass(1)
    expect(await ended(world)).toEqual({ one: first })
    const second = await tested(world)
    expect(await ended(world)).toEqual({ one: first, two: second })
  })

  it('with its approval where it never stopped sale, whatever is tested later', async () => {
    const world = openPlayed()
    await world.tell(p1, placed('payouts', { caps: ['payout'] }))
    const approvedAt = await approve(world, 'payouts')
    await world.pass(1)
    await world.tell(p1, placed('sale'))
    await approve(world, 'sale')
    await tested(world)
    expect((await ended(world)).payouts).toBe(approvedAt)
  })
})
