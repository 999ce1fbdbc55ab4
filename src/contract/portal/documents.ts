import * as z from 'zod'
import { documentTypes, misfitIn } from '../../domain/index.ts'
import {
  agreesWithName,
  Digest,
  documentLimits,
  documentMedia,
  Facts,
  FileName,
  Reference,
} from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { DocumentContent, UploadView } from '../views/upload.ts'
import { side } from './kit.ts'

const announced = z.strictObject({
  type: z.enum(documentTypes),
  /** SHA-256 of the bytes that will follow. */
  digest: Digest,
  /** Bytes. */
  size: z.int().positive().max(documentLimits.largestFile),
  mediaType: z.enum(documentMedia),
  /** As its sender calls it; shown, never used as a path. Its ending must fit the media type. */
  name: FileName.optional(),
  /** What its sender says that it says; unchecked until somebody at the provider has looked. */
  facts: Facts.optional(),
  supersedes: Reference.optional(),
})
/** A document of which the bytes follow; what it says is said in the words of its type. */
const Announced = announced
  .refine(({ type, facts }) => facts === undefined || misfitIn(type, facts) === undefined, {
    path: ['facts'],
    params: { code: 'FACT_UNKNOWN' },
  })
  .refine(({ name, mediaType }) => name === undefined || agreesWithName(name, mediaType), {
    path: ['name'],
    params: { code: 'FILE_NAME_MISMATCH' },
  })

const document = z.strictObject({ documentId: Reference })
const place = z.int().nonnegative().max(documentLimits.largestFile)

/** Papers and their bytes. */
export const documentOperations = {
  createDocument: operation({
    name: 'createDocument',
    side,
    method: 'POST',
    path: '/documents',
    summary: 'Announce a document; its bytes follow with putDocumentContent.',
    body: Announced,
    reply: UploadView,
    status: 201,
    errors: ['DOCUMENTS_OPEN', 'BYTES_OPEN', 'DOCUMENTS_TOO_MANY'],
  }),
  putDocumentContent: operation({
    name: 'putDocumentContent',
    side,
    method: 'PUT',
    path: '/documents/{documentId}/content',
    summary: 'The bytes of a document, whole or the next piece of them; what is acknowledged stays.',
    params: document,
    body: z.strictObject({
      content: z.instanceof(Uint8Array<ArrayBuffer>),
      /** Where the content stands in the document, in bytes; all of it when left out. */
      range: z.strictObject({ from: place, total: place }).optional(),
    }),
    media: 'application/octet-stream',
    ranged: true,
    reply: UploadView,
    errors: ['OFFSET_WRONG', 'DIGEST_MISMATCH', 'DOCUMENT_EXPIRED', 'DOCUMENT_PURGED', 'PIECES_TOO_MANY'],
  }),
  getDocument: operation({
    name: 'getDocument',
    side,
    method: 'GET',
    path: '/documents/{documentId}',
    summary: 'What became of a document, and how many bytes of it are there.',
    params: document,
    reply: UploadView,
  }),
  getDocumentContent: operation({
    name: 'getDocumentContent',
    side,
    method: 'GET',
    path: '/documents/{documentId}/content',
    summary: 'The bytes of a document, to be kept or shown by a program of the reader’s own.',
    params: document,
    reply: DocumentContent,
    replyMedia: documentMedia,
    errors: ['DOCUMENT_NOT_READY', 'DOCUMENT_EXPIRED', 'DOCUMENT_PURGED'],
  }),
} as const
