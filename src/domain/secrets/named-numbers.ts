import { isHongKongIdentityNumber } from '../person-numbers.ts'
import { matchesOf } from './matches.ts'
import type { Span } from './span.ts'

const link =
  '(?:\\s?(?:证件)?(?:号码|号碼|號碼|号|號)|\\s?(?:card|certificate|permit))?(?:\\s?(?:numbers?|no\\.?|#))?(?:[\\s"\'()\\[\\]<>“”「」:=_.-]{1,3}|is\\b|was\\b|是|为|為){0,4}'
const noMore = '(?![0-9A-Za-z])'

/** Also with a wrong check character: whoever mistypes a number has written a person's number. */
const resident = '[1-9]\\d{5}(?:19|20)\\d{9}[\\dX]'
/** The two digits in the middle of an old number are a day of birth: yymmdd. */
const old = '[1-8]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}'
const hongKong = '[A-Z]{1,2}\\d{6} ?\\(?[\\dA]\\)?'
const macao = '[157](?:\\d{6} ?\\(\\d\\)|/?\\d{6}/?\\d)'
const taiwan = '[A-Z][1289A-D]\\d{8}'
const homeReturn = '[HM] ?\\d{8}(?: ?\\d{2})?'
const taiwanPermit = '(?:[A-Z]\\d{8}|\\d{8}(?:\\d{2}(?:\\([A-Z]\\))?)?)'
const travelPermit = '[CWLT][A-Z0-9]?\\d{7,8}'
const passport = '(?:[A-Z]{1,2}\\d{6,8}|[A-Z]\\d{2}[A-Z]\\d{5}|\\d{9})'

/** Words that name a paper of a person, and the forms of its number; none of these has a check that says enough by itself. */
const named: readonly (readonly [words: string, numbers: readonly string[]])[] = [
  [
    '身份证|身分證|身份證|身分证|证件|證件|identity(?: card| document)?|id card|hkid|national id|taiwan(?:ese)? id',
    [resident, old, hongKong, macao, taiwan],
  ],
  ['回乡证|回鄉證|通行证|通行證|home return|travel', [homeReturn, taiwanPermit, travelPermit]],
  ['台胞证|台胞證|taiwan compatriot|mtp', [taiwanPermit]],
  ['居留证|居留證|居住证|居住證|統一證號|统一证号|residence|resident|arc', [resident, taiwan]],
  ['护照|護照|passport', [passport]],
]

const patterns = named.map(
  ([words, numbers]) => new RegExp(`(?<![A-Za-z])(?:${words})${link}(${numbers.join('|')})${noMore}`, 'gi'),
)
const anyWord = new RegExp(`(?<![A-Za-z])(?:${named.map(([words]) => words).join('|')})`, 'i')

/** Hong Kong's has a check character all the same: a device may have the form, but seldom the check. */
const isWrong = (number: string): boolean =>
  /^[A-Z]{1,2}\d{6} ?\([\dA]\)$/i.test(number) &&
  !isHongKongIdentityNumber(number.replace(' ', '').toUpperCase())

/** Numbers of persons that are known by the word beside them alone. */
export function* namedNumbersIn(text: string): Generator<Span> {
  if (!anyWord.test(text)) return
  for (const pattern of patterns)
    for (const { 0: found, 1: number = '', index } of matchesOf(text, pattern))
      if (!isWrong(number)) yield { start: index + found.length - number.length, end: index + found.length }
}
