import type { Instant } from '../domain/index.ts'
import { checkNumber } from '../errors/index.ts'
import { idsOf, wasPurged } from './audit.ts'
import { type AuditLife, type AuditLimits, readLimits } from './audit-life.ts'
import { invalidInput } from './door.ts'
import { type Finding, found } from './finding-details.ts'
import { millisecondsOf } from './projection.ts'
import type { EntryPlace, Store } from './store.ts'

export interface AuditChangesOptions extends AuditLimits {
  /** So many lives at most, and a page of changes more; all when left out. */
  limit?: number | undefined
}

/** What was looked at, what was found there, and where to go on. */
export interface AuditOfChanges {
  readonly findings: readonly Finding[]
  /** Lives that were looked at, each once. */
  readonly audited: number
  /**
   * Lives that were told nothing since then, in business time, were not looked at: whoever alters one of them is found by
   * `audit`. `null`: all were looked at that have a journal.
   */
  readonly since: Instant | null
  /** For the next call. Whoever can write to the store must not be able to write it. */
  readonly mark: string | null
  /** There are lives that were told something since and were not looked at yet. */
  readonly more: boolean
}

const pageSize = 500

/** Up to where all has been looked at. */
interface Mark {
  /** When the last audit that came to its end was begun. */
  since: Instant | null
  /** When the one that goes on in pieces was. */
  began: Instant | null
  place: EntryPlace | null
}

const isInstant = (text: string): boolean => text === '' || !Number.isNaN(millisecondsOf(text))

function readMark(mark: string | null): Mark {
  if (mark === null) return { since: null, began: null, place: null }
  const [, since = '', began = '', lifecycleId, seq] =
    /^([^|]{0,40})\|([^|]{0,40})\|(.{1,255})\/(\d{1,15})$/.exec(mark) ?? []
  if (lifecycleId === undefined || !isInstant(since) || !isInstant(began))
    throw invalidInput('/after', 'CURSOR_UNKNOWN')
  return { since: since || null, began: began || null, place: { lifecycleId, seq: Number(seq) } }
}

const markOf = ({ since, began, place }: Mark): string | null =>
  place && `${since ?? ''}|${began ?? ''}|${place.lifecycleId}/${place.seq}`

/** Its journal was read, so that there has been a record. */
const recordMissing = (lifecycleId: string): Finding =>
  found(lifecycleId, 'FOLD_DIFFERS', 'RECORD_MISSING', {})

export interface AuditChangesParts {
  store: Store
  auditLife: AuditLife
  now: () => Instant
}

export function createAuditChanges({ store, auditLife, now }: AuditChangesParts) {
  /** Lives with an entry behind the place, and the last entry that was seen; `undefined`: there is no such place. */
  async function changedBehind(place: EntryPlace | null, limit: number) {
    const ids = new Set<string>()
    for (let last = place; ; ) {
      // one that cannot be read is named when its life is looked at
      const page = await store.changes({ after: last, limit: pageSize }, () => undefined)
      if (!page) return undefined
      for (const { lifecycleId } of page) ids.add(lifecycleId)
      const end = page.at(-1)
      last = end ? { lifecycleId: end.lifecycleId, seq: end.seq } : last
      const more = page.length === pageSize
      if (!more || ids.size >= limit) return { ids, last, more }
    }
  }

  return async (after: string | null, options: AuditChangesOptions = {}): Promise<AuditOfChanges> => {
    const { limit = Number.POSITIVE_INFINITY } = options
    checkNumber('/limit', limit, { least: 1, endless: true })
    readLimits(options)
    const { since, place, began } = readMark(after)
    const begun = began ?? now()
    const findings: Finding[] = []
    let changed = await changedBehind(place, limit)
    const isLost = changed === undefined
    if (!changed && place) {
      const { lifecycleId, seq } = place
      if (!(await wasPurged(store, lifecycleId)))
        findings.push(found(lifecycleId, 'CHAIN_BROKEN', 'MARK_MISSING', { entry: seq }))
      changed = await changedBehind(null, Number.POSITIVE_INFINITY)
    }
    const { ids = new Set<string>(), last = null, more = false } = changed ?? {}
    // A newest entry that was taken out again is in no journal; its record tells when it was written.
    if (!more && (since !== null || isLost))
      for await (const id of idsOf(store, isLost ? undefined : (since ?? undefined))) ids.add(id)
    for (const id of ids) {
      const own = await auditLife(id, options)
      if (own || !(await wasPurged(store, id))) findings.push(...(own ?? [recordMissing(id)]))
    }
    // what is told and taken out again between two pieces is looked for since the first of them
    const mark = markOf(
      more ? { since, began: begun, place: last } : { since: begun, began: null, place: last },
    )
    return { findings, audited: ids.size, since: isLost ? null : since, mark, more }
  }
}
