import { describe, isTerminalLifecycleError } from '../../errors/index.ts'
import { openFleet } from '../../fleet/index.ts'
import type { Opening } from '../../runtime/index.ts'
import {
  formatIssues,
  type PortfolioEncoding,
  type PortfolioTerminal,
  readPortfolio,
} from '../../schemas/index.ts'
import { answer, type Command, type Context, ends, operator } from '../context.ts'
import { objectIn } from '../file.ts'
import { whereIn } from '../where.ts'

/** Those that come at the same time share a transaction. */
const atOnce = 50

interface Report {
  /** What opened, or with `--dry-run` would. */
  opened: number
  /** By an earlier run of the same file, or otherwise. */
  known: number
  refused: { line: number; message: string }[]
}

/** An opening, and the line that it comes from. */
interface Listed extends Opening {
  readonly line: number
}

/** A number is in one open life at a time, so that the numbers name it. */
const lifecycleIdOf = ({ input: { acquirerId, merchantId, terminalId } }: PortfolioTerminal): string =>
  [acquirerId, merchantId, terminalId].join('.')

const openingOf = (listed: PortfolioTerminal, { values }: Context): Listed => {
  const { acquirerId } = listed.input
  const lifecycleId = lifecycleIdOf(listed)
  const openedBy = { ...operator, acquirerId, organisationId: acquirerId, personId: values.person }
  const input = { ...listed.input, lifecycleId, openedBy }
  return { input, commandId: `import.${lifecycleId}`, line: listed.line }
}

/** The openings of a file as they are read; what is wrong with a line is told to the report. */
async function* openingsIn(path: string, context: Context, report: Report): AsyncGenerator<Listed> {
  const { host, locale, values } = context
  const map = values.map === undefined ? undefined : await objectIn(values.map, host.read(values.map))
  const encoding = values.encoding as PortfolioEncoding | undefined
  for await (const entry of readPortfolio(host.read(path), {
    at: host.now(),
    ...(encoding && { encoding }),
    ...(map && { map }),
  })) {
    if (!('issues' in entry)) yield openingOf(entry, context)
    else
      for (const [place, { message }] of formatIssues(entry.issues, locale).entries()) {
        const { named, column = '' } = entry.issues[place] ?? {}
        const where = named ?? column
        report.refused.push({ line: entry.line, message: where === '' ? message : `${where}: ${message}` })
      }
  }
}

/** Opens the terminals of a portfolio: good lines once, however often the file is read; bad ones are listed. */
export const importPortfolio: Command = async (context) => {
  const { runtime, rest, words, locale, values } = context
  const dryRun = values['dry-run']
  const [path] = rest
  if (path === undefined) return ends.misused
  const report: Report = { opened: 0, known: 0, refused: [] }
  const lines = new Map<string, number>()
  async function* noted() {
    for await (const opening of openingsIn(path ?? '', context, report)) {
      lines.set(opening.input.lifecycleId, opening.line)
      yield opening
    }
  }
  for await (const { key, ...result } of openFleet(runtime, noted(), { concurrency: atOnce, dryRun })) {
    const line = lines.get(key) ?? 0
    lines.delete(key)
    if (result.outcome === 'failed') throw result.error
    if (result.outcome === 'accepted') report.opened += 1
    else if (result.outcome === 'alreadyDone' || result.codes.includes('LIFECYCLE_EXISTS')) report.known += 1
    else if (isTerminalLifecycleError(result.error))
      report.refused.push({
        line,
        message: `${describe(result.error, locale).text}${whereIn(result.error, locale)}`,
      })
  }
  report.refused.sort((one, other) => one.line - other.line)
  const { opened, known, refused } = report
  answer(context, report, [
    ...refused.map(({ line, message }) => `${words.line} ${line}: ${message}`),
    (dryRun ? words.wouldOpen : words.opened)(opened, known, refused.length),
  ])
  return refused.length === 0 ? ends.fine : ends.found
}
