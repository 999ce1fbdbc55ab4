import {
  type Answer,
  type Command,
  type LifecycleRecord,
  type ReportKey,
  reminded,
  reportKey,
  toldAs,
} from '../machine/index.ts'
import { digestOf } from '../schemas/index.ts'
import type { Store, ToldReport } from './store.ts'

interface KnownReportsParts {
  store: Pick<Store, 'told'>
  step: (record: LifecycleRecord, command: Command) => Answer
}

/** What came of a command, and what is to be remembered of it for ever. */
export interface Stepped {
  answer: Answer
  told: ToldReport | null
}

/** Half of a SHA-256 tells all reports of all lives apart, and its rows are half as long. */
export const keyOfReport = async (lifecycleId: string, { values }: ReportKey): Promise<string> =>
  (await digestOf([lifecycleId, ...values])).slice(0, 32)

/** The machine writes its digest of 53 bits to the base 36; as a number it takes fewer bytes. */
export const contentFrom = (digest: string): number => Number.parseInt(digest, 36)
const digestFrom = (content: number): string => content.toString(36)

/**
 * A step that knows every report that was ever told, also those that the record has forgotten. A repeat is answered as the
 * record would answer it had it forgotten nothing; everything else is the step alone, so that the journal tells the same record.
 */
export function createKnownReports({ store, step }: KnownReportsParts) {
  /** The answer to a repeat of what only the store remembers. */
  async function repeated(
    record: LifecycleRecord,
    command: Command,
    { name }: ReportKey,
    key: string,
  ): Promise<Answer | undefined> {
    const known = await store.told(record.lifecycleId, key)
    if (!known) return undefined
    const { content, counted } = known
    const answer = step(reminded(record, name, { content: digestFrom(content), counted }), command)
    return answer.accepted && answer.noop ? { ...answer, record } : undefined
  }

  return async (record: LifecycleRecord, command: Command): Promise<Stepped> => {
    const report = reportKey(command)
    if (!report) return { answer: step(record, command), told: null }
    const key = await keyOfReport(record.lifecycleId, report)
    // What the record remembers is never older than the row: both are written in one commit.
    const isRemembered = toldAs(record, report.name) !== undefined
    const answer =
      (isRemembered ? undefined : await repeated(record, command, report, key)) ?? step(record, command)
    const told = answer.accepted && answer.entry ? toldAs(answer.record, report.name) : undefined
    return { answer, told: told ? { key, content: contentFrom(told.content), counted: told.counted } : null }
  }
}
