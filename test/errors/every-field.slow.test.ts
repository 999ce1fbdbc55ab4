import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Canary, canaries } from './canaries.ts'
import { everyField, fields } from './fields.ts'
import { loggers } from './loggers.ts'
import { renderers } from './renderers.ts'
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
const ways = [
  ...Object.entries(renderers),
  ...Object.entries(loggers).map(([name, create]) => [name, create()] as const),
]

/** What is seen, over all fields, secrets and ways of printing. */
const hitsAmong = (rows: typeof everyField): readonly string[] =>
  rows.flatMap(([name, make]) =>
    secrets.flatMap(([what, canary]) => {
      const error = make(canary.text)
      return ways.flatMap(([way, print]) =>
        shows(canary, print(error)) ? [`${what} in ${name} by way of ${way}`] : [],
      )
    }),
  )

test('no way of printing shows a secret in any field of any class', () => {
  console.log(
    `${Object.keys(fields).length} classes, ${everyField.length} fields, ${secrets.length} secrets, ${ways.length} ways`,
  )
  expect(hitsAmong(everyField)).toEqual([])
})

test('with the masker off every class shows secrets, in every way of printing', async () => {
  vi.resetModules()
  vi.doMock('../../src/errors/mask.ts', async (original) => ({
    ...(await original<object>()),
    mask: String,
    label: String,
    textOf: String,
    safePath: String,
    safeAddress: String,
    isSecretName: () => false,
  }))
  vi.doMock('../../src/errors/safe-text.ts', () => ({
    reference: String,
    safeCode: String,
    safePointer: String,
    safeName: String,
    safeNumber: (given: unknown) => given ?? null,
    isPlainReference: () => true,
  }))
  vi.doMock('../../src/errors/redact.ts', () => ({ redact: String }))
  const unmasked = await import('./fields.ts')
  vi.doUnmock('../../src/errors/mask.ts')
  vi.doUnmock('../../src/errors/safe-text.ts')
  vi.doUnmock('../../src/errors/redact.ts')
  vi.resetModules()
  const hits = hitsAmong(unmasked.everyField)
  console.log(`${hits.length} hits with the masker off`)
  const seen = new Set(hits.map((hit) => / in (\w+): /.exec(hit)?.[1]))
  const blind = Object.keys(fields).filter((name) => !seen.has(name))
  expect(blind).toEqual([])
  for (const [way] of ways) expect(hits.some((hit) => hit.endsWith(`by way of ${way}`))).toBe(true)
})
