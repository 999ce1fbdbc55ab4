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
  requirements,
  step,
} from '../../src/machine/index.ts'
import { goldenFile } from '../golden/write.ts'
import { canary, type Damage, damagesTo, farAway, placesIn, type Way } from '../support/damage.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { p1 } from '../support/people.ts'
import { nextType, saying, startingPoints } from './walk.ts'

const stored = (record: LifecycleRecord): LifecycleRecord => JSON.parse(JSON.stringify(record))
export const golden = caseNames.map((name): LifecycleRecord => {
  return JSON.parse(readFileSync(goldenFile(`${name}.record.json`), 'utf8'))
})

/** Records that have between them everything a record can have: the golden ones, and where chance leads. */
const specimens = async (isMine: (index: number) => boolean): Promise<readonly LifecycleRecord[]> => {
  const dice = diceOf(7)
  const walked = (await startingPoints())
    .filter((_, index) => isMine(index))
    .map((start) => {
      let record = start
      for (let taken = 0; taken < 60; taken++) {
        const answer = step(record, { commandId: 'x', ...saying(record, nextType(record, dice), dice) })
        if (answer.accepted) record = answer.record
      }
      return stored(record)
    })
  return [...golden.filter((_, index) => isMine(index)), ...walked]
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

/** Of the records in which damage is done, those with these numbers. */
export const damageLaws = (isMine: (index: number) => boolean) =>
  describe('a stored record with one damage', () => {
    const wrong: string[] = []
    const tally = { places: 0, damages: 0, refused: 0, contradictions: 0, questions: 0 }

    /** Whatever reads a record goes on with this one. */
    const ask = (damaged: LifecycleRecord, whole: LifecycleRecord, dice: Dice): void => {
      requirements(damaged, { at: damaged.at })
      capabilities(damaged)
      availableActions(damaged, { at: damaged.at, actor: p1 })
      for (let asked = 0; asked < 1; asked++) {
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
      const places = placesIn(await specimens(isMine), 1)
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
    })

    it('is refused by naming where it is, or goes on as any other record', () => {
      expect(wrong.slice(0, 20)).toEqual([])
    })

    it('was one of every kind', () => {
      expect(tally.places).toBeGreaterThan(500)
      expect(tally.contradictions).toBeGreaterThan(5)
      expect(tally.questions).toBeGreaterThan(1_000)
    })
  })
