import {
  type Audience,
  type ClosureReason,
  closureReasonProfiles,
  type SuspensionReason,
} from '../../domain/index.ts'
import type { Application } from '../shape/applications.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'

/** Somebody is accused of a breach, and it may be the service provider itself. */
const accusations = new Set<SuspensionReason>(['RULE_VIOLATION', 'MALICIOUS_ATTACK', 'COMPLIANCE_ISSUE'])

type Heard = readonly Extract<Audience, 'serviceProvider'>[]
const heard = (mayHear: boolean): Heard => (mayHear ? ['serviceProvider'] : [])

const isTold = ({ code, disclosure }: Hold): boolean => disclosure === 'open' && !accusations.has(code)

/** Of a hold the service provider hears, but not of one that is hidden or may be about itself. */
export const hearsOfHold = (hold: Hold): Heard => heard(isTold(hold))

/** Of a closure, but not while it may be for what it did itself. */
export const hearsOfClosure = (reason: ClosureReason): Heard => heard(!closureReasonProfiles[reason].urgent)

const isAssigned = ({ agent }: LifecycleContext, agentId: string | undefined): boolean =>
  agentId !== undefined && agent?.agentId === agentId

/** Of an application, unless every hold that it is about is one of which it hears nothing, and others asked. */
export const hearsOfApplication = (
  context: LifecycleContext,
  { kind, holdIds, agentId }: Application,
): Heard => {
  const isToldOfSome = holdIds.flatMap((id) => context.holds[id] ?? []).some(isTold)
  return heard(kind !== 'reinstatement' || isToldOfSome || isAssigned(context, agentId))
}

/** What is asked of the applicant, where the service provider is one. */
export const hearsAsApplicant = (context: LifecycleContext, { agentId }: Application): Heard =>
  heard(isAssigned(context, agentId))

const ofApplication = /^(reviewDue\.|informationDue$|resubmitUntil$)/
const ofHold: ReadonlySet<string> = new Set(['approvalValidity', 'holdEnd'])

/** Of the clocks that its own application started. */
export const hearsOfClock = (context: LifecycleContext, { name, ref }: Deadline): Heard => {
  const { application, holds } = context
  const hold = ofHold.has(name) && ref !== null ? holds[ref] : undefined
  return heard(isAssigned(context, ofApplication.test(name) ? application?.agentId : hold?.agentId))
}
