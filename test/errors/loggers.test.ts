import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Canary, canaries } from './canaries.ts'
import { fields } from './fields.ts'
import { LeakyError } from './leaky-error.ts'
import { loggers } from './loggers.ts'
import { shows } from './shows.ts'

// Line numbers of a stack may look like a short secret.
const { stackTraceLimit } = Error
beforeAll(() => {
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

const secrets = Object.entries<Canary>(canaries)

/** One error of each fourth class, each secret in turn in another of its fields; the slow test has them all. */
const errorsWith = (text: string, turn: number): readonly Error[] =>
  Object.values(fields)
    .filter((_, index) => index % 4 === turn % 4)
    .flatMap((each) => {
      const makers = Object.values(each)
      const make = makers[turn % makers.length]
      return make ? [make(text)] : []
    })

describe.each(Object.entries(loggers))('%s', (_, create) => {
  test('writes no secret of an error of any class', () => {
    const log = create()
    const hits = secrets.flatMap(([what, canary], turn) =>
      errorsWith(canary.text, turn).flatMap((error) =>
        shows(canary, log(error)) ? [`${what}: ${error.name}`] : [],
      ),
    )
    expect(hits).toEqual([])
  })

  test('would write every one of them if an error kept it', () => {
    const log = create()
    const blind = secrets.filter(([, canary]) => !shows(canary, log(new LeakyError(canary.text))))
    expect(blind.map(([what]) => what)).toEqual([])
  })
})
