import { expect, test } from 'vitest'
import { factsOf } from '../../../examples/merchant-portal/src/papers/facts.ts'

const amountOf = (amount: string, currency: string) => factsOf('payment_proof', { amount }, currency).amount

test('what a paper is about is read with as many digits behind the point as its currency has', () => {
  expect(amountOf('1,234.5', 'CNY')).toBe(123_450)
  expect(amountOf('1,234', 'JPY')).toBe(1_234)
  expect(amountOf('1,234.5', 'KWD')).toBe(1_234_500)
})

test.each([
  ['12.345', 'CNY'],
  ['12.5', 'JPY'],
  ['-5', 'CNY'],
  ['many', 'CNY'],
])('%s is no amount in %s, and none is made of it', (text, currency) => {
  expect(factsOf('payment_proof', { amount: text }, currency)).toEqual({})
})
