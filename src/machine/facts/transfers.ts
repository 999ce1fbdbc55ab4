import type { Transfer } from '../shape/transfers.ts'
import { items, sum } from './kit.ts'

const amountIn = (transfers: Readonly<Record<string, Transfer>>, ...states: Transfer['status'][]): number =>
  sum(
    items(transfers).flatMap(({ amount, excess, status }) =>
      states.includes(status) ? [amount - excess] : [],
    ),
  )

export const inFlight = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'ordered')
export const paidOut = (transfers: Readonly<Record<string, Transfer>>): number =>
  amountIn(transfers, 'confirmed')
/** Also what would be too much when it arrives. */
export const isMoving = (transfers: Readonly<Record<string, Transfer>>): boolean =>
  items(transfers).some(({ status }) => status === 'ordered')
