import { byTwo, orderOf } from './closure.ts'
import {
  binding,
  decided,
  erasing,
  found,
  inspected,
  lost,
  met,
  nothing,
  opened,
  raised,
  reading,
  received,
  sale,
  type Tell,
  tell,
  waived,
} from './late-events.ts'
import { p1, p3, sys } from './people.ts'
import { batch, cny, paper, serial } from './samples.ts'
import type { World } from './world.ts'

/** What is told after the books are closed, what of it leaves nothing to see to, what does not end it, and what does. */
export interface LateFact {
  readonly late: Tell
  /** How the requirement is called; the merchant sees those of its money. */
  readonly code: 'FOLLOW_UP_OPEN' | 'CHARGES_OUTSTANDING' | 'OUTSTANDING_BALANCE' | 'DEPOSIT_NOT_REFUNDED'
  readonly aside: Tell
  readonly ends: Readonly<Record<string, Tell>>
}

const payout = { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(50_000) } as const
const refund = {
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-2',
  amount: cny(200_000),
} as const
const paidOut: Tell = async (world) => {
  const orderId = await orderOf(world, 'payOut')
  await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-2', orderId, amount: cny(50_000) })
}
const givenBack: Tell = async (world) => {
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(200_000) })
}
const both =
  (...parts: readonly Tell[]): Tell =>
  async (world) => {
    for (const part of parts) await part(world)
  }

/** Given up, paid all the same, and paid once more: told after the closure, it was paid twice. */
const twice =
  (kind: 'payOut' | 'refundDeposit'): Tell =>
  async (world) => {
    const { orders } = await world.context()
    const orderId = Object.values(orders).find((order) => order.kind === kind)?.orderId ?? ''
    const returned = { orderId, reason: 'account closed' }
    if (kind === 'payOut') {
      await world.tell(sys, {
        type: 'payout.returned',
        payoutId: 'payout-1',
        amount: cny(50_000),
        ...returned,
      })
      await world.tell(p3, payout)
      const second = await orderOf(world, kind)
      await world.tell(sys, {
        type: 'payout.failed',
        payoutId: 'payout-2',
        orderId: second,
        reason: 'timeout',
      })
      await world.tell(p3, { ...payout, payoutId: 'payout-3' })
      const third = await orderOf(world, kind)
      for (const [payoutId, told] of [
        ['payout-3', third],
        ['payout-2', second],
      ] as const)
        await world.tell(sys, { type: 'payout.confirmed', payoutId, orderId: told, amount: cny(50_000) })
      return
    }
    const deposit = { depositId: 'deposit-1', amount: cny(200_000) }
    await world.tell(sys, { type: 'refund.returned', ...deposit, ...returned })
    await byTwo(world, refund)
    const second = await orderOf(world, kind)
    await world.tell(sys, {
      type: 'refund.failed',
      depositId: 'deposit-1',
      orderId: second,
      reason: 'timeout',
    })
    await byTwo(world, { ...refund, refundId: 'refund-3' })
    const third = await orderOf(world, kind)
    for (const orderId of [third, second])
      await world.tell(sys, { type: 'refund.confirmed', ...deposit, orderId })
  }
const overpaid = async (world: World): Promise<string> => {
  const { charges } = await world.context()
  return Object.values(charges).find(({ kind }) => kind === 'overpayment')?.chargeId ?? ''
}
const overpaymentMet =
  (amount: number): Tell =>
  async (world) =>
    tell(met(await overpaid(world), amount))(world)
const overpaymentWaived: Tell = async (world) => waived(await overpaid(world), 10_000)(world)

/** Every kind that may stand open in the tail. */
export const lateFacts = {
  'transaction.reported': {
    late: tell(sale('pending')),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(sale('settled', 'sale-2')),
    ends: {
      'settled at once': tell(sale('settled')),
      'completed, then settled': tell(sale('completed'), sale('settled')),
      voided: tell(sale('voided')),
    },
  },
  'batch.uploaded': {
    late: (world) => world.tell(sys, batch(world.at(), 'late', 3)),
    code: 'FOLLOW_UP_OPEN',
    // another batch says nothing of this one
    aside: (world) => world.tell(sys, batch(world.at(), 'later', 0)),
    ends: {},
  },
  'dispute.opened': {
    late: tell(opened()),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(decided('won', 'case-8')),
    ends: { won: tell(decided('won')), withdrawn: tell(decided('withdrawn')) },
  },
  'dispute.closed': {
    late: tell(opened(), decided('lost')),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(raised('penalty'), met('late-penalty', 700)),
    ends: {
      'charged and met': tell(raised('chargeback'), met('late-chargeback', 700)),
      'won in the end': tell(decided('won')),
    },
  },
  'device.lost': {
    late: tell(lost()),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(received('other'), inspected('other')),
    ends: {
      'found and brought back': tell(found(), received(), inspected()),
      'charged and met': tell(raised('device', serial), met('late-device', 700)),
    },
  },
  'device.found': {
    late: tell(found()),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(received('other'), inspected('other')),
    ends: { 'brought back': tell(received(), inspected()) },
  },
  'device.shipped': {
    late: tell([p1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'late' }]),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(received('other'), inspected('other')),
    ends: { arrived: tell(received(), inspected()) },
  },
  'device.received': {
    late: tell(received()),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(inspected('other')),
    ends: { inspected: tell(inspected()) },
  },
  'device.inspected': {
    late: tell(inspected(serial, 'damaged')),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(raised('penalty'), met('late-penalty', 700)),
    ends: {
      'inspected again, and whole': tell(inspected()),
      'charged by a report and met': tell(
        [
          p1,
          {
            type: 'document.added',
            document: { ...paper('damage_report', 'report-9'), facts: { cause: 'human' } },
          },
        ],
        [
          p1,
          {
            ...{ type: 'charge.raised', chargeId: 'damage-1', kind: 'damage', amount: cny(700) },
            ...{ feeTableVersion: 'standard', documentId: 'report-9' },
          },
        ],
        met('damage-1', 700),
      ),
    },
  },
  'erasure.failed': {
    late: tell(erasing('erasure.failed')),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(erasing('erasure.completed', 'other')),
    ends: { 'wiped in the end': tell(erasing('erasure.completed')) },
  },
  'unbinding.failed': {
    late: tell(binding('unbinding.failed')),
    code: 'FOLLOW_UP_OPEN',
    aside: tell(binding('unbinding.confirmed', 'other')),
    ends: { 'unbound again': tell(binding('unbinding.confirmed')) },
  },
  'status.reported': {
    late: reading('on'),
    code: 'FOLLOW_UP_OPEN',
    aside: reading('on'),
    ends: { 'read as off': reading('off') },
  },
  'charge.raised': {
    late: tell(raised('penalty')),
    code: 'CHARGES_OUTSTANDING',
    aside: tell(met('late-penalty', 300)),
    ends: { met: tell(met('late-penalty', 400)), waived: waived('late-penalty', 300) },
  },
  'payout.returned': {
    late: async (world) => {
      const orderId = await orderOf(world, 'payOut')
      const told = { payoutId: 'payout-1', orderId, amount: cny(50_000), reason: 'account closed' }
      await world.tell(sys, { type: 'payout.returned', ...told })
    },
    code: 'OUTSTANDING_BALANCE',
    aside: nothing,
    ends: { 'paid again': both(tell([p3, payout]), paidOut) },
  },
  'refund.returned': {
    late: async (world) => {
      const orderId = await orderOf(world, 'refundDeposit')
      const told = { depositId: 'deposit-1', orderId, amount: cny(200_000), reason: 'account closed' }
      await world.tell(sys, { type: 'refund.returned', ...told })
    },
    code: 'DEPOSIT_NOT_REFUNDED',
    aside: nothing,
    ends: { 'paid again': both((world) => byTwo(world, refund), givenBack) },
  },
  'payout.confirmed': {
    late: twice('payOut'),
    code: 'CHARGES_OUTSTANDING',
    aside: overpaymentMet(10_000),
    ends: { 'paid back': overpaymentMet(40_000), waived: overpaymentWaived },
  },
  'refund.confirmed': {
    late: twice('refundDeposit'),
    code: 'CHARGES_OUTSTANDING',
    aside: overpaymentMet(10_000),
    ends: { 'paid back': overpaymentMet(190_000), waived: overpaymentWaived },
  },
} as const satisfies Readonly<Record<string, LateFact>>

/** What is told late and leaves nobody anything to do. */
export const lateAndDone: Readonly<Record<string, Tell>> = {
  'a settled sale': tell(sale('settled')),
  'a voided sale': tell(sale('voided')),
  'an empty batch': (world) => world.tell(sys, batch(world.at(), 'late', 0)),
  'a case that was won': tell(decided('won')),
  'a device that was inspected and is whole': tell(inspected('other')),
  'a device that was wiped': tell(erasing('erasure.completed', 'other')),
  'keys that were removed': tell([p1, { type: 'keys.removed', serial: 'other', method: 'zeroised' }]),
  'a device that was unbound': tell(binding('unbinding.confirmed', 'other')),
  'a closure that is confirmed once more': tell([sys, { type: 'closure.confirmed', providerRef: 'again' }]),
}
