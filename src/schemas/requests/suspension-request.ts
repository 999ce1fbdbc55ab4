import * as z from 'zod'
import { backupStatements, durations, suspensionReasons, suspensionRules } from '../../domain/index.ts'
import { blankIsAbsent } from '../forms/blank-fields.ts'
import { sharedRules } from '../forms/cross-field.ts'
import { Fault, Prose } from '../forms/fields.ts'
import { Instant, listOf, Reference, TerminalId } from '../primitives.ts'
import { filedFields, filedRules, formFields } from './application.ts'

const filed = {
  process: z.literal('suspension'),
  ...filedFields,
  /** One paper may ask for several terminals of the merchant; each gets an application of its own. */
  terminalIds: listOf(TerminalId, { min: 1, max: 200 }),
  reason: z.enum(suspensionReasons),
  /** Needed when the reason is OTHER. */
  comment: Prose.optional(),
  /** Asked because one word is used for both; `permanent` is refused and told where to go. (R-006, C-17) */
  duration: z.enum(durations),
  /** From when, and until when if that is known; the end only reminds. (R-289, C-19) */
  plannedPeriod: z.strictObject({ from: Instant, until: Instant.optional() }),
  /** Transaction data are copied before the pause; a device that no longer answers excuses. (R-302, C-11) */
  dataBackup: z.enum(backupStatements),
  dataBackupNote: Prose.optional(),
  fault: Fault.optional(),
  /** The provider's procedure that was read. */
  procedureVersion: Reference.optional(),
}

/** The request as the record keeps it: the form without what is personal, and without the list of its papers. */
const request = z
  .strictObject(filed)
  .check(...filedRules<z.output<z.ZodObject<typeof filed>>>(suspensionRules))
/** A request for suspension as the record keeps it: without what is personal, and without its list of papers. */
export const FiledSuspension: z.ZodType<FiledSuspension, FiledSuspensionInput> = request
export interface FiledSuspension extends z.output<typeof request> {}
export interface FiledSuspensionInput extends z.input<typeof request> {}

const shape = z.strictObject({ ...filed, ...formFields })
const form = shape.check(...sharedRules<z.output<typeof shape>>(suspensionRules))
/** For whoever asks which of its fields apply. */
export const suspensionForm = { shape: shape.shape, rules: suspensionRules }

/** The merchant asks for a pause. (DOC-03, R-286 … R-292) */
export const SuspensionRequest: z.ZodType<SuspensionRequest, SuspensionRequestInput> = blankIsAbsent(form)
export interface SuspensionRequest extends z.output<typeof form> {}
/** What may be handed to `SuspensionRequest`: texts are still untrimmed, and blank fields count as left out. */
export interface SuspensionRequestInput extends z.input<typeof form> {}
