import * as z from 'zod'
import { closureReasonProfiles, closureReasons } from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Fault, Line, Prose } from '../forms/fields.ts'
import { MobileNumber } from '../identifiers.ts'
import { Day, Instant, Reference, TerminalId } from '../primitives.ts'
import { applicationFields, applicationRules } from './application.ts'

const shape = z.strictObject({
  process: z.literal('closure'),
  ...applicationFields,
  /** Providers ask for the terminal number, the serial number or both. (OQ-04) */
  terminalId: TerminalId.optional(),
  /** Compared with the number on record, never a secret. (R-147, C-24) */
  registeredMobile: MobileNumber.optional(),
  reason: z.enum(closureReasons),
  /** Needed when the reason is OTHER. */
  comment: Prose.optional(),
  /** Asked because one word is used for both; `temporary` is refused and told where to go. (R-006, C-17) */
  duration: z.enum(['permanent', 'temporary']),
  /** Closing starts then, when that is later than the approval. */
  effectiveDate: Instant.optional(),
  /** How the device finds its way back. (R-023, R-170, OQ-16) */
  disposition: z.enum(['return', 'collection', 'merchantOwned']),
  collectionAddress: Prose.optional(),
  /** Where the rest of the money goes. */
  payoutMethod: z.enum(['directTransfer', 'cheque', 'originalRoute']).optional(),
  /** Needed when the reason is that the contract has expired. */
  contract: z.strictObject({ contractNo: Line, expiresOn: Day, renewed: z.boolean() }).optional(),
  fault: Fault.optional(),
  /** The terminal that takes over. */
  successorTerminalId: TerminalId.optional(),
  /** The provider's procedure was read, and the contract too. */
  acknowledgement: z.strictObject({
    procedureVersion: Reference,
    at: Instant,
    contractReviewed: z.literal(true),
  }),
})
type Form = z.output<typeof shape>
const rule = crossField<Form>()
const required = requiredWhen<Form>()

/** Without a date nobody can tell here whether it has run; the provider can. */
const hasRun = ({ expiresOn, renewed }: { expiresOn: string; renewed: boolean }, date: string | undefined) =>
  !renewed && (date === undefined || date.slice(0, 10) >= expiresOn)

const request = shape.check(
  ...applicationRules,
  rule({
    code: 'TERMINAL_OR_SERIAL_REQUIRED',
    reads: ['terminalId', 'serialNumber'],
    holds: ({ terminalId, serialNumber }) => terminalId !== undefined || serialNumber !== undefined,
  }),
  rule({
    code: 'TEMPORARY_IS_SUSPENSION',
    reads: ['duration'],
    holds: ({ duration }) => duration === 'permanent',
  }),
  rule({
    code: 'REASON_NOT_FOR_MERCHANT',
    reads: ['reason'],
    holds: ({ reason }) => closureReasonProfiles[reason].initiators.includes('merchant'),
  }),
  required('comment', 'reason', ({ reason }) => closureReasonProfiles[reason].needsText),
  required('contract', 'reason', ({ reason }) => reason === 'CONTRACT_EXPIRED'),
  rule({
    code: 'CONTRACT_STILL_RUNNING',
    reads: ['contract', 'reason', 'effectiveDate'],
    holds: ({ contract, reason, effectiveDate }) =>
      reason !== 'CONTRACT_EXPIRED' || contract === undefined || hasRun(contract, effectiveDate),
  }),
  required('collectionAddress', 'disposition', ({ disposition }) => disposition === 'collection'),
)

/**
 * The merchant gives the terminal up for good, as the form of a portal sends it. No field for a password, a code sent by
 * SMS, a card number or an identity number; one that is sent all the same is FORBIDDEN_FIELD. (DOC-01, R-012 … R-019,
 *
 */
export const ClosureRequest: z.ZodType<ClosureRequest, ClosureRequestInput> = request
export interface ClosureRequest extends z.output<typeof request> {}
export interface ClosureRequestInput extends z.input<typeof request> {}
