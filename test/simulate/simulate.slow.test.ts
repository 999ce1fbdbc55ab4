import { expect, it } from 'vitest'
import { simulated } from './run-child.ts'

it('The two hundred seeds of the fast tests, with all the acts that they have, break no promise and meet every kind of fault', async () => {
  const { broken, seeds, faults } = await simulated('--seeds', '200')
  expect([broken, seeds]).toEqual([[], 200])
  expect(Object.entries(faults).filter(([, count]) => count === 0)).toEqual([])
})
