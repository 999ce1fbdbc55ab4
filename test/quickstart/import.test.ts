import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isUnifiedSocialCreditCode } from 'terminal-lifecycle/domain'
import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { headerProblems } from '../../examples/quickstart/import.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { openStage, portfolio } from './stage.ts'

const broken = portfolio.replace('portfolio.csv', 'portfolio-broken.csv')

describe('The portfolio of the quickstart', () => {
  it('has at least thirteen terminals, one of them with two devices and one for each case', async () => {
    const { terminals, problems, cases } = await openStage().import()
    expect(problems).toEqual([])
    expect(terminals.length).toBeGreaterThanOrEqual(13)
    expect(terminals.filter(({ terminal }) => terminal.devices.length === 2)).toHaveLength(1)
    expect(Object.keys(cases).toSorted()).toEqual(caseNames.toSorted())
    expect(cases.closure?.terminal.devices[0]?.owner).toBe('provider')
    expect(new Set(terminals.flatMap(({ terminal }) => terminal.devices.map(({ model }) => model)))).toEqual(
      new Set(['PAX A920', 'Castles AMS1', 'Verifone P400', 'BBPOS WisePOS E']),
    )
  })

  it('names only credit codes with the right check character', async () => {
    const { terminals } = await openStage().import()
    const codes = terminals.flatMap(({ merchant }) => merchant.unifiedSocialCreditCode ?? [])
    expect(codes.length).toBeGreaterThan(10)
    expect(codes.filter((code) => !isUnifiedSocialCreditCode(code))).toEqual([])
  })

  it('opens terminals with the holds that the file names, effective at once', async () => {
    const stage = openStage()
    await stage.import()
    const [held] = await stage.runtime.find({ terminalId: '10230004' }, asHost)
    expect(Object.values(held?.context.holds ?? {}).map(({ code, status }) => [code, status])).toEqual([
      ['ACCOUNT_ARREARS', 'effective'],
    ])
  })
})

describe('An import', () => {
  it('takes the good lines and lists the bad ones with line and column', async () => {
    const { opened, problems } = await openStage().import(broken)
    expect(opened).toBe(2)
    expect(problems.map(({ line, column }) => `${line} ${column}`).toSorted()).toEqual(
      [
        '3 unifiedSocialCreditCode',
        '4 depositAmount',
        '6 terminalId',
        '6 serialNumber',
        '7 depositKind',
        '7 depositHeldBy',
        '8 holdCodes',
        '9 lastTransactionAt',
        '10 ',
        '11 ',
      ].toSorted(),
    )
    expect(problems.every(({ message }) => message.length > 10)).toBe(true)
  })

  it('opens nothing again when the same file comes a second time', async () => {
    const stage = openStage()
    const first = await stage.import(broken)
    const second = await stage.import(broken)
    expect([first.opened, first.known]).toEqual([2, 0])
    expect([second.opened, second.known]).toEqual([0, 2])
    expect(second.problems).toEqual(first.problems)
  })

  it('refuses a file whose header has a column that nobody knows, and says which', async () => {
    const file = join(tmpdir(), `portfolio-${process.pid}.csv`)
    writeFileSync(file, readFileSync(portfolio, 'utf8').replace('model', 'colour'))
    const error = await openStage()
      .import(file)
      .catch((thrown: unknown) => thrown as { code: string; issues: [] })
    expect(error).toMatchObject({ code: 'INVALID_INPUT' })
    const { issues } = error as { issues: Parameters<typeof headerProblems>[0] }
    expect(headerProblems(issues, 'en')).toEqual([
      { line: 1, column: 'colour', message: 'There is no such column.' },
      { line: 1, column: 'model', message: 'This column is missing.' },
    ])
  })
})
