import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMobileNumber, isResidentIdentityNumber, luhn } from '../../src/domain/identifiers.ts'

describe('resident identity number', () => {
  const today = '2026-11-22'
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /** Invented: the place does not exist, the check character is right. */
  const made = (body: string) =>
    body + '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11]

  const withX =
    Array.from({ length: 20 }, (_, count) => made(`119999199003070${10 + count}`)).find((number) =>
      number.endsWith('X'),
    ) ?? ''

  test('a made-up number with the right check character is well formed', () => {
    expect(isResidentIdentityNumber(made('11999919900307888'), today)).toBe(true)
    expect(isResidentIdentityNumber(made('83999920000229001'), today)).toBe(true)
    expect(isResidentIdentityNumber(withX, today)).toBe(true)
  })

  test('no single wrong digit is overlooked', () => {
    const right = made('44999919851224123')
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        const wrong = right.slice(0, place) + digit + right.slice(place + 1)
        expect(isResidentIdentityNumber(wrong, today)).toBe(wrong === right)
      }
    }
  })

  test.each([
    ['a birthday tomorrow', made('11999920261123001')],
    ['30 February', made('11999919900230001')],
    ['29 February of 1900', made('11999919000229001')],
    ['month 13', made('11999919901301001')],
    ['province 99', made('99999919900307001')],
    ['another millennium', made('11999930900307001')],
    ['15 digits of before 1999', '119999900307001'],
    ['a small x', withX.toLowerCase()],
    ['full-width digits', '１１９９９９１９９００３０７８８８３'],
  ])('%s is refused', (_, number) => {
    expect(isResidentIdentityNumber(number, today)).toBe(false)
  })

  test('a child born today has one', () => {
    expect(isResidentIdentityNumber(made('11999920261122001'), today)).toBe(true)
  })
})

describe('Luhn', () => {
  test('accepts exactly one check digit for any number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), (number) => {
        expect([...'0123456789'].filter((digit) => luhn(`${number}${digit}`))).toHaveLength(1)
      }),
    )
  })

  test.each(['', '4111 1111', '４１１１', '-18', '1e1'])('"%s" is no number', (text) => {
    expect(luhn(text)).toBe(false)
  })
})

describe('mobile number', () => {
  test.each(['13800138000', '19912345678', '+8613800138000', '+85291234567', '+15551234567'])(
    '[R-147] %s is one',
    (text) => {
      expect(isMobileNumber(text)).toBe(true)
    },
  )

  test.each([
    '12800138000',
    '1380013800',
    '138001380000',
    '+8612800138000',
    '+86 13800138000',
    '+0123456789',
    '010-65001234',
    '',
  ])('"%s" is none', (text) => {
    expect(isMobileNumber(text)).toBe(false)
  })
})
