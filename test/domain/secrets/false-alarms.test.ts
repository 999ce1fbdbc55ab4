import { expect, test } from 'vitest'
import { falseAlarmsOf } from './false-alarms.ts'
import { otherNumbers } from './other-numbers.ts'

test('numbers of orders, parcels, merchants, telephones and moments raise hardly an alarm [C-01]', () => {
  const wrong = Object.keys(otherNumbers)
    .map((name) => falseAlarmsOf(name, 400))
    .filter(({ inText, inReferences }) => inText.length > 2 || inReferences.length > 2)
  expect(wrong).toEqual([])
})
