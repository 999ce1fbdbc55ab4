import {
  type ClosureReason,
  type ReasonProfile,
  reasonProfiles,
  type SuspensionReason,
} from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import type { GuidancePhase } from './kinds.ts'

/** What advice is asked about: a terminal as it stands, or one reason. */
export type GuidanceSubject =
  | LifecycleRecord
  | { readonly suspension: SuspensionReason }
  | { readonly closure: ClosureReason }

/** A suspension as far as it matters here: of one hold, or what is usual for its reason. */
interface Suspension {
  readonly code: SuspensionReason
  readonly saleIsOff: boolean
  readonly applicationIsNeeded: boolean
  /** A device offers help by itself, or nobody was told that it does not. */
  readonly mayHelpItself: boolean
}

/** What is the matter, and where the merchant stands; without a phase, wherever that may be. `null`: not that process. */
export interface Situation {
  readonly suspension: readonly Suspension[] | null
  readonly closure: readonly ClosureReason[] | null
  readonly phase: GuidancePhase | undefined
}

export const isRecord = (subject: GuidanceSubject): subject is LifecycleRecord => 'context' in subject

const usual = (code: SuspensionReason): Suspension => {
  const known: Readonly<Partial<Record<string, ReasonProfile>>> = reasonProfiles
  // Of a newer server's reason, and of an order that names its own limits, the worst is assumed.
  const { caps, release } = (Object.hasOwn(known, code) && known[code]) || reasonProfiles.OTHER
  return {
    code,
    saleIsOff: caps.length === 0 || caps.includes('sale'),
    applicationIsNeeded: release === 'application',
    mayHelpItself: true,
  }
}

const statusesIn = {
  beforeApplying: ['planned'],
  suspended: ['effective', 'cleared'],
  backInService: ['lifted'],
} as const
type LivePhase = keyof typeof statusesIn

/** A hidden hold is left out whoever asks, so that no advice gives it away. */
const suspensionsIn = ({ context }: LifecycleRecord, phase: LivePhase): readonly Suspension[] => {
  const counts: readonly string[] = statusesIn[phase]
  const mayHelpItself = Object.values(context.devices).some(
    ({ role, selfService }) => role === 'bound' && selfService !== false,
  )
  return Object.values(context.holds)
    .filter(({ disclosure, status }) => disclosure === 'open' && counts.includes(status))
    .map(({ code, caps, release }) => ({
      code,
      saleIsOff: caps.includes('sale'),
      applicationIsNeeded: release === 'application',
      mayHelpItself,
    }))
}

const phaseOf = (record: LifecycleRecord): GuidancePhase => {
  const { closing } = record.context
  if (closing !== null) return closing.closedAt === null ? 'closing' : 'closed'
  const order = ['suspended', 'beforeApplying', 'backInService'] as const
  return order.find((phase) => suspensionsIn(record, phase).length > 0) ?? 'beforeApplying'
}

const recordSituation = (record: LifecycleRecord, phase: GuidancePhase): Situation => {
  if (phase === 'closing' || phase === 'closed') {
    const { closing } = record.context
    return { suspension: null, closure: closing === null ? [] : [closing.reason], phase }
  }
  const suspension = suspensionsIn(record, phase)
  // Where nobody has told the merchant of anything, the cause is unknown to it, and either process may come.
  return suspension.length > 0
    ? { suspension, closure: null, phase }
    : { suspension: [usual('UNKNOWN')], closure: phase === 'beforeApplying' ? [] : null, phase }
}

export const situationOf = (subject: GuidanceSubject, phase: GuidancePhase | undefined): Situation => {
  if (isRecord(subject)) return recordSituation(subject, phase ?? phaseOf(subject))
  return 'suspension' in subject
    ? { suspension: [usual(subject.suspension)], closure: null, phase }
    : { suspension: null, closure: [subject.closure], phase }
}
