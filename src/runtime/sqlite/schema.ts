import { work } from './schema-work.ts'

/** Written to `application_id`: tells our files from other SQLite databases. */
export const applicationId = 0x544c4331

/**
 * The first version. `*_at` are milliseconds; `claimable_at` is wall time, `due_at`, `opened_at`, `ended_at` and
 * `retired_at` are business time. One open life per terminal number is a law of the table, not only of the code.
 */
const first = `
CREATE TABLE record (
  lifecycle_id TEXT PRIMARY KEY,
  format INTEGER NOT NULL,
  machine_version TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  value TEXT NOT NULL,
  context TEXT NOT NULL,
  head TEXT NOT NULL,
  acquirer_id TEXT NOT NULL,
  merchant_id TEXT NOT NULL,
  terminal_id TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX record_number ON record (terminal_id, merchant_id, acquirer_id) WHERE ended_at IS NULL;
CREATE INDEX record_terminal ON record (terminal_id, lifecycle_id);
CREATE INDEX record_merchant ON record (merchant_id, lifecycle_id);

CREATE TABLE device (
  lifecycle_id TEXT NOT NULL,
  serial TEXT NOT NULL,
  retired_at INTEGER,
  PRIMARY KEY (serial, lifecycle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_record ON device (lifecycle_id);

CREATE TABLE journal (
  lifecycle_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (lifecycle_id, seq)
) STRICT;

CREATE TABLE inbox (
  lifecycle_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  fingerprint TEXT,
  brief TEXT NOT NULL,
  PRIMARY KEY (lifecycle_id, command_id)
) STRICT;

CREATE TABLE work_order (
  position INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL UNIQUE,
  lifecycle_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  worker TEXT,
  claimable_at INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT;
CREATE INDEX work_order_record ON work_order (lifecycle_id);
CREATE INDEX work_order_claimable ON work_order (claimable_at);

CREATE TABLE timer (
  lifecycle_id TEXT NOT NULL,
  deadline_id TEXT NOT NULL,
  due TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  worker TEXT,
  claimable_at INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (lifecycle_id, deadline_id)
) STRICT;
CREATE INDEX timer_due ON timer (due_at);
CREATE INDEX timer_claimable ON timer (claimable_at);

PRAGMA application_id = ${applicationId};
`

/** As `speakerKey` writes it. */
const speaker = (
  party: string,
) => `iif(context ->> '$.representatives.${party}.personId' IS NULL, NULL, json_array(
    context ->> '$.representatives.${party}.organisationId', context ->> '$.representatives.${party}.personId'))`

/**
 * The service provider that is assigned now, and who speaks for it and for the merchant; whose a life is and when it was, answered from
 * one index whoever asks: it must be named with `INDEXED BY`, because SQLite by itself takes the key and reads the row. A record
 * that cannot be read has none of them.
 */
const second = `
ALTER TABLE record ADD COLUMN agent_id TEXT;
ALTER TABLE record ADD COLUMN merchant_speaker TEXT;
ALTER TABLE record ADD COLUMN agent_speaker TEXT;
UPDATE record SET
  agent_id = context ->> '$.agent.agentId',
  merchant_speaker = ${speaker('merchant')},
  agent_speaker = iif(context ->> '$.agent.agentId' IS NULL, NULL, ${speaker('serviceProvider')})
WHERE json_valid(context);
CREATE INDEX record_scope ON record
  (lifecycle_id, acquirer_id, merchant_id, agent_id, merchant_speaker, agent_speaker, terminal_id, opened_at, ended_at);
CREATE INDEX record_acquirer ON record (acquirer_id, lifecycle_id);
CREATE INDEX record_agent ON record (agent_id, lifecycle_id) WHERE agent_id IS NOT NULL;
CREATE INDEX record_merchant_speaker ON record (merchant_speaker, lifecycle_id) WHERE merchant_speaker IS NOT NULL;
CREATE INDEX record_agent_speaker ON record (agent_speaker, lifecycle_id) WHERE agent_speaker IS NOT NULL;
`

/** Orders are claimed kind by kind; those that failed too often not at all. */
const secondOrders = `
ALTER TABLE work_order ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE work_order ADD COLUMN parked INTEGER NOT NULL DEFAULT 0;
DROP INDEX work_order_claimable;
CREATE INDEX work_order_lane ON work_order (kind, claimable_at, position) WHERE parked = 0;
`

/**
 * Whose the life was when an entry was committed. Rows of the journal are never taken out: their row numbers are the order of
 * all commits, and each of these indexes has its rows in that order.
 */
const commits = `
ALTER TABLE journal ADD COLUMN acquirer_id TEXT;
ALTER TABLE journal ADD COLUMN merchant_id TEXT;
ALTER TABLE journal ADD COLUMN agent_id TEXT;
ALTER TABLE journal ADD COLUMN merchant_speaker TEXT;
ALTER TABLE journal ADD COLUMN agent_speaker TEXT;
UPDATE journal SET
  acquirer_id = own.acquirer_id, merchant_id = own.merchant_id, agent_id = own.agent_id,
  merchant_speaker = own.merchant_speaker, agent_speaker = own.agent_speaker
FROM record AS own WHERE own.lifecycle_id = journal.lifecycle_id;
CREATE INDEX journal_acquirer ON journal (acquirer_id);
CREATE INDEX journal_merchant ON journal (merchant_id, acquirer_id);
CREATE INDEX journal_agent ON journal (agent_id, acquirer_id) WHERE agent_id IS NOT NULL;
CREATE INDEX journal_merchant_speaker ON journal (merchant_speaker, acquirer_id) WHERE merchant_speaker IS NOT NULL;
CREATE INDEX journal_agent_speaker ON journal (agent_speaker, acquirer_id) WHERE agent_speaker IS NOT NULL;
`

/** The context of a record, nothing where it cannot be read. */
const readable = "iif(json_valid(context), context, '{}')"

/**
 * What holds between lives is read inside the transaction of each commit. `bound_as`: how a device is bound, sole or shared;
 * nothing: it is unbound. `rests_until`: until when the number of a closed life rests.
 */
const between = `
ALTER TABLE record ADD COLUMN rests_until INTEGER;
UPDATE record SET rests_until = round(1000 * unixepoch(${readable} ->> '$.deadlines.tidQuarantine.due', 'subsec'))
  WHERE ${readable} ->> '$.deadlines.tidQuarantine.status' <> 'cancelled';
ALTER TABLE device ADD COLUMN bound_as TEXT;
UPDATE device SET bound_as = (SELECT found.value ->> '$.tenancy'
  FROM record, json_each(${readable}, '$.devices') AS found
  WHERE record.lifecycle_id = device.lifecycle_id AND found.key = device.serial
    AND found.value ->> '$.binding' <> 'unbound');
`

/** `kept_at` is the store's own time, `clock_at` what the clock said then; nothing: the same. */
const ownTime = `
ALTER TABLE inbox ADD COLUMN clock_at INTEGER;
`

/** When a life was told something last, in business time; and what format it is stored in. */
const secondHealth = `
ALTER TABLE record ADD COLUMN changed_at INTEGER;
UPDATE record SET changed_at = round(1000 * unixepoch(at, 'subsec'));
CREATE INDEX record_changed ON record (changed_at, lifecycle_id);
CREATE INDEX record_format ON record (format, lifecycle_id);
`

/**
 * Reports that were told, each known again by half a SHA-256 of its life and natural key, in place of texts: in ten years a
 * terminal that sells has a million of them. `untold`: lives of a file of version 1, whose rows are written from their journal
 * when such a life is told a report for the first time.
 */
const told = `
CREATE TABLE told (
  key BLOB PRIMARY KEY,
  content INTEGER NOT NULL,
  counted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE untold (lifecycle_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO untold SELECT lifecycle_id FROM record;
`

/** Policies by the digest of their text; records and openings hold that in the place of the policy. */
const policies = `
CREATE TABLE policy (digest TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`

/** What stays of lives that were purged. */
const tombstones = `
CREATE TABLE tombstone (
  lifecycle_id TEXT PRIMARY KEY,
  acquirer_id TEXT NOT NULL,
  merchant_id TEXT NOT NULL,
  terminal_id TEXT NOT NULL,
  ended_at INTEGER NOT NULL,
  rests_until INTEGER,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_number ON tombstone (terminal_id, acquirer_id);
`

/**
 * 0.1.0 never asks which version a file has that it opened before somebody upgraded it. What it would write lacks what later
 * releases count on, so that the file itself refuses its entries, and its claims of orders.
 */
const tooOld = "SELECT RAISE(ABORT, 'The file was upgraded by a newer release.')"
const withoutTheFirst = `
CREATE TRIGGER journal_too_old BEFORE INSERT ON journal WHEN NEW.acquirer_id IS NULL BEGIN ${tooOld}; END;
CREATE TRIGGER work_order_too_old BEFORE UPDATE OF worker ON work_order
  WHEN NEW.attempts > OLD.attempts AND NEW.failures = OLD.failures BEGIN ${tooOld}; END;
`

/** What each version adds to the one before; an empty file goes through all of them. */
export const versions: readonly string[] = [
  first,
  second + secondOrders + commits + between + ownTime + secondHealth + work + told + policies,
  // Adds nothing: since then a file that nobody has open names no WAL.
  '',
  tombstones,
  withoutTheFirst,
]
export const wholeSince = 3
