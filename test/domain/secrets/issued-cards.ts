import { digits } from '../card-numbers.ts'

type Random = (below: number) => number

/**
 * Ranges as the issuers publish them, written down for the tests alone: first digits from and to, lengths in use. Sources: the
 * public BIN tables of Visa, Mastercard, UnionPay, Discover, JCB, Mir; lists of banks in China for their older cards.
 */
const ranges: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [400000, 499999, [16]],
  [436742, 436742, [19]],
  [456351, 456351, [19]],
  [510000, 559999, [16]],
  [222100, 272099, [16]],
  [620000, 629999, [16, 17, 18, 19]],
  [810000, 819999, [16]],
  [810000, 817199, [19]],
  [340000, 349999, [15]],
  [370000, 379999, [15]],
  [300000, 305999, [14, 16]],
  [309500, 309599, [14, 16]],
  [360000, 369999, [14]],
  [380000, 399999, [14, 16]],
  [352800, 358999, [16]],
  [601100, 601199, [16]],
  [644000, 659999, [16, 19]],
  [220000, 220499, [16, 19]],
  [500000, 509999, [16]],
  [560000, 589999, [16]],
  [630000, 639999, [16]],
  [670000, 679999, [16, 19]],
  [508500, 508999, [16]],
  [600000, 609999, [16]],
  [817200, 820199, [16]],
  [652150, 653149, [16]],
  [506099, 506198, [16, 18, 19]],
  [860000, 860099, [16]],
  [986000, 986099, [16]],
  [979200, 979289, [16]],
  [970400, 970499, [16, 19]],
  [122000, 122099, [15]],
  [955880, 955889, [19]],
  [955950, 955999, [19]],
  [601428, 601428, [17]],
  [690755, 690755, [15]],
  [685800, 685800, [19]],
  [966666, 966666, [18]],
]

const checkDigit = (body: string): number => {
  let sum = 0
  ;[...body].toReversed().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  })
  return (10 - (sum % 10)) % 10
}

/** A number as some issuer has given it to a card; the range and the length are drawn. */
export const issuedCard = (random: Random): string => {
  const [from, to, lengths] = ranges[random(ranges.length)] ?? [4, 4, [16]]
  const length = lengths[random(lengths.length)] ?? 16
  const prefix = String(from + random(to - from + 1))
  const body = prefix + digits(random, length - prefix.length - 1)
  return `${body}${checkDigit(body)}`
}

/** Would an issuer know these digits, all of them together, as a card's? Then finding them is no false alarm. */
export const isIssuedCard = (text: string): boolean => {
  const all = text.replace(/\D/g, '')
  const first = Number(all.slice(0, 6))
  return (
    Number(all.at(-1)) === checkDigit(all.slice(0, -1)) &&
    (ranges.some(([from, to, lengths]) => lengths.includes(all.length) && first >= from && first <= to) ||
      (all.startsWith('4') && all.length === 19))
  )
}
