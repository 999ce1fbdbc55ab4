import type { SuspensionReason } from 'terminal-lifecycle/domain'
import { people } from '../../examples/acquirer-backend/people.ts'
import { cny } from './clearing.ts'
import { reinstatement, suspension } from './filing.ts'
import { life } from './life.ts'
import { holdNotice, licence, paymentProof } from './papers.ts'
import type { Shop } from './shops.ts'
import { type Act, act, dayFrom, type Life, type Situation } from './timeline.ts'

const { chen, wang, sun, zhao, he } = people

/** An authority sends nothing itself: risk control records its order. */
const forTheCourt = { actor: { ...sun.actor, onBehalfOf: 'authority' as const } }

const charged = (daysAgo: number, chargeId: string, kind: 'arrears' | 'data_traffic', amount: number): Act =>
  act(daysAgo, '09:30', zhao, () => ({
    ...{ type: 'charge.raised', chargeId, kind, amount: cny(amount), feeTableVersion: 'standard' },
  }))

/** Held, and told so in writing on the same day. */
const held = (
  daysAgo: number,
  holdId: string,
  code: SuspensionReason,
  more: object,
  asks?: string,
): readonly Act[] => [
  act(daysAgo, '10:00', sun, () => ({ type: 'hold.placed', holdId, code, ...more })),
  ...(asks === undefined ? [] : [act(daysAgo, '15:00', chen, holdNotice(holdId, code, asks))]),
]

const arrears = (daysAgo: number): readonly Act[] => [
  charged(daysAgo + 1, 'CH-RENT', 'arrears', 9_900),
  ...held(
    daysAgo,
    'HOLD-ARREARS',
    'ACCOUNT_ARREARS',
    { chargeId: 'CH-RENT', test: 'none' },
    '付清租金 (pay the rent)',
  ),
]
const expired = (daysAgo: number, test: 'none' | 'full' = 'none'): readonly Act[] =>
  held(daysAgo, 'HOLD-LICENCE', 'LICENCE_EXPIRED', { test }, '提交新的营业执照 (bring the new licence)')

const pause = suspension(({ at }: Situation) => ({
  reason: 'MERCHANT_REQUEST',
  plannedPeriod: {
    from: `${dayFrom(at, 5)}T00:00:00+08:00`,
    until: `${dayFrom(at, 40)}T18:00:00+08:00`,
  },
  dataBackup: 'done',
}))

const back = (evidence: 'LICENCE-NEW') =>
  reinstatement(
    (situation: Situation) => ({
      suspendedOn: dayFrom(situation.record.context.holds['HOLD-LICENCE']?.startsAt ?? situation.at, 0),
      holdIds: ['HOLD-LICENCE'],
      reasons: ['LICENCE_EXPIRED'],
      reasonDescription: '营业执照到期，换照耽搁 (the licence ran out, the new one took time)',
      whyRestore: '店铺照常营业 (the shop is open as ever)',
      whyLift: '新执照已领取 (the new licence is here)',
      remedies: [
        {
          ...{ holdId: 'HOLD-LICENCE', kind: 'renewal', performedBy: 'merchant' },
          evidence: [`DOC-${situation.life.terminalId}-${evidence}`],
        },
      ],
    }),
    licence(evidence),
  )
const renewed = back('LICENCE-NEW')

const asksBack = (shop: Shop, daysAgo: number): Act => act(daysAgo, '10:30', shop.owner, renewed.requested)
const tested = (daysAgo: number): Act =>
  act(daysAgo, '10:00', he, ({ life: { serial } }) => ({
    ...{ type: 'test.passed', serial, kind: 'full' },
    checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
      name,
      passed: true,
    })),
  }))

/** Terminals that sell, or are held for this or that, with or without a request. */
export const liveLives: readonly Life[] = [
  life(1, 'tea', () => []),
  life(2, 'noodles', () => [charged(3, 'CH-DATA', 'data_traffic', 3_600)]),
  life(3, 'hostel', () => [
    act(2, '11:00', chen, ({ at }) => ({
      ...{ type: 'hold.placed', holdId: 'HOLD-WORK', code: 'SYSTEM_MAINTENANCE' },
      startsAt: `${dayFrom(at, 9)}T01:00:00+08:00`,
      until: `${dayFrom(at, 9)}T05:00:00+08:00`,
    })),
  ]),
  life(4, 'tea', () => arrears(6)),
  life(5, 'noodles', (shop) => [...expired(9), asksBack(shop, 2)]),
  life(6, 'hostel', () => held(5, 'HOLD-FAULT', 'HARDWARE_FAULT', {})),
  life(7, 'pharmacy', () => held(4, 'HOLD-QUIET', 'COMPLIANCE_ISSUE', { disclosure: 'hidden' })),
  life(8, 'bakery', () =>
    held(
      8,
      'HOLD-RULES',
      'RULE_VIOLATION',
      { words: '终端转借他人 (the terminal was lent)' },
      '书面说明 (explain in writing)',
    ),
  ),
  life(9, 'electrics', (shop) => [
    act(1, '18:20', shop.owner, ({ life: { serial } }) => ({ type: 'device.lost', serial, kind: 'stolen' })),
  ]),
  life(10, 'tea', (shop) => [act(1, '09:40', shop.owner, pause.requested)]),
  life(11, 'noodles', (shop) => [
    act(4, '09:40', shop.owner, pause.requested),
    act(3, '10:20', wang, pause.asked('停用期间的联系人 (whom to call meanwhile)')),
  ]),
  life(12, 'hostel', (shop) => [
    act(12, '09:40', shop.owner, pause.requested),
    act(11, '10:20', wang, pause.approved),
  ]),
  life(13, 'pharmacy', (shop) => [
    act(5, '09:40', shop.owner, pause.requested),
    act(
      4,
      '10:20',
      wang,
      pause.refused('停用期超过半年，请改为申请关闭 (too long for a pause: apply for closure)', 'violation'),
    ),
  ]),
  life(14, 'bakery', () => [...arrears(20), ...expired(10)]),
  life(15, 'electrics', (shop) => [
    ...expired(15),
    asksBack(shop, 6),
    act(5, '14:00', wang, renewed.refused('照片看不清有效期 (the expiry date is unreadable)')),
  ]),
  life(16, 'tea', (shop) => [
    ...expired(15, 'full'),
    asksBack(shop, 5),
    act(3, '14:00', wang, renewed.approved),
  ]),
  life(17, 'noodles', () => [
    act(7, '10:00', forTheCourt, () => ({
      ...{ type: 'hold.placed', holdId: 'HOLD-COURT', code: 'AUTHORITY_ORDER', orderRef: 'COURT-118' },
      caps: ['sale', 'payout'],
    })),
    act(
      7,
      '15:00',
      chen,
      holdNotice('HOLD-COURT', 'AUTHORITY_ORDER', '法院协助执行通知 (an order of the court)'),
    ),
  ]),
  life(18, 'hostel', (shop) => [
    ...expired(25, 'full'),
    asksBack(shop, 16),
    act(14, '14:00', wang, renewed.approved),
    tested(12),
  ]),
  life(19, 'pharmacy', (shop) => [
    ...arrears(4),
    act(1, '11:10', shop.owner, async (situation) => ({
      type: 'hold.remedyClaimed',
      holdId: 'HOLD-ARREARS',
      evidence: [await situation.file(paymentProof('CH-RENT', 9_900)(situation))],
    })),
  ]),
]
