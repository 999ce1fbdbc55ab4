import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { type Canary, canaries } from './canaries.ts'
import { everyField } from './fields.ts'
import { shows } from './shows.ts'

const secrets = Object.entries<Canary>(canaries)
const child = new URL('unhandled-child.ts', import.meta.url).pathname

/** What Node prints of it, and of its many errors, before it dies. */
const print = (...given: readonly (number | string)[]): string => {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--stack-trace-limit=0', child, ...given.map(String)],
    {
      encoding: 'utf8',
    },
  )
  expect(status).toBe(1)
  return stderr
}
const seenIn = (printed: string) =>
  secrets.filter(([, canary]) => shows(canary, printed)).map(([what]) => what)

test.each([0, 50, 100, 150])(
  'a rejection that nobody handles prints no secret: fields from %i on',
  (from) => {
    for (const turn of [0, 5, 10]) {
      const printed = print(from, turn)
      expect(printed).toContain('all failed')
      expect(seenIn(printed)).toEqual([])
    }
  },
)

test('all fields are among them', () => {
  expect(everyField.length).toBeLessThanOrEqual(200)
})

test('a rejection that nobody handles prints every secret of errors that keep them', () => {
  expect(seenIn(print(0, 0, 'control'))).toEqual(secrets.map(([what]) => what))
})
