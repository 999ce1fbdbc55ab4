import { isRegisteringDivision } from './divisions.ts'
import { isResidentIdentityNumber } from './identifiers.ts'

/** Digits and capital letters without I, O, S, V, Z: the alphabet of GB 32100-2015. */
const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCodeShape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** Who registers (first character), and which kinds of organisations (second); 9 is "other" wherever it stands. */
const classesOf: Readonly<Record<string, string>> = {
  // 机构编制: authorities, public institutions, mass organisations
  1: '1239',
  // 外交: foreign news agencies
  2: '19',
  // 司法行政: law firms, notaries, legal services, forensic institutes, arbitration commissions
  3: '123459',
  // 文化: cultural centres of other countries
  4: '19',
  // 民政: associations, non-profit undertakings, foundations, committees of villages and of residents
  5: '123459',
  // 旅游: tourism offices of other countries and regions
  6: '129',
  // 宗教: places of worship, religious schools
  7: '129',
  // 工会: trade unions
  8: '19',
  // 市场监管: enterprises, individual businesses, farmers' cooperatives
  9: '1239',
  // 中央军委: institutions of the army
  A: '19',
  // 公安: offices of foreign non-governmental organisations
  G: '19',
  // 农业: collective economic organisations
  N: '1239',
  // 其他
  Y: '1',
}

const checkCharacter = (first17: string): string | undefined => {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += creditCodeAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditCodeAlphabet[(31 - (sum % 31)) % 31]
}

/** Whoever has an identity number was born before this. */
const noDay = '9999-12-31'

/**
 * Has the text the form of a unified social credit code: authority and class that exist, a division that registers? A
 * resident identity number never has, although one in 31 carries the right check character too.
 */
export const hasCreditCodeForm = (text: string): boolean =>
  creditCodeShape.test(text) &&
  (classesOf[text.charAt(0)]?.includes(text.charAt(1)) ?? false) &&
  isRegisteringDivision(text.slice(2, 8)) &&
  !isResidentIdentityNumber(text, noDay)

/**
 * Unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters, capital letters only, an authority with its
 * class, a division, check character modulo 31. It says that the code is well formed, not that somebody holds it.
 *
 * @example isUnifiedSocialCreditCode('91350100M000100Y43') // true
 */
export const isUnifiedSocialCreditCode = (text: string): boolean =>
  hasCreditCodeForm(text) && checkCharacter(text.slice(0, 17)) === text[17]

/** Has the text the form of a registration number: 15 digits that begin with a division that registers? */
export const hasRegistrationNumberForm = (text: string): boolean =>
  /^\d{15}$/.test(text) && isRegisteringDivision(text.slice(0, 6))

/**
 * Registration number (注册号) of a business licence from before the unified code: 15 digits, the division of the register
 * first, check digit by ISO 7064 MOD 11,10. Identity numbers of before 1999 have 15 digits too; one in ten cannot be told apart.
 *
 * @example isRegistrationNumber('110108000000016') // true
 */
export const isRegistrationNumber = (text: string): boolean => {
  if (!hasRegistrationNumberForm(text)) return false
  let product = 10
  for (const digit of text.slice(0, 14)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return (product + Number(text[14])) % 10 === 1
}
