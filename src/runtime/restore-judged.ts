import type { FindingCode } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { genesisHash, isUnaltered } from '../schemas/index.ts'
import type { Calendar } from './as-it-was.ts'
import type { AuditLife } from './audit-life.ts'
import { type Finding, found } from './finding-details.ts'
import { createTellNext } from './restore-told.ts'
import type { Store } from './store.ts'

/** A life with which something is wrong, and what its journal is good for all the same. */
export interface Judged {
  findings: readonly Finding[]
  /** Its first entries, so many, are whole and tell a record. */
  whole: number
  /** And that is all that there ever were, as far as anybody can tell. */
  isAll: boolean
}

/** Rows are made anew, and what waits for long goes on waiting: no flaw of what is restored. */
const passing: ReadonlySet<FindingCode> = new Set(['ORDER_STUCK', 'DEADLINE_OVERDUE', 'WORK_DIFFERS'])

export interface JudgeParts {
  source: Store
  auditLife: AuditLife
  calendar: Calendar
}

/** Looks at a life of the source before anything of it is written; `undefined`: nothing is wrong with it. */
export function createJudge({ source, auditLife, calendar }: JudgeParts) {
  async function wholeEntries(lifecycleId: string): Promise<Pick<Judged, 'whole' | 'isAll'>> {
    const tell = createTellNext(source, calendar)
    let [whole, last] = [0, genesisHash]
    const cut = () => ({ whole, isAll: false })
    let record: LifecycleRecord | undefined
    try {
      for await (const entry of source.journal(lifecycleId)) {
        if (entry.seq !== whole || entry.prevHash !== last) return cut()
        if (!(await isUnaltered(entry))) return cut()
        record = await tell.next(lifecycleId, entry, record)
        whole += 1
        last = entry.hash
      }
    } catch {
      // It cannot be read, or the rules do not tell it: what is before it stands.
      return cut()
    }
    return { whole, isAll: true }
  }

  return async (lifecycleId: string): Promise<Judged | undefined> => {
    const missing = found(lifecycleId, 'FOLD_DIFFERS', 'RECORD_MISSING', {})
    const all = (await auditLife(lifecycleId, {})) ?? [missing]
    const findings = all.filter(({ code }) => !passing.has(code))
    if (findings.length === 0) return undefined
    const { whole, isAll } = await wholeEntries(lifecycleId)
    // The end may be missing: then the record says more than the journal.
    return {
      findings,
      whole,
      isAll: isAll && whole > 0 && !findings.some(({ code }) => code === 'CHAIN_BROKEN'),
    }
  }
}
