import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventTypes } from '../../src/domain/index.ts'
import { topics } from '../../src/domain/topics.ts'

const names = Object.keys(topics) as (keyof typeof topics)[]
const sorted = (list: readonly string[]): string[] => [...list].sort()

/** The one export of a file whose name ends so. */
const only = <Value>(module: object, ending: string): Value => {
  const found = Object.entries(module).filter(([name]) => name.endsWith(ending))
  expect(found.map(([name]) => name)).toHaveLength(1)
  return found[0]?.[1] as Value
}

/** A Zod schema of an event, as far as its type is concerned. */
interface EventSchema {
  shape: { type: { value: string } }
}

describe('topics', () => {
  it('hold each event once', () => {
    expect(sorted(names.flatMap((topic) => [...topics[topic]]))).toEqual(sorted(eventTypes))
  })

  it.each(names)('%s has a rule for each of its events, and for no other', async (topic) => {
    const module = await import(`../../src/machine/rules/${topic}.ts`)
    expect(sorted(Object.keys(only<object>(module, 'Rules')))).toEqual(sorted(topics[topic]))
  })

  it.each(names)('%s has a reducer for each of its events, and for no other', async (topic) => {
    const module = await import(`../../src/machine/ledger/${topic}.ts`)
    expect(sorted(Object.keys(only<object>(module, 'Reducers')))).toEqual(sorted(topics[topic]))
  })

  it.each(names.filter((topic) => topic !== 'clocks'))(
    '%s lists a schema of each of its events, and no other',
    async (topic) => {
      const module = await import(`../../src/schemas/events/${topic}.ts`)
      const listed = only<readonly EventSchema[]>(module, 'Events').map(({ shape }) => shape.type.value)
      expect(sorted(listed)).toEqual(sorted(topics[topic]))
    },
  )

  it('sends no clock from outside', () => {
    expect(existsSync('src/schemas/events/clocks.ts')).toBe(false)
  })
})
