import { expect, test } from 'vitest'
import { falseAlarms } from './false-alarms.ts'

test('numbers of orders, parcels, merchants, telephones and moments raise hardly an alarm [C-01]', () => {
  const wrong = falseAlarms(400).filter(
    ({ inText, inReferences }) => inText.length > 2 || inReferences.length > 2,
  )
  expect(wrong).toEqual([])
})
