import { beforeAll, describe, expect, it } from 'vitest'
import { type ClockName, clockNames, clockProfiles, type Phase, profileOf } from '../../src/domain/index.ts'
import { phaseOf } from '../../src/machine/facts/phase.ts'
import {
  createLifecycle,
  type Deadline,
  type LifecycleRecord,
  requirements,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, confirmed, run } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, cny, reviewApproved, statusRead } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { allConfigurations } from './configurations.ts'

const { step } = createLifecycle()
const late = clockNames.filter((name) => !clockProfiles[name].expires)
const phases = ['live', 'closing', 'closed'] as const

/** Where an event is expected that starts it; what the machine itself starts it starts while closing. */
const begins = (name: ClockName): readonly Phase[] => {
  const { starts } = clockProfiles[name]
  return starts.length === 0
    ? ['closing']
    : phases.filter((phase) => starts.some((type) => profileOf(type).phases.includes(phase)))
}

/** It ran out a moment ago, and what it waits for has not come. */
const ranOut = (record: LifecycleRecord, name: ClockName): LifecycleRecord => {
  const deadline = {
    id: name,
    name,
    ref: null,
    due: record.at,
    rule: { amount: 1, unit: 'days' },
    calendar: { id: 'x', version: 'x', known: true },
    startedAt: '2026-03-02T00:00:00Z',
    status: 'fired',
    remaining: null,
    enables: [],
  } as Deadline
  const deadlines = { ...record.context.deadlines, [name]: deadline }
  return { ...record, context: { ...record.context, deadlines } }
}

/** Everything that has run out and names nothing that ends it, for each reader. */
const without = (record: LifecycleRecord): readonly string[] =>
  (['provider', 'merchant'] as const).flatMap((viewer) => {
    const { pastDue, currentlyDue } = requirements(record, { at: record.at, viewer })
    return [...pastDue, ...currentlyDue]
      .filter(
        ({ code, clearedBy }) => /^(CLOCK_RUN_OUT|RESULT_OVERDUE)$/.test(code) && clearedBy.length === 0,
      )
      .map(({ ref }) => `${ref} for the ${viewer} in ${JSON.stringify(record.value)}`)
  })

interface Crossing {
  from: LifecycleRecord
  by: typeof m1
  event: (at: string) => LifecycleEvent
}

const at = async (...parts: readonly ((world: World) => Promise<unknown>)[]) => {
  const world = openPlay()
  for (const part of parts) await part(world)
  return world.record()
}

/** From each phase into each other one. */
const crossings = async (): Promise<readonly Crossing[]> => [
  {
    from: await at((world) => world.tell(m1, closureRequested())),
    by: p2,
    event: () => reviewApproved('application-1', ['business_licence']),
  },
  {
    from: await at(approved),
    by: p1,
    event: () => ({ type: 'closure.cancelled', requestedBy: 'merchant', reason: 'found a successor' }),
  },
  {
    from: await at((world) => run(world, approved, ...clearingParts, confirmed)),
    by: sys,
    event: (now) => statusRead('off', now, 'closed'),
  },
]

describe('A clock that has run out', () => {
  let records: readonly LifecycleRecord[] = []
  let ways: readonly Crossing[] = []

  beforeAll(async () => {
    records = (await allConfigurations()).filter((_, place) => place < 16 || place % 16 === 0 || place > 143)
    ways = await crossings()
  })

  it.each(late)('says what ends it, wherever it may begin: %s', (name) => {
    const open = records.filter(({ context }) => begins(name).includes(phaseOf(context)))
    expect(open.flatMap((record) => without(ranOut(record, name)))).toEqual([])
  })

  it.each(late)('says so wherever it comes along to, or ends on the way: %s', (name) => {
    const there = ways.map(({ from, by, event }) => {
      const now = new Date(Date.parse(from.at) + 1_000).toISOString()
      const answer = step(ranOut(from, name), { commandId: 'x', at: now, actor: by, event: event(now) })
      return answer.accepted ? answer.record : expect.fail(JSON.stringify(answer))
    })
    expect(there.map(({ context }) => phaseOf(context))).toEqual(['closing', 'live', 'closed'])
    expect(there.flatMap(without)).toEqual([])
  })

  it('leads to the end of the closure, where only then what it waits for is heard', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts.slice(0, 3))
    const reviewAt = new Date(Date.parse(world.at()) + 86_400_000).toISOString()
    await byTwo(world, {
      type: 'obligation.carriedOver',
      obligationId: 'obligation-1',
      kind: 'deposit',
      ref: 'deposit-1',
      reviewAt,
      amount: cny(200_000),
      owner: 'acquirer-1',
      basis: 'insolvent',
    })
    await world.pass(2)
    for (const viewer of ['provider', 'merchant'] as const) {
      const { pastDue } = requirements(await world.record(), { at: world.at(), viewer })
      expect(pastDue.filter(({ ref }) => ref === 'obligationDue:obligation-1')).toMatchObject([
        { code: 'CLOCK_RUN_OUT', owner: 'provider', clearedBy: ['closure.confirmed', 'status.reported'] },
      ])
    }
  })
})
