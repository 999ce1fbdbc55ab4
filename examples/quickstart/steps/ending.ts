import { people } from '../people.ts'
import { deviceOf } from './facts.ts'
import { disputeCase } from './papers.ts'
import { cny, type Step, when } from './step.ts'

export const disputeId = 'CB-2026-0529'
const amount = cny(12_800)
const dueAt = '2026-06-22T23:59:59+08:00'

/** The number is given back, the machine closes by itself; and seven weeks later a cardholder complains. */
export const ending: readonly Step[] = [
  {
    id: 'unbinding-ordered',
    by: people.intake.actor,
    after: when.nextDay('09:45'),
    event: ({ record }) => ({
      type: 'unbinding.ordered',
      serial: deviceOf(record).serial,
      registryRef: 'REG-440305-2231',
    }),
  },
  {
    id: 'chargeback-opened',
    by: people.risk.actor,
    after: when.inDays(33, '11:00'),
    event: () => ({ type: 'dispute.opened', caseId: disputeId, amount, dueAt, reasonCode: '4853' }),
  },
  {
    id: 'chargeback-filed',
    by: people.intake.actor,
    after: when.today('11:20'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(disputeCase(situation, { caseId: disputeId, amount, dueAt })),
    }),
  },
]
