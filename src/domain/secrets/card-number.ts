import { luhn } from '../identifiers.ts'
import { plain } from './plain.ts'

/**
 * First digits and lengths that card schemes issue. Without it every tenth order number would be taken for a card: Luhn
 * alone says little.
 */
const issued = [
  // Visa
  /^4(\d{12}|\d{15}|\d{18})$/,
  // Mastercard
  /^5[1-5]\d{14}$/,
  /^2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  // UnionPay, and older debit cards of banks in China
  /^(62|60|81)\d{14,17}$/,
  /^(6858|6907|6943|9000|9400|955[589]|9666|9843|9988)\d{12,15}$/,
  // American Express
  /^3[47]\d{13}$/,
  // Diners Club
  /^3(0[0-59]|[689]\d)\d{11}$/,
  // JCB
  /^35(2[89]|[3-8]\d)\d{12,15}$/,
  // Discover, RuPay, Maestro
  /^(64[4-9]|65\d|50\d|5[6-8]\d|63\d|67\d)\d{10,16}$/,
  // Mir
  /^220[0-4]\d{12,15}$/,
  // Uzcard, Humo, Troy
  /^(8600|9860|9792)\d{12}$/,
  // UATP, and cards of one seller under the same number
  /^1220\d{11,12}$/,
]

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && issued.some((pattern) => pattern.test(digits)) && luhn(digits)

/** How cards print their number, as lengths of groups. */
const printed = [
  '4-4-4-4',
  '4-4-4-4-3',
  '4-4-4-4-2',
  '4-4-4-4-1',
  '4-4-4-1',
  '4-6-5',
  '4-6-4',
  '6-13',
  '6-10',
].map((groups) => groups.split('-').map(Number))

/** Digits of any width; what may stand inside one number: blanks, line ends, hyphens and dashes, marks without width. */
const numbers =
  /[0-9\uFF10-\uFF19]+(?:[\s\u00AD\u200B-\u200D\u2060\uFEFF\u2010-\u2015\u2212\uFF0D-]{1,8}[0-9\uFF10-\uFF19]+)*/g
const groupsOf = /[0-9\uFF10-\uFF19]+/g

const narrow = (digits: string): string =>
  digits.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Each group by itself, and what stands in groups as cards print them. */
const written = (groups: readonly string[]): readonly string[] => [
  ...groups,
  ...groups.flatMap((_, first) =>
    printed
      .filter((lengths) => lengths.every((length, place) => groups[first + place]?.length === length))
      .map((lengths) => groups.slice(first, first + lengths.length).join('')),
  ),
]

/** UUIDs, with hyphens or as 32 digits with a letter among them: their digits are chance, and no card's. */
const uuids =
  /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|(?=\d{0,31}[A-Fa-f])[0-9A-Fa-f]{32})(?![0-9A-Za-z])/g

interface Row {
  readonly groups: readonly string[]
  readonly start: number
  readonly end: number
}

/** Each row of digits, as the groups in which it is written. */
function* rowsIn(text: string): Generator<Row> {
  // Letters take the place of a UUID, so that the numbers before and behind it stay apart.
  const rest = text.replace(uuids, (uuid) => 'x'.repeat(uuid.length))
  for (const { 0: row, index } of rest.matchAll(numbers)) {
    // inside a digest or a serial number: letters on both sides
    if (isLetter(rest[index - 1]) && isLetter(rest[index + row.length])) continue
    yield { groups: narrow(row).match(groupsOf) ?? [], start: index, end: index + row.length }
  }
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z]/.test(character)

/**
 * Does the text hold a card number: 13 to 19 digits that a scheme issues, with the right check digit? Found as one run of
 * digits, in the groups that cards print, and broken by blanks, hyphens or line ends when nothing else stands in the
 * row. Full-width digits count. Time grows with the length of the text, never faster. (C-01, PCI DSS 3.5.1)
 *
 * It is made for accidents. A number that somebody hides on purpose, in words or in between letters, is not found.
 *
 * @example containsCardNumber('卡号 4111-1111-1111-1111 已冻结') // true
 */
export const containsCardNumber = (text: string): boolean => cardRows(plain(text).text).length > 0

/** The rows of digits that hold a card number. */
export const cardRows = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...rowsIn(text)].filter(
    ({ groups }) => isCardNumber(groups.join('')) || written(groups).some(isCardNumber),
  )

/** Lengths that are in use. The rest are printed in tables only, and parcels and generated ids look like them. */
const inUse = /^(\d{16}|(3[47]|1220)\d{11,13}|(62|955)\d{16,17})$/
/** Order numbers that begin with a moment, `yyMMddHHmm`: from 2022 to 2027 they pass for Mastercard's cards. */
const moment = /^2[2-7](0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d/

/**
 * Is the reference a card number, or does it hold one? Stricter than `containsCardNumber`, because many references are
 * nothing but digits: only lengths that are in use, and no digits put together over hyphens unless cards print them so. (C-01)
 */
export const holdsCardNumber = (reference: string): boolean => {
  for (const { groups } of rowsIn(reference))
    if (written(groups).some((digits) => inUse.test(digits) && !moment.test(digits) && isCardNumber(digits)))
      return true
  return false
}
