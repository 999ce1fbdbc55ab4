import { sha256 } from '../../contract/index.ts'
import type { Facts, Instant } from '../../domain/index.ts'
import { Document, documentLimits, documentRef } from '../../schemas/index.ts'
import type { Scan } from '../documents.ts'
import { contentFault } from './judge/content.ts'
import type { StoredDocument } from './shelf.ts'

/** What becomes of a document whose bytes are all there. */
export type Judgement = Partial<
  Pick<StoredDocument, 'status' | 'code' | 'facts' | 'isRead' | 'settledAt' | 'attempts'>
>

/** What a structured paper says; nothing: it is none, or none of its type. */
export const readFacts = async (
  { type, mediaType }: Pick<StoredDocument, 'type' | 'mediaType'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Facts | undefined> => {
  if (mediaType !== 'application/json') return undefined
  try {
    const paper = Document.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return paper.success && paper.data.type === type
      ? ((await documentRef(paper.data)).facts ?? {})
      : undefined
  } catch {
    return undefined
  }
}

/** A scanner that fails has not judged yet. */
export const scanned = async (
  scan: Scan | undefined,
  row: StoredDocument,
  bytes: Uint8Array<ArrayBuffer>,
  at: Instant,
): Promise<Judgement> => {
  const { documentId, type, mediaType, digest, size } = row
  try {
    const verdict = scan ? await scan(bytes, { documentId, type, mediaType, digest, size }) : 'clean'
    if (verdict === 'clean') return { status: 'usable', settledAt: at }
    if (verdict === 'infected') return { status: 'refused', code: 'INFECTED', settledAt: at }
  } catch {
    // told below
  }
  return { status: 'scanning' }
}

/** Digest, content, scanner, in this order. */
export const judged = async (
  row: StoredDocument,
  bytes: Uint8Array<ArrayBuffer>,
  scan: Scan | undefined,
  at: Instant,
): Promise<Judgement> => {
  if ((await sha256(bytes)) !== row.digest) {
    const attempts = row.attempts + 1
    const last = attempts >= documentLimits.attempts
    return { attempts, ...(last && { status: 'refused', code: 'DIGEST_MISMATCH', settledAt: at }) }
  }
  const code = await contentFault(bytes, row)
  if (code) return { status: 'refused', code, settledAt: at }
  const facts = await readFacts(row, bytes)
  return { ...(await scanned(scan, row, bytes, at)), ...(facts && { facts, isRead: true }) }
}
