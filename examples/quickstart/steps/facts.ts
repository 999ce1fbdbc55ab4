import type { Deposit, Device, LifecycleRecord } from 'terminal-lifecycle/machine'

/** The walk-through has one device, one deposit and one of everything else; that it is there was read before. */
const only = <Item>(items: Readonly<Record<string, Item>>, what: string): Item => {
  const [item] = Object.values(items)
  if (item === undefined) throw new Error(`The terminal of the walk-through has no ${what}.`)
  return item
}

export const deviceOf = ({ context }: LifecycleRecord): Device => only(context.devices, 'device')
export const depositOf = ({ context }: LifecycleRecord): Deposit => only(context.deposits, 'deposit')

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export interface DepositSums {
  readonly amount: number
  readonly refunded: number
  readonly deducted: number
  readonly carriedOver: number
}

/** Where the deposit went, in minor units. */
export const depositSums = (deposit: Deposit): DepositSums => ({
  amount: deposit.amount.amount,
  refunded: sum(
    Object.values(deposit.refunds).flatMap(({ amount, status }) => (status === 'confirmed' ? [amount] : [])),
  ),
  deducted: sum(Object.values(deposit.deductions)),
  carriedOver: deposit.carriedOver,
})

/** Minor units paid out of the settlement. */
export const paidOut = ({ context }: LifecycleRecord): number =>
  sum(
    Object.values(context.payouts).flatMap(({ amount, status }) => (status === 'confirmed' ? [amount] : [])),
  )
