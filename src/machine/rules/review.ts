import { applicationNamed, expiredForApproval } from './applications.ts'
import { all, type Rules, when } from './kit.ts'

export type ReviewEvent = 'review.informationRequested' | 'review.rejected' | 'review.approved'

const decided = (application: { approval: unknown } | null) =>
  when(application !== null && application.approval !== null, 'ALREADY_DECIDED')

export const reviewRules: Rules<ReviewEvent> = {
  'review.informationRequested': (context, event) =>
    all(
      applicationNamed(context, event.applicationId),
      decided(context.application),
      when(event.items?.length === 0, 'REASON_MISSING'),
    ),

  'review.rejected': (context, event) =>
    all(applicationNamed(context, event.applicationId), decided(context.application)),

  'review.approved': (context, event) => {
    const { application } = context
    return all(
      applicationNamed(context, event.applicationId),
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
