import * as z from 'zod'
import {
  closureReasonProfiles,
  closureReasons,
  type ClockRule as DomainClockRule,
  type ExtraPapers as DomainExtraPapers,
  type LifecyclePolicy as DomainLifecyclePolicy,
  type DutyTable,
  defaultPolicy,
  documentTypes,
  duties,
  type EventType,
  eventTypes,
  lengthNames,
  obligationKinds,
  profileOf,
  suspensionReasons,
} from '../domain/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import { dated, periodHolds } from './dated.ts'
import { crossField } from './forms/cross-field.ts'
import { parseForm } from './forms.ts'
import { Reference } from './primitives.ts'

/** Longer than any rule known asks for, and short enough to show a slip of units. */
const clockRule = z.strictObject({
  amount: z.int().min(0).max(4000),
  unit: z.enum(['years', 'workingDays', 'days', 'hours', 'minutes']),
})
const ClockRule: z.ZodType<DomainClockRule, DomainClockRule> = clockRule.check(
  crossField<z.output<typeof clockRule>>()({
    code: 'TOO_LARGE',
    reads: ['amount', 'unit'],
    holds: ({ amount, unit }) => unit !== 'years' || amount <= 50,
  }),
)

const FeeTable = z.strictObject({ version: Reference, ...dated }).check(periodHolds)

const required = z.strictObject({
  type: z.enum(documentTypes),
  alternatives: z.array(z.enum(documentTypes)).max(20).optional(),
})
const perReason = (reasons: readonly string[]) =>
  z.partialRecord(z.enum([...reasons, '*']), z.array(required).max(20))
const ExtraPapers = z
  .strictObject({
    suspension: perReason(suspensionReasons),
    reinstatement: perReason(suspensionReasons),
    closure: perReason(closureReasons),
  })
  .partial() as unknown as z.ZodType<DomainExtraPapers, DomainExtraPapers>

/** What nobody could make use of is a slip: an event that the provider does not send, a role that has no say. */
const ofProvider = eventTypes.filter((type) => profileOf(type).roles.includes('provider'))
const sendersOf = (type: EventType) => z.array(z.enum(profileOf(type).roles))
const imposable = closureReasons.filter((reason) =>
  closureReasonProfiles[reason].initiators.some((initiator) => initiator !== 'merchant'),
)
const Duties = z.union([
  z.literal('any'),
  z.partialRecord(z.enum(ofProvider), z.array(z.enum(duties)).min(1)),
]) as unknown as z.ZodType<DutyTable | 'any', DutyTable | 'any'>

const fields = {
  verifyAttempts: z.int().min(1).max(100),
  urgentBases: z.array(z.enum(imposable)),
  appealAllowed: z.boolean(),
  setOffAllowed: z.boolean(),
  carryOverKinds: z.array(z.enum(obligationKinds)),
  unbindRequires: z.enum(['keysRemoved', 'received']),
  systemMayPlace: z.array(z.enum(suspensionReasons)),
  feeTables: z.array(FeeTable).max(200),
  extraPapers: ExtraPapers,
  filingRequired: z.boolean(),
  noticeBeforeResuming: z.boolean(),
  maxResubmissions: z.int().nonnegative().max(1000).nullable(),
  repairLiability: z.enum(['byCause', 'merchant', 'provider']),
  duties: Duties,
  repeatWindow: ClockRule,
  mayReportDisputes: sendersOf('dispute.opened'),
  mayHide: sendersOf('hold.placed'),
  mayHoldMoney: sendersOf('hold.placed'),
}

/** A charge names the table it was made from, so that a version stands for one table. */
const oneTablePerVersion = crossField<{ feeTables?: readonly { version: string }[] | undefined }>()({
  code: 'DUPLICATE_ITEM',
  reads: ['feeTables'],
  holds: ({ feeTables = [] }) => new Set(feeTables.map(({ version }) => version)).size === feeTables.length,
})

/** A whole policy: every clock, every switch. */
export const LifecyclePolicy: z.ZodType<DomainLifecyclePolicy, DomainLifecyclePolicy> = z
  .strictObject({ clocks: z.record(z.enum(lengthNames), ClockRule), ...fields })
  .check(oneTablePerVersion)
export type LifecyclePolicy = DomainLifecyclePolicy

const overrides = z
  .strictObject({ clocks: z.partialRecord(z.enum(lengthNames), ClockRule), ...fields })
  .partial()
  .check(oneTablePerVersion)

/** What differs from a policy; clocks are named one by one. */
export const PolicyOverrides: z.ZodType<PolicyOverrides, PolicyOverrides> = overrides
export interface PolicyOverrides extends z.output<typeof overrides> {}

/**
 * A whole policy from what differs, as a configuration file holds it. A list replaces the list that was there.
 *
 * @param base @default defaultPolicy
 * @throws InvalidInputError naming each setting that is unknown or out of range.
 * @example policyFrom({ clocks: { informationDue: { amount: 14, unit: 'days' } }, appealAllowed: false })
 */
export const policyFrom = (
  input: unknown,
  base: DomainLifecyclePolicy = defaultPolicy,
): DomainLifecyclePolicy => {
  const result = parseForm(PolicyOverrides, input)
  if (!result.success) throw new InvalidInputError({ issues: result.issues })
  const { clocks, ...others } = result.data
  const given = Object.fromEntries(Object.entries(others).filter(([, setting]) => setting !== undefined))
  const changed = Object.fromEntries(Object.entries(clocks ?? {}).filter(([, rule]) => rule !== undefined))
  return { ...base, ...given, clocks: { ...base.clocks, ...changed } }
}
