import { host, people, recorder } from '../people.ts'
import { dataFeeId, preAuthRef } from './before.ts'
import { approval, closureBy } from './filing.ts'
import { businessLicence, serialPhoto } from './papers.ts'
import { cny, type Step, when } from './step.ts'

/** The paper form as the intake desk types it in. */
const closure = closureBy(people.merchant, 'APP-2026-0302', {
  channel: 'offline',
  reason: 'NO_LONGER_NEEDED',
  disposition: 'return',
  payoutMethod: 'directTransfer',
})

/** The application, from the paper form to the approval: refused once for its papers and once for its approver. */
export const application: readonly Step[] = [
  {
    id: 'closure-requested-without-licence',
    by: recorder,
    after: when.today('10:00'),
    refusedAs: ['DOCUMENTS_INCOMPLETE'],
    event: closure.requested(),
  },
  {
    id: 'closure-requested',
    by: recorder,
    after: when.today('10:40'),
    event: closure.requested(businessLicence(people.merchant)),
  },
  {
    id: 'pre-authorisation-completed',
    by: host,
    after: when.today('11:30'),
    event: ({ at }) => ({
      type: 'transaction.reported',
      ref: preAuthRef,
      kind: 'preAuth',
      state: 'completed',
      amount: cny(38_800),
      occurredAt: at,
    }),
  },
  {
    id: 'data-fee-paid',
    by: people.settlement.actor,
    after: when.today('14:20'),
    event: () => ({
      type: 'charge.met',
      chargeId: dataFeeId,
      amount: cny(3_600),
      paymentRef: 'PAY-260302-311',
    }),
  },
  {
    id: 'information-requested',
    by: people.reviewer.actor,
    after: when.nextDay('09:50'),
    event: () => ({
      type: 'review.informationRequested',
      applicationId: closure.applicationId,
      items: ['设备序列号照片 (photo of the serial number)'],
    }),
  },
  {
    id: 'application-supplemented',
    by: people.merchant.actor,
    after: when.inDays(2, '16:10'),
    event: closure.supplemented(serialPhoto),
  },
  {
    ...approval('approved-by-the-recorder', closure, when.nextDay('10:05')),
    by: people.intake.actor,
    refusedAs: ['MAKER_IS_CHECKER'],
  },
  approval('approved', closure, when.today('10:30')),
]
