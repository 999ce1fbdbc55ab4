/**
 * The largest amount that comes in, in minor units: ten thousand million yuan. Nobody's terminal moves as much, and nine
 * thousand of them still add up exactly; a slip of a few digits is told at the door instead of in a sum.
 */
export const largestAmount = 1_000_000_000_000

/**
 * An amount in integer minor units of an ISO 4217 currency; never a float.
 *
 * @example { amount: 198000, currency: 'CNY' } // 1 980.00 yuan
 */
export interface Money {
  amount: number
  currency: string
}

/**
 * A net that tells of what it is made is gross less fees, both of them told.
 *
 * @example netIsWhole({ net: { amount: 90, currency }, gross: { amount: 100, currency }, fees: { amount: 10, currency } }) // true
 */
export const netIsWhole = ({
  net,
  gross,
  fees,
}: {
  readonly net?: Money | undefined
  readonly gross?: Money | undefined
  readonly fees?: Money | undefined
}): boolean => {
  if (gross === undefined && fees === undefined) return true
  if (gross === undefined || fees === undefined) return false
  return net === undefined || net.amount === gross.amount - fees.amount
}
