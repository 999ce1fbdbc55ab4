import { describe, expect, it } from 'vitest'
import { spoiltAnswers } from './spoilt-answers.ts'
import { errorOf, writesOf } from './spoilt-kit.ts'

const idempotencyKey = 'lc-1/4/0'

describe.each(['portal', 'systems'] as const)('every write of the %s side', (side) => {
  it.each(Object.entries(spoiltAnswers))('is left unknown, with its key, by %s', async (_, spoilt) => {
    for (const operation of writesOf(side)) {
      expect(await errorOf(operation, spoilt, { idempotencyKey })).toMatchObject({
        code: 'OUTCOME_UNKNOWN',
        idempotencyKey,
        operation,
      })
    }
  })
})
