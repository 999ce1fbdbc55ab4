import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Locale } from 'terminal-lifecycle/domain'
import { type AnyTerminalLifecycleError, describe, type InputIssue } from 'terminal-lifecycle/errors'
import type { Opened, Runtime } from 'terminal-lifecycle/runtime'
import {
  formatIssues,
  type PortfolioEncoding,
  type PortfolioTerminal,
  readPortfolio,
} from 'terminal-lifecycle/schemas'
import { type CaseName, isCaseName } from './cases/names.ts'
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
  /** The terminals that play the cases, as far as the file has them. */
  readonly cases: Readonly<Partial<Record<CaseName, CaseTerminal>>>
}

/** Where a terminal is opened: one that plays a case has a business time, and so a store, of its own. */
export type RuntimeOf = (name: CaseName | undefined) => Runtime

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
  readonly #listed: { readonly line: number; readonly terminal: CaseTerminal }[] = []
  readonly cases: Partial<Record<CaseName, CaseTerminal>> = {}
  opened = 0
  known = 0
  readonly #runtimeOf: RuntimeOf
  readonly #digest: string
  readonly #locale: Locale
  #batches = new Map<Runtime, PortfolioTerminal[]>()

  constructor(runtimeOf: RuntimeOf, digest: string, locale: Locale) {
    this.#runtimeOf = runtimeOf
    this.#digest = digest
    this.#locale = locale
  }

  /** In the order of the file, whatever was opened first. */
  get terminals(): readonly CaseTerminal[] {
    return this.#listed.toSorted((one, other) => one.line - other.line).map(({ terminal }) => terminal)
  }

  async take(listed: PortfolioTerminal): Promise<void> {
    const runtime = this.#runtimeOf(isCaseName(listed.case) ? listed.case : undefined)
    const batch = this.#batches.get(runtime) ?? []
    this.#batches.set(runtime, [...batch, listed])
    if (batch.length + 1 === batchSize) await this.#flush(runtime)
  }

  async flush(): Promise<void> {
    for (const runtime of this.#batches.keys()) await this.#flush(runtime)
  }

  /** The command's id names the file and the line: the same file again opens nothing again. */
  async #flush(runtime: Runtime): Promise<void> {
    const batch = this.#batches.get(runtime) ?? []
    this.#batches.delete(runtime)
    const opened = await runtime.openAll(
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
    this.#listed.push({ line: listed.line, terminal })
    if (isCaseName(listed.case)) this.cases[listed.case] ??= terminal
  }
}

export interface ImportOptions {
  readonly at: string
  readonly locale: Locale
  readonly encoding?: PortfolioEncoding | undefined
}

/**
 * Imports a portfolio file as a stream: good lines go in once, bad ones are listed.
 *
 * @throws {InvalidInputError} when the header is wrong: then nothing is imported.
 */
export const importPortfolio = async (
  runtimeOf: RuntimeOf,
  path: string,
  { at, locale, encoding }: ImportOptions,
): Promise<ImportReport> => {
  const work = new Import(runtimeOf, await digestOf(path), locale)
  for await (const entry of readPortfolio(createReadStream(path), { at, ...(encoding && { encoding }) })) {
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
