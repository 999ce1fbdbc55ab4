import * as z from 'zod'
import { closureReasons, suspensionReasons } from '../../domain/index.ts'
import { DocumentRefs, SomeDocumentRefs } from '../document-ref.ts'
import {
  Digest,
  Instant,
  listOf,
  MerchantId,
  Reference,
  SerialNumber,
  TerminalId,
  Text,
} from '../primitives.ts'

/**
 * What every application carries. The signed request stays with the acquirer; `digest` binds the decision to exactly
 * what was reviewed: it covers the request and all its documents.
 */
const application = {
  applicationId: Reference.max(80),
  digest: Digest,
  documents: DocumentRefs,
  /** Compared with the record: IDENTITY_MISMATCH when it names another terminal. */
  merchantId: MerchantId,
  terminalId: TerminalId,
  serialNumber: SerialNumber.optional(),
  /** Who signed. When a provider records a paper form this is the merchant's person, not the recorder. */
  signatory: z.strictObject({
    personId: Reference,
    authority: z.enum(['legalRepresentative', 'owner', 'attorney']),
    mandateRef: Reference.optional(),
  }),
  /** "True, complete and valid": can only be attested, the provider judges. */
  attested: z.literal(true),
}

/** The merchant asks for a pause. (R-283 … R-296) */
export const SuspensionRequested = z.strictObject({
  type: z.literal('suspension.requested'),
  ...application,
  reason: z.enum(suspensionReasons),
  startsAt: Instant,
  /** Planned end, open when left out; it only reminds. */
  until: Instant.optional(),
})
export interface SuspensionRequested extends z.output<typeof SuspensionRequested> {}

/** The merchant asks that the named holds be cleared. */
export const ReinstatementRequested = z.strictObject({
  type: z.literal('reinstatement.requested'),
  ...application,
  holdIds: listOf(Reference, { min: 1, max: 20 }),
})
export interface ReinstatementRequested extends z.output<typeof ReinstatementRequested> {}

/** The merchant gives the terminal up for good. */
export const ClosureRequested = z.strictObject({
  type: z.literal('closure.requested'),
  ...application,
  reason: z.enum(closureReasons),
  /** Needed when the reason is OTHER. */
  comment: Text.optional(),
  disposition: z.enum(['return', 'collection', 'merchantOwned']),
  /** Closing starts then, when it is later than the approval. */
  effectiveDate: Instant.optional(),
})
export interface ClosureRequested extends z.output<typeof ClosureRequested> {}

export const ApplicationSupplemented = z.strictObject({
  type: z.literal('application.supplemented'),
  applicationId: Reference,
  documents: SomeDocumentRefs,
  /** Covers the request with the new documents; an approval of an older digest is refused. */
  digest: Digest,
})
export interface ApplicationSupplemented extends z.output<typeof ApplicationSupplemented> {}

export const ApplicationWithdrawn = z.strictObject({
  type: z.literal('application.withdrawn'),
  applicationId: Reference,
})
export interface ApplicationWithdrawn extends z.output<typeof ApplicationWithdrawn> {}

export const ApplicationLapsed = z.strictObject({
  type: z.literal('application.lapsed'),
  applicationId: Reference,
})
export interface ApplicationLapsed extends z.output<typeof ApplicationLapsed> {}

export const ReviewInformationRequested = z.strictObject({
  type: z.literal('review.informationRequested'),
  applicationId: Reference,
  items: listOf(Text, { max: 20 }),
})
export interface ReviewInformationRequested extends z.output<typeof ReviewInformationRequested> {}

export const rejectionCodes = [
  'documents_incomplete',
  'documents_incorrect',
  'account_problem',
  'violation',
  'unspecified',
  'other',
] as const

/** A rejection without a reason is refused: the merchant must learn what to mend. (R-137, C-30) */
export const ReviewRejected = z.strictObject({
  type: z.literal('review.rejected'),
  applicationId: Reference,
  code: z.enum(rejectionCodes),
  reason: Text,
  resubmittable: z.boolean(),
})
export interface ReviewRejected extends z.output<typeof ReviewRejected> {}

export const ReviewApproved = z.strictObject({
  type: z.literal('review.approved'),
  applicationId: Reference,
  digest: Digest,
})
export interface ReviewApproved extends z.output<typeof ReviewApproved> {}

export const applicationEvents = [
  SuspensionRequested,
  ReinstatementRequested,
  ClosureRequested,
  ApplicationSupplemented,
  ApplicationWithdrawn,
  ApplicationLapsed,
  ReviewInformationRequested,
  ReviewRejected,
  ReviewApproved,
] as const
export type ApplicationEvent =
  | SuspensionRequested
  | ReinstatementRequested
  | ClosureRequested
  | ApplicationSupplemented
  | ApplicationWithdrawn
  | ApplicationLapsed
  | ReviewInformationRequested
  | ReviewRejected
  | ReviewApproved
