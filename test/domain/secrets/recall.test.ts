import { describe, expect, test } from 'vitest'
import { secretIn, secretInReference } from '../../../src/domain/index.ts'
import { recallOf } from './recall.ts'
import { referenceStyles, referenceSurroundings, styles, surroundings } from './writing.ts'

const isFound = (text: string): boolean => secretIn(text) === 'PAN_IN_TEXT'
const isFoundInReference = (text: string): boolean => secretInReference(text) === 'PAN_IN_TEXT'

describe('issued card numbers, in 13 ways of writing and 13 surroundings', () => {
  test.each([
    ['free text', styles, surroundings, isFound],
    ['references', referenceStyles, referenceSurroundings, isFoundInReference],
  ] as const)('are found in %s [C-01]', (_, ways, places, finds) => {
    expect([Object.keys(ways).length, Object.keys(places).length]).toEqual([13, 13])
    const cells = recallOf(ways, places, 10, finds)
    const missed = cells.filter((cell) => cell.missed.length > 0)
    // one in a thousand, of 1690
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(1)
  })

  test('references of the tests are references', () => {
    recallOf(referenceStyles, referenceSurroundings, 3, (text) => {
      expect(text).toMatch(/^[A-Za-z0-9._:-]+$/)
      return true
    })
  })
})

test.each([
  ['no Luhn', '4111 1111 1111 1112'],
  ['no issuer', '1111 1111 1111 1117'],
  ['a fraction', 'share 0.4111111111111111'],
  ['a digest with a run of digits in it', `ab4111111111111111${'cdef'.repeat(5)}ab`.slice(0, 40)],
  ['what is left of a table of sums', '41111 411111 11118 1280.00'],
  ['two terminals of one series', '62012345 62012350'],
  ['a table of sums', '4111 1111 1111 1111 4111 1111 2222 3333 4444'],
])('%s is no card', (_, text) => {
  expect(secretIn(text)).toBeUndefined()
})

test('cards in groups, one behind the other to the end of the row, are found however many there are', () => {
  const cards = ['4111 1111 1111 1111', '5555 5555 5555 4444', '4012 8888 8888 1881', '4242 4242 4242 4242']
  for (let count = 1; count <= cards.length; count += 1)
    expect([count, secretIn(cards.slice(0, count).join(' '))]).toEqual([count, 'PAN_IN_TEXT'])
})

test('lengths that are hardly in use are found beside a word that says card', () => {
  const thirteen = '4222222222222'
  expect([`卡号 ${thirteen}`, `card no. ${thirteen}`, thirteen, `order ${thirteen}`].map(secretIn)).toEqual([
    'PAN_IN_TEXT',
    'PAN_IN_TEXT',
    undefined,
    undefined,
  ])
})
