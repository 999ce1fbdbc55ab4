import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { Fault } from 'terminal-lifecycle/testing'
import { people } from '../../examples/acquirer-backend/people.ts'
import { type Application, closure } from './filing.ts'
import { accountChecked, licence } from './papers.ts'
import type { Shop } from './shops.ts'
import { type Act, act, type Situation } from './timeline.ts'

const { chen, wang, zhao, he, liang } = people

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

const serialOf = ({ life }: Situation): string => life.serial
const statementId = ({ record }: Situation): string =>
  record.context.closing?.statement?.statementId ?? 'none-yet'
const copyHash = 'c7e2190f5ab84d36'.repeat(4)

/** A closure as a merchant files it, with its licence. */
export const asked = (form: object = {}): Application => closure(() => form, licence())

/** Filed and approved: the terminal stops, and the seven obligations begin. */
export const closing = (shop: Shop, daysAgo: number, form: object = {}): readonly Act[] => {
  const application = asked(form)
  return [
    act(daysAgo, '10:00', shop.owner, application.requested),
    act(daysAgo - 1, '11:00', wang, application.approved),
  ]
}

export const account = (shop: Shop, daysAgo: number, token: string): readonly Act[] => [
  act(daysAgo, '14:00', shop.owner, ({ life }) => ({
    type: 'payoutAccount.changed',
    token,
    name: life.shop.name,
  })),
  act(daysAgo, '16:00', zhao, async (situation) => ({
    type: 'payoutAccount.verified',
    token,
    evidence: [await situation.file(accountChecked(token, zhao.actor.personId)(situation))],
  })),
]

export const agreed = (shop: Shop, daysAgo: number): Act =>
  act(daysAgo, '17:00', shop.owner, (situation) => ({
    type: 'settlement.confirmed',
    statementId: statementId(situation),
  }))

export const objected = (shop: Shop, daysAgo: number, grounds: string): Act =>
  act(daysAgo, '17:00', shop.owner, (situation) => ({
    type: 'settlement.disputed',
    statementId: statementId(situation),
    grounds,
  }))

export const paid = (daysAgo: number): Act =>
  act(daysAgo, '17:30', zhao, ({ record, life }) => ({
    type: 'payout.ordered',
    payoutId: `PO-${life.terminalId}`,
    amount: cny(record.context.closing?.statement?.net ?? 0),
  }))

const device = (event: (serial: string, situation: Situation) => LifecycleEvent) => (situation: Situation) =>
  event(serialOf(situation), situation)

/** A copy, the wipe, the keys: in this order. */
export const wiped = (shop: Shop, daysAgo: number): readonly Act[] => [
  act(
    daysAgo,
    '09:30',
    shop.owner,
    device((serial, { at }) => ({
      type: 'backup.recorded',
      ...{
        serial,
        upTo: at,
        hash: copyHash,
        method: 'computer',
        encrypted: true,
        containsCardholderData: false,
      },
    })),
  ),
  act(
    daysAgo - 1,
    '09:40',
    liang,
    device((serial) => ({ type: 'erasure.authorised', serial, scope: 'device', procedure: 'WIPE-7.2' })),
  ),
  act(
    daysAgo - 1,
    '10:30',
    he,
    device((serial) => ({ type: 'erasure.verified', serial })),
  ),
  act(
    daysAgo - 1,
    '11:00',
    he,
    device((serial) => ({ type: 'keys.removed', serial, method: 'zeroised' })),
  ),
]

export const returnAuthorised = (daysAgo: number): Act =>
  act(
    daysAgo,
    '14:00',
    he,
    device((serial) => ({ type: 'return.authorised', serial, destination: 'institution' })),
  )

export const shipped = (shop: Shop, daysAgo: number): Act =>
  act(
    daysAgo,
    '17:30',
    shop.owner,
    device((serial, { life }) => ({
      ...{ type: 'device.shipped', serial, carrier: '同城速递 (city courier)' },
      trackingNo: `TC-${life.terminalId}`,
    })),
  )

export const received = (daysAgo: number): Act =>
  act(
    daysAgo,
    '10:20',
    he,
    device((serial, { life }) => ({ type: 'device.received', serial, receiptId: `REC-${life.terminalId}` })),
  )

export const inspected = (daysAgo: number, condition: 'worn' | 'damaged' = 'worn'): Act =>
  act(
    daysAgo,
    '15:00',
    he,
    device((serial) => ({
      ...{ type: 'device.inspected', serial, condition },
      accessories: [{ name: '电源适配器 (power adapter)', expected: 1, returned: 1 }],
      ...(condition === 'damaged' && {
        damage: { cause: 'human' as const, description: '屏幕碎裂 (the screen is broken)' },
      }),
    })),
  )

/** Home, in good order. */
export const returned = (shop: Shop, daysAgo: number): readonly Act[] => [
  returnAuthorised(daysAgo),
  shipped(shop, daysAgo - 1),
  received(daysAgo - 3),
  inspected(daysAgo - 3),
]

/** What is left of the deposit, by two people. */
const refund = ({ life }: Situation) => ({
  type: 'refund.ordered' as const,
  depositId: `DEP-${life.terminalId}`,
  refundId: `RF-${life.terminalId}`,
  amount: cny(50_000),
})
export const refundProposed = (daysAgo: number, time = '10:00'): Act =>
  act(daysAgo, time, zhao, (situation) => ({ type: 'act.proposed', act: refund(situation) }))
export const refunded = (daysAgo: number): readonly Act[] => [
  refundProposed(daysAgo),
  act(daysAgo, '16:50', liang, refund),
]

export const unbound = (daysAgo: number, ...faults: readonly Fault[]): Act =>
  act(
    daysAgo,
    '09:45',
    chen,
    device((serial, { life }) => ({
      type: 'unbinding.ordered',
      serial,
      registryRef: `REG-${life.terminalId}`,
    })),
    ...faults,
  )

/** The whole way to the end. */
export const closed = (shop: Shop, daysAgo: number): readonly Act[] => [
  ...closing(shop, daysAgo),
  ...account(shop, daysAgo - 2, 'ACCT-1'),
  agreed(shop, daysAgo - 2),
  paid(daysAgo - 4),
  ...wiped(shop, daysAgo - 3),
  ...returned(shop, daysAgo - 5),
  ...refunded(daysAgo - 9),
  unbound(daysAgo - 10),
]
