import type { Actor } from 'terminal-lifecycle/domain'
import { host, type Person, people } from '../people.ts'
import {
  backedUp,
  erasureAuthorised,
  inspected,
  keysRemoved,
  received,
  returnAuthorised,
  shipped,
} from './device-steps.ts'
import { depositOf, depositSums, deviceOf } from './facts.ts'
import { cny, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

/** What the host says before anything happens. */
export const hostRead: Step = {
  id: 'host-read',
  by: host,
  after: when.today('09:05'),
  needsHost: true,
  event: ({ readHost }) => readHost(),
}

/** The merchant names an account, and somebody else looks at it. */
export const account = ({ actor }: Person, token: string): readonly Step[] => [
  {
    id: 'account-named',
    by: actor,
    after: when.today('15:00'),
    event: ({ merchant }) => ({ type: 'payoutAccount.changed', token, name: merchant.merchantName }),
  },
  {
    id: 'account-verified',
    by: people.settlement.actor,
    after: when.today('16:40'),
    event: async ({ merchant, at, file }) => ({
      type: 'payoutAccount.verified',
      token,
      evidence: [
        await file({
          type: 'payout_account_verification',
          id: 'DOC-ACCOUNT',
          issuedAt: at,
          accountToken: token,
          merchantName: merchant.merchantName,
          accountName: merchant.merchantName,
          method: 'bankConfirmation',
          verifiedAt: at,
          enteredBy: actor.personId,
          verifiedBy: people.settlement.actor.personId,
        }),
      ],
    }),
  },
]

export const settlementConfirmed = ({ actor }: Person): Step => ({
  id: 'settlement-confirmed',
  by: actor,
  after: when.today('17:20'),
  event: ({ record }) => ({
    type: 'settlement.confirmed',
    statementId: record.context.closing?.statement?.statementId ?? 'none-yet',
  }),
})

export const paid: Step = {
  id: 'payout-ordered',
  by: people.settlement.actor,
  after: when.today('17:45'),
  event: ({ record }) => ({
    type: 'payout.ordered',
    payoutId: 'PO-1',
    amount: cny(record.context.closing?.statement?.net ?? 0),
  }),
}

const copyHash = 'c7e2190f5ab84d36'.repeat(4)

/** A copy, the wipe, the keys: in this order. */
export const wiped = (owner: Actor): readonly Step[] => [
  backedUp(owner, copyHash, when.nextDay('10:00')),
  erasureAuthorised('WIPE-7.2'),
  {
    id: 'erasure-verified',
    by: people.workshop.actor,
    after: when.today('10:30'),
    event: ({ record }) => ({ type: 'erasure.verified', serial: deviceOf(record).serial }),
  },
  keysRemoved,
]

/** Home, in good order. */
export const returned = (
  owner: Actor,
  way: Parameters<typeof returnAuthorised>[0] = { destination: 'institution' },
): readonly Step[] => [
  returnAuthorised(way),
  shipped(owner, { trackingNo: 'TC-7719-0108' }),
  received({ receiptId: 'REC-1' }),
  inspected({
    condition: 'worn',
    accessories: [{ name: '电源适配器 (power adapter)', expected: 1, returned: 1 }],
  }),
]

/** What is left of the deposit, by two persons. */
export const refunded: readonly Step[] = byTwo(
  'refund-ordered',
  [people.settlement.actor, people.manager.actor],
  when.nextDay('10:00'),
  ({ record }) => {
    const deposit = depositOf(record)
    const { amount, deducted } = depositSums(deposit)
    return {
      type: 'refund.ordered',
      depositId: deposit.depositId,
      refundId: 'RF-1',
      amount: cny(amount - deducted),
    }
  },
)

/** The last act of a person; the rest closes by itself. */
export const unbound = (registryRef: string): Step => ({
  id: 'unbinding-ordered',
  by: people.intake.actor,
  after: when.nextDay('09:45'),
  event: ({ record }) => ({ type: 'unbinding.ordered', serial: deviceOf(record).serial, registryRef }),
})
