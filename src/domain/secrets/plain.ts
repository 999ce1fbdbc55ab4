/** A text in one spelling, and where each of its characters stands in the text as it was written. */
export interface Plain {
  readonly text: string
  /** Nothing: each character stands where it stood. Else one place more than there are characters, for the end. */
  readonly places?: readonly number[]
}

/** What is not seen: soft hyphens, marks without width, marks of direction, variation selectors. */
const unseen = /\p{Default_Ignorable_Code_Point}/u
const dash = /[\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\u30FC\u301C\uFE58\uFE63\uFF0D]/
const lineEnd = /[\u0085\u2028\u2029]/
const decimal = /\p{Nd}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text of ASCII alone is in one spelling already
const ascii = /^[\x00-\x7F]*$/

/** Digits of all scripts stand in rows of ten; a row begins at a code point that ends in 0 or 6. */
const digitOf = (character: string): string | undefined => {
  if (!decimal.test(character)) return undefined
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10)
  const inRow = code & 15
  return String(decimal.test(String.fromCodePoint(code - inRow)) ? inRow : inRow - 6)
}

const plainly = (character: string): string => {
  if (character >= '\u3400' && character <= '\uD7FF') return character
  if (unseen.test(character)) return ''
  if (dash.test(character)) return '-'
  if (lineEnd.test(character)) return '\n'
  const composed = character.normalize('NFKC')
  return [...composed].map((part) => digitOf(part) ?? part).join('')
}

/**
 * Digits of every script and full-width letters as ASCII, dashes as hyphens, wide blanks as blanks, and without what is
 * not seen. A number is looked for in this, and found in the text as it was written.
 */
export const plain = (text: string): Plain => {
  if (ascii.test(text)) return { text }
  const places: number[] = []
  let result = ''
  let place = 0
  const known = new Map<string, string>()
  for (const character of text) {
    const spelled = known.get(character) ?? plainly(character)
    known.set(character, spelled)
    for (let part = 0; part < spelled.length; part += 1) places.push(place)
    result += spelled
    place += character.length
  }
  places.push(place)
  return { text: result, places }
}
