import { people } from '../people.ts'
import { hostRead } from './clearing.ts'
import { closureBy } from './filing.ts'
import { businessLicence } from './papers.ts'
import { type Step, when } from './step.ts'

const owner = people.riverside
const closure = closureBy(owner, 'APP-2026-0302-W', {
  channel: 'app',
  reason: 'BUSINESS_ADJUSTMENT',
  disposition: 'collection',
  collectionAddress: '福田区滨河路 12 号，午市后 (12 Binhe Road, Futian, after lunch)',
  payoutMethod: 'directTransfer',
})

/** Applied for, asked back, and taken back: nothing was ever switched off. */
export const withdrawal: readonly Step[] = [
  hostRead,
  {
    id: 'closure-requested',
    by: owner.actor,
    after: when.today('11:00'),
    event: closure.requested(businessLicence(owner)),
  },
  {
    id: 'information-requested',
    by: people.reviewer.actor,
    after: when.nextDay('10:00'),
    event: () => ({
      type: 'review.informationRequested',
      applicationId: closure.applicationId,
      items: ['停用原因说明 (why it is given up)'],
    }),
  },
  {
    id: 'application-withdrawn',
    by: owner.actor,
    after: when.inDays(3, '16:00'),
    event: () => ({ type: 'application.withdrawn', applicationId: closure.applicationId }),
  },
]
