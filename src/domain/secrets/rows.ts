import { matchesOf } from './matches.ts'

/** Digits that stand together. */
export interface Group {
  readonly digits: string
  readonly start: number
  readonly end: number
}

/** Groups of digits with nothing but signs between them: `4111 1111`, `2026-03-02 12:30`. */
export interface Row {
  readonly groups: readonly Group[]
  /** What stands behind each group but the last: blanks as one, a line end as `\n`. */
  readonly signs: readonly string[]
}

/** Signs of ASCII and blanks, punctuation and symbols beyond it; eight of them part what belongs together. */
const rows = /\d+(?:[^0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\u2FFF\u3040-\uFFFF]{1,8}\d+)*/g
const groups = /\d+/g

const signOf = (between: string): string => {
  if (between.length === 1) return between === '\t' ? ' ' : between
  // A sum is written so, and no number.
  if (/^\s[+=]\s$/.test(between)) return 'sum'
  return between.replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? '\n' : ' '))
}

/** The rows of a text, with at least as many digits as the shortest number has that is looked for. */
export function* rowsIn(text: string, fewest: number): Generator<Row> {
  for (const { 0: row, index } of matchesOf(text, rows)) {
    if (row.length < fewest) continue
    const found: Group[] = []
    const signs: string[] = []
    for (const { 0: digits, index: place } of matchesOf(row, groups)) {
      const last = found.at(-1)
      if (last) signs.push(signOf(row.slice(last.end - index, place)))
      found.push({ digits, start: index + place, end: index + place + digits.length })
    }
    yield { groups: found, signs }
  }
}

/** The same row, read on over its line ends. */
export const readOn = ({ groups, signs }: Row): Row => {
  const joined: Group[] = []
  const kept: string[] = []
  groups.forEach((group, place) => {
    const last = joined.at(-1)
    const sign = signs[place - 1]
    if (last && sign === '\n')
      joined[joined.length - 1] = { ...last, digits: last.digits + group.digits, end: group.end }
    else {
      joined.push(group)
      if (sign !== undefined) kept.push(sign)
    }
  })
  return { groups: joined, signs: kept }
}

/** What people put between the groups of one number without meaning anything by it. */
const loose = /^[\s\-()[\]{}|/_]+$/

const isLoose = (sign: string): boolean => loose.test(sign)

/** Parts of a row, as long as they get, whose groups are parted by signs of which each suits the one before it. */
const partsOf = (
  row: Row,
  suits: (sign: string, before: string) => boolean,
): readonly (readonly Group[])[] => {
  const parts: (readonly Group[])[] = []
  let from = 0
  for (let place = 0; place < row.signs.length; place += 1) {
    const next = row.signs[place + 1]
    if (next !== undefined && suits(next, row.signs[place] ?? '')) continue
    if (row.signs[place] !== 'sum') parts.push(row.groups.slice(from, place + 2))
    from = place + 1
  }
  return parts
}

/** Groups that one hand has parted alike; a group may end one chain and begin the next. */
export const evenChains = (row: Row): readonly (readonly Group[])[] =>
  partsOf(row, (sign, before) => sign === before)

/** Groups parted by blanks, hyphens and the like in turn; nothing, where all of them are parted alike. */
export const looseChains = (row: Row): readonly (readonly Group[])[] =>
  row.signs.every((sign) => sign === row.signs[0])
    ? []
    : partsOf(row, (sign, before) => isLoose(sign) && isLoose(before)).filter((chain) => chain.length > 2)
