import type { Transfer } from '../shape/transfers.ts'
import { items } from './kit.ts'

const amountIn = (transfers: Readonly<Record<string, Transfer>>, state: Transfer['status']): number => {
  let total = 0
  for (const { amount, excess, status } of items(transfers)) if (status === state) total += amount - excess
  return total
}

export const inFlight = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'ordered')
export const paidOut = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'confirmed')
/** Also what would be too much when it arrives. */
export const isMoving = (transfers: Readonly<Record<string, Transfer>>): boolean =>
  items(transfers).some(({ status }) => status === 'ordered')
