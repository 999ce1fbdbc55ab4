import { beforeAll, describe, expect, it } from 'vitest'
import { type EventType, eventTypes } from '../../src/domain/index.ts'
import { assertInvariants, createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { snapshotOf } from '../../src/machine/questions/explain.ts'
import { isRepeat } from '../../src/machine/rules/repeats.ts'
import { stamp } from '../../src/machine/step.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { nextType, saying, startingPoints } from './walk.ts'

const { explain, step, machine } = createLifecycle()

interface Tally {
  pairs: number
  accepted: number
  refused: number
  notAllowed: number
  mismatches: string[]
  broken: string[]
  hit: Map<EventType, { accepted: number; refused: number }>
  configurations: Set<string>
}

const compare = (record: LifecycleRecord, type: EventType, dice: Dice, tally: Tally): LifecycleRecord => {
  const { actor, at, event } = saying(record, type, dice)
  const blockers = explain(record, event as never, { at, actor, viewer: 'provider' })
  const stamped = stamp(record, { commandId: 'x', at, event, actor })
  const known = stamped !== undefined && isRepeat(record.context, stamped)
  // what was accepted before is accepted again, also where the chart has moved on
  const can = snapshotOf(machine, record).can(stamped as never) || (known && blockers.length === 0)
  tally.pairs += 1
  const counts = tally.hit.get(type) ?? { accepted: 0, refused: 0 }
  tally.hit.set(type, counts)
  if ((blockers.length === 0) !== can) tally.mismatches.push(`${type} in ${JSON.stringify(record.value)}`)
  if (blockers.length === 0) {
    tally.accepted += 1
    counts.accepted += 1
    const answer = step(record, { commandId: 'x', at, event, actor })
    if (!answer.accepted) tally.mismatches.push(`${type}: explained as accepted, refused by step`)
    else {
      try {
        assertInvariants(answer.record)
      } catch (error) {
        tally.broken.push(`${(error as Error).message} after ${type} from ${JSON.stringify(record.value)}`)
      }
      return answer.record
    }
  } else if (blockers[0]?.code === 'NOT_ALLOWED_IN_STATE' && blockers[0].ref === type) tally.notAllowed += 1
  else {
    tally.refused += 1
    counts.refused += 1
  }
  return record
}

/** Of so many questions an application that is accepted is the rarest. */
const enoughForAll = 100_000

/** What chance asks so many times. */
export const explainLaws = (wanted: number) =>
  describe('explain', () => {
    const tally: Tally = {
      pairs: 0,
      accepted: 0,
      refused: 0,
      notAllowed: 0,
      mismatches: [],
      broken: [],
      hit: new Map(),
      configurations: new Set(),
    }

    beforeAll(async () => {
      const dice = diceOf(20_260_302)
      const starts = await startingPoints()
      for (let walk = 0; tally.pairs < wanted; walk++) {
        let record = starts[walk % starts.length] as LifecycleRecord
        for (let taken = 0; taken < 220; taken++) {
          const type = nextType(record, dice)
          record = compare(record, type, dice, tally)
          tally.configurations.add(JSON.stringify(record.value))
        }
      }
      const { pairs, accepted, refused, notAllowed, configurations } = tally
      console.log(
        `explain ⇔ can: ${pairs} pairs, accepted ${accepted}, refused by rule ${refused}, not allowed ${notAllowed}, ${configurations.size} configurations, ${tally.broken.length} broken invariants`,
      )
    })

    it('is empty exactly when the chart can take the event', () => {
      expect(tally.pairs).toBeGreaterThanOrEqual(wanted)
      expect(tally.mismatches).toEqual([])
    })

    it('was asked in earnest: accepted, refused and not allowed each at least a tenth', () => {
      for (const share of [tally.accepted, tally.refused, tally.notAllowed])
        expect(share / tally.pairs).toBeGreaterThanOrEqual(0.1)
    })

    if (wanted >= enoughForAll)
      it('met every rule both ways', () => {
        const oneSided = eventTypes.filter((type) => {
          const { accepted, refused } = tally.hit.get(type) ?? { accepted: 0, refused: 0 }
          return accepted === 0 || refused === 0
        })
        expect(oneSided).toEqual([])
      })

    it('no accepted event broke an invariant', () => {
      expect([...new Set(tally.broken)]).toEqual([])
    })
  })
