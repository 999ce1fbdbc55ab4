import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { arbitraryOf } from '../../../src/testing/arbitraries.ts'
import { ofTheDoor, refusedOf } from './every-schema.ts'

it.each(ofTheDoor)('a schema accepts what is made for it: %s', (_, schema) => {
  expect(refusedOf(schema, fc.sample(arbitraryOf(schema), { numRuns: 1, seed: 7 }))).toEqual([])
})

it('a schema of which nothing passes is an error, and no search without an end', () => {
  const odd = z.object({ name: z.string() }).refine(() => false)
  expect(() => arbitraryOf(odd)).toThrow('Nothing made passes')
})
