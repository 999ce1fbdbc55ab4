import type { Actor } from 'terminal-lifecycle/domain'
import { people } from '../../examples/acquirer-backend/people.ts'
import {
  account,
  agreed,
  asked,
  closed,
  closing,
  cny,
  inspected,
  objected,
  paid,
  received,
  refunded,
  refundProposed,
  returnAuthorised,
  returned,
  shipped,
  unbound,
  wiped,
} from './clearing.ts'
import { life } from './life.ts'
import { closureNotice, photo } from './papers.ts'
import type { Shop } from './shops.ts'
import { type Act, act, type Life } from './timeline.ts'

const { wang, li, sun, zhao, liang, chen } = people
const earned = { unsettled: 128_640 }

/** A paper form that somebody at the counter types in for the merchant who signed it. */
const atTheCounter: { readonly actor: Actor } = { actor: { ...li.actor, onBehalfOf: 'merchant' } }

const application = asked()

const proposed = (daysAgo: number): readonly Act[] => [
  act(daysAgo, '10:00', sun, ({ life: { terminalId } }) => ({
    ...{ type: 'closure.proposed', proposalId: `PROP-${terminalId}`, reason: 'RULE_VIOLATION' },
    basis: '违反协议，将终端转借他人 (the terminal was lent to others)',
  })),
  act(daysAgo, '15:00', chen, (situation) =>
    closureNotice(
      `PROP-${situation.life.terminalId}`,
      'RULE_VIOLATION',
      '违反协议 (breach of contract)',
    )(situation),
  ),
]

/** Everything is back and settled but the deposit and the binding. */
const nearlyDone = (shop: Shop, daysAgo: number): readonly Act[] => [
  ...closing(shop, daysAgo),
  ...account(shop, daysAgo - 2, 'ACCT-1'),
  agreed(shop, daysAgo - 2),
  paid(daysAgo - 4),
  ...wiped(shop, daysAgo - 3),
  ...returned(shop, daysAgo - 5),
]

const damaged = (shop: Shop, daysAgo: number): readonly Act[] => [
  ...closing(shop, daysAgo),
  ...wiped(shop, daysAgo - 3),
  returnAuthorised(daysAgo - 5),
  shipped(shop, daysAgo - 6),
  received(daysAgo - 8),
  inspected(daysAgo - 8, 'damaged'),
]

const damageCharged = (daysAgo: number): Act =>
  act(daysAgo, '11:00', zhao, ({ life: { serial } }) => ({
    ...{ type: 'charge.raised', chargeId: 'CH-SCREEN', kind: 'damage', amount: cny(12_000) },
    ...{ feeTableVersion: 'standard', serial },
  }))

/** Closures that are asked for, decided, under way in each obligation, gone wrong, or done. */
export const closingLives: readonly Life[] = [
  life(20, 'tea', (shop) => [act(2, '10:00', shop.owner, application.requested)], earned),
  life(21, 'noodles', () => [act(1, '10:00', atTheCounter, application.requested)], earned),
  life(22, 'hostel', (shop) => [
    act(4, '10:00', shop.owner, application.requested),
    act(3, '09:50', wang, application.asked('设备序列号照片 (photo of the serial number)')),
  ]),
  life(23, 'pharmacy', (shop) => [
    act(6, '10:00', shop.owner, application.requested),
    act(5, '09:50', wang, application.asked('设备序列号照片 (photo of the serial number)')),
    act(3, '16:10', shop.owner, application.supplementedBy(photo)),
    act(
      2,
      '10:30',
      wang,
      application.refused('营业执照扫描件无法辨认 (the scan of the licence cannot be read)'),
    ),
  ]),
  life(24, 'bakery', (shop) => closing(shop, 2), earned),
  life(25, 'electrics', (shop) => [...closing(shop, 6), ...account(shop, 4, 'ACCT-1')], earned),
  life(
    26,
    'tea',
    (shop) => [...closing(shop, 7), objected(shop, 4, '少记一笔收款 (one sale is missing)')],
    earned,
  ),
  life(
    27,
    'noodles',
    (shop) => [
      ...closing(shop, 14),
      ...account(shop, 12, 'ACCT-1'),
      agreed(shop, 12),
      { ...paid(8), neverEnds: true },
    ],
    earned,
  ),
  life(28, 'hostel', (shop) => [...closing(shop, 40), ...wiped(shop, 37), returnAuthorised(36)]),
  life(29, 'pharmacy', (shop) => [
    ...closing(shop, 9),
    ...wiped(shop, 6),
    returnAuthorised(4),
    shipped(shop, 2),
  ]),
  life(30, 'bakery', (shop) => damaged(shop, 12)),
  life(31, 'electrics', (shop) => [
    ...damaged(shop, 15),
    damageCharged(6),
    act(4, '12:00', shop.owner, () => ({
      ...{ type: 'charge.disputed', chargeId: 'CH-SCREEN' },
      grounds: '交回时屏幕完好 (the screen was whole when it left)',
    })),
  ]),
  // A proposal counts for a day: begun with the day, it counts at whatever hour the demonstration is opened.
  life(32, 'tea', (shop) => [...nearlyDone(shop, 13), refundProposed(0, '00:00')], earned),
  life(
    33,
    'noodles',
    (shop) => [
      ...nearlyDone(shop, 14),
      ...refunded(5),
      unbound(3, {
        kind: 'fail',
        operation: 'unbind',
        code: 'REGISTRY_CLOSED',
        reason: 'The register is closed.',
      }),
    ],
    earned,
  ),
  life(
    34,
    'hostel',
    (shop) => [
      act(3, '10:00', shop.owner, application.requested),
      act(2, '11:00', wang, application.approved, {
        kind: 'status',
        operation: 'requestStatement',
        status: 503,
      }),
    ],
    earned,
  ),
  life(35, 'pharmacy', (shop) => [...closing(shop, 8), ...wiped(shop, 4).slice(0, 2)]),
  life(36, 'bakery', (shop) => [
    ...proposed(6),
    act(3, '10:00', shop.owner, ({ life: { terminalId } }) => ({
      ...{ type: 'closure.appealed', proposalId: `PROP-${terminalId}` },
      grounds: '终端一直由本店使用 (only we used it)',
    })),
  ]),
  life(37, 'electrics', () => proposed(4)),
  life(38, 'tea', () => [
    ...proposed(50),
    act(12, '11:00', liang, ({ life: { terminalId } }) => ({
      type: 'closure.imposed',
      proposalId: `PROP-${terminalId}`,
    })),
  ]),
  life(39, 'noodles', (shop) => closed(shop, 25), earned),
  life(40, 'hostel', (shop) => closed(shop, 30), {
    ...earned,
    opening: {
      deposits: [
        { depositId: 'DEP-10000040', kind: 'device_pledge', amount: cny(50_000), heldBy: 'acquirer-1' },
        { depositId: 'DEP-GUARANTEE', kind: 'guarantee', amount: cny(200_000), heldBy: 'acquirer-1' },
      ],
    },
  }),
  life(41, 'electrics', (shop) => [
    act(5, '10:00', shop.owner, application.requested),
    act(4, '10:00', shop.owner, ({ record }) => ({
      type: 'application.withdrawn',
      applicationId: record.context.application?.applicationId ?? '',
    })),
  ]),
]
