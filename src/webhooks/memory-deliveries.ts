import {
  type ClaimedDelivery,
  type Deliveries,
  type DeliveryClaim,
  type EndpointStanding,
  overtakenAfter,
  type Plan,
  type PlannedDelivery,
  type Settlement,
} from './deliveries.ts'

interface Row extends PlannedDelivery {
  plannedAt: number
  dueAt: number
  leaseUntil: number
  worker: string | null
  claim: number
  failures: number
  lastFailure: string | null
  isGivenUp: boolean
}

interface Table extends Pick<EndpointStanding, 'cursor' | 'disabled' | 'failingSince'> {
  holdUntil: number
  /** In the order in which they were planned. */
  rows: Map<string, Row>
}

const emptyTable = (): Table => ({
  ...{ cursor: null, disabled: null, failingSince: null, holdUntil: 0 },
  rows: new Map(),
})

const rowOf = (planned: PlannedDelivery, now: number): Row => ({
  ...planned,
  ...{ plannedAt: now, dueAt: now, leaseUntil: 0, worker: null, claim: 0 },
  ...{ failures: 0, lastFailure: null, isGivenUp: false },
})

const waitingIn = (table: Table): readonly Row[] => [...table.rows.values()].filter((row) => !row.isGivenUp)

/** Those that no earlier one of their life holds back. */
const inTurn = (table: Table): readonly Row[] => {
  const held = new Set<string>()
  return waitingIn(table).filter(({ lifecycleId, failures }) => {
    const isHeld = held.has(lifecycleId)
    if (failures < overtakenAfter) held.add(lifecycleId)
    return !isHeld
  })
}

const claimableAt = ({ dueAt, leaseUntil }: Row): number => Math.max(dueAt, leaseUntil)

const standingOf = (table: Table): EndpointStanding => {
  const waiting = waitingIn(table)
  const [first] = waiting
  const { cursor, disabled, failingSince } = table
  const oldest = first && {
    ...{ lifecycleId: first.lifecycleId, version: first.version, plannedAt: first.plannedAt },
    ...{ failures: first.failures, lastFailure: first.lastFailure },
  }
  const givenUp = table.rows.size - waiting.length
  return { cursor, disabled, failingSince, waiting: waiting.length, oldest: oldest ?? null, givenUp }
}

const plan = (table: Table, { from, to, deliveries, now }: Plan): boolean => {
  if (table.cursor !== from || table.disabled) return false
  table.cursor = to
  for (const planned of deliveries) {
    if (table.rows.get(planned.id)?.isGivenUp) table.rows.delete(planned.id)
    if (!table.rows.has(planned.id)) table.rows.set(planned.id, rowOf(planned, now))
  }
  return true
}

const claim = (table: Table, asked: DeliveryClaim): readonly ClaimedDelivery[] => {
  const { endpointId, worker, now, leaseUntil, limit } = asked
  if (table.disabled || table.holdUntil > now) return []
  const free = inTurn(table).filter((row) => claimableAt(row) <= now)
  return free.slice(0, limit).map((row) => {
    Object.assign(row, { worker, leaseUntil, claim: row.claim + 1 })
    const { id, lifecycleId, version, body, failures } = row
    return { id, lifecycleId, version, body, endpointId, worker, claim: row.claim, failures }
  })
}

const settle = (table: Table, delivery: ClaimedDelivery, settlement: Settlement): boolean => {
  const row = table.rows.get(delivery.id)
  if (!row || row.worker !== delivery.worker || row.claim !== delivery.claim) return false
  Object.assign(row, { worker: null, leaseUntil: 0 })
  if (settlement.outcome === 'delivered') {
    table.rows.delete(row.id)
    table.failingSince = null
  } else if (settlement.outcome !== 'released') {
    const { outcome, now, retryAt, code, holdUntil = 0 } = settlement
    table.failingSince ??= now
    table.holdUntil = Math.max(table.holdUntil, holdUntil)
    const isGivenUp = outcome === 'givenUp'
    Object.assign(row, { failures: row.failures + 1, dueAt: retryAt, lastFailure: code, isGivenUp })
  }
  return true
}

/** Deliveries that are gone when the process is: for tests and for trying things out. */
export function memoryDeliveries(): Deliveries {
  const tables = new Map<string, Table>()
  const of = (endpointId: string): Table => {
    const table = tables.get(endpointId) ?? emptyTable()
    tables.set(endpointId, table)
    return table
  }
  return {
    standing: async (endpointId) => standingOf(of(endpointId)),
    plan: async (given) => plan(of(given.endpointId), given),
    claim: async (given) => claim(of(given.endpointId), given),
    settle: async (delivery, settlement) => settle(of(delivery.endpointId), delivery, settlement),
    async next(endpointId) {
      const table = of(endpointId)
      const times = inTurn(table).map(claimableAt)
      if (table.disabled || times.length === 0) return null
      return Math.max(table.holdUntil, Math.min(...times))
    },
    async disable(endpointId, reason) {
      const table = of(endpointId)
      if (table.disabled) return false
      table.disabled = reason
      return true
    },
    async enable(endpointId, now) {
      const table = of(endpointId)
      Object.assign(table, { disabled: null, failingSince: null, holdUntil: 0 })
      for (const row of waitingIn(table)) Object.assign(row, { dueAt: now, failures: 0 })
    },
    async rewind(endpointId, cursor) {
      const table = of(endpointId)
      table.cursor = cursor
      for (const row of table.rows.values())
        if (row.worker !== null) Object.assign(row, { worker: null, leaseUntil: 0, claim: row.claim + 1 })
      if (cursor !== null) return
      for (const { id, isGivenUp } of table.rows.values()) if (isGivenUp) table.rows.delete(id)
    },
    async close() {},
  }
}
