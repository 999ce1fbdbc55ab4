import { isCardNumber } from './issued.ts'
import { matchesOf } from './matches.ts'
import type { Span } from './span.ts'

/** Track 1 and 2 as they are read, track 2 as chips carry it (tags 57 and 9F6B), and the number of the card in tag 5A. */
const tracks: readonly RegExp[] = [
  /%?[Bb](\d{12,19})\^[^^\r\n]{2,26}\^\d{4}[^?\r\n]{0,60}\??/g,
  /;?(?<!\d)(\d{12,19})=\d{4,30}\??/g,
  /(?:57[01][0-9A-Fa-f])?(?<!\d)(\d{12,19})[Dd]\d{7,30}[Ff]?/g,
  /(?:57|9F6B)[01][0-9A-F](\d{12,19})D\d{7,30}F?/gi,
]
/** Tag 5A says how many bytes follow. */
const numberOfChip = /5[Aa]0([6-9Aa])(\d{12,20})/g

/** Track data, whatever is around it: with it a card can be copied. */
export function* tracksIn(text: string): Generator<Span> {
  if (!/\d{12}/.test(text)) return
  for (const track of tracks)
    for (const { 0: found, 1: number = '', index } of matchesOf(text, track))
      if (isCardNumber(number)) yield { start: index, end: index + found.length }
  for (const { 1: bytes = '', 2: digits = '', index } of matchesOf(text, numberOfChip)) {
    const number = digits.slice(0, Number.parseInt(bytes, 16) * 2)
    if (isCardNumber(number)) yield { start: index, end: index + 4 + number.length }
  }
}
