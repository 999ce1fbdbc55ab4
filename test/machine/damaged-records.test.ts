import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { eventTypes } from '../../src/domain/index.ts'
import { CorruptRecordError } from '../../src/errors/index.ts'
import {
  availableActions,
  capabilities,
  explain,
  type LifecycleRecord,
  migrate,
  openRecord,
  requirements,
  step,
} from '../../src/machine/index.ts'
import { goldenFile } from '../golden/write.ts'
import { canary, type Damage, damagesTo, farAway, isHolder, placesIn, type Way } from '../support/damage.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { p1 } from '../support/people.ts'
import { cny, start, terminal } from '../support/samples.ts'
import { nextType, saying, startingPoints } from './walk.ts'

const stored = (record: LifecycleRecord): LifecycleRecord => JSON.parse(JSON.stringify(record))
const golden = caseNames.map((name): LifecycleRecord => {
  return JSON.parse(readFileSync(goldenFile(`${name}.record.json`), 'utf8'))
})

/** Records that have between them everything a record can have: the golden ones, and where chance leads. */
const specimens = async (): Promise<readonly LifecycleRecord[]> => {
  const dice = diceOf(7)
  const walked = (await startingPoints()).map((start) => {
    let record = start
    for (let taken = 0; taken < 60; taken++) {
      const answer = step(record, { commandId: 'x', ...saying(record, nextType(record, dice), dice) })
      if (answer.accepted) record = answer.record
    }
    return stored(record)
  })
  return [...golden, ...walked]
}

const pointerTo = (way: Way): string =>
  way.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** To it, to what it is in, or to what is in it. */
const leadsTo = (path: string, way: Way): boolean =>
  `${pointerTo(way)}/`.startsWith(`${path}/`) || path.startsWith(`${pointerTo(way)}/`)

/** What is carried along and compared, but not looked into. */
const isPassenger = (way: Way): boolean => {
  const place = way.join('/')
  return /^context\/issues\/\d+\/data/.test(place) || /^context\/proposedActs\/[^/]+\/act\//.test(place)
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)
const isInstant = (value: unknown): boolean => /^\d{4}-\d\d-\d\dT/.test(String(value))
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** What no field may hold, whatever it is. `null` and what is gone are another matter: some fields may. */
const isNonsense = ({ way, before, after }: Damage): boolean => {
  if (isPassenger(way) || after === undefined || after === null || before === null) return false
  if (typeOf(after) !== typeOf(before)) return true
  if (isNumber(after))
    return !Number.isSafeInteger(after) || (after < 0 && way.at(-1) !== 'net' && way.at(-1) !== 'unsettled')
  return isInstant(before) && !farAway.includes(String(after))
}

describe('a stored record with one damage', () => {
  const wrong: string[] = []
  const tally = { places: 0, damages: 0, refused: 0, contradictions: 0, questions: 0 }

  /** Whatever reads a record goes on with this one. */
  const ask = (damaged: LifecycleRecord, whole: LifecycleRecord, dice: Dice): void => {
    requirements(damaged, { at: damaged.at })
    capabilities(damaged)
    availableActions(damaged, { at: damaged.at, actor: p1 })
    for (let asked = 0; asked < 4; asked++) {
      const { actor, at, event } = saying(whole, dice.one(eventTypes), dice)
      explain(damaged, event as never, { at, actor })
      step(damaged, { commandId: 'x', at, actor, event })
      tally.questions += 1
    }
  }

  const refused = (error: unknown, { way, renamed = way }: Damage): string | undefined => {
    tally.refused += 1
    if (!(error instanceof CorruptRecordError)) {
      const byFormat = /FUTURE_VERSION|MISSING_MIGRATION/.test((error as { code?: string }).code ?? '')
      return byFormat && way[0] === 'format' ? undefined : `ends in ${error}`
    }
    if (error.invariant !== null) tally.contradictions += 1
    if (!leadsTo(error.path, way) && !leadsTo(error.path, renamed)) return `is blamed on ${error.path}`
    return error.message.includes(canary) ? `is shown in: ${error.message}` : undefined
  }

  const believed = (record: LifecycleRecord, damage: Damage, whole: LifecycleRecord, dice: Dice) => {
    if (isNonsense(damage)) return 'is believed'
    try {
      ask(record, whole, dice)
      return undefined
    } catch (error) {
      return `is believed, then ends in ${(error as Error).stack}`
    }
  }

  /** Each damage is undone before the next one: the record is copied whole once. */
  const copies = new WeakMap<LifecycleRecord, LifecycleRecord>()
  const wholeOf = (record: LifecycleRecord): LifecycleRecord => {
    const whole = copies.get(record) ?? stored(record)
    copies.set(record, whole)
    return whole
  }

  const problemOf = (record: LifecycleRecord, damage: Damage, dice: Dice): string | undefined => {
    const whole = wholeOf(record)
    damage.apply()
    const text = JSON.stringify(record)
    try {
      const read = migrate(record)
      // as an earlier release of this format wrote it: what it did not say is said as it was meant
      if (isDeepStrictEqual(read, whole)) return undefined
      if (read !== record || JSON.stringify(read) !== text) return 'comes back changed'
    } catch (error) {
      return refused(error, damage)
    }
    return believed(record, damage, whole, dice)
  }

  beforeAll(async () => {
    const dice = diceOf(21)
    const places = placesIn(await specimens(), 1)
    tally.places = places.size
    for (const { record, way } of [...places.values()].flat())
      for (const damage of damagesTo(record, way)) {
        const problem = problemOf(record, damage, dice)
        damage.undo()
        tally.damages += 1
        if (problem !== undefined) wrong.push(`${pointerTo(damage.way)} ${damage.what} ${problem}`)
      }
    const { damages, contradictions, questions } = tally
    console.log(
      `${tally.places} places, ${damages} damages: ${tally.refused} refused, ${contradictions} of them as a contradiction; ${questions} questions to the others`,
    )
  }, 120_000)

  it('is refused by naming where it is, or goes on as any other record', () => {
    expect(wrong.slice(0, 20)).toEqual([])
  })

  it('was one of every kind', () => {
    expect(tally.places).toBeGreaterThan(600)
    expect(tally.contradictions).toBeGreaterThan(5)
    expect(tally.questions).toBeGreaterThan(5_000)
  })
})

describe('an item of a ledger', () => {
  const [record] = golden
  const [paper] = Object.values(record?.context.documents ?? {})

  it.each(['__proto__', 'constructor', 'toString'])('bears no name that every object has: %s', (name) => {
    // as JSON brings it: an own key, which no literal can write
    const documents = JSON.parse(JSON.stringify({ [`${name}`]: paper }))
    const named = { ...record, context: { ...record?.context, documents } }
    expect(() => migrate(named)).toThrow(`is damaged at /context/documents/${name}.`)
  })

  it('is found under a name with a slash and a tilde in it', () => {
    const documents = { 'a/b~c': { ...paper, digest: 7 } }
    const named = { ...record, context: { ...record?.context, documents } }
    expect(() => migrate(named)).toThrow('is damaged at /context/documents/a~1b~0c/digest.')
  })
})

describe('a clock', () => {
  const id = 'chargeObjection:charge-1'
  const { policy, deadlines, ...context } = openRecord(
    terminal({ charges: [{ chargeId: 'charge-1', kind: 'rental', amount: cny(5) }] }),
    { at: start },
  ).context
  const withClock = (differs: Partial<(typeof deadlines)[string]>) => ({
    ...openRecord(terminal(), { at: start }),
    context: { ...context, policy, deadlines: { [id]: { ...deadlines[id], ...differs } } },
  })

  it('is refused where it could not be counted day by day', () => {
    expect(() => migrate(withClock({}))).not.toThrow()
    const tooFar = [{ due: '2099-01-01T00:00:00Z' }, { status: 'paused', remaining: 10_001 }] as const
    for (const differs of tooFar)
      expect(() => migrate(withClock(differs))).toThrow(`is damaged at /context/deadlines/${id}.`)
    expect(() => migrate(withClock({ due: '2099-01-01T00:00:00Z', status: 'fired' }))).not.toThrow()
  })

  it('is refused where its end would have no date', () => {
    const record = withClock({})
    const clocks = { ...policy.clocks, retention: { amount: 300_000, unit: 'years' } }
    const endless = { ...record, context: { ...record.context, policy: { ...policy, clocks } } }
    expect(() => migrate(endless)).toThrow('is damaged at /context/policy/clocks/retention/amount.')
  })
})

/** Without what a record may lack, and with what a later release may add. */
const otherRelease = (value: unknown, way: Way = []): unknown => {
  if (Array.isArray(value)) return value.map((item) => otherRelease(item, [...way, '0']))
  if (!isHolder(value)) return value
  const lacking = new Set([
    'onBehalfOf',
    'mandateRef',
    'validTo',
    'supersedes',
    'data',
    'outcome',
    'charged',
    'passedOn',
  ])
  const kept = Object.entries(value).filter(
    ([name]) =>
      !lacking.has(name) &&
      !(way.includes('feeTables') && name === 'until') &&
      way.at(-1) !== 'capabilities' &&
      !(way.includes('issues') && name === 'ref'),
  )
  return Object.fromEntries(kept.map(([name, item]) => [name, otherRelease(item, [...way, name])]))
}

describe('a stored record of the same format by another release', () => {
  it.each(golden)('is read without what a record may lack: $lifecycleId', (record) => {
    const lacking = otherRelease(record)
    expect(lacking).not.toEqual(record)
    expect(migrate(lacking)).toBe(lacking)
  })

  it('is read with what it has beside, and keeps that', () => {
    const [record] = golden
    const richer = { ...record, context: { ...record?.context, mood: 'sunny' }, host: 7 }
    expect(migrate(richer)).toBe(richer)
  })
})
