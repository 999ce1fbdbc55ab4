import type { DocumentType, Facts, Instant, Role } from '../domain/index.ts'
import type { Papers } from '../runtime/index.ts'

/** Whose a document is: an organisation in one role, at one acquirer. */
export interface DocumentOwner {
  acquirerId: string
  role: Role
  organisationId: string
}

/**
 * - `receiving`: announced, bytes are missing.
 * - `scanning`: whole and as announced; whether it is harmless is not known yet.
 * - `usable`: may be read and reviewed.
 * - `refused`: `code` says why; its bytes are gone.
 * - `expired`: was never finished; announcing it again begins anew.
 * - `purged`: its bytes were removed when they need not be kept any more.
 */
export type DocumentStatus = 'receiving' | 'scanning' | 'usable' | 'refused' | 'expired' | 'purged'

/** A document of which the bytes follow. */
export interface AnnouncedDocument {
  /** From `documentIdOf`: nobody chooses it. */
  documentId: string
  owner: DocumentOwner
  type: DocumentType
  /** SHA-256 of the bytes, hexadecimal, lower case. */
  digest: string
  /** Bytes. */
  size: number
  mediaType: string
  /** As the sender called it: text to be shown, never a path. */
  name?: string | undefined
  /** What a scan says is its sender's word; what a structured paper says is read off its content. */
  facts?: Facts | undefined
  supersedes?: string | undefined
}

export interface KeptDocument extends AnnouncedDocument {
  status: DocumentStatus
  /** Bytes that are stored for good. */
  received: number
  announcedAt: Instant
  /** Why it was refused. */
  code?: string | undefined
  /** When it became usable or was refused. */
  settledAt?: Instant | undefined
  purgedAt?: Instant | undefined
}

/** A paper of the acquirer's own making, or one that it takes in as a whole. */
export interface OwnPaper {
  /** @default from owner, type and digest */
  documentId?: string | undefined
  owner: DocumentOwner
  type: DocumentType
  /** @default 'application/json' */
  mediaType?: string | undefined
  name?: string | undefined
  supersedes?: string | undefined
}

/** What a scanner is told beside the bytes. */
export type ScannedDocument = Pick<AnnouncedDocument, 'documentId' | 'type' | 'mediaType' | 'digest' | 'size'>

/** Looks for malware. `later`, or throwing, leaves the document `scanning` until `scanAgain`. */
export type Scan = (
  bytes: Uint8Array<ArrayBuffer>,
  about: ScannedDocument,
) => Promise<'clean' | 'infected' | 'later'>

/** A part of a document's bytes; parts come in order, and one that came before changes nothing. */
export interface Piece {
  /** Place of its first byte in the document. */
  from: number
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Where papers and their bytes live. Given to `createBackend` it takes uploads in; given to `createRuntime` as `papers` it says
 * what structured papers say, whatever their sender says of them. Times are business time, given by whoever calls.
 *
 * What is acknowledged is durable in as far as the home is.
 */
export interface Documents extends Papers {
  /**
   * The same announcement again is the same document, as far as it has come.
   *
   * @throws RefusedError IDEMPOTENCY_KEY_REUSED for another document under this id; DOCUMENTS_OPEN, BYTES_OPEN or
   * DOCUMENTS_TOO_MANY beyond `documentLimits`.
   */
  announce(document: AnnouncedDocument, at: Instant): Promise<KeptDocument>
  /** Bytes that are all there are judged first, if nobody has. */
  state(documentId: string, at: Instant): Promise<KeptDocument | undefined>
  /**
   * Takes the next bytes in; with the last ones the document is judged. A piece that is there already is acknowledged again.
   *
   * @throws RefusedError OFFSET_WRONG, with `offset`, for a piece that overlaps or leaves a gap; DIGEST_MISMATCH when all bytes
   * have come and are others than announced: they begin anew, `documentLimits.attempts` times; a code of `contentFaults`;
   * DOCUMENT_EXPIRED, DOCUMENT_PURGED; NOT_FOUND.
   */
  append(documentId: string, piece: Piece, at: Instant): Promise<KeptDocument>
  /**
   * Keeps bytes as a whole, and does not judge them: their maker is the acquirer.
   *
   * @throws RefusedError IDEMPOTENCY_KEY_REUSED for other bytes under the same id; DOCUMENT_PURGED for bytes that were removed.
   * @example await documents.keep({ documentId: request.applicationId, type: 'closure_request', owner }, bytes, now)
   */
  keep(paper: OwnPaper, bytes: Uint8Array<ArrayBuffer>, at: Instant): Promise<KeptDocument>
  /**
   * The bytes of a document that is usable.
   *
   * @throws RefusedError NOT_FOUND, DOCUMENT_PURGED, DOCUMENT_EXPIRED, DOCUMENT_NOT_READY, or the code it was refused with.
   */
  content(documentId: string): Promise<Uint8Array<ArrayBuffer>>
  /** All documents with these bytes, whoever sent them. */
  ofDigest(digest: string): Promise<readonly KeptDocument[]>
  /**
   * Removes the bytes; that there was such a document, with its digest, stays, so that a journal can still be verified.
   *
   * @throws RefusedError NOT_FOUND.
   */
  forget(documentId: string, at: Instant): Promise<KeptDocument>
  /** The same for usable documents that were settled before an instant, so many at most; gives the ids. @default limit 100 */
  forgetOlderThan(before: Instant, at: Instant, limit?: number): Promise<readonly string[]>
  /** Asks the scanner again about documents that it has not judged yet; gives how many still wait. @default limit 20 */
  scanAgain(at: Instant, limit?: number): Promise<number>
  /** Ends what is under way and lets the file or the connection go; every later call rejects. */
  close(): Promise<void>
}
