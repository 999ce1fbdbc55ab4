import { people } from '../people.ts'
import { accountVerification } from './papers.ts'
import { cny, type Situation, type Step, when } from './step.ts'

const accountToken = 'ACCT-TINGYU-1'
const feeId = 'CH-DEACTIVATION'

const statementOf = ({ record }: Situation) => record.context.closing?.statement

/** What the terminal has earned goes to an account that somebody else has looked at; what the closure costs is paid. */
export const settlement: readonly Step[] = [
  {
    id: 'account-named',
    by: people.merchant.actor,
    after: when.today('15:00'),
    event: ({ merchant }) => ({
      type: 'payoutAccount.changed',
      token: accountToken,
      name: merchant.merchantName,
    }),
  },
  {
    id: 'account-verified',
    by: people.settlement.actor,
    after: when.today('16:40'),
    event: async (situation) => ({
      type: 'payoutAccount.verified',
      token: accountToken,
      evidence: [await situation.file(accountVerification(situation, accountToken))],
    }),
  },
  {
    id: 'settlement-confirmed',
    by: people.merchant.actor,
    after: when.today('17:20'),
    event: (situation) => ({
      type: 'settlement.confirmed',
      statementId: statementOf(situation)?.statementId ?? 'none-yet',
    }),
  },
  {
    id: 'payout-ordered',
    by: people.settlement.actor,
    after: when.today('17:45'),
    event: (situation) => ({
      type: 'payout.ordered',
      payoutId: 'PO-2026-0411',
      amount: cny(statementOf(situation)?.net ?? 0),
    }),
  },
  {
    id: 'deactivation-fee-charged',
    by: people.settlement.actor,
    after: when.today('11:15'),
    event: () => ({
      type: 'charge.raised',
      chargeId: feeId,
      kind: 'deactivation',
      amount: cny(10_000),
      feeTableVersion: 'standard',
    }),
  },
  {
    id: 'deactivation-fee-paid',
    by: people.settlement.actor,
    after: when.nextDay('10:10'),
    event: () => ({ type: 'charge.met', chargeId: feeId, amount: cny(10_000), paymentRef: 'PAY-260310-118' }),
  },
]
