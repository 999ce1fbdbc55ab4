import { createHash } from 'node:crypto'
import type { AnnouncedDocument, DocumentOwner, Documents } from '../../src/backend/index.ts'
import { canonicalJson, type DocumentOf } from '../../src/schemas/index.ts'

export const owner: DocumentOwner = { acquirerId: 'acq-1', role: 'merchant', organisationId: 'm-1' }
export const at = '2026-03-02T10:00:00+08:00'
/** So many hours after `at`. */
export const later = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const proof: Omit<DocumentOf<'payment_proof'>, 'amount'> = {
  ...{ id: 'proof-1', type: 'payment_proof', issuedAt: at },
  ...{ paidAt: at, reference: 'r-1', chargeIds: ['c-1'] },
}

/** A structured paper in its one spelling. */
export const proofBytes = (amount = 3_000): Uint8Array<ArrayBuffer> =>
  bytesOf(canonicalJson({ ...proof, amount: { amount, currency: 'CNY' } }))

export const announcementOf = (
  bytes: Uint8Array,
  differs: Partial<AnnouncedDocument> = {},
): AnnouncedDocument => ({
  ...{ documentId: 'doc-a', owner, type: 'payment_proof', digest: sha256(bytes), size: bytes.length },
  ...{ mediaType: 'application/json', ...differs },
})

/** Announced, and all its bytes sent. */
export const sent = async (
  documents: Documents,
  bytes: Uint8Array<ArrayBuffer>,
  differs: Partial<AnnouncedDocument> = {},
) => {
  const announced = announcementOf(bytes, differs)
  await documents.announce(announced, at)
  return documents.append(announced.documentId, { from: 0, bytes }, at)
}
