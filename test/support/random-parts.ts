import { type DocumentType, type EventType, payoutMethods } from '../../src/domain/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import type { Dice } from './dice.ts'
import { cny, digestOf, paper } from './samples.ts'

/** Makes the payload of one event. */
type Maker = (context: LifecycleContext, dice: Dice, at: string) => object
export const later = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString()

export const device = ({ devices }: LifecycleContext, dice: Dice) => ({
  serial: dice.key(devices, 'no-such-serial'),
})
export const hold = ({ holds }: LifecycleContext, dice: Dice) => ({ holdId: dice.key(holds, 'no-such-hold') })
export const charge = ({ charges }: LifecycleContext, dice: Dice) => ({
  chargeId: dice.key(charges, 'no-such-charge'),
})
export const deposit = ({ deposits }: LifecycleContext, dice: Dice) => ({
  depositId: dice.key(deposits, 'no-such-deposit'),
})
export const applied = ({ application }: LifecycleContext, dice: Dice) => ({
  applicationId: application && dice.chance(0.9) ? application.applicationId : 'no-such-application',
})
export const digest = ({ application }: LifecycleContext, dice: Dice) => ({
  digest: application && dice.chance(0.85) ? application.digest : digestOf('stale'),
})
export const proposed = ({ proposal }: LifecycleContext, dice: Dice) => ({
  proposalId: proposal && dice.chance(0.9) ? proposal.proposalId : 'no-such-proposal',
})
export const stated = ({ closing }: LifecycleContext, dice: Dice) => ({
  statementId: closing?.statement && dice.chance(0.9) ? closing.statement.statementId : 'no-such-statement',
})
export const ordered = ({ orders }: LifecycleContext, dice: Dice, kind?: string) => {
  const mine = Object.values(orders).filter((order) => kind === undefined || order.kind === kind)
  return { orderId: mine.length > 0 && dice.chance(0.9) ? dice.one(mine).orderId : 'life-1/999/0' }
}
export const amount = (dice: Dice) => ({
  amount: cny(dice.one([5, 1, 20, 1_000, 50_000, 198_000, 200_000, 900_000])),
})
/** Mostly none: then the one that the form asked for. */
export const method = (dice: Dice) => (dice.chance(0.3) ? { method: dice.one(payoutMethods) } : {})
export const name = (dice: Dice, stem: string) => `${stem}-${dice.below(6)}`
/** Sometimes another paper under the name of one that is on file. */
export const evidence = (dice: Dice, type: DocumentType) => {
  const named = paper(type, name(dice, type))
  return { evidence: [dice.chance(0.9) ? named : { ...named, digest: digestOf(name(dice, 'content')) }] }
}
export const registry = { registryRef: 'registry-9' }
export const papers = (dice: Dice, ...types: DocumentType[]) => ({
  documents: types.filter(() => dice.chance(0.92)).map((type) => paper(type)),
})

/** What is said alike in every application, sometimes wrongly. */
export const application = (dice: Dice) => ({
  applicationId: name(dice, 'application'),
  ...(dice.chance(0.05) && { merchantName: 'somebody else' }),
  signatory: {
    personId: dice.one(['m1', 'm2', 'p1']),
    authority: dice.one(['owner', 'attorney'] as const),
    mandateRef: dice.chance(0.9) ? 'power_of_attorney' : 'no-such-paper',
  },
  serialNumber: undefined,
})
export const checks = (dice: Dice) => {
  const all = ['power', 'signOn', 'network', 'transaction', 'void']
  return {
    checks: all.map((check) => ({ name: check, passed: dice.chance(0.95) })),
    kind: dice.one(['smoke', 'full']),
  }
}

const transfer = (context: LifecycleContext, dice: Dice, kind: 'payOut' | 'refundDeposit') => {
  const { orderId } = ordered(context, dice, kind)
  const order = context.orders[orderId]
  const right = order && 'amount' in order.params ? order.params.amount : 1
  return { order, orderId, amount: cny(dice.chance(0.9) ? right : 7) }
}
export const payout = (context: LifecycleContext, dice: Dice) => {
  const { order, ...rest } = transfer(context, dice, 'payOut')
  return { payoutId: order?.kind === 'payOut' ? order.params.payoutId : 'payout-x', ...rest }
}
export const refund = (context: LifecycleContext, dice: Dice) => {
  const { order, ...rest } = transfer(context, dice, 'refundDeposit')
  return { depositId: order?.kind === 'refundDeposit' ? order.params.depositId : 'deposit-1', ...rest }
}
export const told = <Told extends { amount: unknown }>({ amount: _, ...rest }: Told) => ({
  ...rest,
  reason: 'refused by the bank',
})
export type Makers = Readonly<Partial<Record<EventType, Maker>>>

/** The sender says, as a rule, that it has seen what is on file. */
export const vouched = ({ documents }: LifecycleContext, dice: Dice) =>
  dice.chance(0.85)
    ? { checked: Object.values(documents).map(({ id, digest }) => ({ documentId: id, digest })) }
    : {}
