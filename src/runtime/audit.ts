import type { Instant } from '../domain/index.ts'
import { type AuditLife, type AuditLimits, readLimits } from './audit-life.ts'
import { invalidInput } from './door.ts'
import { type Finding, found } from './finding-details.ts'
import { millisecondsOf } from './projection.ts'
import type { Store } from './store.ts'

export interface AuditOptions extends AuditLimits {
  /** This life alone; `since` is then disregarded. */
  lifecycleId?: string | undefined
  /** Only lives that were told something then or later, in business time. */
  since?: Instant | undefined
}

const idsAtATime = 500

/** Keys of all records, or of those that were told something since. */
export async function* idsOf(
  store: Pick<Store, 'lifecycleIds'>,
  since?: Instant,
): AsyncGenerator<string, void, undefined> {
  for (let after = ''; ; ) {
    const ids = await store.lifecycleIds(after, idsAtATime, since)
    yield* ids
    if (ids.length < idsAtATime) return
    after = ids.at(-1) ?? after
  }
}

/** Asked behind each look, because it may have been purged meanwhile. */
export const wasPurged = async (store: Pick<Store, 'tombstone'>, lifecycleId: string): Promise<boolean> =>
  (await store.tombstone?.(lifecycleId)) !== undefined

export function createAudit(store: Store, auditLife: AuditLife) {
  return async (options: AuditOptions = {}): Promise<readonly Finding[]> => {
    const { lifecycleId, since } = options
    readLimits(options)
    if (lifecycleId !== undefined) {
      const findings = await auditLife(lifecycleId, options)
      if (findings) return findings
      const isPurged = await wasPurged(store, lifecycleId)
      throw invalidInput('/lifecycleId', isPurged ? 'LIFECYCLE_PURGED' : 'LIFECYCLE_UNKNOWN')
    }
    if (since !== undefined && Number.isNaN(millisecondsOf(since)))
      throw invalidInput('/since', 'INVALID_FORMAT')
    const findings: Finding[] = []
    for await (const id of idsOf(store, since)) {
      const own = await auditLife(id, options)
      findings.push(...(own ?? []))
      const isPurged = await wasPurged(store, id)
      // Its key stands in an index, and no record under it: the one or the other is damaged.
      if (!own && !isPurged) findings.push(found(id, 'UNREADABLE', 'LISTED_ALONE', {}))
      if (isPurged && (await store.has(id))) findings.push(found(id, 'WORK_DIFFERS', 'PURGED_AND_THERE', {}))
    }
    return findings
  }
}
