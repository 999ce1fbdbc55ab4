import { expect, test } from 'vitest'
import { falseAlarmsOf } from './false-alarms.ts'
import { otherNumbers } from './other-numbers.ts'

const times = 100_000

test.each(Object.keys(otherNumbers))(
  'of 100 000 %s at most one in a thousand raises an alarm, in texts and in references',
  (name) => {
    const { inText, inReferences } = falseAlarmsOf(name, times)
    console.info(`${name}: ${inText.length} in texts, ${inReferences.length} in references, of ${times}`)
    expect(inText.length, inText[0]).toBeLessThanOrEqual(times / 1000)
    expect(inReferences.length, inReferences[0]).toBeLessThanOrEqual(times / 1000)
  },
)
