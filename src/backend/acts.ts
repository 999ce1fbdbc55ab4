import { InvalidInputError } from '../errors/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import type { Implementation, RequestContext } from '../server/index.ts'
import type { Desk } from './desk.ts'
import type { RefuseUseless } from './named-documents.ts'

type Portal = Implementation<'portal'>
type Input<Name extends keyof Portal> = Parameters<NonNullable<Portal[Name]>>[0]
type Acts = Pick<
  Portal,
  | 'withdrawApplication'
  | 'decideApplication'
  | 'recordEvent'
  | 'confirmSettlement'
  | 'agreePayoutMethod'
  | 'proposeTransactionResolution'
  | 'requestDepositRefund'
  | 'makeRequest'
  | 'recordNote'
>

const decisionEvent = (input: Input<'decideApplication'>): LifecycleEvent => {
  const { applicationId } = input
  if (input.decision === 'approve') {
    const { digest, checked } = input
    return { type: 'review.approved', applicationId, digest, ...(checked && { checked }) }
  }
  if (input.decision === 'askInformation') {
    return { type: 'review.informationRequested', applicationId, items: input.items }
  }
  const { code, reason, resubmittable } = input
  return { type: 'review.rejected', applicationId, code, reason, resubmittable }
}

const settlementEvent = ({ lifecycleId: _, ...said }: Input<'confirmSettlement'>): LifecycleEvent => {
  const { statementId } = said
  if (said.decision === 'agree') return { type: 'settlement.confirmed', statementId }
  return { type: 'settlement.disputed', statementId, grounds: said.grounds }
}

/** They have forms of their own, of which the acquirer keeps the whole and compares the details. */
const filedByForm: ReadonlySet<LifecycleEvent['type']> = new Set([
  'closure.requested',
  'suspension.requested',
  'reinstatement.requested',
])

/** What is told to a life: each write one event. */
export const actsSide = (desk: Desk, refuseUseless: RefuseUseless): Acts => {
  const tell = async (lifecycleId: string, event: LifecycleEvent, context: RequestContext) => {
    await refuseUseless(lifecycleId, { event }, context)
    return desk.tell({ lifecycleId, event, asked: { event } }, context)
  }
  const tellAbout = async (applicationId: string, event: LifecycleEvent, context: RequestContext) =>
    tell((await desk.lifeOf(applicationId, context.actor)).lifecycleId, event, context)
  return {
    withdrawApplication: ({ applicationId }, context) =>
      tellAbout(applicationId, { type: 'application.withdrawn', applicationId }, context),
    decideApplication: (input, context) => tellAbout(input.applicationId, decisionEvent(input), context),
    recordEvent: ({ lifecycleId, event }, context) => {
      if (filedByForm.has(event.type))
        throw new InvalidInputError({ issues: [{ path: '/event/type', code: 'NOT_ALLOWED_VALUE' }] })
      return tell(lifecycleId, event, context)
    },
    confirmSettlement: (input, context) => tell(input.lifecycleId, settlementEvent(input), context),
    agreePayoutMethod: ({ lifecycleId, ...account }, context) =>
      tell(lifecycleId, { type: 'payoutAccount.changed', ...account }, context),
    proposeTransactionResolution: ({ lifecycleId, ref, ...proposed }, context) =>
      tell(lifecycleId, { type: 'resolution.proposed', txnRef: ref, ...proposed }, context),
    requestDepositRefund: ({ lifecycleId, ...request }, context) =>
      tell(lifecycleId, { type: 'request.made', kind: 'depositRefund', ...request }, context),
    makeRequest: ({ lifecycleId, ...request }, context) =>
      tell(lifecycleId, { type: 'request.made', ...request }, context),
    recordNote: ({ lifecycleId, ...note }, context) =>
      tell(lifecycleId, { type: 'note.recorded', ...note }, context),
  }
}
