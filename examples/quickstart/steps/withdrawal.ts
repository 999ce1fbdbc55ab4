import { people } from '../people.ts'
import { hostRead } from './clearing.ts'
import { applied, licence, signed } from './filing.ts'
import { type Step, when } from './step.ts'

const owner = people.riverside
const applicationId = 'APP-2026-0302-W'

/** Applied for, asked back, and taken back: nothing was ever switched off. */
export const withdrawal: readonly Step[] = [
  hostRead,
  {
    id: 'closure-requested',
    by: owner.actor,
    after: when.today('11:00'),
    event: async (situation) => {
      const papers = [
        await situation.file(signed('closure_request', situation, applicationId, owner)),
        await situation.file(licence(situation, owner)),
      ]
      return {
        type: 'closure.requested',
        ...(await applied(situation, applicationId, owner, papers)),
        reason: 'BUSINESS_ADJUSTMENT',
        disposition: 'return',
      }
    },
  },
  {
    id: 'information-requested',
    by: people.reviewer.actor,
    after: when.nextDay('10:00'),
    event: () => ({
      type: 'review.informationRequested',
      applicationId,
      items: ['停用原因说明 (why it is given up)'],
    }),
  },
  {
    id: 'application-withdrawn',
    by: owner.actor,
    after: when.inDays(3, '16:00'),
    event: () => ({ type: 'application.withdrawn', applicationId }),
  },
]
