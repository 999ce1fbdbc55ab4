import { expect, it } from 'vitest'
import { type Actor, eventTypes, profileOf } from '../../src/domain/index.ts'
import { assertInvariants, createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { diceOf } from '../support/dice.ts'
import { hostileEvent } from '../support/hostile.ts'
import { allConfigurations, reportersOf } from './configurations.ts'

const { step } = createLifecycle()
const reports = eventTypes.filter((type) => profileOf(type).kind === 'report' && type !== 'timer.due')

/** Tells it; says what went wrong. */
const heard = (record: LifecycleRecord, actor: Actor, event: LifecycleEvent, at: string) => {
  try {
    const answer = step(record, { commandId: 'c', at, actor, event })
    if (!answer.accepted) return { fault: `refused: ${answer.blockers.map(({ code }) => code)}` }
    assertInvariants(answer.record)
    return { record: answer.record }
  } catch (error) {
    return { fault: `thrown: ${(error as Error).message}` }
  }
}

it('no report is refused but for role and shape, whatever it says; every invariant holds [OQ-28]', {
  timeout: 600_000,
}, async () => {
  const dice = diceOf(29)
  let told = 0
  const faults = new Map<string, string>()
  for (const start of await allConfigurations())
    for (const type of reports) {
      let record = start
      for (let turn = 1; turn <= 4; turn += 1) {
        const at = new Date(Date.parse(start.at) + turn * 1_000).toISOString()
        const event = hostileEvent(type, record, dice, at)
        const answer = heard(record, dice.one(reportersOf(profileOf(type).roles)), event, at)
        told += 1
        if (answer.fault !== undefined)
          faults.set(`${type}: ${answer.fault}`, `${JSON.stringify(event)} in ${JSON.stringify(start.value)}`)
        record = answer.record ?? record
      }
    }
  console.log(`${told} hostile reports, ${faults.size} kinds of fault`)
  expect(Object.fromEntries(faults)).toEqual({})
})
