import { type OrderKind, orderKinds } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { note } from '../rig.ts'
import { type Events, stages } from './stages.ts'

/** What a mapping with this mistake gives in place of the right answer, or throws. */
export interface Lie {
  readonly kinds: readonly OrderKind[]
  readonly told: (right: Events) => unknown
}

const withMoney: readonly OrderKind[] = [
  'readStatus',
  'uploadBatch',
  'requestStatement',
  'payOut',
  'refundDeposit',
]

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every amount of an event, wherever it stands. */
const eachMoney = (value: unknown, change: (money: Plain) => Plain): unknown => {
  if (!isPlain(value)) return value
  const inside = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, eachMoney(item, change)]),
  )
  return 'currency' in inside ? change(inside) : inside
}
const money =
  (differs: Plain) =>
  (right: Events): unknown =>
    right.map((event) => eachMoney(event, (one) => ({ ...one, ...differs })))

/** Another one that is well-formed too: nothing but the record can know that it is wrong. */
const others: Readonly<Record<string, string>> = {
  serial: '999-999-999',
  orderId: 'life-1/1/77',
  payoutId: 'payout-of-another',
  depositId: 'deposit-of-another',
  registryRef: 'registry-of-another',
  hash: 'a'.repeat(64),
  template: 'service_resuming',
  audience: 'bank',
}
const naming = (name: string): Lie => ({
  kinds: orderKinds.filter((kind) => stages[kind].names.includes(name)),
  told: (right) => right.map((event) => ({ ...event, [name]: others[name] })),
})

const old = '2020-01-01T00:00:00Z'
const thrown = (value: unknown): Lie => ({
  kinds: orderKinds,
  told: () => {
    throw value
  },
})
const instead = (...events: readonly unknown[]): Lie => ({ kinds: orderKinds, told: () => events })
const forbidden: LifecycleEvent = { type: 'review.approved', applicationId: 'a-1', digest: 'd'.repeat(64) }

/** By its name, as it stands in the title of its tests. */
export const lies: Readonly<Record<string, Lie>> = {
  'an amount in another currency': { kinds: withMoney, told: money({ currency: 'USD' }) },
  'an amount that is not a number': { kinds: withMoney, told: money({ amount: Number.NaN }) },
  'an amount as text': { kinds: withMoney, told: money({ amount: '500.00' }) },
  'half a cent': { kinds: withMoney, told: money({ amount: 0.5 }) },
  'the serial of another device': naming('serial'),
  'the order of somebody else': naming('orderId'),
  'the payout of somebody else': naming('payoutId'),
  'the deposit of somebody else': naming('depositId'),
  'another number in the register': naming('registryRef'),
  'another hash': naming('hash'),
  'another notice': naming('template'),
  'another audience': naming('audience'),
  nothing: { kinds: orderKinds, told: () => undefined },
  null: { kinds: orderKinds, told: () => null },
  'an object in place of the list': { kinds: orderKinds, told: ([event]) => event ?? { status: 'done' } },
  'text in place of the list': { kinds: orderKinds, told: () => 'OK' },
  'a list that holds nothing': instead(undefined),
  'the body of the reply': instead({ code: 0, message: 'ok' }),
  'a thousand times ten events': {
    kinds: orderKinds,
    told: (right) => Array.from({ length: 10_000 }, () => right[0] ?? note('again')),
  },
  'a reading of 2020': {
    kinds: ['readStatus'],
    told: (right) => right.map((event) => ({ ...event, readAt: old })),
  },
  'figures of 2020': {
    kinds: ['uploadBatch', 'requestStatement'],
    told: (right) => right.map((event) => ({ ...event, upTo: old })),
  },
  'a thrown text': thrown('500 Internal Server Error'),
  'a thrown null': thrown(null),
  'an event that systems may not send': instead(forbidden),
  'an event that there is not': instead({ type: 'payout.done' }),
  'the answer to another order': {
    kinds: orderKinds.filter((kind) => kind !== 'confirmClosure'),
    told: () => [{ type: 'closure.confirmed', providerRef: 'closure-1' }],
  },
  'a field that there is not': {
    kinds: orderKinds,
    told: (right) => [{ ...(right[0] ?? note('done')), confidence: 'high' }],
  },
}
