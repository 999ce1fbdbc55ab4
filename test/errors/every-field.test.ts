import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as backend from '../../src/backend/index.ts'
import * as client from '../../src/client/index.ts'
import * as door from '../../src/errors/index.ts'
import * as runtime from '../../src/runtime/index.ts'
import * as server from '../../src/server/index.ts'
import * as testing from '../../src/testing/index.ts'
import * as webhooks from '../../src/webhooks/index.ts'
import { type Canary, canaries } from './canaries.ts'
import { everyField, fields } from './fields.ts'
import { LeakyError } from './leaky-error.ts'
import { renderers } from './renderers.ts'
import { shows } from './shows.ts'

/** The widest of them; the slow test has them all. */
const sampled = [renderers.inspect, renderers['a walk over all it holds']].filter(
  (print) => print !== undefined,
)

// Line numbers of a stack may look like a short secret.
const { stackTraceLimit } = Error
beforeAll(() => {
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

test('every class of errors that a door exports has a row for each of its fields', () => {
  const doors = [door, client, runtime, server, backend, webhooks, testing]
  const classes = doors.flatMap((each) =>
    Object.entries<unknown>({ ...each }).flatMap(([name, value]) =>
      typeof value === 'function' && value.prototype instanceof Error ? [name] : [],
    ),
  )
  expect([...new Set(classes)].sort()).toEqual([...Object.keys(fields), 'TerminalLifecycleError'].sort())
})

describe.each(Object.entries(canaries))('%s', (_, canary: Canary) => {
  test('is in no field of no class', () => {
    const hits = everyField.flatMap(([name, make]) => {
      const error = make(canary.text)
      return sampled.some((print) => shows(canary, print(error))) ? [name] : []
    })
    expect(hits).toEqual([])
  })

  test('would be seen by each way of printing if an error kept it', () => {
    const error = new LeakyError(`it said ${canary.text} twice`)
    const blind = Object.entries(renderers).filter(([, print]) => !shows(canary, print(error)))
    expect(blind.map(([way]) => way)).toEqual([])
  })
})
