import { StoreError } from '../../errors/index.ts'
import { ownerKey } from '../documents/ids.ts'
import { joined } from '../documents/joined.ts'
import type { Rows, StoredDocument } from '../documents/shelf.ts'
import type { Statements } from './statements.ts'

type Row = Readonly<Record<string, unknown>>

const documentOf = ({ body }: Row): StoredDocument => {
  try {
    return JSON.parse(String(body)) as StoredDocument
  } catch {
    throw new StoreError('damaged')
  }
}

/** The part of a piece that lies between two places. */
const cut = ({ from_at, bytes }: Row, from: number, to: number): Uint8Array => {
  const start = Number(from_at)
  return (bytes as Uint8Array).subarray(Math.max(0, from - start), to - start)
}

export const rowsOver = (sql: Statements): Rows => ({
  get: (documentId) => {
    const row = sql.get.get(documentId)
    return row && documentOf(row)
  },
  put: (document) => {
    const { documentId, owner, status, digest, size, announcedAt, settledAt } = document
    sql.put.run({
      ...{ documentId, owner: ownerKey(owner), status, digest, size, announcedAt: Date.parse(announcedAt) },
      ...{ sinceAt: Date.parse(settledAt ?? announcedAt), body: JSON.stringify(document) },
    })
  },
  ofDigest: (digest) => sql.ofDigest.all(digest).map(documentOf),
  open: (owner, except) => {
    const { files, bytes } = sql.open.get(owner, except) ?? {}
    return { files: Number(files), bytes: Number(bytes) }
  },
  announcedSince: (owner, since) => Number(sql.announcedSince.get(owner, Date.parse(since))?.count),
  before: (status, before, limit) => {
    const until = before === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(before)
    return sql.before.all(status, until, limit).map(documentOf)
  },
  addPiece: (documentId, from, bytes) => void sql.addPiece.run(documentId, from, from + bytes.length, bytes),
  extent: (documentId) => {
    const { received, pieces } = sql.extent.get(documentId) ?? {}
    return { received: Number(received), pieces: Number(pieces) }
  },
  bytes: (documentId, from, to) =>
    joined(sql.bytes.all(documentId, to, from).map((row) => cut(row, from, to))),
  dropPieces: (documentId) => void sql.dropPieces.run(documentId),
})
