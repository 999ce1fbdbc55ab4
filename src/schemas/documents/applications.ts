import * as z from 'zod'
import {
  closureReasons,
  eventTypes,
  inOrder,
  rejectionCodes,
  roles,
  suspensionReasons,
} from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Channel, Line, MaskedNumber, Prose, Signatory } from '../forms/fields.ts'
import { Day, Instant, listOf, MerchantId, Reference, SerialNumber, TerminalId } from '../primitives.ts'
import { head, processes } from './head.ts'

const filed = {
  ...head,
  applicationId: Reference,
  merchantId: MerchantId,
  terminalId: TerminalId.optional(),
  serialNumber: SerialNumber.optional(),
  channel: Channel,
  signedOn: Day,
  signatory: Signatory,
}

/** The signed application for closure, as it is kept on file. (DOC-01) */
export const FiledClosureRequest = z.strictObject({ type: z.literal('closure_request'), ...filed })
export interface FiledClosureRequest extends z.output<typeof FiledClosureRequest> {}

/** The deregistration form of providers that go by serial number and registered mobile. (DOC-02) */
export const DeregistrationForm = z.strictObject({
  type: z.literal('deregistration_form'),
  ...filed,
  registeredMobile: MaskedNumber.optional(),
})
export interface DeregistrationForm extends z.output<typeof DeregistrationForm> {}

/** The signed application for suspension; a posted one may name several terminals. (DOC-03) */
export const FiledSuspensionRequest = z.strictObject({
  type: z.literal('suspension_request'),
  ...filed,
  terminalIds: listOf(TerminalId, { min: 1, max: 200 }).optional(),
})
export interface FiledSuspensionRequest extends z.output<typeof FiledSuspensionRequest> {}

/** The signed application for reinstatement. (DOC-04) */
export const FiledReinstatementRequest = z.strictObject({
  type: z.literal('reinstatement_request'),
  ...filed,
})
export interface FiledReinstatementRequest extends z.output<typeof FiledReinstatementRequest> {}

const application = { ...head, applicationId: Reference, process: z.enum(processes) }

/** What became of an application, step by step; kept as a voucher. (DOC-10, R-032) */
export const ApplicationRecord = z.strictObject({
  type: z.literal('application_record'),
  ...application,
  submittedAt: Instant,
  steps: listOf(z.strictObject({ at: Instant, event: z.enum(eventTypes), byRole: z.enum(roles) }), {
    max: 500,
  }),
  decision: z.enum(['approved', 'rejected', 'withdrawn', 'lapsed', 'overtaken']).optional(),
})
export interface ApplicationRecord extends z.output<typeof ApplicationRecord> {}

const notice = z.strictObject({
  type: z.literal('provider_notice'),
  ...head,
  kind: z.enum(['suspended', 'lifted', 'maintenance', 'upgrade', 'closure']),
  reason: z.enum([...new Set([...suspensionReasons, ...closureReasons])]).optional(),
  effectiveAt: Instant,
  /** Needed for maintenance: merchants wait for its end instead of applying. */
  window: z.strictObject({ from: Instant, until: Instant }).optional(),
  /** What the merchant is asked to do. */
  requiredActions: listOf(Prose, { max: 20 }),
})
type Notice = z.output<typeof notice>
/** The provider tells that a terminal is suspended, freed, under maintenance or to be closed. (DOC-13) */
export const ProviderNotice = notice.check(
  requiredWhen<Notice>()('window', 'kind', ({ kind }) => kind === 'maintenance'),
  crossField<Notice>()({
    code: 'PERIOD_REVERSED',
    reads: ['window'],
    path: ['window', 'until'],
    holds: ({ window }) => inOrder(window?.from, window?.until),
  }),
)
export interface ProviderNotice extends z.output<typeof ProviderNotice> {}

/** A refusal, always with its reason. (DOC-14, C-30) */
export const RejectionNotice = z.strictObject({
  type: z.literal('rejection_notice'),
  ...application,
  code: z.enum(rejectionCodes),
  message: Prose,
  resubmittable: z.boolean(),
  /** Until when it may be mended. */
  deadline: Instant.optional(),
})
export interface RejectionNotice extends z.output<typeof RejectionNotice> {}

/** How it ended, and what still binds afterwards. (DOC-15, R-025, R-037) */
export const ResultNotice = z.strictObject({
  type: z.literal('result_notice'),
  ...application,
  outcome: z.enum(['suspended', 'reinstated', 'closed', 'rejected', 'withdrawn']),
  effectiveAt: Instant,
  survivingObligations: listOf(Prose, { max: 50 }),
})
export interface ResultNotice extends z.output<typeof ResultNotice> {}

const closureNotice = z.strictObject({
  type: z.literal('closure_notice'),
  ...head,
  proposalId: Reference,
  reason: z.enum(closureReasons),
  grounds: Prose,
  noticeUntil: Instant,
  /** Where and until when the merchant may object. */
  appealRoute: Prose,
})
/** A closure announced by the provider: why, when, and how to object. */
export const ClosureNotice = closureNotice.check(
  crossField<z.output<typeof closureNotice>>()({
    code: 'PERIOD_REVERSED',
    reads: ['noticeUntil', 'issuedAt'],
    holds: ({ issuedAt, noticeUntil }) => inOrder(issuedAt, noticeUntil),
  }),
)
export interface ClosureNotice extends z.output<typeof ClosureNotice> {}

const service = z.strictObject({
  type: z.literal('service_of_notice'),
  ...head,
  /** The document or statement that was served. */
  servedRef: Reference,
  method: z.enum(['registeredPost', 'courier', 'inPerson', 'electronicReceipt', 'publicNotice']),
  servedAt: Instant,
  recipient: Line.optional(),
  trackingNo: Reference.optional(),
})
/** Proof that a notice reached the other side; clocks of objection start from it. */
export const ServiceOfNotice = service.check(
  requiredWhen<z.output<typeof service>>()(
    'trackingNo',
    'method',
    ({ method }) => method === 'registeredPost' || method === 'courier',
  ),
)
export interface ServiceOfNotice extends z.output<typeof ServiceOfNotice> {}
