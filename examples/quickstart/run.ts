import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import { type Acquirer, openAcquirer } from './acquirer/process.ts'
import { leaseMs } from './acquirer/services.ts'
import type { Case } from './cases/case.ts'
import { cases } from './cases/index.ts'
import { type CaseName, caseNames } from './cases/names.ts'
import { Desks } from './desks.ts'
import { headerProblems, type ImportReport, importPortfolio, type LineProblem } from './import.ts'
import { isInterrupted, lineUp } from './leases.ts'
import { letterCases, showLetters } from './letters.ts'
import type { Options } from './options.ts'
import { shortPath } from './short-path.ts'
import type { CaseTerminal } from './steps/step.ts'
import { openingText } from './ui/opening.ts'
import { overviewTable } from './ui/overview.ts'
import { portfolioText, problemsText } from './ui/portfolio.ts'
import { Screen } from './ui/screen.ts'
import { wordsIn } from './ui/words.ts'
import { type Walked, walkCase } from './walk-case.ts'
import type { Wired } from './wire.ts'

export type RunCode = 0 | 1 | 2 | 3

/** What the run before had in its hands when it died is nobody's for so long. */
const letLeasesRunOut = async (
  { store, clock, screen, locale }: Wired['office'],
  { lifecycleId }: CaseTerminal,
): Promise<void> => {
  if (!(await isInterrupted(store, lifecycleId, clock.now()))) return
  screen.say('', `  ${screen.paint('waiting', wordsIn(locale).leases(leaseMs / 1_000))}`)
  await pause(leaseMs)
  await lineUp(store, Date.now())
}

const showReport = async (
  report: ImportReport,
  desks: Desks,
  screen: Screen,
  { locale, portfolio }: Options,
): Promise<void> => {
  const words = wordsIn(locale)
  const { opened, known, problems, terminals } = report
  screen.heading(words.headings.portfolio)
  screen.say(`  ${words.imported({ file: basename(portfolio), opened, known, refused: problems.length })}`)
  if (problems.length > 0) screen.say('', ...problemsText(problems, locale))
  const listed = await Promise.all(
    terminals.map(async (terminal) => ({ listed: terminal, record: await desks.find(terminal.lifecycleId) })),
  )
  const rows = listed.flatMap(({ listed, record }) => (record ? [{ listed, record }] : []))
  if (rows.length > 0) screen.say('', ...portfolioText(rows, locale).map((line) => screen.cut(line)))
}

const refuseFile = (problems: readonly LineProblem[], screen: Screen, { locale, portfolio }: Options): 2 => {
  const words = wordsIn(locale)
  screen.heading(`${words.headings.portfolio} ${basename(portfolio)}`)
  screen.say(...problemsText(problems, locale), '', `  ${screen.paint('bad', words.nothingGood)}`)
  return 2
}

const running: Acquirer[] = []
process.once('exit', () => {
  for (const acquirer of running) acquirer.stop()
})

/** The acquirer of this case: its business time is the case's, so it is a process of its own. */
const acquirerFor = async (name: CaseName, desks: Desks, options: Options): Promise<Acquirer | undefined> => {
  if (!options.acquirer) return undefined
  const acquirer = await openAcquirer(desks.at(name).folder, options)
  running.push(acquirer)
  for (const operation of options.held) await acquirer.controls.hold(operation)
  return acquirer
}

const walk = async (
  item: Case,
  terminal: CaseTerminal,
  acquirer: Acquirer | undefined,
  { desks, screen, options }: { desks: Desks; screen: Screen; options: Options },
): Promise<Walked> => {
  const { office, hostOf, progressOf } = desks.wire(item.name, acquirer)
  const { locale } = options
  const { terminalId } = terminal.terminal
  if (item.name !== 'closure')
    screen.heading(`━━ ${wordsIn(locale).cases[item.name]}  ${terminalId} ${terminal.merchant.merchantName}`)
  await letLeasesRunOut(office, terminal)
  return walkCase({ ...office, readHost: hostOf(terminal) }, terminal, item, progressOf)
}

const firstOf = (options: Options): CaseName => options.case ?? 'closure'
const namesOf = (options: Options): readonly CaseName[] =>
  options.case ? [options.case] : options.letters ? letterCases : caseNames

/** The worst of all: one that ended elsewhere is worse than one that waits. */
const worstOf = (walked: readonly Walked[]): RunCode => {
  const codes = new Set(walked.map(({ code }) => code))
  return codes.has(1) ? 1 : codes.has(3) ? 3 : 0
}

const work = async (
  options: Options,
  { screen, complaints }: { screen: Screen; complaints: Screen },
  desks: Desks,
  first: Acquirer | undefined,
): Promise<{ code: RunCode; report?: ImportReport }> => {
  const { locale, encoding } = options
  const words = wordsIn(locale)
  let report: ImportReport
  try {
    report = await importPortfolio(desks.runtimeOf, options.portfolio, { at: desks.now(), locale, encoding })
  } catch (error) {
    if (!isTerminalLifecycleError(error) || error.code !== 'INVALID_INPUT') throw error
    return { code: refuseFile(headerProblems(error.issues, locale), complaints, options) }
  }
  await showReport(report, desks, screen, options)
  if (report.terminals.length === 0) {
    complaints.say('', `  ${screen.paint('bad', words.nothingGood)}`)
    return { code: 2 }
  }
  const walked: Walked[] = []
  for (const name of namesOf(options)) {
    const terminal = report.cases[name]
    if (terminal === undefined) continue
    const acquirer = name === firstOf(options) ? first : await acquirerFor(name, desks, options)
    walked.push(await walk(cases[name], terminal, acquirer, { desks, screen, options }))
    acquirer?.stop()
  }
  if (walked.length === 0) complaints.say('', `  ${words.noCase}`)
  else if (walked.length > 1) {
    screen.heading(words.headings.overview)
    screen.say(...overviewTable(walked, locale).map((line) => screen.cut(`  ${line}`)))
  }
  return { code: worstOf(walked), report }
}

/** The whole job: acquirers, portfolio, cases, dossiers; or what the merchants got in writing. */
export const run = async (options: Options, complaints: Screen): Promise<RunCode> => {
  const screen = options.letters ? Screen.silent() : complaints
  const desks = new Desks(options, screen)
  const first = await acquirerFor(firstOf(options), desks, options)
  process.once('SIGINT', () => process.exit(130))
  try {
    const now = desks.now()
    screen.say(
      ...openingText({ options, acquirer: first, now, path: shortPath(options.folder) }, screen.paint),
    )
    const { code, report } = await work(options, { screen, complaints }, desks, first)
    for (const name of options.letters ? namesOf(options) : []) {
      const { lifecycleId } = report?.cases[name] ?? {}
      if (lifecycleId) await showLetters(desks.at(name).runtime, lifecycleId, name, options, complaints)
    }
    return code
  } finally {
    await desks.close()
  }
}
