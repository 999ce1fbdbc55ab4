import type { openSqlite } from '../../runtime/sqlite.ts'
import type { ClaimedDelivery, Deliveries, DisabledReason, EndpointStanding } from '../deliveries.ts'
import { claimIn, planIn, settleIn } from './changes.ts'
import type { Statements } from './statements.ts'

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
type EndpointRow = { cursor: string | null; disabled: DisabledReason | null; failing_since: number | null }
type OldestRow = {
  lifecycle_id: string
  version: number
  planned_at: number
  failures: number
  last_failure: string | null
}

function standingIn(sql: Statements, endpointId: string): EndpointStanding {
  const row = sql.endpoint.get(endpointId) as EndpointRow | undefined
  const oldest = sql.oldest.get(endpointId) as OldestRow | undefined
  const counts = sql.counts.get(endpointId)
  return {
    cursor: row?.cursor ?? null,
    disabled: row?.disabled ?? null,
    failingSince: row?.failing_since ?? null,
    waiting: Number(counts?.waiting ?? 0),
    oldest: oldest
      ? {
          ...{ lifecycleId: oldest.lifecycle_id, version: oldest.version, plannedAt: oldest.planned_at },
          ...{ failures: oldest.failures, lastFailure: oldest.last_failure },
        }
      : null,
    givenUp: Number(counts?.given_up ?? 0),
  }
}

function nextIn(sql: Statements, endpointId: string): number | null {
  const row = sql.endpoint.get(endpointId)
  const at = sql.next.get(endpointId)?.at
  if (row?.disabled != null || typeof at !== 'number') return null
  return Math.max(Number(row?.hold_until ?? 0), at)
}

/** Reads and transactions of a file that is open. */
export type Connection = Omit<ReturnType<typeof openSqlite<Statements>>, 'backup'>

/** Whom the file knows, for whoever has the file alone. */
export interface Endpoints {
  /** The ids of all endpoints that anything was planned for. */
  endpoints(): Promise<readonly string[]>
}

export function deliveriesOver({ read, write, close }: Connection): Deliveries & Endpoints {
  return {
    endpoints: () => read((sql) => sql.endpoints.all().map(({ endpoint_id }) => String(endpoint_id))),
    standing: (endpointId) => read((sql) => standingIn(sql, endpointId)),
    plan: (plan) => write((sql) => planIn(sql, plan)),
    async claim(claim) {
      // Most looks find nothing, and the write lock is everybody's.
      const next = await read((sql) => nextIn(sql, claim.endpointId))
      if (next === null || next > claim.now) return []
      return write((sql): readonly ClaimedDelivery[] => claimIn(sql, claim))
    },
    settle: (delivery, settlement) => write((sql) => settleIn(sql, delivery, settlement)),
    next: (endpointId) => read((sql) => nextIn(sql, endpointId)),
    disable: (endpointId, reason) =>
      write((sql) => {
        sql.addEndpoint.run(endpointId)
        return sql.setDisabled.run(reason, endpointId).changes > 0
      }),
    enable: (endpointId, now) =>
      write((sql) => {
        sql.setEnabled.run(endpointId)
        sql.restart.run(now, endpointId)
      }),
    rewind: (endpointId, cursor) =>
      write((sql) => {
        sql.addEndpoint.run(endpointId)
        sql.setCursor.run(cursor, endpointId)
        sql.takeBack.run(endpointId)
        if (cursor === null) sql.deleteAllGivenUp.run(endpointId)
      }),
    close,
  }
}
