import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import { lettersOf } from '../../src/letters/index.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { openPlayed, textsOf } from './kit.ts'

const depositIn = (currency: string, amount: number) =>
  terminal({
    currency,
    deposits: [
      {
        depositId: 'deposit-1',
        kind: 'device_pledge',
        amount: { amount, currency },
        heldBy: 'acquirer-1',
      },
    ],
  })

describe('A letter says amounts and days as people do', () => {
  it.each([
    ['CNY', 123_456_789, '¥1,234,567.89'],
    ['CNY', 5, '¥0.05'],
    ['JPY', 1_500, 'JPY 1,500'],
    ['KWD', 1_500, 'KWD 1.500'],
    ['EUR', 100_000, 'EUR 1,000.00'],
  ] as const)('an amount of %s is in major units', async (currency, amount, text) => {
    const source = await openPlayed(depositIn(currency, amount)).source()
    const [letter] = await lettersOf(source, { locale: 'en' })
    expect(letter && textsOf(letter)).toContain(`Taken: ${text}`)
  })

  it('a moment is that of the zone, also where its clocks are put forward', async () => {
    const world = openPlayed(terminal(), '2026-03-09T03:30:00.000Z')
    await world.tell(p1, { type: 'hold.placed', holdId: 'case-5', code: 'LICENCE_EXPIRED' })
    const source = await world.source()
    const saying = async (utcOffsetMinutes?: number | ((at: string) => number)) => {
      const options = utcOffsetMinutes === undefined ? {} : { calendar: { utcOffsetMinutes } }
      const letters = await lettersOf(source, { locale: 'en', ...options })
      return letters.flatMap(textsOf).find((text) => text.startsWith('In effect from'))
    }
    expect(await saying()).toBe('In effect from: 9 March 2026, 11:30')
    expect(await saying(0)).toBe('In effect from: 9 March 2026, 03:30')
    const newYork = (at: string) => (Date.parse(at) < Date.parse('2026-03-08T07:00:00Z') ? -300 : -240)
    expect(await saying(newYork)).toBe('In effect from: 8 March 2026, 23:30')
  })

  it.each([
    [1, '1 day from'],
    [2, '2 days from'],
  ])('a notice of %i day or days', async (amount, text) => {
    const clocks = { ...defaultPolicy.clocks, closureNotice: { amount, unit: 'days' } as const }
    const world = openPlayed(terminal(), undefined, { ...defaultPolicy, clocks })
    const why = { reason: 'DORMANT', basis: 'no sales' } as const
    await world.tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', ...why })
    const letters = await lettersOf(await world.source(), { locale: 'en' })
    expect(letters.flatMap(textsOf).join('\n')).toContain(text)
  })
})
