import type { DocumentMedia, DocumentRef } from '../schemas/index.ts'
import type { CallOptions } from './operation.ts'
import type { UploadView } from './views/upload.ts'

/** What of a `Blob` or `File` is used. */
export interface BlobLike {
  readonly size: number
  /** Bytes from `from` up to and without `to`, read when they are asked for. A `Blob` and a `File` have it. */
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** A document to be uploaded. */
export interface UploadSource extends Pick<DocumentRef, 'type' | 'facts' | 'supersedes'> {
  /** The bytes, a `Blob`, a `File`, or a function that opens one. They are read again for each piece. */
  readonly content: Uint8Array<ArrayBuffer> | BlobLike | (() => BlobLike | Promise<BlobLike>)
  readonly mediaType: DocumentMedia
  /** As the sender calls it; its ending must fit the media type. */
  readonly name?: string | undefined
}

/** Key, progress and size of the pieces of one upload. */
export interface UploadOptions extends Pick<CallOptions, 'signal' | 'traceparent'> {
  /** The same key again is the same document, and goes on where it was. Store it first where a crash must not begin anew. */
  readonly idempotencyKey?: string | undefined
  /** Bytes that the other side has stored for good, of how many; never what only left. */
  readonly onProgress?: ((acknowledged: number, total: number) => void) | undefined
  /** @default 1048576 @unit bytes */
  readonly pieceSize?: number | undefined
}

/** A document whose bytes are all there. */
export interface Uploaded extends Omit<UploadView, 'reference'> {
  /** What events and applications carry of it, of the type that its sender named. */
  reference: DocumentRef
}

/** Documents of any size, in pieces that may be sent again. */
export interface UploadsDocuments {
  /**
   * Uploads a document piece by piece; after any failure it goes on where the other side says that it is.
   *
   * @returns the document, `usable` or still `scanning`; its `reference` is what applications and events carry.
   * @throws RefusedError with the code for which the document is refused, or DIGEST_MISMATCH when its bytes changed meanwhile.
   * @throws whatever a call throws, when five in a row failed.
   * @example
   * const { reference } = await client.uploadDocument(
   *   { type: 'business_licence', mediaType: 'application/pdf', name: file.name, content: file },
   *   { idempotencyKey },
   * )
   */
  uploadDocument(source: UploadSource, options?: UploadOptions): Promise<Uploaded>
}
