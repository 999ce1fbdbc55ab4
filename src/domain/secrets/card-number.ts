import { withoutDigests, withoutOthers, withoutSums } from './foreign.ts'
import { isCardNumber } from './issued.ts'
import { plain } from './plain.ts'
import { evenChains, type Group, looseChains, type Row, readOn, rowsIn } from './rows.ts'
import { isUsual, type Stretch, stretchesIn, tilesIn } from './shapes.ts'
import type { Span } from './span.ts'

const shortest = 12
const longest = 19

/** A word that says: what follows is a card. It stands right before the row. */
const calledCard =
  /(?:\bcards?\b|\bpan\b|visa|master ?card|amex|union ?pay|[银借贷记用蓄旧新该其此原]卡|卡号|卡號|卡片|银联)[^\d;。；\n]{0,12}$/i

/** Order numbers that begin with a moment, `yyMMddHHmmss`: from 2023 to 2027 they pass for Mastercard's cards. */
const moment = /^2[3-7](0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d/
const day = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/

const joined = (chain: readonly Group[]): string => chain.map(({ digits }) => digits).join('')

const spanOf = (chain: readonly Group[]): Span => ({
  start: chain[0]?.start ?? 0,
  end: chain.at(-1)?.end ?? 0,
})

/** Two numbers of one series, such as terminals: 10012345 10012346. */
const isSeries = ([first, second, third]: readonly Group[]): boolean =>
  third === undefined &&
  first?.digits.length === second?.digits.length &&
  first?.digits.slice(0, 3) === second?.digits.slice(0, 3)

/** Parts of a reference mean something: days, numbers of terminals, counts. A card's are short, or parted as is usual. */
const isNamedByParts = (chain: readonly Group[], lengths: readonly number[]): boolean =>
  chain.some(({ digits }) => day.test(digits)) ||
  !(lengths.every((length) => length <= 6) || isUsual(lengths))

interface Reading {
  /** References are often nothing but digits, so that less is put together. */
  readonly strict: boolean
  /** Sums of money were taken away: what is left need not belong together. */
  readonly isRest: boolean
  readonly isCalledCard: boolean
}

const isWritten = (chain: readonly Group[], { isCalledCard }: Reading): boolean =>
  chain.length <= longest && isCardNumber(joined(chain), isCalledCard)

const mayBeWhole = (
  chain: readonly Group[],
  lengths: readonly number[],
  { strict, isRest }: Reading,
): boolean =>
  !isSeries(chain) &&
  !(strict && isNamedByParts(chain, lengths)) &&
  (!isRest || chain.length < 3 || isUsual(lengths))

function* inChain(chain: readonly Group[], reading: Reading): Generator<Span> {
  if (joined(chain).length < shortest) return
  const lengths = chain.map(({ digits }) => digits.length)
  const at = ({ from, count }: Stretch) => chain.slice(from, from + count)
  const isNumber = (stretch: Stretch) => isWritten(at(stretch), reading)
  if (mayBeWhole(chain, lengths, reading) && isWritten(chain, reading)) yield spanOf(chain)
  for (const stretch of stretchesIn(lengths, reading.isCalledCard))
    if (isNumber(stretch)) yield spanOf(at(stretch))
  for (const stretch of tilesIn(lengths, isNumber)) yield spanOf(at(stretch))
}

/** One run of digits. What comes behind `0.` is the rest of a fraction. */
const isAlone = ({ digits, start }: Group, text: string, { strict, isCalledCard }: Reading): boolean =>
  digits.length >= shortest &&
  isCardNumber(digits, isCalledCard) &&
  !(strict && !isCalledCard && digits.length === 16 && moment.test(digits)) &&
  !/(?:^|[^\d.])0\.$/.test(text.slice(Math.max(0, start - 3), start))

/** A number broken once, at the end of a line, in a row that has more of them. */
function* broken({ groups, signs }: Row, reading: Reading): Generator<Span> {
  for (const [place, sign] of signs.entries()) {
    const pair = groups.slice(place, place + 2)
    const [first, second] = pair
    if (sign !== '\n' || first === undefined || second === undefined) continue
    if (first.digits.length !== second.digits.length && isWritten(pair, reading)) yield spanOf(pair)
  }
}

function* inRow(row: Row, text: string, reading: Reading): Generator<Span> {
  for (const group of row.groups) if (isAlone(group, text, reading)) yield group
  for (const chain of [...evenChains(row), ...looseChains(row)]) yield* inChain(chain, reading)
}

function* inReading(text: string, how: Omit<Reading, 'isCalledCard'>): Generator<Span> {
  for (const row of rowsIn(text, shortest)) {
    const start = row.groups[0]?.start ?? 0
    const isCalledCard = calledCard.test(text.slice(Math.max(0, start - 24), start))
    const reading = { ...how, isCalledCard }
    yield* inRow(row, text, reading)
    if (row.signs.includes('\n')) {
      yield* inRow(readOn(row), text, reading)
      yield* broken(row, reading)
    }
  }
}

const enough = /\d(?:\D{0,8}\d){11}/

/**
 * Where the numbers of cards stand in a plain text: as one run of digits, in groups of whatever kind, digit by digit, broken
 * at line ends, with sums, days, times and other numbers beside them.
 *
 * @param strict The text is a reference.
 */
export function* cardsIn(text: string, strict: boolean): Generator<Span> {
  if (!enough.test(text)) return
  const bare = withoutDigests(text)
  yield* inReading(bare, { strict, isRest: false })
  // Of one run of digits alone all is taken away, or nothing: what is left has no number, or it is the text just read. That
  // holds for sums as well, which take a run whole or leave it, so neither of the two readings below could find another.
  if (!/\d\D+\d/.test(bare)) return
  const rest = withoutOthers(bare)
  if (!enough.test(rest)) return
  if (rest !== bare) yield* inReading(rest, { strict, isRest: false })
  const last = withoutSums(rest)
  if (last !== rest) yield* inReading(last, { strict, isRest: true })
}

const first = (spans: Iterable<Span>): Span | undefined => {
  for (const span of spans) return span
  return undefined
}

/**
 * Does the text hold a card number: 12 to 19 digits that a scheme issues, with the right check digit? However it is grouped;
 * digits of every script count. (C-01, PCI DSS 3.5.1)
 *
 * It is made for accidents. A number that somebody hides on purpose, in words or in between letters, is not found.
 *
 * @example containsCardNumber('卡号 4111-1111-1111-1111 已冻结') // true
 */
export const containsCardNumber = (text: string): boolean =>
  first(cardsIn(plain(text).text, false)) !== undefined

/**
 * Is the reference a card number, or does it hold one? Stricter than `containsCardNumber`, because many references are
 * nothing but digits: no order number that begins with a moment, and no number put together over days and counts. (C-01)
 */
export const holdsCardNumber = (reference: string): boolean =>
  first(cardsIn(plain(reference).text, true)) !== undefined
