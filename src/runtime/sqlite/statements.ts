import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isInScope } from './scope.ts'

export const statementTexts = {
  record: 'SELECT * FROM record WHERE lifecycle_id = ?',
  recordWithin: `SELECT * FROM record INDEXED BY record_scope WHERE lifecycle_id = :lifecycleId AND ${isInScope('record')}`,
  isWithin: `SELECT 1 AS found FROM record INDEXED BY record_scope WHERE lifecycle_id = :lifecycleId AND ${isInScope('record')}`,
  lifecycleIds: 'SELECT lifecycle_id FROM record WHERE lifecycle_id > ? ORDER BY lifecycle_id LIMIT ?',
  oneBehind: `SELECT 1 FROM record INDEXED BY record_changed WHERE changed_at >= ?
    ORDER BY changed_at LIMIT 1 OFFSET ?`,
  changedIds: `SELECT lifecycle_id AS id FROM record INDEXED BY record_changed
    WHERE changed_at >= ? AND lifecycle_id > ? ORDER BY lifecycle_id LIMIT ?`,
  nextChanged: `SELECT lifecycle_id AS id, changed_at >= ? AS fits FROM record
    WHERE lifecycle_id > ? ORDER BY lifecycle_id LIMIT ?`,
  inFormat: `SELECT lifecycle_id FROM record INDEXED BY record_format
    WHERE format = ? AND lifecycle_id > ? ORDER BY lifecycle_id LIMIT ?`,
  head: 'SELECT version, head FROM record WHERE lifecycle_id = ?',
  openNumber: `SELECT 1 AS found FROM record
    WHERE terminal_id = ? AND merchant_id = ? AND acquirer_id = ? AND ended_at IS NULL`,
  // Without a word SQLite goes through all lives of the acquirer, here and where a device is looked for.
  restingNumber: `SELECT lifecycle_id FROM record INDEXED BY record_terminal
    WHERE terminal_id = ?1 AND acquirer_id = ?2 AND merchant_id <> ?3 AND rests_until > ?4
    UNION ALL SELECT lifecycle_id FROM tombstone INDEXED BY tombstone_number
    WHERE terminal_id = ?1 AND acquirer_id = ?2 AND merchant_id <> ?3 AND rests_until > ?4
    ORDER BY lifecycle_id LIMIT 1`,
  insertRecord: `INSERT INTO record (lifecycle_id, format, machine_version, version, at, value, context, head,
      acquirer_id, merchant_id, terminal_id, opened_at, ended_at, agent_id, merchant_speaker, agent_speaker,
      rests_until, changed_at)
    VALUES (:lifecycleId, :format, :machineVersion, :version, :at, :value, :context, :head,
      :acquirerId, :merchantId, :terminalId, :openedAt, :endedAt, :agentId, :merchantSpeaker, :agentSpeaker,
      :restsUntil, :changedAt)`,
  updateRecord: `UPDATE record SET format = :format, machine_version = :machineVersion, version = :version, at = :at,
      value = :value, context = :context, head = :head, ended_at = :endedAt, agent_id = :agentId,
      merchant_speaker = :merchantSpeaker, agent_speaker = :agentSpeaker, rests_until = :restsUntil,
      changed_at = :changedAt
    WHERE lifecycle_id = :lifecycleId`,

  tombstone: 'SELECT body FROM tombstone WHERE lifecycle_id = ?',
  tombstones: 'SELECT body FROM tombstone WHERE lifecycle_id > ? ORDER BY lifecycle_id LIMIT ?',
  bury: `INSERT OR IGNORE INTO tombstone (lifecycle_id, acquirer_id, merchant_id, terminal_id, ended_at, rests_until, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,

  devices: 'SELECT serial, retired_at, bound_as FROM device WHERE lifecycle_id = ?',
  putDevice: `INSERT INTO device (lifecycle_id, serial, retired_at, bound_as) VALUES (?, ?, ?, ?)
    ON CONFLICT (serial, lifecycle_id) DO UPDATE SET
      retired_at = excluded.retired_at, bound_as = excluded.bound_as`,
  boundElsewhere: `SELECT device.lifecycle_id FROM device
    CROSS JOIN record ON record.lifecycle_id = device.lifecycle_id AND record.acquirer_id = :acquirerId
    WHERE device.serial = :serial AND device.lifecycle_id <> :lifecycleId
      AND (device.bound_as = 'sole' OR (device.bound_as = 'shared' AND :boundAs = 'sole'))
    ORDER BY device.lifecycle_id LIMIT 1`,

  entries: `SELECT seq, prev_hash, hash, body FROM journal
    WHERE lifecycle_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  insertEntry: `INSERT INTO journal (lifecycle_id, seq, prev_hash, hash, body,
      acquirer_id, merchant_id, agent_id, merchant_speaker, agent_speaker)
    VALUES (:lifecycleId, :seq, :prevHash, :hash, :body,
      :acquirerId, :merchantId, :agentId, :merchantSpeaker, :agentSpeaker)`,
  position: 'SELECT rowid AS position FROM journal WHERE lifecycle_id = ? AND seq = ?',

  answer: 'SELECT brief, fingerprint FROM inbox WHERE lifecycle_id = ? AND command_id = ?',
  answersOf: 'SELECT command_id, brief, fingerprint FROM inbox WHERE lifecycle_id = ?',
  isAnswered: 'SELECT 1 AS found FROM inbox WHERE lifecycle_id = ? AND command_id = ?',
  insertAnswer: `INSERT INTO inbox (lifecycle_id, command_id, kept_at, clock_at, fingerprint, brief)
    VALUES (:lifecycleId, :commandId, :keptAt, :clockAt, :fingerprint, :brief)`,
  newestAnswer: 'SELECT kept_at, clock_at FROM inbox ORDER BY rowid DESC LIMIT 1',
  // Rows are in the order they were written: the oldest are found without an index on their age.
  forgetAnswers: `DELETE FROM inbox WHERE kept_at < ? AND rowid IN
    (SELECT rowid FROM inbox ORDER BY rowid LIMIT ?)`,

  told: 'SELECT content, counted FROM told WHERE key = unhex(?)',
  putTold: `INSERT INTO told (key, content, counted) VALUES (unhex(?), ?, ?)
    ON CONFLICT (key) DO UPDATE SET content = excluded.content, counted = excluded.counted`,
  isUntold: 'SELECT 1 AS found FROM untold WHERE lifecycle_id = ?',
  setTold: 'DELETE FROM untold WHERE lifecycle_id = ?',

  ordersOf: `SELECT order_id, lifecycle_id, kind, attempts, last_error, parked FROM work_order
    WHERE lifecycle_id = ? ORDER BY position`,
  nextOrders: `SELECT position, order_id, lifecycle_id, kind, attempts, last_error, parked FROM work_order
    WHERE position > ? ORDER BY position LIMIT ?`,
  insertOrder: 'INSERT INTO work_order (order_id, lifecycle_id, kind, parked) VALUES (?, ?, ?, ?)',
  tryOrder: 'UPDATE work_order SET attempts = ?, last_error = ? WHERE order_id = ? AND lifecycle_id = ?',
  parkOrder: 'UPDATE work_order SET parked = 1 WHERE order_id = ?',
  reviveOrder: `UPDATE work_order SET parked = 0, worker = NULL, claimable_at = 0, failures = 0 WHERE order_id = ?`,
  deleteOrder: 'DELETE FROM work_order WHERE order_id = ?',
  claimableOrders: `SELECT order_id, lifecycle_id, kind, attempts, failures FROM work_order
    WHERE kind = ? AND parked = 0 AND claimable_at <= ? ORDER BY claimable_at, position LIMIT ?`,
  claimableOrder: `SELECT order_id, lifecycle_id, kind, attempts, failures FROM work_order
    WHERE order_id = ? AND kind = ? AND parked = 0`,
  leaseOrder: `UPDATE work_order SET worker = ?, claimable_at = ?, attempts = attempts + 1, failures = failures + 1
    WHERE order_id = ?`,
  releaseOrder: `UPDATE work_order SET worker = NULL, claimable_at = ?, last_error = ?, failures = failures - ?
    WHERE order_id = ? AND worker = ? AND attempts = ?`,

  policy: 'SELECT body FROM policy WHERE digest = ?',
  isPolicy: 'SELECT 1 AS found FROM policy WHERE digest = ?',
  insertPolicy: 'INSERT INTO policy (digest, body) VALUES (?, ?)',

  life: 'SELECT acquirer_id, states FROM life WHERE lifecycle_id = ?',
  insertLife: 'INSERT INTO life (lifecycle_id, acquirer_id, states, since_at) VALUES (?, ?, ?, ?)',
  setStates: 'UPDATE life SET states = ? WHERE lifecycle_id = ?',
  sinceOf: `SELECT max(since) AS since FROM (
    SELECT min(coalesce(other.ended_at, own.opened_at), own.opened_at) AS since
    FROM record AS own JOIN record AS other INDEXED BY record_terminal ON other.terminal_id = own.terminal_id
      AND other.acquirer_id = own.acquirer_id AND other.lifecycle_id <> own.lifecycle_id
    WHERE own.lifecycle_id = ?1 AND (other.opened_at, other.lifecycle_id) < (own.opened_at, own.lifecycle_id)
    UNION ALL SELECT gone.ended_at FROM record AS own JOIN tombstone AS gone INDEXED BY tombstone_number
      ON gone.terminal_id = own.terminal_id AND gone.acquirer_id = own.acquirer_id
    WHERE own.lifecycle_id = ?1 AND gone.ended_at <= own.opened_at)`,
  isOrderKnown: `SELECT 1 FROM known WHERE kind = 'order' AND id = ? AND lifecycle_id = ?`,
  insertKnown: 'INSERT OR IGNORE INTO known (kind, id, lifecycle_id) VALUES (?, ?, ?)',
  insertOrdersKnown: `INSERT OR IGNORE INTO known SELECT 'order', orders.value, lifecycle_id
    FROM journal, json_each(iif(json_valid(body), body, '{}'), '$.orderIds') AS orders WHERE lifecycle_id = ?`,
  // An application was not written within its request in the first format.
  insertApplicationsKnown: `INSERT OR IGNORE INTO known
    SELECT 'application', coalesce(cause.value ->> '$.request.applicationId', cause.value ->> '$.applicationId') AS id,
      lifecycle_id
    FROM journal, json_each(iif(json_valid(body), body, '{}')) AS cause
    WHERE lifecycle_id = ? AND cause.key = 'cause' AND id IS NOT NULL`,
  workOf: 'SELECT * FROM work WHERE lifecycle_id = ?',
  // One text for each row: what is the same need not be taken apart.
  workTexts: `SELECT json_array(viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n, owner, duties, due, from_at,
      until_at, merchant_id, terminal_id, agent_id, merchant_speaker, agent_speaker) AS text
    FROM work WHERE lifecycle_id = ?`,
  insertWork: `INSERT INTO work VALUES (${Array.from({ length: 18 }, () => '?').join(', ')})`,
  deleteWork: `DELETE FROM work WHERE viewer = ? AND acquirer_id = ? AND due_at = ? AND lifecycle_id = ? AND code = ?
    AND ref = ? AND list = ? AND n = ?`,
  unprojected: 'SELECT lifecycle_id FROM unprojected ORDER BY lifecycle_id LIMIT ?',
  setProjected: 'DELETE FROM unprojected WHERE lifecycle_id = ?',

  timersOf: 'SELECT deadline_id, due FROM timer WHERE lifecycle_id = ? ORDER BY rowid',
  putTimer: `INSERT INTO timer (lifecycle_id, deadline_id, due, due_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (lifecycle_id, deadline_id) DO UPDATE SET
      due = excluded.due, due_at = excluded.due_at, worker = NULL, claimable_at = 0, attempts = 0`,
  deleteTimer: 'DELETE FROM timer WHERE lifecycle_id = ? AND deadline_id = ?',
  dueTimers: `SELECT lifecycle_id, deadline_id, due, attempts FROM timer INDEXED BY timer_due
    WHERE due_at <= ? AND claimable_at <= ? ORDER BY due_at LIMIT ?`,
  leaseTimer: `UPDATE timer SET worker = ?, claimable_at = ?, attempts = attempts + 1
    WHERE lifecycle_id = ? AND deadline_id = ?`,
  releaseTimer: `UPDATE timer SET worker = NULL, claimable_at = ?
    WHERE lifecycle_id = ? AND deadline_id = ? AND worker = ? AND attempts = ?`,

  nextOrder: 'SELECT min(claimable_at) AS claimable_at FROM work_order WHERE kind = ? AND parked = 0',
  nextReleasedTimer: 'SELECT min(claimable_at) AS claimable_at FROM timer WHERE claimable_at > ?',
  // Without a word SQLite puts all timers in order that nobody holds.
  nextDue: 'SELECT due FROM timer INDEXED BY timer_due WHERE claimable_at <= ? ORDER BY due_at LIMIT 1',

  oldestOrder: `SELECT order_id, lifecycle_id, kind, attempts, last_error, parked FROM work_order
    ORDER BY position LIMIT 1`,
  dueCount: 'SELECT 1 FROM timer WHERE due_at <= ? LIMIT ?',
  firstDue: `SELECT lifecycle_id, deadline_id, due FROM timer WHERE due_at <= ? ORDER BY due_at LIMIT 1`,
  // The index of work begins with the acquirer: one step in it for each, and then what is due of theirs.
  pastDue: `WITH RECURSIVE house (id) AS (
      SELECT min(acquirer_id) FROM work WHERE viewer = 'provider'
      UNION ALL SELECT (SELECT min(acquirer_id) FROM work WHERE viewer = 'provider' AND acquirer_id > house.id)
      FROM house WHERE house.id IS NOT NULL)
    SELECT 1 FROM house CROSS JOIN work
    WHERE viewer = 'provider' AND acquirer_id = house.id AND due_at <= ?1 AND list <> 'later'
      AND from_at <= ?1 AND until_at > ?1 LIMIT ?2`,
  unmigrated: 'SELECT 1 FROM record INDEXED BY record_format WHERE format < ? LIMIT ?',
} as const

export type Statements = Readonly<Record<keyof typeof statementTexts, StatementSync>>

/** Every statement of the store, prepared once; values are bound, never written into the text. */
export const prepareStatements = (database: DatabaseSync): Statements =>
  Object.fromEntries(
    Object.entries(statementTexts).map(([name, text]) => [name, database.prepare(text)]),
  ) as Record<keyof typeof statementTexts, StatementSync>
