import * as z from 'zod'
import { documentTypes, misfitIn } from '../../domain/index.ts'
import { Digest, Facts, Reference, Text } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { DocumentRefView } from '../wire.ts'
import { side } from './kit.ts'

const announced = z.strictObject({
  type: z.enum(documentTypes),
  /** SHA-256 of the bytes that will follow. */
  digest: Digest,
  size: z
    .int()
    .positive()
    .max(10 * 1024 * 1024),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  name: Text.optional(),
  /** What its sender says that it says; unchecked until somebody at the provider has looked. */
  facts: Facts.optional(),
  supersedes: Reference.optional(),
})
/** A document of which the bytes follow; what it says is said in the words of its type. */
const Announced = announced.refine(
  ({ type, facts }) => facts === undefined || misfitIn(type, facts) === undefined,
  { path: ['facts'], params: { code: 'FACT_UNKNOWN' } },
)

/** Papers and their bytes. */
export const documentOperations = {
  createDocument: operation({
    name: 'createDocument',
    side,
    method: 'POST',
    path: '/documents',
    summary: 'Announce a document; its bytes follow with putDocumentContent.',
    body: Announced,
    reply: z.object({ documentId: Reference }),
    status: 201,
  }),
  putDocumentContent: operation({
    name: 'putDocumentContent',
    side,
    method: 'PUT',
    path: '/documents/{documentId}/content',
    summary: 'The bytes of a document in one piece; refused unless size and digest are as announced.',
    params: z.strictObject({ documentId: Reference }),
    body: z.strictObject({ content: z.instanceof(Uint8Array<ArrayBuffer>) }),
    media: 'application/octet-stream',
    reply: DocumentRefView,
    errors: ['DIGEST_MISMATCH'],
  }),
} as const
