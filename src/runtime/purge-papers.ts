import {
  type DocumentType,
  type Instant,
  type RetentionClass,
  type RetentionRules,
  retentionClassOf,
} from '../domain/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { millisecondsOf } from './projection.ts'
import { openMatters, yearsAfter } from './purge-obstacles.ts'
import type { Store, StoredRecord } from './store.ts'

/** A home of documents, as far as it is asked here: `Documents` of `…/backend` is one. */
export interface PaperHome {
  /** Removes the bytes; that there was such a paper, with its digest, stays. */
  forget(documentId: string, at: Instant): Promise<unknown>
  /** What is there of it; `undefined`: nothing. */
  state(documentId: string, at: Instant): Promise<{ readonly status: string } | undefined>
}

/** A paper whose bytes were removed. */
export interface PurgedPaper {
  lifecycleId: string
  documentId: string
  type: DocumentType
  class: Exclude<RetentionClass, 'life'>
}

export interface PaperParts {
  store: Store
  rules: RetentionRules
  papers: PaperHome
  dryRun: boolean
}

/** Lives that have a paper, looked at in one go. */
const atATime = 50

/** Has the class of a paper been kept for long enough after this closure, and is nothing open? */
const mayForget = (
  record: LifecycleRecord,
  type: DocumentType,
  rules: RetentionRules,
  at: Instant,
): boolean => {
  const { years } = rules[retentionClassOf(type)]
  const closedAt = record.context.closing?.closedAt
  if (years === null || closedAt == null) return false
  return (
    millisecondsOf(yearsAfter(closedAt, years)) <= millisecondsOf(at) && openMatters(record, at).length === 0
  )
}

/** Papers of a life whose bytes need not be kept; `all`: the life itself goes. A paper that another life still needs stays. */
export function createForgetPapers({ store, rules, papers, dryRun }: PaperParts) {
  /** Of a life that cannot be read nobody can say that it needs the paper no more. */
  async function isWantedElsewhere(lifecycleId: string, id: string, type: DocumentType, at: Instant) {
    let isUnread = false
    const skipped = () => {
      isUnread = true
    }
    for (let after = ''; ; ) {
      const page = await store.find({ documentId: id, after, limit: atATime }, skipped)
      const isWanted = page.some((one) => one.lifecycleId !== lifecycleId && !mayForget(one, type, rules, at))
      if (isWanted || isUnread) return true
      if (page.length < atATime) return false
      after = page.at(-1)?.lifecycleId ?? after
    }
  }

  /** Whether there were bytes. Only while the life was told nothing since it was looked at: no hold, no dispute. */
  async function forget({ record, head }: StoredRecord, documentId: string, at: Instant): Promise<boolean> {
    const state = await papers.state(documentId, at)
    if (state === undefined || state.status === 'purged') return false
    if (dryRun) return true
    if ((await store.load(record.lifecycleId))?.head !== head) return false
    try {
      await papers.forget(documentId, at)
      return true
    } catch (error) {
      if (isTerminalLifecycleError(error) && error.code === 'REFUSED') return false
      throw error
    }
  }

  return async (stored: StoredRecord, at: Instant, all: boolean): Promise<readonly PurgedPaper[]> => {
    const { record } = stored
    const { lifecycleId, context } = record
    const gone: PurgedPaper[] = []
    for (const { id, type } of Object.values(context.documents)) {
      if (!all && !mayForget(record, type, rules, at)) continue
      if (await isWantedElsewhere(lifecycleId, id, type, at)) continue
      if (await forget(stored, id, at))
        gone.push({ lifecycleId, documentId: id, type, class: retentionClassOf(type) })
    }
    return gone
  }
}
