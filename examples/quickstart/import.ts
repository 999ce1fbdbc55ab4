import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Locale } from 'terminal-lifecycle/domain'
import { type AnyTerminalLifecycleError, describe, type InputIssue } from 'terminal-lifecycle/errors'
import type { Opened, Runtime } from 'terminal-lifecycle/runtime'
import { formatIssues, type PortfolioTerminal, readPortfolio } from 'terminal-lifecycle/schemas'
import { people } from './people.ts'
import type { CaseTerminal } from './steps/step.ts'

/** One thing that is wrong with a file, where it stands and in words. */
export interface LineProblem {
  readonly line: number
  /** Empty: the whole line. */
  readonly column: string
  readonly message: string
}

export interface ImportReport {
  readonly opened: number
  /** Opened by an earlier run. */
  readonly known: number
  readonly problems: readonly LineProblem[]
  readonly terminals: readonly CaseTerminal[]
  /** The terminal that plays the walk-through, if the file has one. */
  readonly playing: CaseTerminal | undefined
}

/** One transaction takes so many terminals. */
const batchSize = 50

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** A number is opened once by this example, so its numbers can name its life. */
const lifecycleIdOf = ({ terminal }: PortfolioTerminal): string =>
  `life-${terminal.merchantId}-${terminal.terminalId}`

const caseOf = (listed: PortfolioTerminal): CaseTerminal => {
  const { merchant, terminal } = listed
  return { lifecycleId: lifecycleIdOf(listed), merchant, terminal }
}

const isKnown = (error: AnyTerminalLifecycleError): boolean =>
  error.code === 'INVALID_INPUT' && error.issues.some(({ code }) => code === 'LIFECYCLE_EXISTS')

class Import {
  readonly problems: LineProblem[] = []
  readonly terminals: CaseTerminal[] = []
  playing: CaseTerminal | undefined
  opened = 0
  known = 0
  readonly #runtime: Runtime
  readonly #digest: string
  readonly #locale: Locale
  #batch: PortfolioTerminal[] = []

  constructor(runtime: Runtime, digest: string, locale: Locale) {
    this.#runtime = runtime
    this.#digest = digest
    this.#locale = locale
  }

  async take(listed: PortfolioTerminal): Promise<void> {
    this.#batch.push(listed)
    if (this.#batch.length === batchSize) await this.flush()
  }

  /** The command's id names the file and the line: the same file again opens nothing again. */
  async flush(): Promise<void> {
    const batch = this.#batch.splice(0)
    const opened = await this.#runtime.openAll(
      batch.map((listed) => ({
        input: { ...listed.input, lifecycleId: lifecycleIdOf(listed), openedBy: people.intake.actor },
        commandId: `import:${this.#digest}:${listed.line}`,
      })),
    )
    for (const [place, listed] of batch.entries()) this.#note(listed, opened[place])
  }

  #note(listed: PortfolioTerminal, opened: Opened | undefined): void {
    if (opened?.outcome === 'refused' && !isKnown(opened.error)) {
      const { text } = describe(opened.error, this.#locale)
      this.problems.push({ line: listed.line, column: '', message: `${text} (${opened.error.message})` })
      return
    }
    if (opened?.outcome === 'opened') this.opened += 1
    else this.known += 1
    const terminal = caseOf(listed)
    this.terminals.push(terminal)
    if (listed.case === 'closure') this.playing ??= terminal
  }
}

/**
 * Imports a portfolio file as a stream: good lines go in once, bad ones are listed.
 *
 * @throws {InvalidInputError} when the header is wrong: then nothing is imported.
 */
export const importPortfolio = async (
  runtime: Runtime,
  path: string,
  { at, locale }: { readonly at: string; readonly locale: Locale },
): Promise<ImportReport> => {
  const work = new Import(runtime, await digestOf(path), locale)
  for await (const entry of readPortfolio(createReadStream(path), { at })) {
    if ('issues' in entry) {
      const messages = formatIssues(entry.issues, locale)
      for (const [place, { column }] of entry.issues.entries()) {
        work.problems.push({ line: entry.line, column, message: messages[place]?.message ?? '' })
      }
    } else await work.take(entry)
  }
  await work.flush()
  return work
}

/** What is wrong with a header, in the same form as what is wrong with a line. */
export const headerProblems = (issues: readonly InputIssue[], locale: Locale): readonly LineProblem[] =>
  issues.map(({ path, code, line = 1 }) => ({
    line,
    column: path.slice(1),
    message: headerText(code, path, locale),
  }))

const headerText = (code: string, path: string, locale: Locale): string => {
  const params = { column: path.slice(1) }
  return formatIssues([{ path, code: code as 'UNKNOWN_COLUMN', params }], locale)[0]?.message ?? code
}
