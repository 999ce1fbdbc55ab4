import { provinces } from './divisions.ts'
import { isIdentityCheck, isPastDate } from './identifiers.ts'

const letterValue = (letter: string): number => letter.charCodeAt(0) - 55

const machineReadable = [7, 3, 1]
/** Check digit of ICAO 9303: digits as they are, A as 10, B as 11 …; weights 7, 3, 1. */
const travelCheck = (text: string): number =>
  [...text].reduce((sum, character, place) => {
    const value = /\d/.test(character) ? Number(character) : letterValue(character)
    return sum + value * (machineReadable[place % 3] ?? 0)
  }, 0) % 10

const oldForm = /^[A-Z]{3}(\d{2})\d{2}(\d{2})(\d{2})(\d{2})\d(\d)$/
const newForm = /^9(\d{2})\d{3}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/

/**
 * Number of a foreigner's permanent residence identity card: 18 characters that begin with 9 (since December 2023, check
 * character modulo 11 as GB 11643), or 3 letters and 12 digits (before, check digit of ICAO 9303).
 *
 * @param today YYYY-MM-DD; nobody is born later.
 */
export const isPermanentResidentNumber = (text: string, today: string): boolean => {
  const [, area = '', year, month, day] = newForm.exec(text) ?? []
  if (year !== undefined)
    return provinces.has(area) && isPastDate(`${year}-${month}-${day}`, today) && isIdentityCheck(text)
  const [, province = '', yy, mm, dd, check] = oldForm.exec(text) ?? []
  if (yy === undefined || !provinces.has(province)) return false
  const isBorn = ['19', '20'].some((century) => isPastDate(`${century}${yy}-${mm}-${dd}`, today))
  return isBorn && travelCheck(text.slice(0, 14)) === Number(check)
}

/**
 * Hong Kong identity card: one or two letters, 6 digits and the check character, in brackets or not.
 *
 * @example isHongKongIdentityNumber('A123456(3)') // true
 */
export const isHongKongIdentityNumber = (text: string): boolean => {
  const [, letters, digits, check] = /^([A-Z]{1,2})(\d{6})\(?([\dA])\)?$/.exec(text) ?? []
  if (letters === undefined) return false
  // a blank stands for the first letter that is not there, and counts 36
  const values = [...letters.padStart(2, ' ')].map((letter) => (letter === ' ' ? 36 : letterValue(letter)))
  const all = [...values, ...[...(digits ?? '')].map(Number)]
  const sum = all.reduce((total, value, place) => total + value * (9 - place), 0)
  const expected = (11 - (sum % 11)) % 11
  return (check === 'A' ? 10 : Number(check)) === expected
}

const taiwanLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'
const valueInTaiwan = (letter: string): number => taiwanLetters.indexOf(letter) + 10

/**
 * Taiwan identity number, or that of a resident certificate: a letter and 9 digits, of which the first is 1, 2, 8 or 9, or
 * (before 2021) two letters and 8 digits.
 *
 * @example isTaiwanIdentityNumber('A123456789') // true
 */
export const isTaiwanIdentityNumber = (text: string): boolean => {
  if (!/^[A-Z](?:[1289]|[A-D])\d{8}$/.test(text)) return false
  const first = valueInTaiwan(text[0] ?? '')
  const second = text[1] ?? ''
  const digits = [
    /\d/.test(second) ? Number(second) : valueInTaiwan(second) % 10,
    ...[...text.slice(2)].map(Number),
  ]
  const sum = digits.reduce((total, digit, place) => total + digit * Math.max(1, 8 - place), 0)
  return (Math.floor(first / 10) + (first % 10) * 9 + sum) % 10 === 0
}
