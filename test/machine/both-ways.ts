import { expect, it } from 'vitest'
import { transition } from 'xstate'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { snapshotOf } from '../../src/machine/questions/explain.ts'
import { isRepeat } from '../../src/machine/rules/repeats.ts'
import { stamp } from '../../src/machine/step.ts'
import { stories } from '../stories/index.ts'
import { diceOf } from '../support/dice.ts'
import { openPlay } from '../support/play.ts'
import { allConfigurations } from './configurations.ts'
import { nextType, saying, startingPoints } from './walk.ts'

const { open, step, machine } = createLifecycle()

/** Where XState itself leads, beside where the step led: the answer where they differ. */
type Told = Parameters<typeof step>[1]
const differs = (record: LifecycleRecord, command: Told, answer: ReturnType<typeof step>): string[] => {
  const event = stamp(record, command)
  if (!answer.accepted || event === undefined || isRepeat(record.context, event)) return []
  const [next] = transition(machine, snapshotOf(machine, record), event as never)
  if (next.status !== 'active') return [`${event.type}: ${String(next.error)}`]
  const { value, context } = answer.record
  // a report that was told before leaves the record as it was, also one that is not at rest
  const [own, theirs] = answer.noop
    ? [[context], [next.context]]
    : [
        [value, context],
        [next.value, next.context],
      ]
  const isSame = JSON.stringify(own) === JSON.stringify(theirs)
  return isSame ? [] : [`${event.type} from ${JSON.stringify(record.value)}`]
}

/** By all that the stories tell. */
export const alikeInStories = (): void =>
  it('where a step leads in any story is where XState leads', { timeout: 600_000 }, async () => {
    let accepted = 0
    const different: string[] = []
    const watched: typeof step = (record, command) => {
      const answer = step(record, command)
      if (answer.accepted) accepted += 1
      different.push(...differs(record, command, answer))
      return answer
    }
    for (const story of Object.values(stories))
      await story(async (input, from, policy) => openPlay(input, from, { open, step: watched }, policy))
    expect(accepted).toBeGreaterThan(1_000)
    expect([...new Set(different)]).toEqual([])
  })

/** By chance, from every so many-th step of some closures and configuration. */
export const alikeByChance = (walked: number, seed: number, stride: number): void =>
  it('where it leads by chance is where XState leads', { timeout: 600_000 }, async () => {
    const dice = diceOf(seed)
    const all = [...(await startingPoints()), ...(await allConfigurations())]
    const starts = all.filter((_, place) => place % stride === 0)
    const states = new Set<string>()
    const different: string[] = []
    let [told, accepted, moved] = [0, 0, 0]
    for (let walk = 0; told < walked || walk < starts.length; walk += 1) {
      let record = starts[walk % starts.length] as LifecycleRecord
      for (let taken = 0; taken < 40; taken += 1) {
        const { actor, at, event } = saying(record, nextType(record, dice), dice)
        const command = { commandId: 'x', at, event, actor }
        const answer = step(record, command)
        told += 1
        different.push(...differs(record, command, answer))
        if (!answer.accepted) continue
        accepted += 1
        if (answer.record.value !== record.value) moved += 1
        record = answer.record
        states.add(JSON.stringify(record.value))
      }
    }
    console.log(`${told} told, ${accepted} accepted, ${moved} moved, ${states.size} states`)
    expect(moved).toBeGreaterThan(accepted / 50)
    expect([...new Set(different)]).toEqual([])
  })
