import {
  type Blocker,
  blocker,
  type EventOn,
  isOneOf,
  paperFault,
  type RejectionCode,
  reasonProfiles,
  rejectionAnswers,
} from '../../domain/index.ts'
import { causeOpen, debtOpen } from '../clearing/holds.ts'
import { all, when } from '../clearing/kit.ts'
import { sellsThough } from '../facts/acceptance.ts'
import { comparedIn } from '../facts/applications.ts'
import { hasRun } from '../facts/clocks.ts'
import { isKnownHold } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { underpaid } from '../facts/paid.ts'
import { papersAtHand } from '../facts/papers.ts'
import { isLater } from '../facts/time.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { askedFor } from './asked-papers.ts'
import { type Asked, holdNamed, isRole, type Rules } from './kit.ts'
import { contractRuns, documentBlockers, makersOf, powerLacks, unreliableForApproval } from './papers.ts'
import { ofOtherDevices } from './proofs.ts'
import { dispositionFaults, overBeforeApproved, remedyFaults, requestFaults } from './request-faults.ts'

/** Does the application speak of this terminal, and may its signatory bind the merchant? */
const identityBlockers = (context: LifecycleContext, event: Asked<Requested>) => {
  const { request } = event
  const { merchantId, terminalId } = context.identity
  const isBound = (serial: string) => context.devices[serial]?.role === 'bound'
  const named =
    request && 'terminalIds' in request ? request.terminalIds : [request?.terminalId ?? terminalId]
  const signatory = request?.signatory
  const lacking =
    signatory?.authority === 'attorney' ? powerLacks(context, event, signatory.mandateRef) : undefined
  return all(
    when(
      (request !== undefined && request.merchantId !== merchantId) ||
        !named.includes(terminalId) ||
        (request?.serialNumber !== undefined && !isBound(request.serialNumber)),
      'IDENTITY_MISMATCH',
    ),
    when(lacking !== undefined, 'SIGNATORY_NOT_AUTHORISED', undefined, lacking),
    // a provider's person only writes down what the merchant signed
    when(isRole(event, 'provider') && event.by.onBehalfOf !== 'merchant', 'ROLE_NOT_ALLOWED'),
    requestFaults(request, event.documents, event.at),
  )
}

/** The papers of an application that is not filed yet; of a question asked ahead, those of the reasons it could name. */
const papersFor = (
  context: LifecycleContext,
  event: Asked<Requested>,
  kind: Application['kind'],
  reasons: readonly string[],
) => {
  const request = event.request ?? null
  const asked = askedFor(context, { kind, reasons, request, compared: comparedIn(event) })
  return documentBlockers(context, event, asked)
}

const named = (context: LifecycleContext, id: string | undefined): readonly Blocker[] => {
  const { application } = context
  return all(
    when(
      application === null || (id !== undefined && application.applicationId !== id),
      'APPLICATION_UNKNOWN',
      id,
    ),
  )
}

/** Was it cleared so long ago that the approval no longer counts? */
const approvalOver = (context: LifecycleContext, { holdId, status }: Hold, at: string): boolean =>
  status === 'cleared' && hasRun(context, `approvalValidity:${holdId}`, at)

const inForce = ({ status }: Hold): boolean => status === 'effective' || status === 'planned'

/** Holds that an application could clear, of those that may be talked about. */
export const askable = (context: LifecycleContext, at: string): string[] =>
  items(context.holds)
    .filter(({ release, disclosure }) => release === 'application' && disclosure === 'open')
    .filter((hold) => inForce(hold) || approvalOver(context, hold, at))
    .map(({ holdId }) => holdId)

/** Why no application can clear this hold now, whatever papers come with it. */
export const unaskable = (context: LifecycleContext, hold: Hold, at: string): readonly Blocker[] => {
  const { holdId, release, code } = hold
  return all(
    when(!inForce(hold) && !approvalOver(context, hold, at), 'HOLD_ENDED', holdId),
    when(release === 'none', 'HOLD_IRRECOVERABLE', holdId),
    when(release !== 'application' && release !== 'none', 'WRONG_RELEASE_PATH', holdId),
    when(reasonProfiles[code].umbrella, 'REASON_UNKNOWN', holdId),
    debtOpen(context, hold),
  )
}

const reinstatable = (
  context: LifecycleContext,
  event: Asked<'reinstatement.requested'>,
): readonly Blocker[] => {
  const asked = event.request?.holdIds ?? askable(context, event.at)
  if (asked.length === 0) return [blocker('HOLD_UNKNOWN')]
  return asked.flatMap((holdId) => {
    const { item: hold, missing } = holdNamed(context, holdId)
    return missing ?? unaskable(context, hold, event.at)
  })
}

/** A terminal that comes back has rested: one that sells all the while is switched off first. */
const unrested = (context: LifecycleContext) =>
  when(sellsThough(context), 'STATUS_MISMATCH', undefined, { acceptance: 'on' })

/** What an approval would release is not released while its cause is open. */
const released = (context: LifecycleContext): readonly Blocker[] => {
  const { application, holds } = context
  return (application?.kind === 'reinstatement' ? application.holdIds : [])
    .flatMap((holdId) => holds[holdId] ?? [])
    .flatMap((hold) => (inForce(hold) ? causeOpen(context, hold) : []))
}

const isOpen = (application: Application | null, ...kinds: Application['kind'][]) =>
  application !== null && (kinds.length === 0 || kinds.includes(application.kind))

const alreadyOpen = (context: LifecycleContext, ...kinds: Application['kind'][]) =>
  when(isOpen(context.application, ...kinds), 'APPLICATION_OPEN', context.application?.applicationId)

const decided = (application: { approval: unknown } | null) =>
  when(application !== null && application.approval !== null, 'ALREADY_DECIDED')

/** Answered as often as the policy allows: from now on only a new application is heard. A closure is asked for as often as it takes. */
export const isFinal = ({ application, policy }: LifecycleContext): boolean => {
  if (application?.rejection == null) return false
  const { maxResubmissions } = policy
  const isOver =
    application.kind !== 'closure' &&
    maxResubmissions !== null &&
    (application.resubmissions ?? 0) >= maxResubmissions
  return isOver || !application.rejection.resubmittable
}

/** Asked since the rejection what was wrong. */
const hasAskedForSupport = ({ requests }: LifecycleContext, since: string | undefined): boolean =>
  items(requests).some(
    ({ kind, madeAt }) => kind === 'support' && (since === undefined || !isLater(since, madeAt)),
  )

/** What does not speak of the ground of the rejection does not bring the application back. (R-137, C-30) */
const unanswered = (
  context: LifecycleContext,
  event: Asked<'application.supplemented'>,
): readonly Blocker[] => {
  const { application } = context
  if (application?.rejection == null || isFinal(context)) return []
  const { code, at } = application.rejection
  const wanted = rejectionAnswers[code as RejectionCode]
  const brought = event.documents ?? []
  const speaks = brought.some(
    (paper) => wanted?.includes(paper.type) === true && paperFault(paper, event.at) === undefined,
  )
  const isSilent =
    (wanted !== undefined && event.documents !== undefined && !speaks) ||
    (code === 'unspecified' && !hasAskedForSupport(context, at))
  return all(
    when(isSilent, 'REJECTION_UNANSWERED', application.applicationId, { code, wanted: [...(wanted ?? [])] }),
    wanted !== undefined && released(context),
  )
}

type Requested = 'suspension.requested' | 'reinstatement.requested' | 'closure.requested'

export const applicationRules: Rules<EventOn<'applications'>> = {
  'suspension.requested': (context, event) =>
    all(
      identityBlockers(context, event),
      alreadyOpen(context),
      // the hold that an approval places carries the application's name
      when(
        event.request !== undefined && isKnownHold(context, `suspension:${event.request.applicationId}`),
        'REFERENCE_IN_USE',
        event.request?.applicationId,
      ),
      papersFor(context, event, 'suspension', event.request ? [event.request.reason] : []),
    ),

  'reinstatement.requested': (context, event) => {
    const named = event.request?.holdIds ?? askable(context, event.at)
    const codes = named.flatMap((id) => context.holds[id]?.code ?? [])
    const own = (event.documents ?? []).map(({ id }) => id)
    return all(
      identityBlockers(context, event),
      alreadyOpen(context),
      reinstatable(context, event),
      unrested(context),
      remedyFaults(context, event.request, event.documents),
      ofOtherDevices(context, named, event),
      papersFor(context, event, 'reinstatement', codes),
      underpaid(context, papersAtHand(context, event), { holdIds: named, own, at: event.at }, false),
    )
  },

  'closure.requested': (context, event) =>
    all(
      identityBlockers(context, event),
      // an open suspension or reinstatement application is overtaken, an open closure is not
      alreadyOpen(context, 'closure'),
      dispositionFaults(context, event.request),
      when(
        event.request?.reason === 'CONTRACT_EXPIRED' &&
          contractRuns(context, event, event.request.effectiveDate),
        'CONTRACT_STILL_RUNNING',
        event.request?.applicationId,
      ),
      papersFor(context, event, 'closure', event.request ? [event.request.reason] : []),
    ),

  'application.supplemented': (context, event) =>
    all(
      named(context, event.applicationId),
      // a digest that was known before does not cover what is added
      when(
        event.digest !== undefined && event.digest === context.application?.digest,
        'REFERENCE_IN_USE',
        event.digest,
      ),
      when(isFinal(context), 'NOT_RESUBMITTABLE', event.applicationId),
      unanswered(context, event),
      when(
        event.documents?.some((document) => paperFault(document, event.at)?.code === 'DOCUMENT_EXPIRED') ===
          true,
        'DOCUMENT_EXPIRED',
        event.applicationId,
      ),
    ),

  'application.withdrawn': (context, event) => named(context, event.applicationId),

  'application.lapsed': (context, event) =>
    all(
      named(context, event.applicationId),
      when(
        !hasRun(context, context.application?.rejection ? 'resubmitUntil' : 'informationDue', event.at),
        'NOT_YET_DUE',
      ),
    ),

  'review.informationRequested': (context, event) =>
    all(
      named(context, event.applicationId),
      decided(context.application),
      when(event.items?.length === 0, 'REASON_MISSING'),
    ),

  'review.rejected': (context, event) =>
    all(
      named(context, event.applicationId),
      decided(context.application),
      when(event.reason?.trim() === '', 'REASON_MISSING', event.applicationId),
    ),

  'review.approved': (context, event) => {
    const { application } = context
    return all(
      named(context, event.applicationId),
      decided(application),
      when(
        application !== null && isOneOf(makersOf(context, application), event.by.personId),
        'MAKER_IS_CHECKER',
        application?.applicationId,
      ),
      when(
        event.digest !== undefined && application !== null && application.digest !== event.digest,
        'SUPERSEDED',
        application?.applicationId,
      ),
      unreliableForApproval(context, event),
      application !== null && ofOtherDevices(context, application.holdIds, event),
      released(context),
      application?.kind === 'reinstatement' && unrested(context),
      overBeforeApproved(context, event.at),
      when(
        application?.reasons.includes('CONTRACT_EXPIRED') === true &&
          contractRuns(context, event, application.effectiveDate),
        'CONTRACT_STILL_RUNNING',
        application?.applicationId,
      ),
    )
  },
}
