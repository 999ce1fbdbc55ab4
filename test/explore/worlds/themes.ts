import { cny } from '../../support/samples.ts'
import { done, other, serial } from '../sayings-kit.ts'
import type { World } from '../world.ts'

const deposit = (kind: 'device_pledge' | 'guarantee') =>
  ({ depositId: 'deposit-1', kind, amount: cny(2), heldBy: 'acquirer-1' }) as const
const account = {
  token: 'account-1',
  name: '青禾便利店',
  enteredBy: 'm1',
  verifiedBy: 'p3',
  changedAt: '2026-01-01T00:00:00Z',
} as const

const givenUp = ['closure asked for', 'approved', 'reads off'] as const
/** The device came back before anything else is said. */
const back = [...givenUp, 'received', 'inspected'] as const
const settled = ['stated 0', 'agreed 0'] as const
const ending = ['confirmed', 'reads closed', 'reads off'] as const
const switched = ['reads on', 'reads off'] as const
const tested = ['test passed', 'test failed', ...switched] as const

/** One hold, with its own way to the end. */
const holds: readonly World[] = [
  {
    name: 'a hold that an application ends',
    opening: { deposits: [] },
    before: [],
    says: [
      ...['arrears', 'arrears claimed', 'arrears verified', 'arrears rescinded'],
      ...['reinstatement asked for', 'approved, all seen', 'rejected', 'withdrawn', ...tested],
    ],
    goal: 'inService or closed',
  },
  {
    name: 'a hold that evidence ends',
    opening: { deposits: [] },
    before: [],
    says: ['network', 'network claimed', 'network verified', 'network rescinded', ...tested],
    goal: 'inService or closed',
  },
  {
    name: 'a hold that the provider ends',
    opening: { deposits: [] },
    before: [],
    says: ['planned', 'planned lifted', 'planned rescinded', 'planned reviewed', ...tested],
    goal: 'inService or closed',
  },
  {
    name: 'a hold that an authority ends',
    opening: { deposits: [] },
    before: [],
    says: [
      'court-1',
      'court-1 lifted by order',
      'court-1 rescinded',
      'frozen',
      'frozen rescinded',
      ...tested,
    ],
    goal: 'inService or closed',
  },
  {
    name: 'a hold that nothing ends',
    opening: { deposits: [] },
    before: [],
    says: ['attack', 'attack rescinded', 'vague', 'vague is arrears', 'vague rescinded', ...switched],
    goal: 'inService or closed',
  },
  {
    name: 'a hold that nobody must know of',
    opening: { deposits: [] },
    before: [],
    says: [
      ...[
        'case-5',
        'case-5 claimed',
        'case-5 verified',
        'case-5 rescinded',
        'court-1',
        'court-1 lifted by order',
      ],
      ...['closure asked for', 'approved', 'test passed', ...switched],
    ],
  },
]

const cases: readonly World[] = [
  {
    name: 'a closure that is asked for',
    opening: { deposits: [] },
    before: [],
    says: [
      ...[
        'closure asked for',
        'closure asked for, later',
        'more is wanted',
        'more papers',
        'rejected',
        'approved',
      ],
      ...['withdrawn', 'lapsed', 'cancelled'],
    ],
  },
  {
    name: 'a suspension that is asked for',
    opening: { deposits: [] },
    before: [],
    says: [
      ...[
        'suspension asked for',
        'more is wanted',
        'rejected',
        'approved, nothing seen',
        'withdrawn',
        'lapsed',
      ],
      'the hold rescinded',
      ...switched,
    ],
    goal: 'inService or closed',
  },
  {
    name: 'a closure that is imposed',
    opening: { deposits: [] },
    policy: { appealAllowed: true },
    before: [],
    says: ['proposed', 'noticed', 'imposed', 'appealed', 'upheld', 'dismissed', 'cancelled', 'reads off'],
  },
]

const money: readonly World[] = (['device_pledge', 'guarantee'] as const).map((kind) => ({
  name: `a deposit and a charge: ${kind}`,
  opening: { deposits: [deposit(kind)], devices: [done], payoutAccount: account },
  before: [...back, ...settled],
  says: [
    ...['charged', 'charge disputed', 'charge stands', 'charge falls', 'charge met', 'deducted'],
    ...['refund 2', 'refund 1', 'refunded', 'refunded 1', 'refund failed', 'refund 1 returned'],
    ...['charge later', 'deposit later', 'deposit later 1', ...ending],
  ],
  goal: 'closed',
}))

const closings: readonly World[] = [
  {
    name: 'a settlement',
    opening: { deposits: [], devices: [done], payoutAccount: account },
    before: back,
    says: [
      ...['stated 2', 'agreed', 'objected', 'deemed statement-1', 'payout 2', 'payout 1', 'paid', 'paid 1'],
      ...[
        'payout failed',
        'payout returned',
        'settlement later',
        'payOut claimed',
        'payOut cancelled',
        ...ending,
      ],
    ],
    goal: 'closed',
  },
  {
    name: 'a settlement that the merchant owes',
    opening: { deposits: [deposit('device_pledge')], devices: [done], payoutAccount: account },
    before: back,
    says: [
      ...['stated -1', 'stated 0', 'agreed -1', 'agreed 0', 'deemed statement-x', 'deemed statement-0'],
      ...['deposit later', 'sold before', ...ending],
    ],
  },
  {
    name: 'a chargeback',
    opening: { deposits: [], devices: [done], payoutAccount: account },
    before: [...back, ...settled],
    says: ['chargeback', 'chargeback lost', 'chargeback won', 'dispute later', 'sold before', ...ending],
  },
  {
    name: 'a device on its way out',
    opening: { deposits: [] },
    before: [...givenUp, ...settled],
    says: [
      ...[
        'drained',
        'backup waived',
        'wipe allowed',
        'wiped',
        'wipe failed',
        'wipe verified',
        'keys zeroised',
      ],
      ...['return allowed', 'shipped', 'received', 'inspected', 'unbinding ordered', 'unbound', ...ending],
      ...['deemed statement-0', 'stated 0', 'not returned', 'keys revoked'],
    ],
    goal: 'closed',
  },
  {
    name: 'a device that is lost',
    opening: { deposits: [] },
    before: [...givenUp, ...settled],
    says: [
      ...['lost', 'found', 'loss accepted', 'keys revoked', 'received', 'inspected', 'not returned'],
      ...[
        'unbinding ordered',
        'unbound',
        'unbinding failed',
        'drained',
        'sealed return allowed',
        'shipped',
        ...ending,
      ],
    ],
  },
  {
    name: 'two devices alike',
    opening: {
      deposits: [],
      devices: [serial, other].map((name) => ({
        ...done,
        serial: name,
        binding: 'bound',
        custody: 'received',
        inspection: null,
      })),
    },
    before: [...givenUp, ...settled, 'received', 'received @b'],
    says: ['', ' @b'].flatMap((which) =>
      ['inspected', 'found damaged', 'damage waived', 'unbinding ordered', 'unbinding failed', 'unbound'].map(
        (name) => `${name}${which}`,
      ),
    ),
    alike: [serial, other],
  },
  {
    name: 'a device that another one takes over from',
    opening: { deposits: [] },
    before: [],
    says: [
      ...[
        'drained',
        'replaced',
        'lost',
        'found',
        'loss accepted',
        'keys revoked',
        'keys zeroised',
        'wipe allowed',
      ],
      ...['unbinding ordered', 'unbound', ...switched],
    ],
  },
  {
    name: 'a reservation that is open',
    opening: { deposits: [] },
    before: ['reserved', ...givenUp],
    says: [
      ...[
        'captured',
        'void offered',
        'void accepted',
        'unreachable',
        'unreachable proposed',
        'drained',
        'sold',
      ],
      ...['sold before', 'batch differs', 'batch closed', ...switched],
    ],
  },
  {
    name: 'the end and what comes after it',
    opening: { deposits: [], devices: [done], payoutAccount: account },
    before: back,
    says: [
      ...[
        'stated 0',
        'agreed 0',
        'confirmed',
        'confirmClosure accepted',
        'confirmClosure refused',
        'cancelled',
      ],
      ...[
        'confirmClosure repeated',
        'sold before',
        'late fact seen to',
        'reads unsettled',
        ...switched,
        'reads closed',
      ],
      ...['deemed statement-0', 'chargeback'],
    ],
    goal: 'closed',
  },
]

/** Small worlds with something in each that can go wrong. */
export const themes: readonly World[] = [...holds, ...cases, ...money, ...closings]
