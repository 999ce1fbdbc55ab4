import { sha256 } from '../../contract/index.ts'
import { checkNumber, checkOptions } from '../../errors/index.ts'
import { documentLimits } from '../../schemas/index.ts'
import type { Documents, KeptDocument, Piece, Scan } from '../documents.ts'
import { announce, asOf } from './announcing.ts'
import { documentIdOf } from './ids.ts'
import { type Judgement, judged, readFacts, scanned } from './judged.ts'
import { refuse, refuseIfGone, wanted } from './refusals.ts'
import type { Rows, Shelf, StoredDocument } from './shelf.ts'

/** What a home of documents asks before a paper may be used. */
export interface DocumentsOptions {
  /** Asked about each document that came whole; without it nobody is. */
  scan?: Scan | undefined
}

const shown = (
  rows: Rows,
  { attempts: _, announced: _said, isRead: _read, ...row }: StoredDocument,
): KeptDocument => {
  const isGone = row.status === 'expired' || row.status === 'refused' || row.status === 'purged'
  return { ...row, received: isGone ? 0 : rows.extent(row.documentId).received }
}

/** Its bytes were judged; what a paper said stays known when they are gone. */
const isSettled = (status: KeptDocument['status']): boolean => status === 'usable' || status === 'purged'

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])

const take = (rows: Rows, row: StoredDocument, { from, bytes }: Piece): void => {
  const { documentId, size } = row
  const { received, pieces } = rows.extent(documentId)
  const to = from + bytes.length
  if (to > size) refuse('OFFSET_WRONG', received)
  const isThere = to <= received && isEqual(rows.bytes(documentId, from, to), bytes)
  if (isThere) return
  if (row.status !== 'receiving' || from !== received) refuse('OFFSET_WRONG', received)
  if (pieces >= documentLimits.pieces) refuse('PIECES_TOO_MANY')
  rows.addPiece(documentId, from, bytes)
}

/** What a judgement leaves: of what is refused no bytes are kept, and wrong ones make room for right ones. */
const settle = (rows: Rows, row: StoredDocument, judgement: Judgement): StoredDocument => {
  const settled = { ...row, ...judgement }
  if (settled.status === 'refused' || settled.status === 'receiving') rows.dropPieces(row.documentId)
  rows.put(settled)
  return settled
}

const purge = (rows: Rows, row: StoredDocument, at: string): StoredDocument => {
  if (row.status === 'purged') return row
  const purged = { ...row, status: 'purged', purgedAt: at } as const
  rows.dropPieces(row.documentId)
  rows.put(purged)
  return purged
}

/** The rules of documents over any place where they can be kept. */
export const documentsOver = ({ read, write, close }: Shelf, options: DocumentsOptions): Documents => {
  checkOptions({ options, scan: options?.scan }, { options: 'object', scan: 'function?' })
  const { scan } = options
  /** Nobody else's judgement is overwritten: it is of the same bytes, and they may have been purged meanwhile. */
  const conclude = (judgedRow: StoredDocument, judgement: Judgement): Promise<StoredDocument> =>
    write((rows) => {
      const row = wanted(rows, judgedRow.documentId)
      const isCurrent = row.status === judgedRow.status && row.attempts === judgedRow.attempts
      return isCurrent ? settle(rows, row, judgement) : row
    })

  /** Judges what is whole and was not judged. */
  const concluded = async (documentId: string, at: string): Promise<StoredDocument> => {
    const { row, bytes } = await read((rows) => {
      const found = wanted(rows, documentId)
      const isWhole = found.status === 'receiving' && rows.extent(documentId).received === found.size
      return { row: asOf(found, at), bytes: isWhole ? rows.bytes(documentId, 0, found.size) : undefined }
    })
    return bytes && row.status === 'receiving' ? conclude(row, await judged(row, bytes, scan, at)) : row
  }

  return {
    async facts({ type, digest }) {
      const found = (await read((rows) => rows.ofDigest(digest))).find(
        (row) => row.type === type && row.isRead && isSettled(row.status),
      )
      return found && { facts: { ...found.facts }, checked: false }
    },
    announce: (document, at) => write((rows) => shown(rows, announce(rows, document, at))),
    async state(documentId, at) {
      if (!(await read((rows) => rows.get(documentId)))) return undefined
      const row = await concluded(documentId, at)
      return read((rows) => shown(rows, row))
    },
    async append(documentId, piece, at) {
      const { attempts } = await write((rows) => {
        const row = asOf(wanted(rows, documentId), at)
        refuseIfGone(row)
        take(rows, row, piece)
        return row
      })
      const row = await concluded(documentId, at)
      refuseIfGone(row)
      if (row.attempts > attempts) refuse('DIGEST_MISMATCH')
      return read((rows) => shown(rows, row))
    },
    async keep({ mediaType = 'application/json', ...paper }, bytes, at) {
      const digest = await sha256(bytes)
      const documentId = paper.documentId ?? (await documentIdOf(paper.owner, `${paper.type} ${digest}`))
      const facts = await readFacts({ type: paper.type, mediaType }, bytes)
      return write((rows) => {
        const found = rows.get(documentId)
        if (found && found.digest !== digest) refuse('IDEMPOTENCY_KEY_REUSED')
        if (found) refuseIfGone(found)
        if (found) return shown(rows, found)
        const row: StoredDocument = {
          ...{ ...paper, mediaType, documentId, digest, size: bytes.length, announced: '', attempts: 0 },
          ...{ status: 'usable', announcedAt: at, settledAt: at },
          ...(facts && { facts, isRead: true }),
        }
        rows.put(row)
        rows.addPiece(documentId, 0, bytes)
        return shown(rows, row)
      })
    },
    content: (documentId) =>
      read((rows) => {
        const row = wanted(rows, documentId)
        refuseIfGone(row)
        if (row.status !== 'usable') refuse('DOCUMENT_NOT_READY')
        return rows.bytes(documentId, 0, row.size)
      }),
    ofDigest: (digest) => read((rows) => rows.ofDigest(digest).map((row) => shown(rows, row))),
    forget: (documentId, at) => write((rows) => shown(rows, purge(rows, wanted(rows, documentId), at))),
    async forgetOlderThan(before, at, limit = 100) {
      checkNumber('/limit', limit, { least: 1 })
      return write((rows) =>
        rows.before('usable', before, limit).map((row) => purge(rows, row, at).documentId),
      )
    },
    async scanAgain(at, limit = 20) {
      checkNumber('/limit', limit, { least: 1 })
      const waiting = await read((rows) => rows.before('scanning', undefined, limit))
      let left = 0
      for (const row of waiting) {
        const bytes = await read((rows) => rows.bytes(row.documentId, 0, row.size))
        const { status } = await conclude(row, await scanned(scan, row, bytes, at))
        if (status === 'scanning') left += 1
      }
      return left
    },
    close,
  }
}
