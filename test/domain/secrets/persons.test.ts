import { describe, expect, test } from 'vitest'
import {
  isHongKongIdentityNumber,
  isPermanentResidentNumber,
  isTaiwanIdentityNumber,
  secretIn,
  secretInReference,
} from '../../../src/domain/index.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Nobody's: the check character is worked out here, so that none stands in a file. */
const of18 = (first17: string): string =>
  first17 +
  '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(first17[place]), 0) % 11]

const resident = of18('11010519491231002')
/** The first whose check character is an X. */
const withX =
  Array.from({ length: 100 }, (_, place) => of18(`11010519491231${100 + place}`)).find((id) =>
    id.endsWith('X'),
  ) ?? ''
const code = 'IDENTITY_NUMBER_IN_TEXT'

describe('the number of a person', () => {
  test.each([
    ['of a resident', resident],
    ['in groups', `owner ${resident.slice(0, 6)} ${resident.slice(6, 14)} ${resident.slice(14)}`],
    ['digit by digit', [...resident].join(' ')],
    ['between letters', `id${resident}x`],
    ['of a resident from Hong Kong', of18('81000019900101001')],
    ['of a resident from Taiwan', of18('83000019900101001')],
    ['of a foreigner', of18('91184019900101123')],
    ['of a foreigner, as before 2023', 'KAZ110090123105'],
    ['of Hong Kong, with its brackets', 'owner A123456(3)'],
    ['of Hong Kong, in wide brackets', '持证人 A123456（3）'],
  ])('is found everywhere: %s [C-01]', (_, text) => {
    expect(secretIn(text)).toBe(code)
    const reference = text.replace(/[^A-Za-z0-9._:-]/g, '-')
    if (!text.includes('(') && !text.includes('（')) expect(secretInReference(reference)).toBe(code)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 9, 17])('is found in groups of %i [C-01]', (length) => {
    for (const number of [resident, withX])
      for (const sign of [' ', '-', ' - ', '  ', '.']) {
        const grouped = number.replace(new RegExp(`(.{${length}})(?=\\d)`, 'g'), `$1${sign}`)
        expect(secretIn(`owner ${grouped}`), grouped).toBe(code)
      }
  })

  test.each([
    ['身份证 A1234563', 'A1234563'],
    ['HKID: A1234563', 'A1234563'],
    ['澳门居民身份证号码：1234567(8)', '1234567(8)'],
    ['台湾身分證 AC01234567', 'AC01234567'],
    ['台湾身份证 A123456789', 'A123456789'],
    ['Taiwan ID A123456789', 'A123456789'],
    ['居留證號碼 A800000014', 'A800000014'],
    ['身份证号 110105491231002', '110105491231002'],
    ['身份证110105194912310021', '110105194912310021'],
    ['回乡证 H12345678', 'H12345678'],
    ['港澳居民来往内地通行证号码：M1234567801', 'M1234567801'],
    ['Home Return Permit H12345678', 'H12345678'],
    ['台胞证 12345678', '12345678'],
    ['台湾居民来往大陆通行证 1234567890', '1234567890'],
    ['护照 E12345678', 'E12345678'],
    ['passport no. EA1234567', 'EA1234567'],
    ['护照 E12A34567', 'E12A34567'],
  ])('is found beside a word that names it, and not without: %s [C-01]', (text, number) => {
    expect(secretIn(text)).toBe(code)
    expect(secretIn(`终端 ${number} 已回收`)).toBeUndefined()
  })

  test.each(['hkid carda123456(3)', 'HKID cardA123456(3)', 'hkid noab987654(3)'])(
    'is found in small letters too, and right behind its word: %s [C-01]',
    (text) => {
      expect(secretIn(text)).toBe(code)
    },
  )

  test.each([
    '护照已核对，订单 E12345678',
    'terminal id number 10012345',
    '身份证复印件 2 份，终端 10012345',
    '证件齐全 20260302',
    'ORD202603020001',
    'RR123456785CN',
    'A123456788',
    'order 110105194912310021',
    '0'.repeat(46) + resident,
  ])('is not seen in %s', (text) => {
    expect(secretIn(text)).toBeUndefined()
  })
})

test('numbers with letters are judged by their check characters', () => {
  expect(['A123456(3)', 'A1234563', 'AB987654(3)', 'A123456(4)'].map(isHongKongIdentityNumber)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(['A123456789', 'A800000014', 'AC01234567', 'A123456788'].map(isTaiwanIdentityNumber)).toEqual([
    true,
    true,
    true,
    false,
  ])
  const born = of18('91184019900101123')
  expect(isPermanentResidentNumber(born, '2026-01-01')).toBe(true)
  expect(isPermanentResidentNumber(born, '1989-01-01')).toBe(false)
  expect(isPermanentResidentNumber('KAZ110090123106', '2026-01-01')).toBe(false)
})
