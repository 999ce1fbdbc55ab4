import type { Instant } from '../../domain/index.ts'
import type { KeptDocument } from '../documents.ts'

/** A document as a home keeps it. */
export interface StoredDocument extends Omit<KeptDocument, 'received'> {
  /** How often its bytes came and were others than announced. */
  attempts: number
  /** All that was announced, in one spelling; empty for what the acquirer keeps itself. */
  announced: string
  /** Its facts are read off its content, they are nobody's word. */
  isRead?: boolean | undefined
}

interface OpenDocuments {
  files: number
  bytes: number
}

/** What is done inside one transaction. Nothing here waits. */
export interface Rows {
  get(documentId: string): StoredDocument | undefined
  /** Adds or replaces. */
  put(document: StoredDocument): void
  ofDigest(digest: string): readonly StoredDocument[]
  /** Documents of an owner that are `receiving`, but for one. */
  open(owner: string, except: string): OpenDocuments
  announcedSince(owner: string, since: Instant): number
  /** Documents of a status that were announced (`receiving`) or settled (any other) before an instant, or at any time, oldest first. */
  before(
    status: StoredDocument['status'],
    before: Instant | undefined,
    limit: number,
  ): readonly StoredDocument[]
  /** Adjoins what is there. */
  addPiece(documentId: string, from: number, bytes: Uint8Array<ArrayBuffer>): void
  /** Bytes and pieces that are there. */
  extent(documentId: string): { received: number; pieces: number }
  bytes(documentId: string, from: number, to: number): Uint8Array<ArrayBuffer>
  dropPieces(documentId: string): void
}

/** A place where documents can be kept: the rules are the same for each, `documentsOver`. */
export interface Shelf {
  /** One transaction, durable when it resolves; what the work throws leaves nothing behind. It may run several times. */
  write<Result>(work: (rows: Rows) => Result): Promise<Result>
  read<Result>(work: (rows: Rows) => Result): Promise<Result>
  close(): Promise<void>
}
