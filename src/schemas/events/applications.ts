import * as z from 'zod'
import { closureRules, reinstatementRules, rejectionCodes, suspensionRules } from '../../domain/index.ts'
import { DocumentRefs, SomeDocumentRefs } from '../document-ref.ts'
import { Digest, listOf, Reference, Text } from '../primitives.ts'
import { besideRules } from '../requests/application.ts'
import { FiledClosure } from '../requests/closure-request.ts'
import { FiledReinstatement } from '../requests/reinstatement-request.ts'
import { FiledSuspension } from '../requests/suspension-request.ts'
import { vouching } from '../vouching.ts'

/**
 * What every application carries beside the request: its papers, the form among them, and the digest that binds the decision
 * to exactly what was reviewed. `requestDigest` makes it over the request and the papers.
 */
const application = { documents: DocumentRefs, digest: Digest }
const Compared = z.enum(['matches', 'differs', 'notOnRecord'])

const suspension = z.strictObject({
  type: z.literal('suspension.requested'),
  request: FiledSuspension,
  ...application,
})
/** The merchant asks for a pause. (R-283 … R-296) */
export const SuspensionRequested = suspension.check(
  ...besideRules<z.output<typeof suspension>>(suspensionRules),
)
export interface SuspensionRequested extends z.output<typeof SuspensionRequested> {}

const reinstatement = z.strictObject({
  type: z.literal('reinstatement.requested'),
  request: FiledReinstatement,
  ...application,
  /** The account of the form beside the one on record; another one asks for a paper on it. */
  account: Compared.optional(),
})
/** The merchant asks that the named holds be cleared. */
export const ReinstatementRequested = reinstatement.check(
  ...besideRules<z.output<typeof reinstatement>>(reinstatementRules),
)
export interface ReinstatementRequested extends z.output<typeof ReinstatementRequested> {}

const closure = z.strictObject({
  type: z.literal('closure.requested'),
  request: FiledClosure,
  ...application,
  /** The registered mobile of the form beside the one on record; another one asks for an identity proof. (R-147, C-24) */
  mobile: Compared.optional(),
})
/** The merchant gives the terminal up for good. */
export const ClosureRequested = closure.check(...besideRules<z.output<typeof closure>>(closureRules))
export interface ClosureRequested extends z.output<typeof ClosureRequested> {}

/** Papers that were asked for, after which the application is under review again. */
export const ApplicationSupplemented = z.strictObject({
  type: z.literal('application.supplemented'),
  applicationId: Reference,
  documents: SomeDocumentRefs,
  /** Covers the request with the new documents; an approval of an older digest is refused. */
  digest: Digest,
})
export interface ApplicationSupplemented extends z.output<typeof ApplicationSupplemented> {}

/** The applicant takes the application back before it is decided; what it was about stays as it is. */
export const ApplicationWithdrawn = z.strictObject({
  type: z.literal('application.withdrawn'),
  applicationId: Reference,
})
export interface ApplicationWithdrawn extends z.output<typeof ApplicationWithdrawn> {}

/** Nobody supplied what was asked for in time: the provider ends the application. The clock alone ends none. */
export const ApplicationLapsed = z.strictObject({
  type: z.literal('application.lapsed'),
  applicationId: Reference,
})
export interface ApplicationLapsed extends z.output<typeof ApplicationLapsed> {}

/** What is missing, item by item, in words for the applicant, whose turn it is from now on. */
export const ReviewInformationRequested = z.strictObject({
  type: z.literal('review.informationRequested'),
  applicationId: Reference,
  items: listOf(Text, { max: 20 }),
})
export interface ReviewInformationRequested extends z.output<typeof ReviewInformationRequested> {}

/** A rejection without a reason is refused: the merchant must learn what to mend. (R-137, C-30) */
export const ReviewRejected = z.strictObject({
  type: z.literal('review.rejected'),
  applicationId: Reference,
  code: z.enum(rejectionCodes),
  reason: Text,
  resubmittable: z.boolean(),
})
export interface ReviewRejected extends z.output<typeof ReviewRejected> {}

/**
 * The provider agrees to exactly what was filed: `digest` has to be that of the application as it stands. Not by
 * who filed it.
 */
export const ReviewApproved = z.strictObject({
  type: z.literal('review.approved'),
  applicationId: Reference,
  digest: Digest,
  ...vouching,
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
