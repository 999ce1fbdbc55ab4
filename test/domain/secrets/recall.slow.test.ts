import { expect, test } from 'vitest'
import { secretIn, secretInReference } from '../../../src/domain/index.ts'
import { recallOf, shareFound } from './recall.ts'
import { referenceStyles, referenceSurroundings, styles, surroundings } from './writing.ts'

const times = 10_000

const isFound = (text: string): boolean => secretIn(text) !== undefined
const isFoundInReference = (text: string): boolean => secretInReference(text) !== undefined

test.each([
  ['free text', styles, surroundings, isFound],
  ['references', referenceStyles, referenceSurroundings, isFoundInReference],
] as const)(
  'of 10 000 cards in each of 169 cells at most one in a thousand is missed in %s',
  (where, ways, places, finds) => {
    const cells = recallOf(ways, places, times, finds)
    const bad = cells.filter(({ missed }) => missed.length > times / 1000)
    const worst = cells.toSorted((one, other) => other.missed.length - one.missed.length)[0]
    console.info(
      `${where}: ${shareFound(cells)} found, worst cell ${worst?.cell}: ${worst?.missed.length} of ${times}`,
    )
    expect(
      bad.map(({ cell, missed }) => `${cell}: ${missed.length} of ${times}, as ${JSON.stringify(missed[0])}`),
    ).toEqual([])
    expect(shareFound(cells)).toBeGreaterThanOrEqual(0.999)
  },
)
