/** A text in one spelling, and where each of its characters stands in the text as it was written. */
export interface Plain {
  readonly text: string
  /** Nothing: each character stands where it stood. Else one place more than there are characters, for the end. */
  readonly places?: () => readonly number[]
}

/**
 * What is not seen: soft hyphens, marks without width, marks of direction, variation selectors. And what changes no digit: marks
 * that strike it out or frame it.
 */
const unseen = /\p{Default_Ignorable_Code_Point}|\p{Me}|[\u0300-\u036F]/u
const dash = /[\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\u30FC\u301C\uFE58\uFE63\uFF0D]/
const lineEnd = /[\u0085\u2028\u2029]/
const decimal = /\p{Nd}/u
/** ASCII without the signs of an escape, or of a tag, is in one spelling already. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are ASCII too
const isInOne = /^[\x00-\x24\x27-\x3b\x3d-\x5b\x5d-\x7f]*$/

/** What is not: how JSON, addresses and pages write what they cannot have as it is, and most of what is beyond ASCII. */
const others =
  /\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[nrt]|(?:%[0-9A-Fa-f]{2}){1,64}|&(?:[a-z]{1,4}sp|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});|<br ?\/?>|[^\x20-\x24\x27-\x5b\x5d-\x7e\u3400-\u9fff]/gu

const unescaped = (part: string): string => {
  if (/^\\[ux]/.test(part)) return String.fromCharCode(Number.parseInt(part.slice(2), 16))
  if (part.startsWith('\\')) return part === '\\t' ? ' ' : '\n'
  if (part.startsWith('<')) return '\n'
  // 0x41 is a number too
  if (part.startsWith('&'))
    return part[1] === '#' ? String.fromCodePoint(Number(part.slice(2, -1).replace(/^x/i, '0x'))) : ' '
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Digits in circles that no form of Unicode takes out of them: the first of each nine, and the zeros. */
const ones = [0x24f5, 0x2776, 0x2780, 0x278a]
const zeros = ['\u24FF', '\u{1F10B}', '\u{1F10C}']

/** Digits of all scripts stand in rows of ten; a row begins at a code point that ends in 0 or 6. */
const digitOf = (character: string): string | undefined => {
  const code = character.codePointAt(0) ?? 0
  if (zeros.includes(character)) return '0'
  const one = ones.find((first) => code >= first && code < first + 9)
  if (one !== undefined) return String(code - one + 1)
  if (!decimal.test(character)) return undefined
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

const spelled = (part: string): string =>
  [...(part.length > 2 || /^\\./.test(part) ? unescaped(part) : part)].map(plainly).join('')

/** Each character of the plain text stands where the part began that it was written as. */
const placesIn = (text: string, spelledOf: (part: string) => string): readonly number[] => {
  const places: number[] = []
  let from = 0
  for (const { 0: part, index } of text.matchAll(others)) {
    for (; from < index; from += 1) places.push(from)
    for (let unit = 0; unit < spelledOf(part).length; unit += 1) places.push(index)
    from = index + part.length
  }
  for (; from <= text.length; from += 1) places.push(from)
  return places
}

/**
 * Digits of every script and full-width letters as ASCII, dashes as hyphens, wide blanks as blanks, and without what is
 * not seen. A number is looked for in this, and found in the text as it was written.
 */
export const plain = (text: string): Plain => {
  if (isInOne.test(text)) return { text }
  const known = new Map<string, string>()
  const spelledOf = (part: string): string => {
    const written = known.get(part) ?? spelled(part)
    known.set(part, written)
    return written
  }
  return { text: text.replace(others, spelledOf), places: () => placesIn(text, spelledOf) }
}
