import type { ClosureReason, LengthName, SuspensionReason } from '../domain/index.ts'

/** What sort of advice an item is, in the order in which it is given. */
export const guidanceKinds = [
  'danger',
  'remedy',
  'step',
  'preparation',
  'tell',
  'aftercare',
  'prevention',
] as const
export type GuidanceKind = (typeof guidanceKinds)[number]

/** Where the merchant stands. */
export const guidancePhases = ['beforeApplying', 'suspended', 'backInService', 'closing', 'closed'] as const
export type GuidancePhase = (typeof guidancePhases)[number]

/** The phases through which each process goes. */
export const phasesOf = {
  suspension: ['beforeApplying', 'suspended', 'backInService'],
  closure: ['beforeApplying', 'closing', 'closed'],
} as const satisfies Readonly<Record<string, readonly GuidancePhase[]>>

/** `all`: whatever the reason is, and also where none is known. Left out: for no reason of that process. */
type Of<Reason> = 'all' | readonly Reason[]

/** When an item is given, and which rows of docs/requirements.md it is made from. */
export interface GuidanceProfile {
  readonly phases: readonly GuidancePhase[]
  readonly suspension?: Of<SuspensionReason>
  readonly closure?: Of<ClosureReason>
  readonly rows: readonly string[]
  /** Given for a suspension only where this is so: a hold on payouts alone leaves the till as it is. */
  readonly when?: 'saleIsOff' | 'applicationIsNeeded' | 'mayHelpItself'
  /** Its text says how long this clock runs. */
  readonly clock?: LengthName
}
