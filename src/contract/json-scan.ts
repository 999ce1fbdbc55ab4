/** Why a JSON text is not read: `syntax` is no JSON at all. */
export type JsonFault = 'syntax' | 'depth' | 'members' | 'duplicate_key'

/** How large a text may be in structure, so that reading it costs no more than its length. One that is no number lets nothing through. */
export interface JsonLimits {
  /** Objects and lists within each other. */
  readonly depth: number
  /** Members of objects and items of lists together. */
  readonly members: number
}

export interface JsonScan {
  readonly fault?: JsonFault
  /** With `duplicate_key`: JSON Pointer of the member that is there twice. */
  readonly path?: string
  /** Characters looked at. */
  readonly steps: number
}

/** An object or list that is still open. */
interface Open {
  /** Keys so far; a list has none. */
  readonly keys: Set<string> | undefined
  /** The member that is being read. */
  key: string
  /** Items so far. */
  index: number
  /** The next string of an object is a key; the next value of a list is an item. */
  expects: boolean
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Where a string ends that begins at `start`; where the text does, if nothing ends it. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return end
  }
  return text.length
}

/** `a` and `\u0061` are one key. `undefined`: the escapes are wrong. */
const keyOf = (raw: string): string | undefined => {
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    return undefined
  }
}

const escaped = (part: string): string => part.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')

const pointer = (stack: readonly Open[]): string =>
  stack.map(({ keys, key, index }) => `/${keys ? escaped(key) : index - 1}`).join('')

/**
 * Goes through a JSON text once, from left to right, and stops at the first fault: what is too deep or too wide, or says one
 * thing twice, is found before a parser builds anything of it. It finds all of that in a text that is JSON; whether it is JSON the
 * parser says.
 */
export const scanJson = (text: string, limits: JsonLimits): JsonScan => {
  const stack: Open[] = []
  let steps = 0
  let members = 0
  let place = 0
  while (place < text.length) {
    steps++
    const code = text.charCodeAt(place)
    const top = stack.at(-1)
    if (top?.expects && !top.keys && code !== closeList && !isBlank(code)) {
      top.expects = false
      top.index++
      if (!(++members <= limits.members)) return { fault: 'members', steps }
    }
    if (code === quote) {
      const start = place + 1
      place = endOfString(text, start)
      steps += place - start
      if (top?.keys && top.expects) {
        const key = keyOf(text.slice(start, place))
        if (key === undefined) return { fault: 'syntax', steps }
        top.key = key
        top.expects = false
        if (top.keys.has(key)) return { fault: 'duplicate_key', path: pointer(stack), steps }
        top.keys.add(key)
        if (!(++members <= limits.members)) return { fault: 'members', steps }
      }
    } else if (code === openObject || code === openList) {
      if (!(stack.length < limits.depth)) return { fault: 'depth', steps }
      const keys = code === openObject ? new Set<string>() : undefined
      stack.push({ keys, key: '', index: 0, expects: true })
    } else if (code === closeObject || code === closeList) stack.pop()
    else if (code === comma && top) top.expects = true
    place++
  }
  return { steps }
}
