import * as z from 'zod'
import { type DocumentMedia, documentMedia, FileName, Instant, Reference } from '../../schemas/index.ts'
import { problemCode } from '../problem.ts'
import { DocumentRefView, holdsNoSecret, known, type Unknown } from '../wire.ts'

/**
 * - `receiving`: announced, bytes are missing.
 * - `scanning`: whole and as announced; whether it is harmless is not known yet.
 * - `usable`: may be read and reviewed.
 * - `refused`: `code` says why; its bytes are gone.
 * - `expired`: was never finished; announcing it again begins anew.
 * - `purged`: its bytes were removed when they need not be kept any more.
 */
const statuses = ['receiving', 'scanning', 'usable', 'refused', 'expired', 'purged'] as const

/** A document that is being uploaded or was, and how far it has come. */
export interface UploadView {
  documentId: string
  /** What events and applications carry of it. */
  reference: DocumentRefView
  status: (typeof statuses)[number] | Unknown
  /** Bytes in all, and those that are stored for good: an upload goes on behind them. */
  size: number
  received: number
  mediaType: DocumentMedia | Unknown
  name?: string | undefined
  /** Why it was refused. */
  code?: string | undefined
  announcedAt: string
  /** When it became usable or was refused. */
  settledAt?: string | undefined
  purgedAt?: string | undefined
}

const bytes = z.int().nonnegative()

export const UploadView: z.ZodType<UploadView, UploadView> = z.object({
  documentId: Reference,
  reference: DocumentRefView,
  status: known(statuses),
  size: bytes,
  received: bytes,
  mediaType: known(documentMedia),
  name: FileName.optional(),
  code: z.string().regex(problemCode).refine(holdsNoSecret).optional(),
  announcedAt: Instant,
  settledAt: Instant.optional(),
  purgedAt: Instant.optional(),
})

/** The bytes of a document. They are a download, never part of a page. */
export interface DocumentContent {
  content: Uint8Array<ArrayBuffer>
  mediaType: DocumentMedia
  /** As its sender called it. */
  name?: string | undefined
}

export const DocumentContent: z.ZodType<DocumentContent, DocumentContent> = z.object({
  content: z.instanceof(Uint8Array<ArrayBuffer>),
  mediaType: z.enum(documentMedia),
  name: FileName.optional(),
})
