import { containsCardNumber } from '../domain/index.ts'
import { redacted } from './redacted.ts'
import { maskTokens } from './tokens.ts'

/** Longest name, reference or part of a path that is repeated. */
const longest = 200

/** Characters that forge log lines or reverse the reading direction: controls, format marks, line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const identityNumber = /\d{17}[\dXx]/

export const oneLine = (text: string): string => text.replace(invisible, ' ')

const namesPerson = (text: string): boolean => containsCardNumber(text) || identityNumber.test(text)

/** Words of our own with names and sums in them. */
export const label = (text: string): string =>
  namesPerson(text) ? redacted : maskTokens(oneLine(text)).slice(0, longest)

/**
 * A reference by which something is found again: a record's id, an idempotency key. Long random ones are kept, unlike in
 * a `label`.
 */
export const reference = (text: string): string =>
  /^[\w.:/-]{1,200}$/.test(text) && !namesPerson(text) ? text : redacted

/** A code of the other side: kept when it looks like one. */
export const safeCode = (code: string): string =>
  /^[A-Za-z][A-Za-z0-9._:-]{0,79}$/.test(code) && label(code) === code ? code : 'UNSPECIFIED'

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Keys in a path may be a caller's own. */
const safeSegment = (segment: string): string =>
  label(decoded(segment)).includes(redacted) ? redacted : label(segment)

/** A JSON Pointer or the path of a URL, part by part. */
export const safePath = (path: string): string => path.split('/').map(safeSegment).join('/')

/** Scheme, host and path of an address: without user name, password, query and fragment. */
export const safeAddress = (address: string): string => {
  try {
    const { protocol, host, pathname } = new URL(address)
    return `${protocol}//${host}${safePath(pathname)}`
  } catch {
    return redacted
  }
}
