import { provinces } from './divisions.ts'

/** Residents from Hong Kong, Macao and Taiwan have numbers that begin with 81, 82 and 83. */
const birthplaces = new Set([...provinces, '83'])
const identityShape = /^(\d{2})\d{4}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Resident identity number (公民身份号码) of GB 11643-1999: 18 characters, a province, a birth date that exists, check
 * character modulo 11. The check character is `X` in capitals: raise what a person typed before asking.
 *
 * Those of residents from Hong Kong, Macao and Taiwan begin with 81, 82 and 83. Not covered: 15-digit numbers of before 1999;
 * foreigners' are `isPermanentResidentNumber`.
 *
 * @param today YYYY-MM-DD; nobody is born later.
 */
export const isResidentIdentityNumber = (text: string, today: string): boolean => {
  const [, province, year, month, day] = identityShape.exec(text) ?? []
  if (province === undefined || !birthplaces.has(province)) return false
  const birth = `${year}-${month}-${day}`
  return isPastDate(birth, today) && isIdentityCheck(text)
}

/** The check character modulo 11 of 18 characters (GB 11643, ISO 7064 MOD 11-2). */
export const isIdentityCheck = (text: string): boolean => {
  const sum = identityWeights.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** A day that exists and has come. */
export const isPastDate = (day: string, today: string): boolean => day <= today && isDate(day)

/** 30 February parses and comes back as 1 or 2 March, which gives it away. */
const isDate = (day: string): boolean => {
  const milliseconds = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day)
}

/**
 * Check digit modulo 10 of ISO/IEC 7812-1, as card numbers carry it. Every tenth number has it by chance.
 *
 * @returns false for anything but ASCII digits.
 */
export const luhn = (digits: string): boolean => {
  if (!/^\d+$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits[digits.length - 1 - place])
    sum += place % 2 === 0 ? value : doubled(value)
  }
  return sum % 10 === 0
}

const doubled = (value: number): number => (value > 4 ? value * 2 - 9 : value * 2)

/**
 * A mobile number: 11 digits of mainland China, or E.164 with `+` and country code. A `+86` must be followed by a mobile
 * number of mainland China. No spaces, no hyphens.
 *
 * @example isMobileNumber('13800138000') // true
 */
export const isMobileNumber = (text: string): boolean =>
  text.startsWith('+86') ? /^\+861[3-9]\d{9}$/.test(text) : /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/.test(text)
