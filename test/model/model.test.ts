import { expect, it } from 'vitest'
import { breaks } from './play/breaks.ts'
import { startsOf } from './play/starts.ts'
import { emptyTally, numbersFrom, playAll } from './play/tally.ts'

it('whatever is said by chance, the machine and the model of the rules have the same sums and the same verdicts', async () => {
  const { starts, faults } = await startsOf()
  const tally = emptyTally()
  playAll(tally, starts, numbersFrom(0, 100))
  expect(faults).toEqual([])
  expect(tally.faults.map(({ story }) => story)).toEqual([])
  expect(tally.steps).toBeGreaterThan(1_000)
})

it('a machine that lets a pledge go too early is told apart, by a walk of a few steps', async () => {
  const { starts } = await startsOf()
  const tally = emptyTally()
  for (let from = 0; tally.faults.length === 0 && from < 500; from += 10)
    playAll(tally, starts, numbersFrom(from, 10), breaks['a pledge goes back before the device does'])
  const [found] = tally.faults
  expect(found?.story).toContain('CUSTODY_OPEN')
  expect(found?.story.split('\n').length).toBeLessThan(7)
})
