import { type Blocker, blocker, type RejectionCode, type Role, rejectionAnswers } from '../../domain/index.ts'
import { seesAll } from '../facts/holds.ts'
import { isFinal } from '../rules/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** An application that is complete waits for a reviewer, and names what the decision is about. */
const ofApplication = ({ application }: LifecycleContext): readonly Blocker[] => {
  if (
    !application ||
    application.approval ||
    application.rejection ||
    application.informationItems.length > 0
  )
    return []
  const { applicationId, digest, kind } = application
  return [blocker('REVIEW_OPEN', applicationId, { applicationId, digest, process: kind })]
}

/** What was rejected waits for the merchant: for what speaks of the ground, or for its word that it gives up. */
export const rejected = (context: LifecycleContext): readonly Blocker[] => {
  const { application } = context
  if (!application?.rejection) return []
  const { applicationId, rejection } = application
  const data = { applicationId, code: rejection.code }
  if (isFinal(context)) return [blocker('NOT_RESUBMITTABLE', applicationId, data)]
  const wanted = rejectionAnswers[rejection.code as RejectionCode]
  const item = blocker('REJECTION_UNANSWERED', applicationId, {
    ...data,
    ...(wanted && { wanted: [...wanted] }),
  })
  return [{ ...item, clearedBy: [...item.clearedBy, 'application.withdrawn'] }]
}

/** A proposal waits for its notice to run and for a second person; an objection to it for whoever decides that. */
const ofProposal = ({ proposal }: LifecycleContext, viewer: Role): readonly Blocker[] => {
  if (!proposal) return []
  const { proposalId, appeal, imposedBy, reason } = proposal
  if (appeal === 'open') return [blocker('APPEAL_OPEN', proposalId, { proposalId })]
  return imposedBy === null && seesAll(viewer)
    ? [blocker('PROPOSAL_OPEN', proposalId, { proposalId, reason })]
    : []
}

/** What somebody at the provider is to decide; whoever else reads it can only wait. */
export const decisions = (context: LifecycleContext, viewer: Role): readonly Blocker[] => [
  ...ofApplication(context),
  ...ofProposal(context, viewer),
]
