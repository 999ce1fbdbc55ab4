/** Written to `application_id`: tells our files from other SQLite databases, and from those of the records. */
export const applicationId = 0x544c5731

/** `*_at`, `*_until` and `failing_since` are milliseconds of wall time. Positions are never used again: they are the order of planning. */
const first = `
CREATE TABLE endpoint (
  endpoint_id TEXT PRIMARY KEY,
  cursor TEXT,
  disabled TEXT,
  failing_since INTEGER,
  hold_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE delivery (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  endpoint_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  lifecycle_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  lease_until INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  claim INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure TEXT,
  given_up INTEGER NOT NULL DEFAULT 0,
  UNIQUE (endpoint_id, delivery_id)
) STRICT;
CREATE INDEX delivery_waiting ON delivery (endpoint_id, position) WHERE given_up = 0;
CREATE INDEX delivery_life ON delivery (endpoint_id, lifecycle_id, position) WHERE given_up = 0;

PRAGMA application_id = ${applicationId};
`

/** What brings a file from each version to the next one; a released one is never changed. */
/** The second adds nothing: since then a file that nobody has open names no WAL. */
export const versions: readonly string[] = [first, '']
export const wholeSince = 2
