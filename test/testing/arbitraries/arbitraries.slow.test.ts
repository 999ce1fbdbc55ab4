import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryOf, nearMissOf } from '../../../src/testing/arbitraries.ts'
import { everySchema, refusedOf } from './every-schema.ts'

it.each(everySchema)('a schema accepts whatever is made for it: %s', (_, schema) => {
  expect(refusedOf(schema, fc.sample(arbitraryOf(schema), { numRuns: 20, seed: 11 }))).toEqual([])
})

it('schemas refuse nearly all that has one thing wrong with it', () => {
  const tried = everySchema.flatMap(([, schema]) =>
    fc.sample(nearMissOf(schema), { numRuns: 5, seed: 7 }).map((value) => schema.safeParse(value).success),
  )
  expect(tried.filter((success) => !success).length / tried.length).toBeGreaterThan(0.8)
})
