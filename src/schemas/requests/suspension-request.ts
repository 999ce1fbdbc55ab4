import * as z from 'zod'
import { reasonProfiles, suspensionReasons } from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Fault, inOrder, Line, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, TerminalId } from '../primitives.ts'
import { applicationFields, applicationRules, distinct } from './application.ts'

const shape = z.strictObject({
  process: z.literal('suspension'),
  ...applicationFields,
  /** One paper may ask for several terminals of the merchant; each gets an application of its own. */
  terminalIds: listOf(TerminalId, { min: 1, max: 200 }),
  reason: z.enum(suspensionReasons),
  /** Needed when the reason is OTHER. */
  comment: Prose.optional(),
  /** Asked because one word is used for both; `permanent` is refused and told where to go. (R-006, C-17) */
  duration: z.enum(['temporary', 'permanent']),
  /** From when, and until when if that is known; the end only reminds. (R-289, C-19) */
  plannedPeriod: z.strictObject({ from: Instant, until: Instant.optional() }),
  /** Transaction data are copied before the pause; a device that no longer answers excuses. (R-302, C-11) */
  dataBackup: z.enum(['done', 'notPossible']),
  dataBackupNote: Prose.optional(),
  fault: Fault.optional(),
  /** Filed with an authority, where that is required. */
  filing: z.strictObject({ authority: Line, reference: Line, filedOn: Day }).optional(),
})
type Form = z.output<typeof shape>
const rule = crossField<Form>()
const required = requiredWhen<Form>()

const request = shape.check(
  ...applicationRules,
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['terminalIds'],
    holds: ({ terminalIds }) => distinct(terminalIds),
  }),
  rule({
    code: 'PERMANENT_IS_CLOSURE',
    reads: ['duration'],
    holds: ({ duration }) => duration === 'temporary',
  }),
  rule({
    code: 'REASON_TOO_VAGUE',
    reads: ['reason'],
    holds: ({ reason }) => !reasonProfiles[reason].umbrella,
  }),
  rule({
    code: 'REASON_NOT_FOR_MERCHANT',
    reads: ['reason'],
    holds: ({ reason }) =>
      reasonProfiles[reason].umbrella || reasonProfiles[reason].initiators.includes('merchant'),
  }),
  required('comment', 'reason', ({ reason }) => reason === 'OTHER'),
  rule({
    code: 'PERIOD_REVERSED',
    reads: ['plannedPeriod'],
    path: ['plannedPeriod', 'until'],
    holds: ({ plannedPeriod }) => inOrder(plannedPeriod.from, plannedPeriod.until),
  }),
  required('dataBackupNote', 'dataBackup', ({ dataBackup }) => dataBackup === 'notPossible'),
)

/** The merchant asks for a pause. (DOC-03, R-286 … R-292) */
export const SuspensionRequest: z.ZodType<SuspensionRequest, SuspensionRequestInput> = request
export interface SuspensionRequest extends z.output<typeof request> {}
export interface SuspensionRequestInput extends z.input<typeof request> {}
