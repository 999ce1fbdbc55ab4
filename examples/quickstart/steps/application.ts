import { requestDigest } from 'terminal-lifecycle/schemas'
import { host, people, recorder } from '../people.ts'
import { dataFeeId, preAuthRef } from './before.ts'
import { businessLicence, closureForm, serialPhoto } from './papers.ts'
import { applicationId, requestedWith, requestForm } from './request-form.ts'
import { cny, type Situation, type Step, when } from './step.ts'

const approvedBy = (situation: Situation) => ({
  type: 'review.approved' as const,
  applicationId,
  digest: situation.record.context.application?.digest ?? '',
})

/** The application, from the paper form to the approval: refused once for its papers and once for its approver. */
export const application: readonly Step[] = [
  {
    id: 'closure-requested-without-licence',
    by: recorder,
    after: when.today('10:00'),
    refusedAs: ['DOCUMENTS_INCOMPLETE'],
    event: async (situation) => requestedWith(situation, await situation.file(closureForm(situation)), []),
  },
  {
    id: 'closure-requested',
    by: recorder,
    after: when.today('10:40'),
    event: async (situation) => {
      const filed = await situation.file(closureForm(situation))
      const licence = await situation.file(businessLicence(situation))
      return requestedWith(situation, filed, [licence])
    },
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
      applicationId,
      items: ['设备序列号照片 (photo of the serial number)'],
    }),
  },
  {
    id: 'application-supplemented',
    by: people.merchant.actor,
    after: when.inDays(2, '16:10'),
    event: async (situation) => {
      const photo = await situation.file(serialPhoto(situation))
      const documents = [...(situation.record.context.application?.documents ?? []), photo]
      const licence = documents.filter(({ type }) => type === 'business_licence')
      const digest = await requestDigest(requestForm(situation, licence), documents)
      return { type: 'application.supplemented', applicationId, documents: [photo], digest }
    },
  },
  {
    id: 'approved-by-the-recorder',
    by: people.intake.actor,
    after: when.nextDay('10:05'),
    refusedAs: ['MAKER_IS_CHECKER'],
    event: approvedBy,
  },
  {
    id: 'approved',
    by: people.reviewer.actor,
    after: when.today('10:30'),
    event: approvedBy,
  },
]
