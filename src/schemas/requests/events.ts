import type { DocumentRef } from '../../domain/index.ts'
import { InvalidInputError } from '../../errors/index.ts'
import { digestOf } from '../digest.ts'
import type { ClosureRequested, ReinstatementRequested, SuspensionRequested } from '../events/applications.ts'
import type { ClosureRequest } from './closure-request.ts'
import type { ReinstatementRequest } from './reinstatement-request.ts'
import type { SuspensionRequest } from './suspension-request.ts'

export type ApplicationRequest = ClosureRequest | SuspensionRequest | ReinstatementRequest

/** What the acquirer adds to a request when it files it. */
export interface Filing {
  /** From `requestDigest`, over the request and exactly these documents. */
  readonly digest: string
  /** Those of the request, and those that the acquirer files itself, such as `requestDocument`. */
  readonly documents: readonly DocumentRef[]
  /** The terminal meant, where the request names only a serial number, or several terminals. */
  readonly terminalId?: string
}

/** What the events of all three applications carry; names, telephone numbers and addresses stay behind. */
const common = (request: ApplicationRequest, { digest, documents }: Filing) => ({
  applicationId: request.applicationId,
  digest,
  documents: [...documents],
  merchantId: request.merchantId,
  ...(request.serialNumber !== undefined && { serialNumber: request.serialNumber }),
  signatory: request.signatory,
  attested: request.attested,
})

const missing = (path: string, code: string): never => {
  throw new InvalidInputError({ issues: [{ path, code }] })
}

/**
 * The event for the journal. The request itself, with the merchant's personal data, stays with the acquirer.
 *
 * @throws {InvalidInputError} REQUIRED at `/terminalId`: neither the request nor the filing names the terminal.
 * @example
 * const documents = [await requestDocument(request), ...request.documents]
 * const event = closureEvent(request, { documents, digest: await requestDigest(request, documents) })
 */
export const closureEvent = (request: ClosureRequest, filing: Filing): ClosureRequested => ({
  type: 'closure.requested',
  ...common(request, filing),
  terminalId: request.terminalId ?? filing.terminalId ?? missing('/terminalId', 'REQUIRED'),
  reason: request.reason,
  ...(request.comment !== undefined && { comment: request.comment }),
  disposition: request.disposition,
  ...(request.effectiveDate !== undefined && { effectiveDate: request.effectiveDate }),
})

/**
 * The event for one terminal of the request.
 *
 * @throws {InvalidInputError} REQUIRED at `/terminalId`: the request names several terminals and the filing none;
 * NOT_ALLOWED_VALUE: it names one that is not among them.
 */
export const suspensionEvent = (request: SuspensionRequest, filing: Filing): SuspensionRequested => ({
  type: 'suspension.requested',
  ...common(request, filing),
  terminalId: oneOf(request.terminalIds, filing.terminalId),
  reason: request.reason,
  startsAt: request.plannedPeriod.from,
  ...(request.plannedPeriod.until !== undefined && { until: request.plannedPeriod.until }),
})

const oneOf = (terminalIds: readonly string[], wanted: string | undefined): string => {
  const [first, ...others] = terminalIds
  if (wanted === undefined) {
    return first !== undefined && others.length === 0 ? first : missing('/terminalId', 'REQUIRED')
  }
  return terminalIds.includes(wanted) ? wanted : missing('/terminalId', 'NOT_ALLOWED_VALUE')
}

export const reinstatementEvent = (
  request: ReinstatementRequest,
  filing: Filing,
): ReinstatementRequested => ({
  type: 'reinstatement.requested',
  ...common(request, filing),
  terminalId: request.terminalId,
  holdIds: [...request.holdIds],
})

/**
 * Binds a decision to exactly what was reviewed: SHA-256 over the request and the documents as they stand now. With every
 * supplement it is made anew. The order in which the documents are listed does not matter.
 */
export const requestDigest = (
  { documents: _named, ...request }: ApplicationRequest,
  documents: readonly DocumentRef[],
): Promise<string> =>
  digestOf({ request, documents: [...documents].sort((one, other) => (one.id < other.id ? -1 : 1)) })

const documentTypeOf = {
  closure: 'closure_request',
  suspension: 'suspension_request',
  reinstatement: 'reinstatement_request',
} as const

/** The request as a document of its own, so that an application filled in online has the paper that is asked for. */
export const requestDocument = async (request: ApplicationRequest): Promise<DocumentRef> => ({
  id: request.applicationId,
  type: documentTypeOf[request.process],
  digest: await digestOf(request),
})
