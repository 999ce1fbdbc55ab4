/** Written to `application_id`: tells our files from other SQLite databases. */
export const applicationId = 0x544c4431

/**
 * `*_at` are milliseconds of business time; `body` is the document without its bytes. What was removed is overwritten, not only
 * given up: these are other people's papers.
 */
const first = `
CREATE TABLE document (
  document_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  status TEXT NOT NULL,
  digest TEXT NOT NULL,
  size INTEGER NOT NULL,
  announced_at INTEGER NOT NULL,
  since_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX document_digest ON document (digest, document_id);
CREATE INDEX document_open ON document (owner, size) WHERE status = 'receiving';
CREATE INDEX document_announced ON document (owner, announced_at);
CREATE INDEX document_since ON document (status, since_at);

CREATE TABLE piece (
  document_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX piece_place ON piece (document_id, from_at, to_at);

PRAGMA application_id = ${applicationId};
`

/** What each version adds to the one before. */
/** The second adds nothing: since then a file that nobody has open names no WAL. */
export const versions: readonly string[] = [first, '']
export const wholeSince = 2
