import { describe, expect, test } from 'vitest'
import { maskSecrets, secretIn, secretInReference, secretsIn } from '../../../src/domain/index.ts'
import { cardNumber, randomFrom } from '../card-numbers.ts'

const random = randomFrom(3)
const wide = (pan: string) =>
  [...pan].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

describe('secrets of a text', () => {
  test('are told by code and place, in order', () => {
    const [first, second] = [cardNumber(random), cardNumber(random)]
    const text = `旧卡 ${first}，新卡 ${wide(second)}。`
    expect(secretsIn(text)).toEqual([
      { code: 'PAN_IN_TEXT', start: 3, end: 3 + first.length },
      { code: 'PAN_IN_TEXT', start: 7 + first.length, end: 7 + first.length + second.length },
    ])
    expect(secretIn(text)).toBe('PAN_IN_TEXT')
  })

  test('are masked where they stand, and the rest is kept to the letter', () => {
    const pan = cardNumber(random)
    expect(maskSecrets(`𝔸 ${pan.slice(0, 6)}\u200B${pan.slice(6)} — 谢谢 ２`)).toBe('𝔸 [REDACTED] — 谢谢 ２')
    expect(maskSecrets('停用原因：欠费 128.00 元')).toBe('停用原因：欠费 128.00 元')
  })

  test('of a reference are found behind a word', () => {
    expect(secretInReference(`payout:4${'1'.repeat(15)}`)).toBe('PAN_IN_TEXT')
    expect(secretInReference('PAY-20260302-000118')).toBeUndefined()
  })
})
