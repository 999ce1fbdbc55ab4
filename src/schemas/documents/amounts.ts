import type { Money } from '../../domain/index.ts'

/** Do all amounts share one currency? Nothing at all does. */
export const oneCurrency = (...amounts: readonly (Money | undefined)[]): boolean =>
  new Set(amounts.flatMap((money) => (money === undefined ? [] : [money.currency]))).size <= 1

/** Minor units; asked only of amounts in one currency. */
export const sum = (amounts: readonly Money[]): number =>
  amounts.reduce((total, { amount }) => total + amount, 0)
