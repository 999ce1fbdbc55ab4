import { describe, expect, test } from 'vitest'
import { maskedIn, maskedReference, maskedReport } from '../../src/domain/index.ts'
import { dressed, secrets } from '../support/secrets.ts'
import { cardNumber, randomFrom } from './card-numbers.ts'

const random = randomFrom(52)
const cards = Array.from({ length: 9000 }, () => cardNumber(random)).filter((card) => card.length === 16)
const [card = ''] = cards

describe('the mark of a reference', () => {
  test.each(Object.keys(secrets))('has nothing of %s in it, however it is dressed [C-01]', (kind) => {
    const secret = secrets[kind] ?? ''
    for (const text of dressed(secret)) expect(maskedReference(text)).not.toContain(secret)
    expect(maskedReference(secret)).toMatch(/^masked-([0-9a-f]{6}|value)$/)
  })

  test('is the same for the same number, however it is grouped, and stays what it is', () => {
    const grouped = card.replace(/(\d{4})(?=\d)/g, '$1-')
    expect(maskedReference(grouped)).toBe(maskedReference(card))
    expect(maskedReference(maskedReference(card))).toBe(maskedReference(card))
    expect(maskedReference('payout-2026-000417')).toBe('payout-2026-000417')
  })

  test('is another for another number, and what stands beside it stays [C-01]', () => {
    const distinct = new Set(cards)
    const marks = new Set([...distinct].map(maskedReference))
    expect(distinct.size).toBeGreaterThan(5000)
    // 24 bits: of so many numbers one pair or two fall together
    expect(distinct.size - marks.size).toBeLessThan(10)
    expect(maskedReference(`payout:${card}:1`)).not.toBe(maskedReference(`payout:${card}:2`))
    expect(maskedReference(`payout:${card}:1`)).toMatch(/^payout:masked-[0-9a-f]{6}:1$/)
  })

  test('fits where the reference did', () => {
    for (const length of [20, 40, 80, 100]) {
      const long = `${card}:${'x'.repeat(length - card.length - 1)}`
      expect(maskedReference(long).length).toBeLessThanOrEqual(Math.max(40, length))
    }
  })

  test('is made of a report alone, and told by its place; a request stays what it is', () => {
    const report = {
      type: 'payout.failed',
      payoutId: card,
      orderId: 'lc-1/4/0',
      reason: `to ${card}`,
    } as const
    const masked = maskedReport(report)
    expect(masked).toMatchObject({ orderId: 'lc-1/4/0', reason: 'to [REDACTED]' })
    expect(maskedIn(masked)).toEqual(['/payoutId', '/reason'])
    const request = { type: 'hold.lifted', holdId: card } as const
    expect(maskedReport(request)).toBe(request)
    expect(maskedReport(request, 'system')).not.toBe(request)
    for (const strange of [null, 4, 'payout.failed', [], { type: 'toString' }, { type: 4 }])
      expect(maskedReport(strange)).toBe(strange)
  })
})

test('a credential has one mark for all, from which none can be tried out [C-01]', () => {
  const [first, second] = ['PIN-822031', 'PIN-739164'].map(maskedReference)
  expect(first).toBe(second)
  expect(first).not.toMatch(/\d/)
  expect(maskedIn({ payoutId: first })).toEqual(['/payoutId'])
})

test('references with a blank stay two as well, and serials of a letter and nine digits stay what they are', () => {
  const [one, two] = cards.map((card) => maskedReport({ type: 'payout.failed', payoutId: `po ${card}` }))
  expect(one?.payoutId).not.toBe(two?.payoutId)
  for (const serial of ['N817753852', 'A123456789'])
    expect(maskedReport({ type: 'device.lost', serial, kind: 'lost' })).toMatchObject({ serial })
})
