import type {
  BlobLike,
  ClientOf,
  Contract,
  Uploaded,
  UploadOptions,
  UploadSource,
  UploadsDocuments,
  UploadView,
} from '../contract/index.ts'
import { randomId, sha256 } from '../contract/index.ts'
import {
  checkNumber,
  checkOptions,
  isTerminalLifecycleError,
  quietly,
  RefusedError,
} from '../errors/index.ts'
import { documentLimits } from '../schemas/index.ts'

/** The three calls that an upload is made of, so that any client of the contract will do. */
export type Uploads = Pick<ClientOf<Contract>, 'createDocument' | 'putDocumentContent' | 'getDocument'>

/** Failures in a row, without one byte acknowledged between them, after which an upload is given up. */
const mostFailures = 5

const blobOf = async (content: UploadSource['content']): Promise<BlobLike> => {
  if (typeof content === 'function') return content()
  if (!(content instanceof Uint8Array)) return content
  return {
    size: content.length,
    slice: (from, to) => ({ arrayBuffer: async () => content.slice(from, to).buffer }),
  }
}

const read = async (blob: BlobLike, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer())

/** The piece may be there or not: only the other side can say how far it is. */
const mayGoOn = (error: unknown): boolean =>
  isTerminalLifecycleError(error) &&
  (['CONNECTION_FAILED', 'REQUEST_TIMEOUT', 'OUTCOME_UNKNOWN', 'PROTOCOL_ERROR'].includes(error.code) ||
    (error.code === 'HTTP_ERROR' && error.retryable) ||
    (error.code === 'REFUSED' && error.refusal === 'OFFSET_WRONG'))

const settled = (view: UploadView, type: UploadSource['type']): Uploaded => {
  if (view.status === 'refused') throw new RefusedError({ refusal: view.code ?? 'REFUSED' })
  if (view.status === 'purged') throw new RefusedError({ refusal: 'DOCUMENT_PURGED' })
  if (view.status === 'expired') throw new RefusedError({ refusal: 'DOCUMENT_EXPIRED' })
  return { ...view, reference: { ...view.reference, type } }
}

/** A log that fails must not fail the upload. */
const tell = (onProgress: UploadOptions['onProgress'], { received, size }: UploadView): void => {
  quietly(onProgress)(received, size)
}

/**
 * Uploads a document piece by piece, as the method of the same name does, through any three operations. After any failure it goes on where the other side says that it is, and the bytes that
 * arrive are those that were announced, or none.
 *
 * @returns the document, `usable` or still `scanning`; its `reference` is what applications and events carry.
 * @throws InvalidInputError for a `pieceSize` that is no number of bytes.
 * @throws RefusedError with the code for which the document is refused, or DIGEST_MISMATCH when its bytes changed meanwhile.
 * @throws whatever a call throws, when five in a row failed.
 * @example
 * const { reference } = await uploadDocument(
 *   client,
 *   { type: 'business_licence', mediaType: 'application/pdf', name: file.name, content: file },
 *   { idempotencyKey, onProgress: (done, total) => show(done / total) },
 * )
 */
export const uploadDocument = async (
  client: Uploads,
  source: UploadSource,
  options: UploadOptions = {},
): Promise<Uploaded> => {
  checkOptions(
    { client, source, options },
    { client: '.createDocument', source: 'object', options: 'object' },
  )
  const { content, ...said } = source
  const { idempotencyKey = randomId(), onProgress, pieceSize = 1024 * 1024, ...call } = options
  checkNumber('/pieceSize', pieceSize, { least: 1 })
  const blob = await blobOf(content)
  const { size } = blob
  const bytes = await read(blob, 0, size)
  const digest = await sha256(bytes)
  const step = Math.max(pieceSize, Math.ceil(size / documentLimits.pieces))
  let failures = 0
  const failed = (error: unknown): void => {
    failures += 1
    call.signal?.throwIfAborted()
    if (!mayGoOn(error) || failures >= mostFailures) throw error
  }
  const insist = async (ask: () => Promise<UploadView>): Promise<UploadView> => {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        failed(error)
      }
    }
  }

  let view = await insist(() => client.createDocument({ ...said, digest, size }, { ...call, idempotencyKey }))
  const { documentId } = view
  tell(onProgress, view)
  while (view.status === 'receiving' && view.received < size) {
    const from = view.received
    const to = Math.min(size, from + step)
    try {
      const piece = { documentId, content: await read(blob, from, to), range: { from, total: size } }
      view = await client.putDocumentContent(piece, call)
    } catch (error) {
      failed(error)
      view = await insist(() => client.getDocument({ documentId }, call))
    }
    if (view.received > from) failures = 0
    tell(onProgress, view)
  }
  return settled(view, said.type)
}

/** The same as a method. */
export const uploading =
  (client: Uploads): UploadsDocuments['uploadDocument'] =>
  (source, options) =>
    uploadDocument(client, source, options)
