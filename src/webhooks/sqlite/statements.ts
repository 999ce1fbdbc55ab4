import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { overtakenAfter } from '../deliveries.ts'

/** No earlier delivery of its life holds it back. */
const isInTurn = `given_up = 0 AND NOT EXISTS (
  SELECT 1 FROM delivery AS earlier WHERE earlier.endpoint_id = delivery.endpoint_id
    AND earlier.lifecycle_id = delivery.lifecycle_id AND earlier.given_up = 0
    AND earlier.position < delivery.position AND earlier.failures < ${overtakenAfter})`

const statementTexts = {
  endpoint: 'SELECT cursor, disabled, failing_since, hold_until FROM endpoint WHERE endpoint_id = ?',
  endpoints: 'SELECT endpoint_id FROM endpoint ORDER BY endpoint_id',
  addEndpoint: 'INSERT OR IGNORE INTO endpoint (endpoint_id) VALUES (?)',
  setCursor: 'UPDATE endpoint SET cursor = ? WHERE endpoint_id = ?',
  setDisabled: 'UPDATE endpoint SET disabled = ? WHERE endpoint_id = ? AND disabled IS NULL',
  setEnabled:
    'UPDATE endpoint SET disabled = NULL, failing_since = NULL, hold_until = 0 WHERE endpoint_id = ?',
  setWorking: 'UPDATE endpoint SET failing_since = NULL WHERE endpoint_id = ? AND failing_since IS NOT NULL',
  setFailing: `UPDATE endpoint SET failing_since = coalesce(failing_since, ?), hold_until = max(hold_until, ?)
    WHERE endpoint_id = ?`,

  counts: `SELECT count(*) FILTER (WHERE given_up = 0) AS waiting, count(*) FILTER (WHERE given_up = 1) AS given_up
    FROM delivery WHERE endpoint_id = ?`,
  oldest: `SELECT lifecycle_id, version, planned_at, failures, last_failure FROM delivery
    WHERE endpoint_id = ? AND given_up = 0 ORDER BY position LIMIT 1`,
  deleteGivenUp: 'DELETE FROM delivery WHERE endpoint_id = ? AND delivery_id = ? AND given_up = 1',
  deleteAllGivenUp: 'DELETE FROM delivery WHERE endpoint_id = ? AND given_up = 1',
  insert: `INSERT OR IGNORE INTO delivery (endpoint_id, delivery_id, lifecycle_id, version, body, planned_at, due_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,

  claimable: `SELECT position, delivery_id, lifecycle_id, version, body, claim, failures FROM delivery
    WHERE endpoint_id = ? AND due_at <= ? AND lease_until <= ? AND ${isInTurn} ORDER BY position LIMIT ?`,
  lease: 'UPDATE delivery SET worker = ?, lease_until = ?, claim = claim + 1 WHERE position = ?',
  next: `SELECT min(max(due_at, lease_until)) AS at FROM delivery WHERE endpoint_id = ? AND ${isInTurn}`,
  release: `UPDATE delivery SET worker = NULL, lease_until = 0
    WHERE endpoint_id = ? AND delivery_id = ? AND worker = ? AND claim = ?`,
  takeBack: `UPDATE delivery SET worker = NULL, lease_until = 0, claim = claim + 1
    WHERE endpoint_id = ? AND worker IS NOT NULL`,
  deleteOne: 'DELETE FROM delivery WHERE endpoint_id = ? AND delivery_id = ?',
  setFailed: `UPDATE delivery SET failures = failures + 1, due_at = ?, last_failure = ?, given_up = ?
    WHERE endpoint_id = ? AND delivery_id = ?`,
  restart: 'UPDATE delivery SET due_at = ?, failures = 0 WHERE endpoint_id = ? AND given_up = 0',
} as const

export type Statements = Readonly<Record<keyof typeof statementTexts, StatementSync>>

/** Every statement, prepared once; values are bound, never written into the text. */
export const prepareStatements = (database: DatabaseSync): Statements =>
  Object.fromEntries(
    Object.entries(statementTexts).map(([name, text]) => [name, database.prepare(text)]),
  ) as Record<keyof typeof statementTexts, StatementSync>
