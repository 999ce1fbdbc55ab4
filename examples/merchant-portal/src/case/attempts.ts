import type { JournalItem } from 'terminal-lifecycle/contract'
import { isProcess, type Process } from './acts.ts'

export interface Attempt {
  readonly applicationId: string
  readonly process: Process
  /** 1, and one more for each supplement. */
  readonly attempt: number
  readonly filedAt: string
  /** Nothing: it is under review. */
  readonly decision?: {
    readonly type: string
    readonly at: string
    readonly code?: string | undefined
    readonly reason?: string | undefined
  }
}

const endings = [
  'review.approved',
  'review.rejected',
  'review.informationRequested',
  'application.withdrawn',
  'application.lapsed',
]

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** What an entry of the journal says beside its type; whatever it may be. */
const saidBy = ({ cause }: JournalItem): Readonly<Record<string, unknown>> => ({ ...cause })

/** Applications by attempt, newest first: each with the reason of its own decision, never with that of another one. */
export const attemptsOf = (journal: readonly JournalItem[]): readonly Attempt[] => {
  const attempts: Attempt[] = []
  for (const entry of journal) {
    const { type = '' } = entry.cause
    const said = saidBy(entry)
    const process = type.split('.')[0]
    const last = attempts.at(-1)
    if (type.endsWith('.requested') && isProcess(process)) {
      const request = said.request as { applicationId?: unknown } | undefined
      const applicationId = text(request?.applicationId) ?? text(said.applicationId) ?? ''
      attempts.push({ applicationId, process, attempt: 1, filedAt: entry.at })
    } else if (type === 'application.supplemented' && last) {
      const { applicationId, process: same, attempt } = last
      attempts.push({ applicationId, process: same, attempt: attempt + 1, filedAt: entry.at })
    } else if (endings.includes(type) && last) {
      const code = text(said.code)
      const reason = text(said.reason)
      attempts[attempts.length - 1] = { ...last, decision: { type, at: entry.at, code, reason } }
    }
  }
  return attempts.reverse()
}
