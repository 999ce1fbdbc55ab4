import {
  type Blocker,
  blocker,
  type EventOn,
  reasonProfiles,
  type SuspensionReason,
} from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { boundDevice } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { remedyOpen } from './holds.ts'
import { type Asked, isRole, type Rules } from './kit.ts'
import { documentBlockers, documentsAtHand, expiredForApproval, isExpired, type Requested } from './papers.ts'

/** Does the application speak of this terminal, and may its signatory bind the merchant? */
const identityBlockers = (context: LifecycleContext, event: Asked<Requested>) => {
  const { merchantId, terminalId } = context.identity
  const differs = (given: string | undefined, known: string | undefined) =>
    given !== undefined && given !== known
  const { signatory } = event
  const attorney = signatory?.authority === 'attorney'
  const hasPower = documentsAtHand(context, event.documents).some(
    (document) => document.type === 'power_of_attorney' && !isExpired(document, event.at),
  )
  return all(
    when(
      differs(event.merchantId, merchantId) ||
        differs(event.terminalId, terminalId) ||
        differs(event.serialNumber, boundDevice(context)?.serial),
      'IDENTITY_MISMATCH',
    ),
    when(attorney && !hasPower, 'SIGNATORY_NOT_AUTHORISED'),
    // a provider's person only writes down what the merchant signed
    when(isRole(event, 'provider') && event.by.onBehalfOf !== 'merchant', 'ROLE_NOT_ALLOWED'),
  )
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
const askable = (context: LifecycleContext, at: string): string[] =>
  items(context.holds)
    .filter(({ release, disclosure }) => release === 'application' && disclosure === 'open')
    .filter((hold) => inForce(hold) || approvalOver(context, hold, at))
    .map(({ holdId }) => holdId)

const reinstatable = (
  context: LifecycleContext,
  event: Asked<'reinstatement.requested'>,
): readonly Blocker[] => {
  const asked = event.holdIds ?? askable(context, event.at)
  if (asked.length === 0) return [blocker('HOLD_UNKNOWN')]
  return asked.flatMap((holdId) => {
    const { item: hold, missing } = lookUp(context.holds, holdId, 'HOLD_UNKNOWN')
    if (missing) return missing
    return all(
      when(!inForce(hold) && !approvalOver(context, hold, event.at), 'HOLD_ENDED', holdId),
      when(hold.release === 'none', 'HOLD_IRRECOVERABLE', holdId),
      when(hold.release !== 'application' && hold.release !== 'none', 'WRONG_RELEASE_PATH', holdId),
      when(reasonProfiles[hold.code].umbrella, 'REASON_UNKNOWN', holdId),
      remedyOpen(context, hold),
    )
  })
}

/** A reason that a merchant may bring up itself, and that says which. */
const isMerchants = (reason: SuspensionReason): boolean =>
  reasonProfiles[reason].initiators.includes('merchant') && !reasonProfiles[reason].umbrella

const isOpen = (application: Application | null, ...kinds: Application['kind'][]) =>
  application !== null && (kinds.length === 0 || kinds.includes(application.kind))

const alreadyOpen = (context: LifecycleContext, ...kinds: Application['kind'][]) =>
  when(isOpen(context.application, ...kinds), 'APPLICATION_OPEN', context.application?.applicationId)

const decided = (application: { approval: unknown } | null) =>
  when(application !== null && application.approval !== null, 'ALREADY_DECIDED')

export const applicationRules: Rules<EventOn<'applications'>> = {
  'suspension.requested': (context, event) =>
    all(
      identityBlockers(context, event),
      alreadyOpen(context),
      when(event.reason !== undefined && !isMerchants(event.reason), 'REASON_UNKNOWN', event.reason),
      // the hold that an approval places carries the application's name
      when(
        event.applicationId !== undefined &&
          Object.hasOwn(context.holds, `suspension:${event.applicationId}`),
        'REFERENCE_IN_USE',
        event.applicationId,
      ),
      documentBlockers(context, event, 'suspension', event.reason ? [event.reason] : []),
    ),

  'reinstatement.requested': (context, event) => {
    const codes = (event.holdIds ?? askable(context, event.at)).flatMap((id) => context.holds[id]?.code ?? [])
    return all(
      identityBlockers(context, event),
      alreadyOpen(context),
      reinstatable(context, event),
      documentBlockers(context, event, 'reinstatement', codes),
    )
  },

  'closure.requested': (context, event) =>
    all(
      identityBlockers(context, event),
      // an open suspension or reinstatement application is overtaken, an open closure is not
      alreadyOpen(context, 'closure'),
      when(event.reason === 'OTHER' && event.comment === undefined, 'REASON_UNKNOWN'),
      documentBlockers(context, event, 'closure', event.reason ? [event.reason] : []),
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
      when(context.application?.rejection?.resubmittable === false, 'NOT_RESUBMITTABLE', event.applicationId),
      when(
        event.documents?.some((document) => isExpired(document, event.at)) === true,
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
    all(named(context, event.applicationId), decided(context.application)),

  'review.approved': (context, event) => {
    const { application } = context
    return all(
      named(context, event.applicationId),
      decided(application),
      when(
        application?.makers.includes(event.by.personId) === true,
        'MAKER_IS_CHECKER',
        application?.applicationId,
      ),
      when(
        event.digest !== undefined && application !== null && application.digest !== event.digest,
        'SUPERSEDED',
        application?.applicationId,
      ),
      expiredForApproval(context, event.at),
    )
  },
}
