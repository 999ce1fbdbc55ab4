import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isTerminalLifecycleError, type OutcomeUnknownError } from '../../src/errors/index.ts'
import { spoiltAnswers } from './spoilt-answers.ts'
import { errorOf, secret } from './spoilt-kit.ts'

const table = Object.entries(spoiltAnswers)
const idempotencyKey = 'order-7/!#1'

it('at least thirty answers do not say what became of a write', () => {
  expect(table.length).toBeGreaterThanOrEqual(30)
})

describe.each(table)('%s', (_, spoilt) => {
  it.each(['payOut', 'submitClosure'] as const)(
    'leaves %s unknown, with its key and nothing secret',
    async (name) => {
      const error = (await errorOf(name, spoilt, { idempotencyKey })) as OutcomeUnknownError
      expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', idempotencyKey, operation: name })
      expect(error.cause === undefined || isTerminalLifecycleError(error.cause)).toBe(true)
      if (spoilt.read) expect(error.cause).toMatchObject({ code: spoilt.read })
      for (const text of [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error)])
        expect(text).not.toContain(secret)
    },
  )

  it('is told to a read as what it is', async () => {
    const error = await errorOf('getResult', spoilt, {})
    expect(error).toBeInstanceOf(Error)
    if (spoilt.read) expect(error).toMatchObject({ code: spoilt.read })
    expect(error).not.toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })
})

it('a key of chance comes with the error too', async () => {
  const error = await errorOf('payOut', { spoil: () => new Response(null, { status: 500 }) }, {})
  expect(error).toMatchObject({ idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/) })
})
