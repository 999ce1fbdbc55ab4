import { describe, expect, test } from 'vitest'
import { LifecycleEvent, ReinstatementRequest } from '../../src/schemas/index.ts'
import { Reference } from '../../src/schemas/primitives.ts'
import { cardNumber, digits, randomFrom } from '../domain/card-numbers.ts'
import { codesOf } from './codes-of.ts'
import { reinstatement } from './examples/requests.ts'

const takes = (text: string): boolean => Reference.safeParse(text).success
const issued = new Set([15, 16])

describe('the number of a card', () => {
  const random = randomFrom(11)
  const cards = Array.from({ length: 3000 }, () => cardNumber(random)).filter(
    (pan) => issued.has(pan.length) || (pan.length === 19 && pan.startsWith('62')),
  )

  test.each<[string, (pan: string) => string]>([
    ['by itself', (pan) => pan],
    ['behind a word', (pan) => `payout:${pan}`],
    ['before a word', (pan) => `${pan}-refund`],
    ['in the groups that are printed', (pan) => pan.replace(/(\d{4})(?=\d)/g, '$1-')],
  ])('is no reference, %s [C-01]', (spelling, spell) => {
    const isPrinted = spelling !== 'in the groups that are printed'
    const tried = cards.filter((pan) => isPrinted || pan.length !== 15)
    expect(tried.length).toBeGreaterThan(1500)
    expect(tried.filter((pan) => takes(spell(pan)))).toEqual([])
  })

  test('is refused by path in an event and in a form, and not repeated [C-01]', () => {
    const pan = '4111111111111111'
    const event = { type: 'hold.lifted', holdId: pan }
    expect(codesOf(LifecycleEvent, event)).toEqual(['PAN_IN_TEXT /holdId'])
    const form = { ...reinstatement(), holdIds: ['hold-1', `hold:${pan}`] }
    expect(codesOf(ReinstatementRequest, form)).toContain('PAN_IN_TEXT /holdIds/1')
    expect(JSON.stringify(Reference.safeParse(pan).error?.issues)).not.toContain(pan)
  })
})

describe('what others number stays a reference:', () => {
  const random = randomFrom(12)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = () => `${20 + random(10)}${two(1 + random(12))}${two(1 + random(28))}`
  const moment = () =>
    `${23 + random(7)}${day().slice(2)}${two(random(24))}${two(random(60))}${two(random(60))}`
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')
  const years = (first: number, more: number) => BigInt(first) + BigInt(random(more * 1000)) / 1000n
  const snowflake = (epoch: number) => {
    const at = (years(2025, 15) - BigInt(epoch)) * 31_557_600_000n + BigInt(random(2 ** 31))
    return String((at << 22n) + BigInt(random(2 ** 22)))
  }
  const others: Record<string, () => string> = {
    'order numbers that begin with a date': () => `20${day()}${digits(random, 5 + random(7))}`,
    'order numbers that begin with a short moment': () => moment() + digits(random, 3 + random(3)),
    'merchant numbers with a date': () => `898${digits(random, 12)}-20${day()}`,
    'a terminal, a date and a count': () => `${digits(random, 8)}-20${day()}-${digits(random, 3)}`,
    'unix times, in milliseconds and in microseconds': () => `17${digits(random, random(2) ? 11 : 14)}`,
    'snowflakes since 2010': () => snowflake(2010),
    'snowflakes since 2015': () => snowflake(2015),
    'parcels of thirteen digits': () => `4${digits(random, 12)}`,
    'parcels of fourteen digits': () => `5${digits(random, 13)}`,
    'retrieval references': () => digits(random, 12),
    'references of an acquirer': () => `7${digits(random, 22)}`,
    'orders of a wallet': () => `4200${digits(random, 24)}`,
    UUIDs: () => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
    digests: () => hex(40),
  }

  test.each(Object.keys(others))('%s [C-01]', (name) => {
    const refused = Array.from({ length: 5000 }, () => others[name]?.() ?? '').filter((text) => !takes(text))
    // at most 0.1 %
    expect(refused.length, refused[0]).toBeLessThanOrEqual(5)
  })
})
