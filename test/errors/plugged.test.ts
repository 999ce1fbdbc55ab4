import { describe, expect, test } from 'vitest'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { canaries } from './canaries.ts'
import { pluggedParts } from './plugged-parts.ts'
import { renderers } from './renderers.ts'
import { shows } from './shows.ts'
import { thrownThings } from './thrown-things.ts'

describe.each(Object.entries(pluggedParts))('what a %s throws', (_, [code, run]) => {
  test.each(Object.entries(thrownThings))('arrives as an error of ours: %s', async (__, make) => {
    const error = await run(() => {
      throw make()
    })
    expect(isTerminalLifecycleError(error)).toBe(true)
    // What a service throws that is no error at all is a mistake of the service, and has a code of its own.
    const codes = code === 'of a service' ? ['PLUGGED_IN_FAILED', 'SERVICE_FAILED'] : [code]
    expect(codes).toContain((error as { code: string }).code)
    const seen = Object.entries(renderers).filter(([, print]) =>
      shows(canaries['a secret key'], print(error as Error)),
    )
    expect(seen.map(([way]) => way)).toEqual([])
  })
})

test('the secret would be seen in what is thrown', () => {
  const error = thrownThings['an error with a secret']?.() as Error
  expect(
    Object.values(renderers).filter((print) => shows(canaries['a secret key'], print(error))).length,
  ).toBeGreaterThan(5)
})
