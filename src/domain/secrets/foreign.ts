/**
 * UUIDs with hyphens, and digests in hexadecimal, with a letter among their digits: they are chance, and no card's. The
 * shorter ones, pieces of digests and generated ids, have it where nobody writes one into a card number: before its end, or
 * at two places. (One letter behind 12 digits may be the separator of a track.)
 */
const digests =
  /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d{0,127}[a-f])(?:[0-9a-f]{8}){4,16}|(?=\d{1,11}[a-f]|\d{0,22}[a-f]{1,22}\d{1,22}[a-f])[0-9a-f]{16}(?:[0-9a-f]{4}){0,2})(?![0-9a-z])/gi

/** Sums of money: 1,280.00, 1280.5, ¥128, 128元. */
const sums: readonly RegExp[] = [
  /(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?(?!\d|[.,]\d)/g,
  /(?<![\d.,])\d{1,9}\.\d{1,2}(?!\d|[.,]\d)/g,
  /(?:[¥$€£]|CNY|RMB|USD|EUR|HKD) ?\d{1,9}(?!\d|[.,]\d)/g,
  /(?<![\d.,])\d{1,9} ?(?:元|CNY|RMB|USD|EUR|HKD)/g,
]

/** What else stands beside a number and is none: days, times, telephone numbers, order numbers. */
const others: readonly RegExp[] = [
  // 2026-03-02, 02/03/2026, 20260302
  /(?<!\d|\d[-/.])(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)/g,
  /(?<!\d|\d[-/.])\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d|[-/.]\d)/g,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)(?:20\d\d年)?\d{1,2}月\d{1,2}(?=日)/g,
  /(?<!\d)\d{4}(?=年)/g,
  // 12:30 and 12:30:45.123; 12/28 of a card
  /(?<![\d:])\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?![\d:])/g,
  /(?<!\d|\d\/)(?:0[1-9]|1[0-2])\/\d\d(?!\d|\/)/g,
  // mobile numbers, landlines, numbers with a country code as far as it is certain
  /(?<!\d)(?:(?:\+|00)86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/g,
  /(?<!\d|\d[ -])0\d{2,3}[ -]\d{3,4}[ -]?\d{4}(?!\d)/g,
  /(?<!\d)400[ -]\d{3}[ -]\d{4}(?!\d)/g,
  // order numbers and the like
  /(?<!\d)\d{9,}(?!\d)/g,
  /\+\d{1,3}[ -]?\(?\d{1,4}\)?[ -]\d{2,4}(?!\d)/g,
]

const blank = (part: string): string => 'x'.repeat(part.length)

/** The text without digests; letters take their place, so that the numbers before and behind them stay apart. */
export const withoutDigests = (text: string): string => text.replace(digests, blank)

const without = (text: string, parts: readonly RegExp[]): string =>
  parts.reduce((rest, part) => rest.replace(part, blank), text)

/** The text without days, times, telephone and order numbers, which may stand right beside the number of a card. */
export const withoutOthers = (text: string): string => without(text, others)

/** The text without sums of money. What is left of a table of them need not belong together. */
export const withoutSums = (text: string): string => without(text, sums)
