import { type ClockRule, defaultPolicy } from '../domain/index.ts'
import {
  type GuidanceKind,
  type GuidancePhase,
  type GuidanceProfile,
  guidanceKinds,
  phasesOf,
} from './kinds.ts'
import { type GuidanceCode, guidanceProfiles } from './profiles.ts'
import { type GuidanceSubject, isRecord, type Situation, situationOf } from './subject.ts'

/** One piece of advice: stable codes, no words. Its words are in the module of a language. */
export interface GuidanceItem {
  readonly kind: GuidanceKind
  readonly code: GuidanceCode
  /** In docs/requirements.md. */
  readonly rows: readonly string[]
  /** How long what the item speaks of takes, by the terminal's policy. */
  readonly time?: ClockRule
}

const isOf = (listed: 'all' | readonly string[] | undefined, reason: string): boolean =>
  listed === 'all' || listed?.includes(reason) === true

const isGiven = (profile: GuidanceProfile, { suspension, closure, phase }: Situation): boolean => {
  const isIn = (phases: readonly GuidancePhase[]) =>
    phases.some((each) => profile.phases.includes(each) && each === (phase ?? each))
  const { when } = profile
  const suits = (one: NonNullable<typeof suspension>[number]) =>
    isOf(profile.suspension, one.code) && (when === undefined || one[when])
  // A closure may be without a reason: nobody has asked for it yet.
  const closes =
    closure !== null && (profile.closure === 'all' || closure.some((reason) => isOf(profile.closure, reason)))
  return (isIn(phasesOf.suspension) && suspension?.some(suits) === true) || (isIn(phasesOf.closure) && closes)
}

/**
 * What a knowledgeable account manager would say now, dangers first. Of a record it reads reason and phase itself, and never a
 * hidden hold; a phase that is named wins. Where sale is off and no hold shows, ask for `suspended`. A reason without a phase
 * brings what is said in all of them.
 *
 * @returns the items without their words; `describeGuidance` gives those.
 * @example guidanceFor({ suspension: 'LICENCE_EXPIRED' }, 'suspended').map(({ code }) => code) // […, 'RENEW_LICENCE', …]
 */
export function guidanceFor(subject: GuidanceSubject, phase?: GuidancePhase): readonly GuidanceItem[] {
  const situation = situationOf(subject, phase)
  const { clocks } = (isRecord(subject) ? subject.context : { policy: defaultPolicy }).policy
  return guidanceKinds.flatMap((kind) =>
    Object.entries<GuidanceProfile>(guidanceProfiles[kind])
      .filter(([, profile]) => isGiven(profile, situation))
      .map(([code, { rows, clock }]) => ({
        kind,
        code: code as GuidanceCode,
        rows,
        ...(clock && { time: clocks[clock] }),
      })),
  )
}
