import { describe } from '../../errors/index.ts'
import type { Opened } from '../../runtime/index.ts'
import { formatIssues, type PortfolioTerminal, readPortfolio } from '../../schemas/index.ts'
import { answer, type Command, type Context, ends, operator } from '../context.ts'

/** One transaction takes so many. */
const batchSize = 50

interface Report {
  opened: number
  /** By an earlier run of the same file, or otherwise. */
  known: number
  refused: { line: number; message: string }[]
}

const isThere = ({ error }: Extract<Opened, { outcome: 'refused' }>): boolean =>
  error.code === 'INVALID_INPUT' && error.issues.some(({ code }) => code === 'LIFECYCLE_EXISTS')

/** A number is in one open life at a time, so that the numbers name it. */
const lifecycleIdOf = ({ input: { acquirerId, merchantId, terminalId } }: PortfolioTerminal): string =>
  [acquirerId, merchantId, terminalId].join('.')

const openAll = async (
  { runtime, values, locale }: Context,
  batch: readonly PortfolioTerminal[],
  report: Report,
) => {
  const openings = batch.map((listed) => {
    const { acquirerId } = listed.input
    const lifecycleId = lifecycleIdOf(listed)
    const openedBy = { ...operator, acquirerId, organisationId: acquirerId, personId: values.person }
    return { input: { ...listed.input, lifecycleId, openedBy }, commandId: `import.${lifecycleId}` }
  })
  for (const [place, one] of (await runtime.openAll(openings)).entries()) {
    if (one.outcome === 'opened') report.opened += 1
    else if (one.outcome !== 'refused' || isThere(one)) report.known += 1
    else report.refused.push({ line: batch[place]?.line ?? 0, message: describe(one.error, locale).text })
  }
}

/** Opens the terminals of a portfolio: good lines once, however often the file is read; bad ones are listed. */
export const importPortfolio: Command = async (context) => {
  const { host, rest, words, locale } = context
  const [path] = rest
  if (path === undefined) return ends.misused
  const report: Report = { opened: 0, known: 0, refused: [] }
  let batch: PortfolioTerminal[] = []
  for await (const entry of readPortfolio(host.read(path), { at: host.now() })) {
    if ('issues' in entry) {
      for (const { message } of formatIssues(entry.issues, locale))
        report.refused.push({ line: entry.line, message })
    } else if (batch.push(entry) === batchSize) {
      await openAll(context, batch, report)
      batch = []
    }
  }
  await openAll(context, batch, report)
  const { opened, known, refused } = report
  answer(context, report, [
    ...refused.map(({ line, message }) => `${words.line} ${line}: ${message}`),
    words.opened(opened, known, refused.length),
  ])
  return refused.length === 0 ? ends.fine : ends.found
}
