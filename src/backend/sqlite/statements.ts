import type { DatabaseSync, StatementSync } from 'node:sqlite'

export const statementTexts = {
  get: 'SELECT body FROM document WHERE document_id = ?',
  put: `INSERT INTO document (document_id, owner, status, digest, size, announced_at, since_at, body)
    VALUES (:documentId, :owner, :status, :digest, :size, :announcedAt, :sinceAt, :body)
    ON CONFLICT (document_id) DO UPDATE SET
      owner = :owner, status = :status, digest = :digest, size = :size,
      announced_at = :announcedAt, since_at = :sinceAt, body = :body`,
  ofDigest: 'SELECT body FROM document WHERE digest = ? ORDER BY document_id',
  open: `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM document
    WHERE owner = ? AND status = 'receiving' AND document_id <> ?`,
  announcedSince: 'SELECT count(*) AS count FROM document WHERE owner = ? AND announced_at > ?',
  before: 'SELECT body FROM document WHERE status = ? AND since_at < ? ORDER BY since_at LIMIT ?',
  addPiece: 'INSERT INTO piece (document_id, from_at, to_at, bytes) VALUES (?, ?, ?, ?)',
  extent: 'SELECT count(*) AS pieces, coalesce(max(to_at), 0) AS received FROM piece WHERE document_id = ?',
  bytes: `SELECT from_at, bytes FROM piece
    WHERE document_id = ? AND from_at < ? AND to_at > ? ORDER BY from_at`,
  dropPieces: 'DELETE FROM piece WHERE document_id = ?',
} as const

export type Statements = Readonly<Record<keyof typeof statementTexts, StatementSync>>

/** Every statement, prepared once; values are bound, never written into the text. */
export const prepareStatements = (database: DatabaseSync): Statements => {
  // Each connection has to ask for it: bytes that are removed are overwritten.
  database.exec('PRAGMA secure_delete = ON')
  return Object.fromEntries(
    Object.entries(statementTexts).map(([name, text]) => [name, database.prepare(text)]),
  ) as Record<keyof typeof statementTexts, StatementSync>
}
