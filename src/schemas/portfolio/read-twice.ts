/** How programs read UTF-8 that take it for something else, and what letters must come out again to say that they did. */
const misreadings = [
  // Western Windows: æ™¨å…‰
  ['windows-1252', /[\u00C0-\u024F\u0800-\uFFFF]/],
  // Windows in China: 鏅ㄥ厜. One character may be chance: 婢绰 is one and a half.
  ['gbk', /[\u0800-\uFFFF]{2}/],
] as const

/** Bytes of UTF-8 beyond ASCII have their first bit set, and so has each part of what they are taken for. */
const upper = Array.from({ length: 128 }, (_, place) => place + 128)
const single = upper.map((byte) => [byte])
const pairs = upper.flatMap((lead) => upper.map((trail) => [lead, trail]))

type Table = ReadonlyMap<string, readonly number[]>

const tables = new Map<string, Table>()

/** The bytes that each character was read from; made when it is first asked for. */
const bytesOf = (encoding: string): Table => {
  const known = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, known)
  return known
}

const tableOf = (encoding: string): Table => {
  const parts = encoding === 'gbk' ? pairs : single
  // a line each, for one call alone: there are many
  const read = new TextDecoder(encoding).decode(Uint8Array.from(parts.flatMap((bytes) => [...bytes, 10])))
  return new Map(
    read.split('\n').flatMap((character, place) => {
      const bytes = parts[place]
      return bytes && character.length === 1 && character !== '\uFFFD' ? [[character, bytes]] : []
    }),
  )
}

/** The text behind one that was read the wrong way: nothing, if its bytes are no UTF-8. Its last character may have been cut. */
const meant = (text: string, bytes: ReadonlyMap<string, readonly number[]>): string => {
  const all: number[] = []
  for (const character of text) {
    const its = bytes.get(character)
    if (its === undefined) return ''
    all.push(...its)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(all), { stream: true })
  } catch {
    return ''
  }
}

/** What stands together beyond ASCII; where two chunks meet, nobody knows how it goes on. */
function* runsIn(texts: readonly string[]): Generator<string> {
  for (const text of texts)
    for (const { 0: run, index } of text.matchAll(/[^\0-\x7F]{1,4000}/g))
      if (texts.length === 1 || (index > 0 && index + run.length < text.length)) yield run
}

/** So many names say it for the rest of a file. */
const enough = 10_000

/**
 * Was UTF-8 taken for something else, and saved again? Then all that stands beyond ASCII makes UTF-8 once more when it is given its bytes
 * back. That is no chance in a whole file: no name of people does so.
 */
export const isReadTwice = (texts: readonly string[]): boolean =>
  texts.some((text) => /[^\0-\x7F]/.test(text)) &&
  misreadings.some(([encoding, letters]) => {
    const bytes = bytesOf(encoding)
    let found = false
    let left = enough
    for (const run of runsIn(texts)) {
      const text = meant(run, bytes)
      if (text === '') return false
      found ||= letters.test(text)
      left -= 1
      if (found && left < 0) break
    }
    return found
  })
