import type { Role } from './actor.ts'
import type { FeeTable } from './catalogues.ts'
import { type ClockRule, clockProfiles, type LengthName, lengthNames } from './clocks.ts'
import { type DutyTable, defaultDuties } from './duties.ts'
import type { ClosureReason, SuspensionReason } from './reasons.ts'
import type { RequiredDocument } from './required-documents.ts'

/** What may be carried over when a terminal is closed; devices, keys, data and transactions never are. */
export const obligationKinds = ['settlement', 'deposit', 'charge', 'dispute'] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** The values in force for one terminal; they are stored with its record, so that a later change of policy rewrites no case. */
export interface LifecyclePolicy {
  readonly clocks: Readonly<Record<LengthName, ClockRule>>
  /** Confirmations tried before somebody is told. */
  readonly verifyAttempts: number
  /** Reasons for which a closure may be imposed without waiting for the notice to run. */
  readonly urgentBases: readonly ClosureReason[]
  /** May a merchant appeal an imposed closure? */
  readonly appealAllowed: boolean
  /** May a charge be taken from a deposit at all? */
  readonly setOffAllowed: boolean
  readonly carryOverKinds: readonly ObligationKind[]
  /** What must be true before a device is unbound: its keys are gone, or it also came back. */
  readonly unbindRequires: 'keysRemoved' | 'received'
  /** Reasons for which a system may place a hold by itself. */
  readonly systemMayPlace: readonly SuspensionReason[]
  readonly feeTables: readonly FeeTable[]
  /** Papers asked for beside those of the reason, by process and reason; `*` stands for every reason. */
  readonly extraPapers: ExtraPapers
  /** Does a suspension have to be filed with an authority first? Then `regulatory_filing` is asked for. (R-305, OQ-31) */
  readonly filingRequired: boolean
  /** Does sale wait until customers have been told that it goes on? (R-299, OQ-18) */
  readonly noticeBeforeResuming: boolean
  /** Rejections after which only a new application is heard, closures apart; `null`: no limit. (OQ-09) */
  readonly maxResubmissions: number | null
  /** Who bears a repair: whoever the cause of the damage points at, or always one of the parties by contract. (C-05) */
  readonly repairLiability: 'byCause' | 'merchant' | 'provider'
  /** Which duties an event asks for at the provider; `'any'`: nobody is asked for one. */
  readonly duties: DutyTable | 'any'
  /** For so long a report that is told again is recognised by the record itself. */
  readonly repeatWindow: ClockRule
  readonly mayReportDisputes: readonly Role[]
  /** Who may place a hold that the merchant does not see. */
  readonly mayHide: readonly Role[]
  /** Who may place a hold on payouts. */
  readonly mayHoldMoney: readonly Role[]
}

type PerReason<Reason extends string> = Readonly<Partial<Record<Reason | '*', readonly RequiredDocument[]>>>
/** Papers asked for beside those of the reason, by process and reason; `*` is every reason. */
export interface ExtraPapers {
  readonly suspension?: PerReason<SuspensionReason>
  readonly reinstatement?: PerReason<SuspensionReason>
  readonly closure?: PerReason<ClosureReason>
}

/** @example createLifecycle({ policy: { ...defaultPolicy, appealAllowed: true } }) */
export const defaultPolicy: LifecyclePolicy = {
  clocks: Object.fromEntries(
    lengthNames.map((name) => [name, { amount: clockProfiles[name].amount, unit: clockProfiles[name].unit }]),
  ) as Record<LengthName, ClockRule>,
  verifyAttempts: 3,
  urgentBases: ['RULE_VIOLATION', 'MALICIOUS_ATTACK'],
  appealAllowed: false,
  setOffAllowed: true,
  carryOverKinds: obligationKinds,
  unbindRequires: 'keysRemoved',
  systemMayPlace: [
    'NETWORK_FAULT',
    'HARDWARE_FAULT',
    'SOFTWARE_FAULT',
    'SYSTEM_MAINTENANCE',
    'MALICIOUS_ATTACK',
  ],
  feeTables: [{ version: 'standard', from: '2020-01-01' }],
  extraPapers: {},
  filingRequired: false,
  noticeBeforeResuming: false,
  maxResubmissions: null,
  repairLiability: 'byCause',
  duties: defaultDuties,
  repeatWindow: { amount: 80, unit: 'hours' },
  mayReportDisputes: ['provider', 'system'],
  mayHide: ['provider'],
  mayHoldMoney: ['provider', 'system'],
}
