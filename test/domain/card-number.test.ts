import { describe, expect, test } from 'vitest'
import { containsCardNumber } from '../../src/domain/index.ts'
import { cardNumber, digits, randomFrom } from './card-numbers.ts'

const grouped = (pan: string, separator: string) =>
  (pan.length === 15 ? [4, 10, 15] : [4, 8, 12, 16, 20])
    .map((end, place, ends) => pan.slice(ends[place - 1] ?? 0, end))
    .filter((group) => group !== '')
    .join(separator)
const wide = (pan: string) =>
  [...pan].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

const spellings: Record<string, (pan: string) => string> = {
  'as one run': (pan) => pan,
  'with blanks': (pan) => grouped(pan, ' '),
  'with hyphens': (pan) => grouped(pan, '-'),
  'with dashes and blanks': (pan) => grouped(pan, ' – '),
  'with ideographic blanks': (pan) => grouped(pan, '\u3000'),
  'in full-width digits': wide,
  'in full-width digits with blanks': (pan) => wide(grouped(pan, ' ')).replace(/\uFF00/g, ' '),
  'broken at a line end': (pan) => `${pan.slice(0, 7)}\r\n${pan.slice(7)}`,
  'digit by digit': (pan) => [...pan].join(' '),
  'with each digit struck out': (pan) => [...pan].map((digit) => `${digit}\u0336`).join(''),
  'in squares': (pan) => [...pan].map((digit) => `${digit}\uFE0F\u20E3`).join(''),
  'as programs escape it': (pan) => [...pan].map((digit) => `\\x3${digit}`).join(''),
  'with marks without width': (pan) => grouped(pan, '\u200B'),
}

const sentences = [
  (pan: string) => pan,
  (pan: string) => `客户卡号${pan}被拒绝，请处理`,
  (pan: string) => `card=${pan};`,
  (pan: string) => `refund to ${pan}, TID 10012345`,
]

describe('card numbers are found', () => {
  test.each(Object.keys(spellings))('%s', (name) => {
    const random = randomFrom(1)
    const missed = []
    for (let run = 0; run < 2000; run += 1) {
      const pan = cardNumber(random)
      const text = sentences[run % sentences.length]?.(spellings[name]?.(pan) ?? '') ?? ''
      if (!containsCardNumber(text)) missed.push(text)
    }
    expect(missed).toEqual([])
  })

  test('among other numbers in the same row', () => {
    for (const text of [
      '10012345 4111 1111 1111 1111 2512 123',
      '4111111111111111 2512',
      '2026-03-02 4111-1111-1111-1111',
      ';4111111111111111=2512101',
    ]) {
      expect(containsCardNumber(text)).toBe(true)
    }
  })
})

describe('a UUID whose digits pass for a card', () => {
  const random = randomFrom(7)
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')

  test.each([
    [
      'in its middle',
      (pan: string) =>
        `${hex(7)}f-${pan.slice(0, 4)}-${pan.slice(4, 8)}-${pan.slice(8, 12)}-${pan.slice(12)}a${hex(7)}`,
    ],
    [
      'at its start',
      (pan: string) => `${pan.slice(0, 8)}-${pan.slice(8, 12)}-${pan.slice(12)}-8${hex(3)}-${hex(11)}a`,
    ],
    ['without hyphens', (pan: string) => `${pan}a${hex(15)}`],
  ])('%s raises no alarm, and hides no card beside it', (_, uuid) => {
    for (let run = 0; run < 200; run += 1) {
      const pan = cardNumber(random).padEnd(16, '0').slice(0, 16)
      for (const id of [uuid(pan), uuid(pan).toUpperCase()]) {
        expect(containsCardNumber(`see ${id}.`), id).toBe(false)
        expect(containsCardNumber(`${id} 4111 1111 1111 1111`)).toBe(true)
      }
    }
  })
})

describe('other numbers are left alone', () => {
  const random = randomFrom(2)
  const two = (value: number) => String(value).padStart(2, '0')
  const date = () => `20${20 + random(7)}${two(1 + random(12))}${two(1 + random(28))}`
  const others: Record<string, () => string> = {
    'order numbers that begin with a date': () => date() + digits(random, 5 + random(7)),
    'merchant numbers of 15 digits': () => `898${digits(random, 12)}`,
    'unix times in milliseconds': () => `17${digits(random, 11)}`,
    'mobile numbers': () => `1${3 + random(7)}${digits(random, 9)}`,
    'lists of terminal numbers': () => Array.from({ length: 5 }, () => digits(random, 8)).join('\n'),
    'digests in hexadecimal': () => Array.from({ length: 64 }, () => random(16).toString(16)).join(''),
    'dates with times': () => new Date(random(2 ** 32) * 400).toISOString().replace('T', ' '),
    'amounts in a row': () =>
      Array.from({ length: 4 }, () => `${random(90_000)}.${digits(random, 2)}`).join(' '),
  }

  test.each(Object.keys(others))('%s', (name) => {
    const taken = Array.from({ length: 2000 }, () => others[name]?.() ?? '').filter(containsCardNumber)
    // at most 0.1 %
    expect(taken.length).toBeLessThanOrEqual(2)
  })

  test('a number with a wrong check digit', () => {
    expect(containsCardNumber('4111 1111 1111 1112')).toBe(false)
  })
})
