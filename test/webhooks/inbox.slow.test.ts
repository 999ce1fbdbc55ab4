import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sameAsTold } from './same-as-told.ts'

// Digests of the host take their time on a busy machine.
const patient = { timeout: 600_000 }

describe('an inbox', () => {
  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])(
    'makes over %s of any order and number of messages what the same reports make',
    patient,
    async (_, home) => {
      await fc.assert(sameAsTold(home), { numRuns: 430 })
    },
  )
})
