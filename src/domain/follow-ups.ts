import type { Owner } from './actor.ts'
import type { ClockRule } from './clocks.ts'
import type { DocumentType } from './documents.ts'
import type { EventType } from './events.ts'

/** Something to be seen to afterwards: nothing waits for it, and nobody is late. */
export interface FollowUpProfile {
  /** What opens it: sale goes on after a pause, a device took another one's place, the terminal is closed. */
  readonly opens: 'resumed' | 'replaced' | 'closed'
  readonly owner: Owner
  /** By when it should have been done. */
  readonly due: ClockRule
  /** What may end it beside `followUp.done`: the record tells whether it has. */
  readonly ends: readonly EventType[]
  /** A paper that shows it done. */
  readonly paper?: DocumentType
}

const days = (amount: number): ClockRule => ({ amount, unit: 'days' })
const workingDays = (amount: number): ClockRule => ({ amount, unit: 'workingDays' })
const afterClosing = { opens: 'closed', owner: 'merchant', due: days(30), ends: [] } as const

/** What the machine opens by itself, once of a kind. */
export const followUpProfiles = {
  // what was left open while nothing was sold
  openItems: {
    ...{ opens: 'resumed', owner: 'merchant', due: workingDays(5) },
    ends: ['charge.met', 'charge.determined', 'obligation.carriedOver'],
  },
  // no reading tells credit from debit: somebody has to see that both are taken again
  cardFunctions: { opens: 'resumed', owner: 'provider', due: workingDays(1), ends: [] },
  staffTraining: {
    ...{ opens: 'replaced', owner: 'merchant', due: days(30), ends: [] },
    paper: 'training_record',
  },
  keepVouchers: afterClosing,
  newAcceptance: afterClosing,
  accountingReview: afterClosing,
  reassessNeed: { ...afterClosing, due: { amount: 1, unit: 'years' } },
  satisfactionSurvey: { ...afterClosing, owner: 'provider', paper: 'satisfaction_survey' },
} as const satisfies Readonly<Record<string, FollowUpProfile>>

export type FollowUpKind = keyof typeof followUpProfiles
/** Every kind of follow-up that the machine opens by itself. */
export const followUpKinds = Object.keys(followUpProfiles) as FollowUpKind[]
/** When it opens, who has to see to it by when, and which events or paper end it. */
export const followUpProfileOf = (kind: FollowUpKind): FollowUpProfile => followUpProfiles[kind]

/** Names that no person gives: each kind has one follow-up at a time. */
export const followUpIdOf = (kind: FollowUpKind): string => `after:${kind}`
/** Is the id of the kind that only the machine gives? Nobody may name a follow-up of their own so. */
export const isReservedFollowUp = (id: string): boolean => /^(after|note|follow-up):/.test(id)
