import type { UploadView } from '../../contract/index.ts'
import type { KeptDocument } from '../documents.ts'

/** A document as it travels: its owner stays in the house. */
export const viewOf = ({
  owner: _,
  documentId,
  type,
  digest,
  facts,
  supersedes,
  mediaType,
  ...state
}: KeptDocument): UploadView => ({
  ...state,
  documentId,
  // A home takes in no other.
  mediaType: mediaType as UploadView['mediaType'],
  reference: {
    ...{ id: documentId, type, digest },
    ...(facts !== undefined && { facts }),
    ...(supersedes !== undefined && { supersedes }),
  },
})
