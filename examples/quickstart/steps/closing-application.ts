import type { DocumentRef } from 'terminal-lifecycle/domain'
import type { ClosureRequested } from 'terminal-lifecycle/schemas'
import { applied, approval, licence, type Owner, signed } from './filing.ts'
import { type Situation, type Step, when } from './step.ts'

interface Wanted extends Pick<ClosureRequested, 'applicationId' | 'reason' | 'disposition'> {
  readonly more?: (situation: Situation) => Promise<DocumentRef>
}

/** A closure that is applied for by its merchant with all its papers, and approved the next day. */
export const closingApplication = (owner: Owner, wanted: Wanted): readonly Step[] => {
  const { applicationId, reason, disposition, more } = wanted
  return [
    {
      id: 'closure-requested',
      by: owner.actor,
      after: when.today('14:00'),
      event: async (situation) => {
        const papers = [
          await situation.file(signed('closure_request', situation, applicationId, owner)),
          await situation.file(licence(situation, owner)),
          ...(more ? [await more(situation)] : []),
        ]
        const application = await applied(situation, applicationId, owner, papers)
        return { type: 'closure.requested', ...application, reason, disposition }
      },
    },
    approval('closure-approved', applicationId, when.nextDay('10:30')),
  ]
}
