import { describe, expect, it } from 'vitest'
import { createLifecycle, dutiesOn, type LifecycleRecord, requirements } from '../../src/machine/index.ts'
import { statesOf, type WorkRow, workOf, workViewers } from '../../src/runtime/work-of.ts'
import { policyFrom } from '../../src/schemas/index.ts'
import { nextType, saying, startingPoints } from '../machine/walk.ts'
import { diceOf } from '../support/dice.ts'
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { paper, terminal } from '../support/samples.ts'

const { step } = createLifecycle()

const agent = { agentId: 'agent-1', tasks: ['devices'] } as const

/** All that an application has to bring is on file, until one of the papers runs out. */
const expiring = terminal({
  holds: [{ holdId: 'hold-1', code: 'LICENCE_EXPIRED' }],
  documents: {
    reinstatement_request: paper('reinstatement_request'),
    business_licence: paper('business_licence', 'business_licence', { validTo: '2026-03-20T00:00:00+08:00' }),
  },
})

const serviceProven = policyFrom({
  extraPapers: { reinstatement: { '*': [{ type: 'service_of_notice' }] } },
})
/** What it has to bring says that it is of a day still to come. */
const ahead = terminal({
  holds: [{ holdId: 'hold-1', code: 'LICENCE_EXPIRED' }],
  documents: {
    reinstatement_request: paper('reinstatement_request'),
    business_licence: paper('business_licence'),
    service_of_notice: paper('service_of_notice', 'service_of_notice', { servedOn: '2026-03-20' }),
  },
})

/** Random lives: so many steps from every place from which walks set out. */
async function randomLives(seed: number, steps: number): Promise<readonly LifecycleRecord[]> {
  const dice = diceOf(seed)
  const rich = [...Object.values(richOpenings), expiring].flatMap(
    (input) => openPlay({ ...input, agent }).history,
  )
  const early = openPlay({ ...ahead, agent }, undefined, undefined, serviceProven).history
  const starts = [...rich, ...early, ...(await startingPoints())]
  return starts.flatMap((start) => {
    const lives = [start]
    for (let n = 0; n < steps; n += 1) {
      const record = lives.at(-1) as LifecycleRecord
      const answer = step(record, { commandId: 'x', ...saying(record, nextType(record, dice), dice) })
      if (answer.accepted && !answer.noop) lives.push(answer.record)
    }
    return lives
  })
}

const millisecondsOf = (at: string) => Date.parse(at)
const nextClock = ({ context }: LifecycleRecord) =>
  Math.min(
    ...Object.values(context.deadlines)
      .filter(({ status }) => status === 'running')
      .map(({ due }) => millisecondsOf(due)),
  )

/** The record's own instant, moments until its next clock, and the days on which its papers run out. */
function instantsFor(record: LifecycleRecord): readonly number[] {
  const [from, to] = [
    millisecondsOf(record.at),
    Math.min(nextClock(record), millisecondsOf(record.at) + 4e11),
  ]
  const days = Object.values(record.context.documents).flatMap(({ facts }) =>
    [facts?.validTo, facts?.servedOn].flatMap((day) => (typeof day === 'string' ? [Date.parse(day)] : [])),
  )
  const around = [...days, ...days.map((day) => day - 8 * 3_600_000)].flatMap((day) => [
    day - 1,
    day,
    day + 1,
  ])
  return [from, from + (to - from) / 3, to - 1, ...around].filter((at) => from <= at && at < to)
}

const lineOf = (item: {
  code: string
  owner: string
  ref?: string | null | undefined
  due?: string | null | undefined
}) => [item.code, item.owner, item.ref ?? null, item.due ?? null] as const

/** Rows as `requirements` sorts them at this instant. */
function sorted(rows: readonly WorkRow[], at: number) {
  const now = rows.filter(({ from, until }) => (from ?? -Infinity) <= at && at < (until ?? Infinity))
  const isPast = ({ due }: WorkRow) => due !== null && millisecondsOf(due) <= at
  const told = (list: readonly WorkRow[]) => list.map((row) => [...lineOf(row), row.duties])
  return {
    currentlyDue: told(now.filter((row) => row.list === 'due' && !isPast(row))),
    pastDue: told(now.filter((row) => row.list !== 'later' && isPast(row))),
    pendingVerification: told(now.filter((row) => row.list === 'verifying' && !isPast(row))),
    eventuallyDue: told(now.filter((row) => row.list === 'later')),
  }
}

const inOrder = (told: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(told).map(([list, lines]) => [list, lines.map((line) => JSON.stringify(line)).sort()]),
  )

describe('the rows of work', () => {
  it('are what requirements says to each class of readers, at every instant until a clock runs', async () => {
    const lives = await randomLives(3, 25)
    expect(lives.length).toBeGreaterThan(300)
    const seen = new Set<string>()
    for (const record of lives) {
      const rows = workOf(record)
      for (const viewer of workViewers)
        for (const instant of instantsFor(record)) {
          const at = new Date(instant).toISOString()
          const { errors: _, deadlines: __, ...asked } = requirements(record, { at, viewer })
          const wanted = Object.fromEntries(
            Object.entries(asked).map(([list, items]) => [
              list,
              items.map((item) => [...lineOf(item), dutiesOn(record, item)]),
            ]),
          )
          const own = rows.filter((row) => row.viewer === viewer)
          expect({ viewer, at, ...inOrder(sorted(own, instant)) }).toEqual({ viewer, at, ...inOrder(wanted) })
        }
      for (const { viewer, list } of rows) seen.add(`${viewer} ${list}`)
      if (rows.some(({ until }) => until !== null)) seen.add('until')
    }
    expect(seen.size).toBe(10)
  })

  it('have a key of their own each', async () => {
    for (const record of await randomLives(8, 10)) {
      const keys = workOf(record).map(({ viewer, list, code, ref, n }) =>
        JSON.stringify([viewer, list, code, ref, n]),
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})

it('a paper of a day to come is asked for until that day begins in China, and not until it begins in Greenwich', () => {
  const [record] = openPlay(ahead, undefined, undefined, serviceProven).history as [LifecycleRecord]
  const spans = workOf(record).flatMap(({ viewer, code, until }) =>
    viewer === 'merchant' && code === 'DOCUMENTS_INCOMPLETE' ? [until] : [],
  )
  expect(spans).toContain(Date.parse('2026-03-20T00:00:00+08:00'))
  expect(spans).not.toContain(Date.parse('2026-03-20T00:00:00Z'))
})

describe('the states of a life', () => {
  it('are named from its phase to where it is in it', async () => {
    const named = (value: unknown) => statesOf({ value } as LifecycleRecord)
    expect(named({ live: { service: 'inService', application: 'none' } })).toEqual(['live', 'inService'])
    expect(named({ live: { service: { suspended: 'held' }, application: 'underReview' } })).toEqual([
      ...['live', 'suspended', 'held', 'underReview'],
    ])
    expect(named({ closing: { clearing: { settlement: 'open', binding: 'done' } } })).toEqual([
      'closing',
      'clearing',
    ])
    expect(named({ closing: 'confirming' })).toEqual(['closing', 'confirming'])
    expect(named('closed')).toEqual(['closed'])
  })
})
