import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import type { Runtime, Store } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { openAcquirer } from './acquirer/process.ts'
import { leaseMs } from './acquirer/services.ts'
import { closeTerminal } from './close-terminal.ts'
import { openFolder } from './folder.ts'
import { headerProblems, type ImportReport, importPortfolio, type LineProblem } from './import.ts'
import type { Options } from './options.ts'
import { shortPath } from './short-path.ts'
import { openingText } from './ui/opening.ts'
import { portfolioText, problemsText } from './ui/portfolio.ts'
import type { Screen } from './ui/screen.ts'
import { wordsIn } from './ui/words.ts'
import { type Wired, wire } from './wire.ts'

export type RunCode = 0 | 1 | 2 | 3

/** After a crash in the middle of an order: nobody else may touch it before its lease has run out, nor what comes behind it. */
const letLeasesRunOut = async (store: Store, screen: Screen, { locale }: Options): Promise<void> => {
  const isLeased = (await store.waiting()).some(
    ({ attempts, lastErrorCode }) => attempts > 0 && lastErrorCode === null,
  )
  if (!isLeased) return
  screen.say('', `  ${screen.paint('waiting', wordsIn(locale).leases(leaseMs / 1_000))}`)
  await pause(leaseMs)
}

const showReport = async (
  report: ImportReport,
  runtime: Runtime,
  screen: Screen,
  options: Options,
): Promise<void> => {
  const { locale, portfolio } = options
  const words = wordsIn(locale)
  const { opened, known, problems, terminals } = report
  screen.heading(words.headings.portfolio)
  screen.say(`  ${words.imported({ file: basename(portfolio), opened, known, refused: problems.length })}`)
  if (problems.length > 0) screen.say('', ...problemsText(problems, locale))
  const listed = await Promise.all(
    terminals.map(async (terminal) => ({
      listed: terminal,
      record: await runtime.get(terminal.lifecycleId),
    })),
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

const work = async (options: Options, screen: Screen, wired: Wired, store: Store): Promise<RunCode> => {
  const { locale } = options
  const { office, hostOf, progressOf } = wired
  let report: ImportReport
  try {
    report = await importPortfolio(office.runtime, options.portfolio, { at: office.clock.now(), locale })
  } catch (error) {
    if (!isTerminalLifecycleError(error) || error.code !== 'INVALID_INPUT') throw error
    return refuseFile(headerProblems(error.issues, locale), screen, options)
  }
  await showReport(report, office.runtime, screen, options)
  if (report.terminals.length === 0) {
    screen.say('', `  ${screen.paint('bad', wordsIn(locale).nothingGood)}`)
    return 2
  }
  if (report.playing === undefined) {
    screen.say('', `  ${wordsIn(locale).noCase}`)
    return 0
  }
  await letLeasesRunOut(store, screen, options)
  return closeTerminal({ ...office, readHost: hostOf(report.playing) }, report.playing, progressOf)
}

/** The whole job: acquirer, portfolio, closure, dossier. */
export const run = async (options: Options, screen: Screen): Promise<RunCode> => {
  const folder = openFolder(options.folder)
  const acquirer = options.acquirer ? await openAcquirer(folder, options) : undefined
  process.once('exit', () => acquirer?.stop())
  process.once('SIGINT', () => process.exit(130))
  const store = sqliteStore(folder.at('terminals.db'))
  try {
    for (const operation of options.held) await acquirer?.controls.hold(operation)
    const wired = wire(options, folder, store, acquirer, screen)
    const now = wired.office.clock.now()
    screen.say(...openingText({ options, acquirer, now, path: shortPath(folder.path) }, screen.paint))
    return await work(options, screen, wired, store)
  } finally {
    await store.close()
  }
}
