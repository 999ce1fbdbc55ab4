import { describe, expect, it } from 'vitest'
import { containsIdentityNumber } from '../../src/domain/index.ts'
import { NoteRecorded } from '../../src/schemas/index.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Nobody's: made here, so that none stands in a file. */
const identityNumber = (birth: string, serial: string): string => {
  const first = `110105${birth}${serial}`
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first[place]), 0)
  return first + '10X98765432'[sum % 11]
}
const number = identityNumber('19491231', '002')
const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
const groups = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`

describe('an identity number in a text', () => {
  it.each([
    ['in one run', `身份证号${number}，请核对`],
    ['with a small x at its end', `id ${number.toLowerCase()}.`],
    ['with an X of Greece', number.replace('X', 'Χ')],
    ['with an X of Russia', number.replace('X', 'Х')],
    ['with a small one of Russia', number.replace('X', 'х')],
    ['with the sign of multiplication', number.replace('X', '×')],
    ['in groups', `证件 ${groups}`],
    ['with hyphens', groups.replaceAll(' ', '-')],
    ['in full-width digits', wide],
    ['with marks without width', number.replace(/^(.{9})/, '$1\u200B')],
  ])('is found %s', (_, text) => {
    expect(containsIdentityNumber(text)).toBe(true)
  })

  it.each([
    ['a wrong check character', number.replace(/.$/, (last) => (last === '1' ? '2' : '1'))],
    ['a day that does not exist', identityNumber('19490231', '002')],
    ['a longer row', `${number}7`],
    ['a product', `${number.replace('X', '×')}3`],
    ['a digest around it', `a${number}b`.padEnd(64, 'c').replace('X', '0')],
    ['a reference with a date', 'PAY-20260302-000118'],
    ['an order number', '2026030200011877'],
  ])('is not seen in %s', (_, text) => {
    expect(containsIdentityNumber(text)).toBe(false)
  })

  it('is refused in whatever goes into the journal, by its code and never its value', () => {
    const { error } = NoteRecorded.safeParse({ type: 'note.recorded', kind: 'note', text: `owner ${number}` })
    expect(error?.issues).toMatchObject([{ path: ['text'], params: { code: 'IDENTITY_NUMBER_IN_TEXT' } }])
    expect(JSON.stringify(error)).not.toContain(number)
  })
})
