import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containsIdentityNumber } from '../../src/domain/index.ts'
import { isRegistrationNumber, isUnifiedSocialCreditCode } from '../../src/domain/licence-numbers.ts'
import { identityNumber } from './identity-numbers.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Check character of GB 32100-2015, by its table of weights. */
const withCheck = (first17: string): string => {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce(
    (total, weight, place) => total + weight * alphabet.indexOf(first17[place] ?? ''),
    0,
  )
  return first17 + alphabet[(31 - (sum % 31)) % 31]
}

/** The digit for which the whole sums to 1, found by trying (ISO 7064 MOD 11,10). */
const withDigit = (first14: string): string => {
  const carry = [...first14].reduce((left, digit) => {
    const sum = (left % 11) + Number(digit)
    return (sum % 10 === 0 ? 10 : sum % 10) * 2
  }, 10)
  return first14 + [...'0123456789'].find((digit) => ((carry % 11) + Number(digit)) % 10 === 1)
}

const classes =
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 G1 N1 N2 N3 N9 Y1'.split(
    ' ',
  )
const body = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 })

describe('unified social credit code', () => {
  // codes of the public register; nothing is said of their holders
  const registered = [
    '914403001922038216',
    '91110108770425654N',
    '91110108717743469K',
    '91100000100003962T',
    '91440400192548256N',
    '91440300192181490G',
  ]

  test.each(registered)('%s is well formed', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(true)
  })

  test('no single wrong character is overlooked', () => {
    const accepted = registered.flatMap((code) =>
      [...code].flatMap((right, place) =>
        [...alphabet]
          .filter((wrong) => wrong !== right)
          .map((wrong) => code.slice(0, place) + wrong + code.slice(place + 1))
          .filter(isUnifiedSocialCreditCode),
      ),
    )
    expect(accepted).toEqual([])
  })

  test.each([
    '',
    '91440300192203821',
    '9144030019220382160',
    '91110108770425654n',
    'I1440300192203821X',
    ' 914403001922038216',
  ])('"%s" is refused', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(false)
  })

  test.each(classes)('of class %s passes with any division and body', (prefix) => {
    fc.assert(
      fc.property(
        fc.constantFrom('110108', '310115', '440305', '659001', '100000'),
        body,
        (division, rest) => {
          // chance makes an identity number of it once in many thousand, and never of an enterprise
          const code = withCheck(`${prefix}${division}${rest}`)
          expect(isUnifiedSocialCreditCode(code)).toBe(!containsIdentityNumber(code))
        },
      ),
    )
  })

  test.each(['14', '22', '37', '45', '64', '83', '94', 'Y2', 'B1', '01', '88'])(
    'of class %s, which nobody registers, is refused',
    (prefix) => {
      expect(isUnifiedSocialCreditCode(withCheck(`${prefix}110108770425654`))).toBe(false)
    },
  )

  test.each(['000000', '190108', '990108', '100001', '830000'])('of division %s is refused', (division) => {
    expect(isUnifiedSocialCreditCode(withCheck(`91${division}770425654`))).toBe(false)
  })

  test('is never a resident identity number', () => {
    let alike = 0
    fc.assert(
      fc.property(identityNumber, (number) => {
        alike += withCheck(number.slice(0, 17)) === number ? 1 : 0
        expect(isUnifiedSocialCreditCode(number)).toBe(false)
      }),
      { numRuns: 3000 },
    )
    // the check character alone would have let them in
    expect(alike).toBeGreaterThan(0)
  })
})

describe('registration number', () => {
  test.each(['110108000000016', '440301103962548', '100000000000017'])('%s is well formed', (number) => {
    expect(isRegistrationNumber(withDigit(number.slice(0, 14)))).toBe(true)
  })

  test('has one check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (sequence) => {
        const first14 = `330106${String(sequence).padStart(8, '0')}`
        const fitting = [...'0123456789'].filter((digit) => isRegistrationNumber(first14 + digit))
        expect(fitting).toEqual([withDigit(first14)[14]])
      }),
    )
  })

  test.each(['', '11010800000001', '1101080000000160', '190108000000016', '11010800000001X'])(
    '"%s" is refused',
    (number) => {
      expect(isRegistrationNumber(number)).toBe(false)
    },
  )
})
