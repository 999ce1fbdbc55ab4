import { expect, it } from 'vitest'
import { onTheWay, outcomeOf } from './scenario-kit.ts'

it.each(onTheWay)('comes to the same by fetch, over msw and over a port: %s', async (name) => {
  const here = await outcomeOf(name, 'fetch')
  expect(await outcomeOf(name, 'msw')).toEqual(here)
  expect(await outcomeOf(name, 'served')).toEqual(here)
})
