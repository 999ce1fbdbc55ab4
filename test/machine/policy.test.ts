import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { defaultPolicy, type LifecyclePolicy, lengthNames } from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'
import { LifecyclePolicy as Schema } from '../../src/schemas/index.ts'
import { openPlay } from '../support/play.ts'
import { policyCases } from './policy-cases.ts'
import { policyClock } from './policy-clocks.ts'

const { properties = {} } = z.toJSONSchema(Schema, { io: 'input' })
const rows = Object.entries(policyCases).flatMap(([key, cases]) =>
  cases.map((one, place) => [`${key} ${place + 1}`, one] as const),
)

describe('a policy', () => {
  it('has nothing in it that no case here turns', () => {
    expect(Object.keys(policyCases).toSorted()).toEqual(
      Object.keys(properties)
        .filter((key) => key !== 'clocks')
        .toSorted(),
    )
    const { clocks } = properties as { clocks: { propertyNames: { enum: string[] } } }
    expect(clocks.propertyNames.enum.toSorted()).toEqual([...lengthNames].toSorted())
  })

  it.each(rows)('decides an answer: %s', async (_, { other, input, ask, answers }) => {
    const usual = await ask(openPlay(input))
    const otherwise = await ask(openPlay(input, undefined, createLifecycle(), { ...defaultPolicy, ...other }))
    expect([usual, otherwise]).toEqual(answers)
  })

  it.each(lengthNames)('decides how long a clock runs: %s [R-124 R-133]', async (name) => {
    const { reach, input, shows = name } = policyClock(name) ?? expect.fail(`no case for ${name}`)
    const due = async (policy: LifecyclePolicy) => {
      const world = openPlay(input, undefined, undefined, policy)
      await reach(world)
      const { deadlines } = await world.context()
      return Object.values(deadlines).findLast((deadline) => deadline.name === shows)?.due
    }
    // the one clock that runs only where another switch is on
    const base = { ...defaultPolicy, noticeBeforeResuming: name === 'resumeNoticeDue' }
    const longer = { ...defaultPolicy.clocks[name], amount: defaultPolicy.clocks[name].amount + 7 }
    const other = { ...base, clocks: { ...defaultPolicy.clocks, [name]: longer } }
    const [usual, otherwise] = [await due(base), await due(other)]
    expect(Date.parse(usual ?? '')).not.toBeNaN()
    expect(Date.parse(otherwise ?? '')).not.toBe(Date.parse(usual ?? ''))
  })
})
