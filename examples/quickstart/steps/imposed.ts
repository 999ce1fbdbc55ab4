import { people } from '../people.ts'
import {
  account,
  hostRead,
  paid,
  refunded,
  returned,
  settlementConfirmed,
  unbound,
  wiped,
} from './clearing.ts'
import { suspensionBy } from './filing.ts'
import { closureNotice } from './notices.ts'
import { type Step, when } from './step.ts'

const owner = people.electrics
const proposalId = 'PROP-2026-0303'
const basis = '违反协议，将终端转借他人 (the terminal was lent to others)'
const pause = suspensionBy(owner, 'APP-2026-0324', {
  channel: 'website',
  reason: 'BUSINESS_ADJUSTMENT',
  comment: '店面装修，预计一个月 (the shop is refurbished, a month or so)',
  plannedPeriod: { from: '2026-04-15T00:00:00+08:00', until: '2026-05-15T00:00:00+08:00' },
  dataBackup: 'done',
})

/** A breach of contract is not urgent, so the notice runs: the merchant asks for a pause meanwhile, which is overtaken. */
export const imposed: readonly Step[] = [
  hostRead,
  {
    id: 'closure-proposed',
    by: people.risk.actor,
    after: when.nextDay('10:00'),
    event: () => ({
      type: 'closure.proposed',
      proposalId,
      reason: 'CONTRACT_TERMINATED_EARLY',
      basis,
    }),
  },
  closureNotice({ proposalId, reason: 'CONTRACT_TERMINATED_EARLY', grounds: basis }),
  {
    id: 'closure-notice-served',
    by: people.intake.actor,
    after: when.today('10:30'),
    event: async ({ at, file }) => ({
      type: 'document.added',
      document: await file({
        type: 'service_of_notice',
        id: 'DOC-SERVED',
        issuedAt: at,
        servedRef: proposalId,
        method: 'inPerson',
        servedAt: at,
      }),
    }),
  },
  {
    id: 'suspension-requested',
    by: owner.actor,
    after: when.inDays(15, '10:00'),
    event: pause.requested(),
  },
  {
    id: 'imposed-too-early',
    by: people.manager.actor,
    after: when.nextDay('10:00'),
    refusedAs: ['NOTICE_RUNNING'],
    event: () => ({ type: 'closure.imposed', proposalId }),
  },
  {
    id: 'closure-imposed',
    by: people.manager.actor,
    after: when.nextDay('11:00'),
    event: () => ({ type: 'closure.imposed', proposalId }),
  },
  ...account(owner, 'ACCT-NANAN-1'),
  settlementConfirmed(owner),
  paid,
  ...wiped(owner.actor),
  ...returned(owner.actor),
  ...refunded,
  unbound('REG-440305-3115'),
]
