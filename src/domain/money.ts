/**
 * An amount in integer minor units of an ISO 4217 currency; never a float.
 *
 * @example { amount: 198000, currency: 'CNY' } // 1 980.00 yuan
 */
export interface Money {
  amount: number
  currency: string
}
