import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { Run, recordIn, stopAcquirer } from './runs.ts'
import { portfolio } from './stage.ts'

const home = mkdtempSync(join(tmpdir(), 'quickstart-'))
const folder = (name: string): string => join(home, name)
afterAll(() => {
  for (const name of ['en', 'zh-CN', 'waiting', 'files']) stopAcquirer(folder(name))
  rmSync(home, { recursive: true, force: true })
})

const start = async (...args: Parameters<typeof newRun>) => {
  const run = newRun(...args)
  return { code: await run.end(), output: run.output }
}
const newRun = (name: string, ...args: readonly string[]) => new Run(folder(name), ...args)

describe('npm start', () => {
  it('ends with 0 in both languages, with the same record', async () => {
    const english = await start('en')
    const chinese = await start('zh-CN', '--locale', 'zh-CN')
    expect([english.code, chinese.code]).toEqual([0, 0])
    expect(english.output).toContain('1,680.00 + 320.00 = 2,000.00')
    expect(english.output).toContain('The case ended where it must.')
    expect(chinese.output).toContain('案件按预期办结。')
    expect(recordIn(folder('zh-CN'))).toEqual(recordIn(folder('en')))
  })

  it('tells the same again, and does nothing, when the case has ended', async () => {
    await start('en')
    const before = recordIn(folder('en'))
    const again = await start('en')
    expect(again.code).toBe(0)
    expect(again.output).toContain('0 terminals opened, 25 known before')
    expect(recordIn(folder('en'))).toEqual(before)
  })

  it('plays every case to the end, one row each', async () => {
    const { output } = await start('en')
    const rows = output.slice(output.indexOf('All cases'))
    for (const name of caseNames) expect(rows).toMatch(new RegExp(`^ *${name} .* as it must be `, 'm'))
    expect(rows).not.toContain('not as it must be')
  })

  it('waits in a named state for the acquirer, and goes on when it is back', async () => {
    const alone = await start('waiting', '--no-acquirer')
    expect(alone.code).toBe(3)
    expect(alone.output).toContain('The case waits in "Clearing" for the acquirer\'s systems:')
    expect(alone.output).toContain('Disable payments: ')
    expect(alone.output).toContain('Whose turn it is: Payment provider.')
    expect((await start('waiting')).code).toBe(0)
  })

  it('takes the good lines of a broken file and ends with 0; with a wrong header nothing, and 2', async () => {
    const broken = await start('files', '--portfolio', portfolio.replace('.csv', '-broken.csv'))
    expect(broken.code).toBe(0)
    expect(broken.output).toContain('2 terminals opened, 0 known before, 10 problems.')
    const file = join(home, 'header.csv')
    writeFileSync(file, readFileSync(portfolio, 'utf8').replace('model', 'colour'))
    const header = await start('files', '--portfolio', file, '--locale', 'zh-CN')
    expect(header.code).toBe(2)
    expect(header.output).toContain('没有此列。')
  })

  it('answers a wrong command line with a sentence and 2, never with a stack', async () => {
    const { code, output } = await start('files', '--colour')
    expect(code).toBe(2)
    expect(output).toBe("Unknown option '--colour'\n→ npm start -- --help\n")
  })
})
