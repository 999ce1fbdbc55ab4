import type { ClaimedDelivery, DeliveryClaim, Plan, Settlement } from '../deliveries.ts'
import type { Statements } from './statements.ts'

export function planIn(sql: Statements, { endpointId, from, to, deliveries, now }: Plan): boolean {
  sql.addEndpoint.run(endpointId)
  const { cursor, disabled } = sql.endpoint.get(endpointId) ?? {}
  if (cursor !== from || disabled !== null) return false
  sql.setCursor.run(to, endpointId)
  for (const { id, lifecycleId, version, body } of deliveries) {
    sql.deleteGivenUp.run(endpointId, id)
    sql.insert.run(endpointId, id, lifecycleId, version, body, now, now)
  }
  return true
}

type ClaimableRow = {
  position: number
  delivery_id: string
  lifecycle_id: string
  version: number
  body: string
  claim: number
  failures: number
}

export function claimIn(sql: Statements, claim: DeliveryClaim): readonly ClaimedDelivery[] {
  const { endpointId, worker, now, leaseUntil, limit } = claim
  // Asked again within the transaction: it may have been disabled since.
  const { disabled, hold_until: holdUntil } = sql.endpoint.get(endpointId) ?? {}
  if (disabled || Number(holdUntil ?? 0) > now) return []
  const rows = sql.claimable.all(endpointId, now, now, limit) as ClaimableRow[]
  return rows.map((row) => {
    sql.lease.run(worker, leaseUntil, row.position)
    const { delivery_id: id, lifecycle_id: lifecycleId, version, body, failures } = row
    return { id, lifecycleId, version, body, endpointId, worker, claim: row.claim + 1, failures }
  })
}

export function settleIn(sql: Statements, delivery: ClaimedDelivery, settlement: Settlement): boolean {
  const { endpointId, id, worker, claim } = delivery
  if (sql.release.run(endpointId, id, worker, claim).changes === 0) return false
  if (settlement.outcome === 'delivered') {
    sql.deleteOne.run(endpointId, id)
    sql.setWorking.run(endpointId)
  } else if (settlement.outcome !== 'released') {
    const { outcome, now, retryAt, code, holdUntil = 0 } = settlement
    sql.setFailing.run(now, holdUntil, endpointId)
    sql.setFailed.run(retryAt, code, outcome === 'givenUp' ? 1 : 0, endpointId, id)
  }
  return true
}
