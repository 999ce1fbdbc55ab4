import { describe, expect, it } from 'vitest'
import { distinctPersons, isOneOf, isSamePerson } from '../../src/domain/index.ts'

describe('two ids are one person', () => {
  it.each([
    ['p1', 'p1'],
    ['p1', 'P1'],
    ['p1', ' p1\t'],
    ['p1', 'ｐ１'],
    ['Straße', 'STRASSE'],
    ['é', 'e\u0301'],
  ])('%j and %j', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true)
    expect(isOneOf([one], other)).toBe(true)
    expect(distinctPersons([one, other])).toHaveLength(1)
  })

  it.each([
    ['p1', 'p2'],
    ['p1', 'p11'],
    ['p1', undefined],
    ['p1', null],
    [undefined, undefined],
  ])('%j and %j are not', (one, other) => {
    expect(isSamePerson(one, other)).toBe(false)
  })
})
