import { setTimeout as pause } from 'node:timers/promises'
import type { Locale } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { ReadEntry, Runtime, Store } from 'terminal-lifecycle/runtime'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { Calls } from './acquirer/calls.ts'
import type { BusinessClock } from './business-clock.ts'
import type { Case } from './cases/case.ts'
import type { CaseName } from './cases/names.ts'
import { papersIn, writeDossier } from './dossier.ts'
import type { Folder } from './folder.ts'
import { asHost } from './people.ts'
import { type Ending, playCase, type Watcher } from './play.ts'
import { shortPath } from './short-path.ts'
import type { CaseTerminal } from './steps/step.ts'
import { checkText } from './ui/check.ts'
import { endingText } from './ui/ending.ts'
import type { Progress } from './ui/progress.ts'
import { type Result, resultTable } from './ui/result.ts'
import type { Screen } from './ui/screen.ts'
import { wordsIn } from './ui/words.ts'
import type { Problem } from './verdict.ts'

/** What a case is played with. */
export interface Office {
  readonly runtime: Runtime
  readonly store: Pick<Store, 'waiting' | 'timers' | 'claim'>
  readonly clock: BusinessClock
  readonly folder: Folder
  readonly calls: Calls
  readonly screen: Screen
  readonly locale: Locale
  readonly readHost: (() => Promise<LifecycleEvent>) | undefined
}

/** The case ended where it must, ended elsewhere, or waits for the acquirer's systems. */
export type ExitCode = 0 | 1 | 3

/** A case that has come to rest. */
export interface Walked extends Result {
  readonly name: CaseName
  readonly code: ExitCode
  readonly entries: number
}

const silent: Watcher = { entry: () => undefined, refused: () => undefined, waits: () => undefined }

const recordOf = async ({ runtime }: Office, { lifecycleId }: CaseTerminal): Promise<LifecycleRecord> => {
  const record = await runtime.get(lifecycleId, asHost)
  if (record === undefined) throw new Error(`${lifecycleId} was never opened.`)
  return record
}

const entriesOf = async (runtime: Runtime, { lifecycleId }: CaseTerminal): Promise<readonly ReadEntry[]> => {
  const entries: ReadEntry[] = []
  for await (const entry of runtime.journal(lifecycleId, asHost)) entries.push(entry)
  return entries
}

const stageOf = ({ runtime, store, clock, folder, readHost }: Office, terminal: CaseTerminal) => ({
  runtime,
  clock,
  terminal,
  keep: papersIn(folder).keep,
  ...(readHost && { readHost }),
  waiting: () => store.waiting(),
  pause: (milliseconds: number) => pause(milliseconds),
})

/** Before anything is submitted: all that stands in the way, as whoever asks may see it. */
const showCheck = async (
  office: Office,
  terminal: CaseTerminal,
  { kind, actor }: NonNullable<Case['check']>,
): Promise<void> => {
  const { runtime, screen, locale } = office
  const ask = kind === 'closure' ? runtime.checkClosure : runtime.checkReinstatement
  const check = await ask(terminal.lifecycleId, { actor })
  screen.heading(wordsIn(locale).headings.check)
  screen.say(...checkText(check, kind, locale, screen.paint, screen.columns))
}

const codeOf = (ending: Ending, problems: readonly Problem[]): ExitCode => {
  if (ending.kind === 'orderWaits') return 3
  return ending.kind === 'played' && problems.length === 0 ? 0 : 1
}

/** Plays the case of one terminal to its end, shows how, and writes the dossier. */
export const walkCase = async (
  office: Office,
  terminal: CaseTerminal,
  { name, before, steps, check, problemsOf }: Case,
  progressOf: (resumedAt: number | undefined) => Progress,
): Promise<Walked> => {
  const { runtime, screen, locale, folder, calls } = office
  const words = wordsIn(locale)
  const known = (await entriesOf(runtime, terminal)).at(-1)?.seq ?? 0
  const stage = stageOf(office, terminal)
  await playCase({ ...stage, steps: before, watcher: silent })
  if (check && known <= before.length) await showCheck(office, terminal, check)

  const heading = name === 'closure' ? words.headings.closure : words.headings.timeline
  screen.heading(heading)
  const progress = progressOf(known > 0 ? known : undefined)
  const ending = await playCase({ ...stage, steps, watcher: progress })
  progress.finish()

  const record = await recordOf(office, terminal)
  const problems = ending.kind === 'played' ? problemsOf(record, await runtime.audit()) : []
  const walked: Result = { record, calls: calls.all() }
  if (name === 'closure') {
    screen.heading(words.headings.result)
    screen.say(...resultTable(walked, locale, screen.columns).map((line) => `  ${line}`))
  }
  screen.say('', ...endingText({ ending, record, problems }, locale, screen.paint))

  const entries = await entriesOf(runtime, terminal)
  const documents = papersIn(folder).all()
  const path = writeDossier(folder, { ...walked, heading, entries, documents }, locale)
  screen.say('', `  ${words.labels.dossier}  ${shortPath(path)}`)
  return { name, ...walked, code: codeOf(ending, problems), entries: entries.length }
}
