import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sameAsTold } from './same-as-told.ts'

describe('an inbox', () => {
  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])('makes over %s of any order and number of messages what the same reports make', async (_, home) => {
    await fc.assert(sameAsTold(home), { numRuns: 100 })
  })
})
