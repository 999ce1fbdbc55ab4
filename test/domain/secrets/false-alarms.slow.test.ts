import { expect, test } from 'vitest'
import { falseAlarms } from './false-alarms.ts'

const times = 100_000

test('of 100 000 of each class at most one in a thousand raises an alarm, in texts and in references', () => {
  const classes = falseAlarms(times)
  for (const { name, inText, inReferences } of classes)
    console.info(`${name}: ${inText.length} in texts, ${inReferences.length} in references, of ${times}`)
  const wrong = classes.filter(
    ({ inText, inReferences }) => Math.max(inText.length, inReferences.length) > times / 1000,
  )
  expect(
    wrong.map(
      ({ name, inText, inReferences }) => `${name}: ${inText.length}, ${inReferences.length}; ${inText[0]}`,
    ),
  ).toEqual([])
})
