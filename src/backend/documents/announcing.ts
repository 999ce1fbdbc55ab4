import type { Instant } from '../../domain/index.ts'
import { canonicalJson, documentLimits } from '../../schemas/index.ts'
import type { AnnouncedDocument } from '../documents.ts'
import { ownerKey } from './ids.ts'
import { refuse } from './refusals.ts'
import type { Rows, StoredDocument } from './shelf.ts'

const hour = 3_600_000

/** The instant so many hours before another. */
const hoursBefore = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) - hours * hour).toISOString()

const isOverdue = ({ announcedAt }: StoredDocument, at: Instant): boolean =>
  Date.parse(announcedAt) < Date.parse(hoursBefore(at, documentLimits.hoursToFinish))

/** A document as it is at an instant: that nobody finished it is a matter of time. */
export const asOf = (row: StoredDocument, at: Instant): StoredDocument =>
  row.status === 'receiving' && isOverdue(row, at) ? { ...row, status: 'expired' } : row

/** A few at a time, more than come in: bytes that nobody finishes are not kept for ever. */
const expire = (rows: Rows, at: Instant): void => {
  for (const row of rows.before('receiving', hoursBefore(at, documentLimits.hoursToFinish), 10)) {
    rows.dropPieces(row.documentId)
    rows.put({ ...row, status: 'expired' })
  }
}

const saidOf = ({
  documentId,
  owner,
  type,
  digest,
  size,
  mediaType,
  name,
  facts,
  supersedes,
}: AnnouncedDocument) => ({
  ...{ documentId, owner, type, digest, size, mediaType, name, facts, supersedes },
})

const refuseBeyondQuota = (rows: Rows, { documentId, owner, size }: AnnouncedDocument, at: Instant): void => {
  const key = ownerKey(owner)
  const open = rows.open(key, documentId)
  if (open.files >= documentLimits.openFiles) refuse('DOCUMENTS_OPEN')
  if (open.bytes + size > documentLimits.openBytes) refuse('BYTES_OPEN')
  if (rows.announcedSince(key, hoursBefore(at, 1)) >= documentLimits.filesPerHour)
    refuse('DOCUMENTS_TOO_MANY')
}

export const announce = (rows: Rows, announced: AnnouncedDocument, at: Instant): StoredDocument => {
  expire(rows, at)
  const said = saidOf(announced)
  const text = canonicalJson(said)
  const found = rows.get(announced.documentId)
  if (found && found.announced !== text) refuse('IDEMPOTENCY_KEY_REUSED')
  if (found && asOf(found, at).status !== 'expired') return found
  refuseBeyondQuota(rows, announced, at)
  rows.dropPieces(announced.documentId)
  const row = { ...said, announced: text, status: 'receiving', announcedAt: at, attempts: 0 } as const
  rows.put(row)
  return row
}
