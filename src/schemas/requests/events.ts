import type { DocumentRef } from '../../domain/index.ts'
import { digestOf } from '../digest.ts'
import type { ClosureRequested, ReinstatementRequested, SuspensionRequested } from '../events/applications.ts'
import type { ClosureRequest, FiledClosure } from './closure-request.ts'
import type { FiledReinstatement, ReinstatementRequest } from './reinstatement-request.ts'
import type { FiledSuspension, SuspensionRequest } from './suspension-request.ts'

/** Any of the three forms, as a portal sends it; `process` tells them apart. */
export type ApplicationRequest = ClosureRequest | SuspensionRequest | ReinstatementRequest
/** A request as the record keeps it. */
export type FiledRequest = FiledClosure | FiledSuspension | FiledReinstatement

/** Does what the form says equal what is on record? Only where the plain value is known is it compared. */
export type Comparison = 'matches' | 'differs' | 'notOnRecord'

/** What the acquirer adds to a request when it files it. */
export interface Filing {
  /** From `requestDigest`, over the request and exactly these documents. */
  readonly digest: string
  /** Those of the request, and those that the acquirer files itself, such as `requestDocument`. */
  readonly documents: readonly DocumentRef[]
  /**
   * The registered mobile of a closure request, or the account of a reinstatement request, beside what is on record. `matches`
   * counts where somebody of the provider files it; from the merchant or its service provider it counts as not compared.
   */
  readonly compared?: Comparison
}

const personal = ['documents', 'contact', 'registeredMobile', 'collectionAddress', 'account'] as const
type Personal = (typeof personal)[number]

/**
 * The request without contact, mobile number, address, account and the list of its papers: what the record keeps and the
 * digest covers. The form itself is a paper, `requestDocument`.
 */
export const filedRequest = <Request extends ApplicationRequest>(request: Request): Omit<Request, Personal> =>
  Object.fromEntries(
    Object.entries(request).filter(([name]) => !(personal as readonly string[]).includes(name)),
  ) as Omit<Request, Personal>

/**
 * The event for the journal. The form, with the merchant's personal data, stays with the acquirer as a paper.
 *
 * @example
 * const documents = [await requestDocument(request), ...request.documents]
 * const event = closureEvent(request, { documents, digest: await requestDigest(request, documents) })
 */
export const closureEvent = (
  request: ClosureRequest,
  { digest, documents, compared = 'notOnRecord' }: Filing,
): ClosureRequested => ({
  type: 'closure.requested',
  request: filedRequest(request),
  documents: [...documents],
  digest,
  mobile: compared,
})

/** The event for each terminal that the request names; they are the same. */
export const suspensionEvent = (
  request: SuspensionRequest,
  { digest, documents }: Filing,
): SuspensionRequested => ({
  type: 'suspension.requested',
  request: filedRequest(request),
  documents: [...documents],
  digest,
})

/** The event that files a reinstatement, without what is personal in the form. */
export const reinstatementEvent = (
  request: ReinstatementRequest,
  { digest, documents, compared = 'notOnRecord' }: Filing,
): ReinstatementRequested => ({
  type: 'reinstatement.requested',
  request: filedRequest(request),
  documents: [...documents],
  digest,
  account: compared,
})

/**
 * Binds a decision to exactly what was reviewed: SHA-256 over the filed request and its papers (id, type, digest) as they
 * stand now. With every supplement it is made anew. The order of the papers does not matter, nor what was read off them.
 */
export const requestDigest = (
  request: ApplicationRequest | FiledRequest,
  documents: readonly Pick<DocumentRef, 'id' | 'type' | 'digest'>[],
): Promise<string> =>
  digestOf({
    request: filedRequest(request as ApplicationRequest),
    documents: documents
      .map(({ id, type, digest }) => ({ id, type, digest }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  })

const documentTypeOf = {
  closure: 'closure_request',
  suspension: 'suspension_request',
  reinstatement: 'reinstatement_request',
} as const

/** The form as a document of its own, so that an application filled in online has the paper that is asked for. */
export const requestDocument = async (request: ApplicationRequest): Promise<DocumentRef> => ({
  id: request.applicationId,
  type: documentTypeOf[request.process],
  digest: await digestOf(request),
})
