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
