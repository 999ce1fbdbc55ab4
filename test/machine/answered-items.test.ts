import { describe } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { type Answered, after, answers } from '../support/answered.ts'
import {
  accountVerified,
  approved,
  backedUp,
  drained,
  erased,
  keysRemoved,
  orderOf,
  over,
  run,
  saleOff,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, digestOf, paper, seen, serial, statusRead, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const second = '123-456-790'
const replaced = (oldSerial: string, newSerial: string, owner: 'provider' | 'merchant' = 'provider') =>
  ({ type: 'device.replaced', oldSerial, newSerial, owner, tenancy: 'sole' }) as const
const placed = (holdId: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE', ...differs }) as LifecycleEvent
const lifted = (holdId: string) => ({ type: 'hold.lifted', holdId }) as const
const proposed = (act: LifecycleEvent) => [p1, { type: 'act.proposed', act: act as never }] as const
const added = (document: ReturnType<typeof paper>) => [p1, { type: 'document.added', document }] as const
const broken: LifecycleEvent = {
  ...{ type: 'device.inspected', serial, condition: 'damaged', accessories: [] },
  damage: { cause: 'human', description: 'the screen is cracked' },
}
const received = { type: 'device.received', serial, receiptId: 'receipt-1' } as const
const waived = { type: 'charge.waived', serial, kind: 'damage', basis: 'goodwill' } as LifecycleEvent
const later = '2026-05-01T00:00:00+08:00'
const deposit = { kind: 'device_pledge', amount: cny(5_000), heldBy: 'acquirer-1' } as const
const pledges = terminal({
  deposits: [
    { ...deposit, depositId: 'deposit-1' },
    { ...deposit, depositId: 'deposit-2' },
  ],
})
const dispute = (caseId: string, currency: string): LifecycleEvent => ({
  ...{ type: 'dispute.opened', caseId, amount: { amount: 700, currency }, dueAt: later },
})
const hotel: LifecycleEvent = {
  ...{ type: 'transaction.reported', ref: 'hotel', kind: 'preAuth', state: 'authorised', amount: cny(900) },
  occurredAt: '2026-03-01T12:00:00+08:00',
}
const handled = (type: 'resolution.proposed' | 'resolution.accepted', handling: 'void' | 'complete') =>
  ({ type, txnRef: 'hotel', handling }) as LifecycleEvent
const reading = async (world: World): Promise<LifecycleEvent> => ({
  ...{ type: 'reading.accepted', readAt: (await world.context()).status.readAt ?? '' },
  evidence: [paper('host_status_record')],
})

/** What was to be paid was not, and the next statement comes to less. */
const settledAnew = async (world: World) => {
  const agreed = async (statementId: string, net: number) => {
    await world.tell(sys, { type: 'settlement.stated', statementId, upTo: world.at(), net: cny(net) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId })
  }
  await agreed('statement-1', 50_000)
  await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  const orderId = await orderOf(world, 'payOut')
  await world.tell(sys, { type: 'order.failed', orderId, code: 'NO_SUCH_ACCOUNT', retryable: false })
  await agreed('statement-2', 40_000)
}

const rows: readonly Answered[] = [
  [
    'what another person proposed, with a paper that was looked at meanwhile',
    after(undefined, [sys, statusRead('on', '2026-03-02T08:00:00+08:00')], async (world) =>
      world.tell(...proposed(await reading(world))),
    ),
    async (world) => {
      const evidence = [{ ...paper('host_status_record'), checked: true }]
      return [p2, { ...(await reading(world)), evidence } as LifecycleEvent]
    },
  ],
  [
    'a damage that was found before the closure began and is let go',
    after(undefined, [p1, received], [p2, broken], approved, (world) => world.tell(...proposed(waived))),
    () => [p2, waived],
  ],
  [
    'a device that comes back while nobody has decided on its damage',
    after(
      undefined,
      [p1, replaced(serial, second)],
      (world) => run(world, drained, backedUp, erased, keysRemoved),
      [p1, { type: 'return.authorised', serial, destination: 'institution' }],
      [p1, received],
      [p2, broken],
      unbound,
    ),
    () => [p1, replaced(second, serial)],
    'DAMAGE_UNDECIDED',
  ],
  [
    'a case in the currency of the terminal, beside one in another',
    after(undefined, [sys, dispute('home', 'CNY')], [sys, dispute('abroad', 'USD')], approved, (world) =>
      world.tell(...proposed(over('o-1', 'dispute', 'home', 700))),
    ),
    () => [p2, over('o-1', 'dispute', 'home', 700)],
  ],
  [
    'another deposit under the name of what was carried over of the first',
    after(
      pledges,
      approved,
      (world) => world.tell(...proposed(over('o-1', 'deposit', 'deposit-1', 5_000))),
      [p2, over('o-1', 'deposit', 'deposit-1', 5_000)],
      (world) => world.tell(...proposed(over('o-1', 'deposit', 'deposit-2', 5_000))),
    ),
    () => [p2, over('o-1', 'deposit', 'deposit-2', 5_000)],
    'REFERENCE_IN_USE',
  ],
  [
    'an address on a paper that was found to be no good',
    after(undefined, [p1, replaced(serial, second)], added(paper('supporting_evidence', 'address')), [
      p2,
      { type: 'document.checked', documentId: 'address', digest: digestOf('address'), facts: null },
    ]),
    () => [
      p1,
      {
        ...{
          type: 'return.authorised',
          serial,
          destination: 'designatedPlace',
          addressDocumentId: 'address',
        },
        seal: { bagNo: 'b-1', trackingNo: 't-1' },
      } as LifecycleEvent,
    ],
    'DOCUMENT_UNKNOWN',
  ],
  [
    'a test of after the fault began, though the hold was to last longer',
    after(
      terminal({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] }),
      [p1, { type: 'suspension.extended', holdId: 'fault', until: later }],
      [
        m1,
        {
          ...{ type: 'hold.remedyClaimed', holdId: 'fault' },
          evidence: [
            paper('device_test_record', 'device_test_record', {
              ...{ result: 'passed', connection: true, testedAt: '2026-03-03T00:00:00+08:00' },
            }),
          ],
        } as LifecycleEvent,
      ],
    ),
    () => [p2, { type: 'hold.remedyVerified', holdId: 'fault', checked: seen('device_test_record') }],
  ],
  [
    'an order that failed, and is wanted no more, taken back',
    after(undefined, [p1, placed('works', { caps: ['refund'] })], async (world) => {
      const orderId = await orderOf(world, 'notify')
      await world.tell(sys, { type: 'order.failed', orderId, code: 'NO_ADDRESS', retryable: false })
      await world.tell(p1, lifted('works'))
    }),
    async (world) => {
      const { orders } = await world.context()
      const failed = Object.values(orders).find(({ status }) => status === 'failed')
      return [p1, { type: 'order.cancelled', orderId: failed?.orderId ?? '', reason: 'told by telephone' }]
    },
    'ORDER_ENDED',
  ],
  [
    'another handling than was proposed',
    after(undefined, [sys, hotel], [m1, handled('resolution.proposed', 'void')]),
    () => [p1, handled('resolution.accepted', 'complete')],
    'COUNTERPARTY_MUST_ACCEPT',
  ],
  [
    'a clock that was told before',
    after(undefined, [p1, placed('works')], (world) => world.pass(40)),
    () => [sys, { type: 'timer.due', deadlineId: 'holdReview:works' } as never],
    'NOT_YET_DUE',
  ],
  [
    'a payout that failed once more, when less is owed',
    after(undefined, approved, saleOff, drained, accountVerified, settledAnew),
    async (world) => [p1, { type: 'order.repeated', orderId: await orderOf(world, 'payOut') }],
    'AMOUNT_TOO_HIGH',
  ],
]

describe('what is said of a device, of money or of an order is answered by what it is', () => answers(rows))
