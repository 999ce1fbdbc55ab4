import type { Instant } from '../domain/index.ts'
import type { AuditLife, AuditLimits, Finding } from './audit-life.ts'
import { invalidInput } from './door.ts'
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

export function createAudit(store: Store, auditLife: AuditLife) {
  return async (options: AuditOptions = {}): Promise<readonly Finding[]> => {
    const { lifecycleId, since } = options
    if (lifecycleId !== undefined) {
      const findings = await auditLife(lifecycleId, options)
      if (findings) return findings
      const isPurged = (await store.tombstone?.(lifecycleId)) !== undefined
      throw invalidInput('/lifecycleId', isPurged ? 'LIFECYCLE_PURGED' : 'LIFECYCLE_UNKNOWN')
    }
    if (since !== undefined && Number.isNaN(millisecondsOf(since)))
      throw invalidInput('/since', 'INVALID_FORMAT')
    const findings: Finding[] = []
    for await (const id of idsOf(store, since)) {
      findings.push(...((await auditLife(id, options)) ?? []))
      if (await store.tombstone?.(id))
        findings.push({ lifecycleId: id, code: 'WORK_DIFFERS', detail: 'It was purged, and is still there.' })
    }
    return findings
  }
}
