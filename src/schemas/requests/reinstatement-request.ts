import * as z from 'zod'
import {
  performers,
  reinstatementRules,
  remedyKinds,
  remedyRules,
  selfServiceResults,
  suspensionReasons,
} from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { blankIsAbsent } from '../forms/blank-fields.ts'
import { sharedRules } from '../forms/cross-field.ts'
import { Fault, Line, MaskedNumber, Prose } from '../forms/fields.ts'
import { Day, listOf, Reference, TerminalId } from '../primitives.ts'
import { filedFields, filedRules, formFields } from './application.ts'

const remedy = z.strictObject({
  holdId: Reference,
  /** `noneRequired` is said, never guessed from silence. (C-08) */
  kind: z.enum(remedyKinds),
  performedBy: z.enum(performers),
  /** Needed where a merchant installed software. (C-23) */
  providerAuthorisation: Reference.optional(),
  description: Prose.optional(),
  /** Ids of documents of this request. */
  evidence: listOf(Reference, { max: 20 }),
})
const Remedy = remedy.check(...sharedRules<z.output<typeof remedy>>(remedyRules))

const filed = {
  process: z.literal('reinstatement'),
  ...filedFields,
  terminalId: TerminalId,
  /** The holds that are to be cleared, as `requirements` names them. */
  holdIds: listOf(Reference, { min: 1, max: 20 }),
  suspendedOn: Day,
  /** The specific causes, the main one first. (R-089, OQ-22) */
  reasons: listOf(z.enum(suspensionReasons), { min: 1, max: 20 }),
  reasonDescription: Prose,
  whyRestore: Prose,
  whyLift: Prose,
  businessImpact: Prose.optional(),
  remedies: listOf(Remedy, { min: 1, max: 20 }),
  /** Tried on the device where it offers that; what was typed there is nobody's business. (R-062, C-02) */
  selfService: z.enum(selfServiceResults).optional(),
  fault: Fault.optional(),
  /** The provider's procedure that was read. */
  procedureVersion: Reference.optional(),
}

/** The request as the record keeps it: the form without what is personal, and without the list of its papers. */
const request = z
  .strictObject(filed)
  .check(...filedRules<z.output<z.ZodObject<typeof filed>>>(reinstatementRules))
/** A request for reinstatement as the record keeps it: without what is personal, and without its list of papers. */
export const FiledReinstatement: z.ZodType<FiledReinstatement, FiledReinstatementInput> = request
export interface FiledReinstatement extends z.output<typeof request> {}
export interface FiledReinstatementInput extends z.input<typeof request> {}

const shape = z.strictObject({
  ...filed,
  ...formFields,
  /** The basis of the request; at least one. */
  documents: SomeDocumentRefs,
  /** Name and end of the number. The guides that ask for the password are wrong. (R-083, R-087, R-088, C-01) */
  account: z.strictObject({ accountName: Line, accountNumberMasked: MaskedNumber }),
})
const form = shape.check(...sharedRules<z.output<typeof shape>>(reinstatementRules))
/** For whoever asks which of its fields apply. */
export const reinstatementForm = { shape: shape.shape, rules: reinstatementRules }

/** The merchant asks that the named holds be cleared. (DOC-04, R-061, R-082 …) */
export const ReinstatementRequest: z.ZodType<ReinstatementRequest, ReinstatementRequestInput> =
  blankIsAbsent(form)
export interface ReinstatementRequest extends z.output<typeof form> {}
/** What may be handed to `ReinstatementRequest`: texts are still untrimmed, and blank fields count as left out. */
export interface ReinstatementRequestInput extends z.input<typeof form> {}
