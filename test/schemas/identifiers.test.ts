import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AcquirerId,
  acquirerProfiles,
  identifierSchemas,
  LicenceNumber,
  MerchantId,
  MobileNumber,
  Reference,
  ResidentIdentityNumber,
  residentIdentityNumber,
  SerialNumber,
  TerminalId,
  UnifiedSocialCreditCode,
} from '../../src/schemas/index.ts'
import { identityNumber } from '../domain/identity-numbers.ts'
import { codesOf } from './codes-of.ts'

const good = '91350100M000100Y43'

describe('a unified social credit code', () => {
  it.each([
    [good, []],
    ['91350100M000100Y44', ['CHECK_DIGIT_WRONG ']],
    ['91350100m000100y43', ['INVALID_FORMAT ']],
    ['91350100M000100Y4', ['INVALID_FORMAT ']],
    ['91350100I000100Y43', ['INVALID_FORMAT ']],
    [`${good}\n`, ['INVALID_FORMAT ']],
    ['', ['INVALID_FORMAT ']],
  ])('%j is judged %j', (code, codes) => {
    expect(codesOf(UnifiedSocialCreditCode, code)).toEqual(codes)
  })

  it('is found wrong when any one character differs', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (place, character) => {
        const changed = good.slice(0, place) + character + good.slice(place + 1)
        expect(UnifiedSocialCreditCode.safeParse(changed).success).toBe(changed === good)
      }),
    )
  })
})

describe('the number on a licence', () => {
  it.each([
    [good, []],
    ['110108000000016', []],
    ['110108000000017', ['CHECK_DIGIT_WRONG ']],
    ['190108000000016', ['INVALID_FORMAT ']],
    ['91350100M000100Y44', ['CHECK_DIGIT_WRONG ']],
  ])('%j is judged %j', (number, codes) => {
    expect(codesOf(LicenceNumber, number)).toEqual(codes)
  })
})

describe('a resident identity number', () => {
  // assembled here, so that no whole number stands in a fixture
  const number = ['110105', '19491231', '002', 'X'].join('')

  it('is judged by form, date and check character', () => {
    expect(codesOf(ResidentIdentityNumber, number)).toEqual([])
    expect(codesOf(ResidentIdentityNumber, `${number.slice(0, 17)}1`)).toEqual(['CHECK_DIGIT_WRONG '])
    expect(codesOf(ResidentIdentityNumber, number.toLowerCase())).toEqual(['INVALID_FORMAT '])
  })

  it('of somebody still to be born is refused by the one that knows the day', () => {
    expect(codesOf(residentIdentityNumber('1949-12-31'), number)).toEqual([])
    expect(codesOf(residentIdentityNumber('1949-12-30'), number)).toEqual(['CHECK_DIGIT_WRONG '])
  })

  it('passes no schema of any other identifier', () => {
    const unionPay = identifierSchemas({ ...acquirerProfiles.default, serialNumber: /\d{17}[\dX]/ })
    const others = {
      ...{ AcquirerId, MerchantId, TerminalId, SerialNumber, Reference },
      ...{ UnifiedSocialCreditCode, LicenceNumber, MobileNumber, ...unionPay },
    }
    fc.assert(
      fc.property(identityNumber, (person) => {
        const takes = Object.entries(others).filter(([, schema]) => schema.safeParse(person).success)
        expect(takes).toEqual([])
      }),
    )
  })
})

it.each([
  ['13800138000', []],
  ['+8613800138000', []],
  ['+4915112345678', []],
  ['138 0013 8000', ['INVALID_MOBILE_NUMBER ']],
  ['12345678901', ['INVALID_MOBILE_NUMBER ']],
  ['１３８００１３８０００', ['INVALID_MOBILE_NUMBER ']],
  ['138001380001234567', ['TOO_LONG ']],
])('the mobile number %j is judged %j [R-147]', (number, codes) => {
  expect(codesOf(MobileNumber, number)).toEqual(codes)
})

describe('the numbers of an acquirer', () => {
  const unionPay = identifierSchemas(acquirerProfiles.chinaUnionPay)
  const standard = identifierSchemas(acquirerProfiles.default)

  it.each([
    [unionPay.MerchantId, '898440354110001', true],
    [unionPay.MerchantId, '89844035411000', false],
    [unionPay.MerchantId, '8984403541100011', false],
    [unionPay.MerchantId, '898440354-10001', false],
    [unionPay.TerminalId, '1000000A', true],
    [unionPay.TerminalId, '1000000', false],
    [unionPay.TerminalId, '100000000', false],
    [standard.MerchantId, 'A-1', true],
    [standard.TerminalId, '', false],
    [standard.SerialNumber, 'x'.repeat(40), true],
    [standard.SerialNumber, 'x'.repeat(41), false],
    [standard.TerminalId, 'tmr_9XyZ', true],
    [standard.SerialNumber, 'device:995CS397A6475287', true],
    [standard.MerchantId, 'TestMerchant_POS', true],
    [standard.SerialNumber, '..', false],
    [standard.MerchantId, 'constructor', false],
    [standard.MerchantId, '__proto__', false],
    [standard.SerialNumber, 'a b', false],
    [standard.SerialNumber, 'a\n', false],
  ])('follow its profile (case %#) [R-017] [R-018]', (schema, number, fits) => {
    expect(schema.safeParse(number).success).toBe(fits)
  })

  it('are narrowed by a profile, never widened [OQ-01]', () => {
    const { TerminalId: lax } = identifierSchemas({ ...acquirerProfiles.default, terminalId: /.+/s })
    for (const number of ['a b', '商户', 'a/b', 'x'.repeat(41), 'toString'])
      expect(lax.safeParse(number).success).toBe(false)
    expect(codesOf(lax, 'a b')).toEqual(['INVALID_FORMAT '])
  })

  it('are matched as a whole and afresh each time, however the pattern is written', () => {
    const { TerminalId } = identifierSchemas({ ...acquirerProfiles.default, terminalId: /T\d|U/gi })
    for (let time = 0; time < 3; time += 1) {
      expect(TerminalId.safeParse('t1').success).toBe(true)
      expect(TerminalId.safeParse('U').success).toBe(true)
      expect(TerminalId.safeParse('T1U').success).toBe(false)
    }
  })
})
