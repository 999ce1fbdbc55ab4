import * as z from 'zod'
import { reasonProfiles, suspensionReasons } from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { crossField } from '../forms/cross-field.ts'
import { Fault, Line, MaskedNumber, Prose } from '../forms/fields.ts'
import { Day, listOf, Reference, TerminalId } from '../primitives.ts'
import { applicationFields, applicationRules, distinct } from './application.ts'

const remedy = z.strictObject({
  holdId: Reference,
  /** `noneRequired` is said, never guessed from silence. (C-08) */
  kind: z.enum([
    'repair',
    'replacement',
    'reinstall',
    'update',
    'payment',
    'topUp',
    'rectification',
    'renewal',
    'accountVerified',
    'disputeResolved',
    'noneRequired',
  ]),
  performedBy: z.enum(['merchant', 'provider', 'serviceProvider', 'supplier', 'repairer', 'technician']),
  /** Needed where a merchant installed software. (C-23) */
  providerAuthorisation: Reference.optional(),
  description: Prose.optional(),
  /** Ids of documents of this request. */
  evidence: listOf(Reference, { max: 20 }),
})
type Step = z.output<typeof remedy>
const Remedy = remedy.check(
  crossField<Step>()({
    code: 'PROVIDER_AUTHORISATION_REQUIRED',
    reads: ['providerAuthorisation', 'kind', 'performedBy'],
    holds: ({ kind, performedBy, providerAuthorisation }) =>
      performedBy !== 'merchant' ||
      (kind !== 'reinstall' && kind !== 'update') ||
      providerAuthorisation !== undefined,
  }),
)

const shape = z.strictObject({
  process: z.literal('reinstatement'),
  ...applicationFields,
  /** The basis of the request; at least one. */
  documents: SomeDocumentRefs,
  terminalId: TerminalId,
  /** Name and end of the number. The guides that ask for the password are wrong. (R-083, R-087, R-088, C-01) */
  account: z.strictObject({ accountName: Line, accountNumberMasked: MaskedNumber }),
  /** The holds that are to be cleared, as `requirements` names them. */
  holdIds: listOf(Reference, { min: 1, max: 20 }),
  suspendedOn: Day,
  /** The specific causes, the main one first. (R-089, OQ-22) */
  reasons: listOf(z.enum(suspensionReasons), { min: 1, max: 20 }),
  reasonDescription: Prose,
  whyRestore: Prose,
  whyLift: Prose,
  businessImpact: Prose.optional(),
  /** Asked for on the telephone, or in writing. */
  form: z.enum(['oral', 'written']),
  remedies: listOf(Remedy, { min: 1, max: 20 }),
  /** Tried on the device where it offers that; what was typed there is nobody's business. (R-062, C-02) */
  selfService: z.enum(['notSupported', 'notTried', 'unresolved', 'resolved']).optional(),
  fault: Fault.optional(),
})
type Form = z.output<typeof shape>
const rule = crossField<Form>()

const request = shape.check(
  ...applicationRules,
  rule({ code: 'DUPLICATE_ITEM', reads: ['holdIds'], holds: ({ holdIds }) => distinct(holdIds) }),
  rule({
    code: 'REASON_TOO_VAGUE',
    reads: ['reasons'],
    holds: ({ reasons }) => reasons.every((reason) => !reasonProfiles[reason].umbrella),
  }),
  rule({
    code: 'REMEDY_UNSTATED',
    reads: ['remedies', 'holdIds'],
    holds: ({ remedies, holdIds }) =>
      holdIds.every((holdId) => remedies.some((remedied) => remedied.holdId === holdId)),
  }),
  rule({
    code: 'EVIDENCE_NOT_ATTACHED',
    reads: ['remedies', 'documents'],
    holds: ({ remedies, documents }) => {
      const attached = new Set(documents.map(({ id }) => id))
      return remedies.every(({ evidence }) => evidence.every((id) => attached.has(id)))
    },
  }),
)

/** The merchant asks that the named holds be cleared. (DOC-04, R-061, R-082 …) */
export const ReinstatementRequest: z.ZodType<ReinstatementRequest, ReinstatementRequestInput> = request
export interface ReinstatementRequest extends z.output<typeof request> {}
export interface ReinstatementRequestInput extends z.input<typeof request> {}
