import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Project, projectOf } from './project.ts'

/** Mistakes that somebody may make in the code under test, and the test of the example that finds each. */
const mistakes = [
  {
    says: 'gives up when an answer got lost',
    is: "if (error.code !== 'OUTCOME_UNKNOWN') throw error",
    was: 'throw error',
    foundBy: 'knows that it was filed although every answer got lost',
  },
  {
    says: 'does not look whether it was filed before',
    is: 'if (before) return before',
    was: '',
    foundBy: 'files once, however often the button is pressed',
  },
  {
    says: 'takes another key for each attempt',
    is: '{ idempotencyKey: key })\n    return',
    was: '{ idempotencyKey: crypto.randomUUID() })\n    return',
    foundBy: 'files once, however often the button is pressed',
  },
]

describe('The example of a suite of your own, from the packed package', () => {
  let project: Project
  beforeAll(() => {
    project = projectOf('vitest-msw')
  })
  afterAll(() => project.remove())
  const suite = () => project.run('node_modules/vitest/vitest.mjs', 'run', '--reporter', 'tap-flat')

  it('compiles against the declarations of the package, which are checked too', () => {
    expect(project.types()).toBe('')
  })

  it('passes', () => {
    const lines = suite().match(/^(not )?ok .*/gm)
    expect(lines).toHaveLength(8)
    expect(lines?.filter((line) => line.startsWith('not'))).toEqual([])
  })

  it.each(mistakes)('fails where the code under test $says', ({ is, was, foundBy }) => {
    const file = join(project.folder, 'close-terminal.ts')
    const right = readFileSync(file, 'utf8')
    expect(right).toContain(is)
    writeFileSync(file, right.replace(is, was))
    try {
      suite()
      expect.fail('it passed')
    } catch (error) {
      const { stdout = '' } = error as { stdout?: string }
      expect(stdout).toMatch(new RegExp(`^not ok .*${foundBy}`, 'm'))
    } finally {
      writeFileSync(file, right)
    }
  })
})
