import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRun } from '../../scripts/run-log.ts'
import { withCard } from '../../scripts/scorecard.ts'

const wanted = { projects: ['fast', 'slow'], homes: ['SQLite'] }
const log = `
> vitest run --project fast
\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m11673 passed\u001b[39m | \u001b[33m2 skipped\u001b[39m (11675)

16 checks, all passed, 80.1 s
> vitest run --project slow
crash proof of SQLite: SQLite 3.53.4 started, pid 44; 31 kills, 7 repeated keys, 0 effects twice
      Tests  2359 passed (2359)
`

describe('a score card', () => {
  it('takes from a run what it printed', () => {
    expect(readRun(log, wanted)).toEqual({
      tests: { fast: { passed: 11673, skipped: 2 }, slow: { passed: 2359, skipped: 0 } },
      checks: 16,
      homes: [{ home: 'SQLite', version: 'SQLite 3.53.4', kills: 31, repeatedKeys: 7, effectsTwice: 0 }],
    })
  })

  it.each([
    ['a project', /> vitest run --project slow/, 'slow'],
    ['a home', /crash proof.+/, 'SQLite'],
    ['the checks', /16 checks/, 'checks'],
  ])('is not made of a run that says nothing of %s', (_, part, name) => {
    expect(() => readRun(log.replace(part, ''), wanted)).toThrow(`The run says nothing of ${name}`)
  })

  it('is not made of a run in which a test failed', () => {
    const failed = log.replace('Tests  2359 passed', 'Tests  1 failed | 2358 passed')
    expect(() => readRun(failed, wanted)).toThrow('The run failed: slow')
  })

  it('of the README is that of the figures that are kept', () => {
    const readme = readFileSync('README.md', 'utf8')
    expect(withCard(readme)).toBe(readme)
  })
})
