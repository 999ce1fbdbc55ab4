import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import { sum } from './kit.ts'
import { amountCarriedOver } from './obligations.ts'
import { inFlight, paidOut } from './transfers.ts'

export const deducted = (deposit: Deposit): number => sum(Object.values(deposit.deductions))

/** Minor units of a deposit that are neither given back, on their way, deducted nor carried over. */
export const freeDeposit = (context: LifecycleContext, deposit: Deposit): number =>
  deposit.amount.amount -
  paidOut(deposit.refunds) -
  inFlight(deposit.refunds) -
  deducted(deposit) -
  amountCarriedOver(context, deposit.carriedOver, 'deposit', deposit.depositId)
