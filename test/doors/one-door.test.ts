import { describe, expect, it } from 'vitest'
import { requestFaults } from '../../src/domain/requests/rule.ts'
import { expected } from './break.ts'
import { breaks } from './breaks.ts'
import { doors } from './doors.ts'
import { oneDoor } from './one-door.ts'

oneDoor((place) => place % 3 === 0)

describe('the checks that are tried', () => {
  it('are all that a decision about an application rests on', () => {
    const tried = new Set(breaks.map(({ code }) => code))
    expect(requestFaults.filter((code) => !tried.has(code))).toEqual([])
  })

  it('are each made by more than one door, and by the record where a decision rests on them', () => {
    for (const one of breaks) {
      const making = doors.filter((door) => expected(one, door) !== undefined)
      expect(making.length, one.name).toBeGreaterThan(1)
      if (one.sees === 'values' && !one.missing?.step) expect(making, one.name).toEqual([...doors])
    }
  })
})
