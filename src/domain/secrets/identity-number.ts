import { isResidentIdentityNumber } from '../identifiers.ts'
import { isHongKongIdentityNumber, isPermanentResidentNumber } from '../person-numbers.ts'
import { withoutDigests } from './foreign.ts'
import { matchesOf } from './matches.ts'
import { namedNumbersIn } from './named-numbers.ts'
import { plain } from './plain.ts'
import { rowsIn } from './rows.ts'
import type { Span } from './span.ts'

/** Whoever has a number was born before this. */
const noDay = '9999-12-31'

const isOf18 = (text: string): boolean =>
  isResidentIdentityNumber(text, noDay) || isPermanentResidentNumber(text, noDay)

/** A century of birth stands where it has to: 2 of 100 rows of digits get as far as their check character. */
const mayBe = (digits: string): boolean => /^[1-9]\d{5}(?:18|19|20)\d\d[01]\d[0-3]\d/.test(digits)

/** The X of a check character, and what is typed for it: that of Greek and Cyrillic, the sign of multiplication. */
const lastX = /^[\s-]{0,2}[XxΧχХх×✕](?!\d)/

/** 18 digits, or 17 and an X, however they are grouped; a group is taken whole. */
function* ofResidents(text: string): Generator<Span> {
  for (const { groups } of rowsIn(text, 17))
    for (let from = 0; from < groups.length; from += 1) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length < 17; to += 1) {
        const group = groups[to]
        digits += group?.digits ?? ''
        const end = group?.end ?? 0
        const start = groups[from]?.start ?? 0
        if (digits.length === 17 && mayBe(digits)) {
          const behind = lastX.exec(text.slice(end, end + 4))
          if (behind && isOf18(`${digits}X`)) yield { start, end: end + behind[0].length }
          const [last] = groups.slice(to + 1, to + 2)
          if (last?.digits.length === 1 && isOf18(digits + last.digits)) yield { start, end: last.end }
        } else if (digits.length === 18 && mayBe(digits) && isOf18(digits)) yield { start, end }
      }
    }
}

/** Numbers with letters, by whose check characters they are known. */
const withLetters: readonly (readonly [RegExp, (text: string) => boolean])[] = [
  [/(?<![0-9A-Za-z])[A-Z]{3}[ -]?\d{12}(?![0-9A-Za-z])/g, (text) => isPermanentResidentNumber(text, noDay)],
  [/(?<![0-9A-Za-z])[A-Za-z]{1,2} ?\d{6} ?\([\dAa]\)/g, isHongKongIdentityNumber],
]

function* ofOthers(text: string): Generator<Span> {
  for (const [form, isValid] of withLetters)
    for (const { 0: found, index } of matchesOf(text, form))
      if (isValid(found.replace(/[ -]/g, '').toUpperCase())) yield { start: index, end: index + found.length }
}

/**
 * No text without these has the number of a person. 5: the shortest run of digits that a form with letters or a named number
 * has, that of a passport (`E12A34567`). 16 after the first: a resident's has 17 digits before its check character, which may
 * be an X. 8, and no letter: what parts the groups of one row (`rowsIn`); a moment with its T is no row. Deliberately not
 * read are the shorter numbers in groups of less than 5 (`A12 34 56(3)`): no form has them so.
 */
const mayHold = /\d{5}|\d(?:[^0-9A-Za-z]{0,8}\d){16}/

/**
 * Where the numbers of persons stand in a plain text: residents of the mainland, of Hong Kong, Macao and Taiwan, foreigners.
 * Those with a check character that says something are found everywhere, the others beside a word that names them.
 */
export function* identityNumbersIn(text: string): Generator<Span> {
  if (!mayHold.test(text)) return
  const rest = withoutDigests(text)
  yield* ofResidents(rest)
  yield* ofOthers(rest)
  yield* namedNumbersIn(rest)
}

/**
 * Does the text hold the number of a person: a resident identity number (GB 11643-1999) with its right check character, or one
 * of its kin from Hong Kong, Macao, Taiwan or for foreigners? Digits of every script count, however they are grouped. Made for
 * accidents, as `containsCardNumber`.
 *
 * @example containsIdentityNumber('订单 202603020001') // false
 */
export const containsIdentityNumber = (text: string): boolean =>
  identityNumbersIn(plain(text).text).next().done !== true
