import { people } from '../people.ts'
import { hostRead } from './clearing.ts'
import { passed } from './device-test.ts'
import { approval, reinstatementBy, suspensionBy } from './filing.ts'
import { businessLicence } from './papers.ts'
import { type Step, when } from './step.ts'

const owner = people.guesthouse
const pause = suspensionBy(owner, 'APP-2026-0302-P', {
  channel: 'website',
  reason: 'MERCHANT_REQUEST',
  plannedPeriod: { from: '2026-03-03T00:00:00+08:00', until: '2026-03-31T18:00:00+08:00' },
  dataBackup: 'done',
})
const holdId = `suspension:${pause.applicationId}`

const back = reinstatementBy(owner, 'APP-2026-0408-P', {
  channel: 'website',
  suspendedOn: '2026-03-03',
  holdIds: [holdId],
  reasons: ['MERCHANT_REQUEST'],
  reasonDescription: '淡季装修 (rebuilt out of season)',
  whyRestore: '清明后重新开业 (open again after the holiday)',
  whyLift: '装修已完成 (the work is done)',
  remedies: [{ holdId, kind: 'noneRequired', performedBy: 'merchant', evidence: [] }],
})

/** Out of season nobody sells: the day of the return is put off once, is told when it is near, and the house opens again. */
export const paused: readonly Step[] = [
  hostRead,
  {
    id: 'suspension-requested',
    by: owner.actor,
    after: when.today('10:30'),
    event: pause.requested(),
  },
  approval('suspension-approved', pause, when.nextDay('14:10')),
  {
    id: 'suspension-extended',
    by: owner.actor,
    after: when.inDays(15, '10:00'),
    event: () => ({ type: 'suspension.extended', holdId, until: '2026-04-10T18:00:00+08:00' }),
  },
  {
    id: 'reinstatement-requested',
    by: owner.actor,
    after: when.inDays(10, '10:30'),
    event: back.requested(businessLicence(owner)),
  },
  approval('reinstatement-approved', back, when.nextDay('11:00')),
  { id: 'test-passed', by: people.workshop.actor, after: when.nextDay('09:30'), event: passed },
]
