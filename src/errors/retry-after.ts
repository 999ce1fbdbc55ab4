/** What another side may ask for at most: a day, so that a nonsensical answer puts nothing off for years. */
const longestWait = 86_400_000
/** Deep enough for what wraps the error of an HTTP client, and as many as fail together. */
const deepest = 5
const widest = 100

/** As everybody writes it, and as older programs do. */
const httpDate =
  /^[A-Z][a-z]{2}(?:, \d{2} [A-Z][a-z]{2} \d{4}|[a-z]{3,6}, \d{2}-[A-Z][a-z]{2}-\d{2}) [\d:]{8} GMT$/
/** The one form without a zone: it is in GMT too. */
const bareDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/

/** @returns milliseconds since 1970; `undefined` for what is no date in a form of HTTP. (RFC 9110, 5.6.7) */
export const readHttpDate = (text: unknown): number | undefined => {
  const whole = typeof text === 'string' && bareDate.test(text) ? `${text} GMT` : text
  const isDate = typeof whole === 'string' && (whole !== text || httpDate.test(whole))
  const time = isDate ? Date.parse(whole) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/**
 * How long the other side asks to wait, as a `Retry-After` header says it: seconds as a number or its text, or a date.
 *
 * @returns milliseconds from `now`, not above zero for what is past; `undefined` for what was not understood.
 */
export const readRetryAfter = (told: unknown, now: number): number | undefined => {
  if (typeof told === 'number') return Number.isFinite(told) ? told * 1000 : undefined
  if (told instanceof Date) return Number.isNaN(told.getTime()) ? undefined : told.getTime() - now
  if (typeof told !== 'string') return undefined
  const text = told.trim()
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1000
  const time = readHttpDate(text)
  return time === undefined ? undefined : time - now
}

type Members = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** A foreign object may throw when it is read. */
const member = (of: unknown, name: string): unknown => {
  try {
    return isObject(of) ? of[name] : undefined
  } catch {
    return undefined
  }
}

/** A map has its names as they were written; a list has pairs, or names and values in turn. */
const entriesOf = (headers: unknown): readonly (readonly unknown[])[] => {
  if (headers instanceof Map) return [...headers]
  if (!Array.isArray(headers)) return Object.entries(isObject(headers) ? headers : {})
  return headers.map((item, place) => (Array.isArray(item) ? item : [item, headers[place + 1]]))
}

/** From headers of `fetch` and the like, which are asked, or from a plain object, whatever its case. */
const header = (headers: unknown, name: string): unknown => {
  try {
    const get = member(headers, 'get')
    const told: unknown = typeof get === 'function' ? get.call(headers, name) : undefined
    if (told !== undefined && told !== null) return told
    const found = entriesOf(headers).find(([key]) => String(key).toLowerCase() === name)
    return Array.isArray(found?.[1]) ? found[1][0] : found?.[1]
  } catch {
    return undefined
  }
}

/** A date is measured against the reply's own clock, where it says what that shows. */
const inHeaders = (headers: unknown, now: number): number | undefined =>
  readRetryAfter(header(headers, 'retry-after'), readHttpDate(header(headers, 'date')) ?? now)

/** What an error wraps: its cause, and those that it stands for. */
const within = (error: unknown): unknown[] => {
  const cause = member(error, 'cause')
  try {
    const errors = member(error, 'errors')
    return [cause, ...(Array.isArray(errors) ? errors.slice(0, widest) : [])].filter(isObject)
  } catch {
    return [cause].filter(isObject)
  }
}

const wishesOf = (thrown: unknown, now: number): readonly (number | undefined)[] => {
  const milliseconds = member(thrown, 'retryAfterMs')
  return [
    typeof milliseconds === 'number' ? milliseconds : undefined,
    readRetryAfter(member(thrown, 'retryAfter'), now),
    inHeaders(member(thrown, 'headers'), now),
    inHeaders(member(member(thrown, 'response'), 'headers'), now),
  ]
}

const isWish = (wish: number | undefined): wish is number =>
  wish !== undefined && Number.isFinite(wish) && wish > 0

/**
 * How long the other side asked to be left alone, whatever was thrown: `retryAfterMs`, or `retryAfter` as a `Retry-After` header says
 * it, or that header in `headers` or `response.headers`, of the error itself or of what it wraps. What is past or makes no sense is
 * passed over.
 *
 * @returns milliseconds, a day at most; 0 where nothing was asked for.
 */
export const askedToWait = (thrown: unknown, now: number): number => {
  let current = [thrown]
  for (let depth = 0; depth < deepest && current.length > 0; depth += 1) {
    // of several that failed together, the one that asks for most
    const wishes = current.map((one) => wishesOf(one, now).find(isWish) ?? 0)
    const wish = Math.max(...wishes)
    if (wish > 0) return Math.min(wish, longestWait)
    current = current.flatMap(within).slice(0, widest)
  }
  return 0
}
