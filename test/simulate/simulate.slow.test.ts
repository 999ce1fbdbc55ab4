import { expect, it } from 'vitest'
import { simulated } from './run-child.ts'

it('The seeds that the fast tests have no time for, up to the two hundredth, break no promise and meet every kind of fault', async () => {
  const { broken, seeds, faults } = await simulated('--seed', '21', '--seeds', '180')
  expect([broken, seeds]).toEqual([[], 180])
  expect(Object.entries(faults).filter(([, count]) => count === 0)).toEqual([])
})
