import { describe, expect, it } from 'vitest'
import { elsewhere } from './elsewhere.ts'
import { numbersInTypes } from './numbers-in.ts'
import { settings } from './table.ts'

/** Of an operation of the client any stands for all: what they share is read in one place. */
const plain = (key: string): string =>
  key.replace(
    /^createAcquirerClient\(\)\.\w+\(options\)\.expectedVersion$/,
    'createAcquirerClient().*(options).expectedVersion',
  )

describe('a setting that is a number', () => {
  it('has a row in the table, or a reason why not: a new one is found by its type', () => {
    const found = [...new Set(numbersInTypes().map(plain))]
    const reasonOf = (key: string) => elsewhere.find(([pattern]) => pattern.test(key))
    expect(found.filter((key) => !(key in settings) && !reasonOf(key))).toEqual([])
    // and none stays behind when its setting goes
    expect(Object.keys(settings).filter((key) => !found.includes(key))).toEqual([])
    expect(elsewhere.filter(([pattern]) => !found.some((key) => pattern.test(key)))).toEqual([])
  })
})
