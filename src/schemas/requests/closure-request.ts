import * as z from 'zod'
import {
  closureReasons,
  closureRules,
  dispositions,
  durations,
  payoutMethods,
  type RequestRule,
} from '../../domain/index.ts'
import { blankIsAbsent } from '../forms/blank-fields.ts'
import { sharedRules } from '../forms/cross-field.ts'
import { Prose } from '../forms/fields.ts'
import { MobileNumber } from '../mobile-number.ts'
import { Day, Instant, Reference, TerminalId } from '../primitives.ts'
import { filedFields, filedRules, formFields } from './application.ts'

const filed = {
  process: z.literal('closure'),
  ...filedFields,
  /** Providers ask for the terminal number, the serial number or both. (OQ-04) */
  terminalId: TerminalId.optional(),
  reason: z.enum(closureReasons),
  /** Needed when the reason is OTHER. */
  comment: Prose.optional(),
  /** Asked because one word is used for both; `temporary` is refused and told where to go. (R-006, C-17) */
  duration: z.enum(durations),
  /** Closing starts then, when that is later than the approval. */
  effectiveDate: Instant.optional(),
  /** How the provider's or the agent's device finds its way back; the merchant's own stays. (R-023, R-170, OQ-16) */
  disposition: z.enum(dispositions),
  /** How the rest of the money travels. */
  payoutMethod: z.enum(payoutMethods).optional(),
  /** Needed when the reason is that the contract has expired. */
  contract: z.strictObject({ expiresOn: Day, renewed: z.boolean() }).optional(),
  /** The terminal that takes over. */
  successorTerminalId: TerminalId.optional(),
  /** The provider's procedure was read, and the contract too. */
  acknowledgement: z.strictObject({
    procedureVersion: Reference,
    at: Instant,
    contractReviewed: z.boolean(),
  }),
}

/** The request as the record keeps it: the form without what is personal, and without the list of its papers. */
const request = z.strictObject(filed).check(...filedRules<z.output<z.ZodObject<typeof filed>>>(closureRules))
/** A request for closure as the record keeps it: without what is personal, and without its list of papers. */
export const FiledClosure: z.ZodType<FiledClosure, FiledClosureInput> = request
export interface FiledClosure extends z.output<typeof request> {}
export interface FiledClosureInput extends z.input<typeof request> {}

const shape = z.strictObject({
  ...filed,
  ...formFields,
  /** Compared with the number on record, never a secret. (R-147, C-24) */
  registeredMobile: MobileNumber.optional(),
  /** Where a device that is collected stands. */
  collectionAddress: Prose.optional(),
})
type Form = z.output<typeof shape>

/** An address is personal, so that only the form has it. */
const addressOfCollection: RequestRule<Form> = {
  code: 'REQUIRED_HERE',
  reads: ['collectionAddress', 'disposition'],
  params: { because: 'disposition' },
  holds: ({ collectionAddress, disposition }) =>
    collectionAddress !== undefined || disposition !== 'collection',
}
const formRules = [...closureRules, addressOfCollection] as readonly RequestRule<Form>[]
const form = shape.check(...sharedRules<Form>(formRules))
/** For whoever asks which of its fields apply. */
export const closureForm = { shape: shape.shape, rules: formRules }

/**
 * The merchant gives the terminal up for good, as the form of a portal sends it. No field for a password, a code sent by
 * SMS, a card number or an identity number; one that is sent all the same is FORBIDDEN_FIELD. (DOC-01, R-012 … R-019,
 *
 */
export const ClosureRequest: z.ZodType<ClosureRequest, ClosureRequestInput> = blankIsAbsent(form)
export interface ClosureRequest extends z.output<typeof form> {}
/** What may be handed to `ClosureRequest`: texts are still untrimmed, and blank fields count as left out. */
export interface ClosureRequestInput extends z.input<typeof form> {}
