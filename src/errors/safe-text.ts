import { secretInReference } from '../domain/index.ts'
import { mask, partByPart, textOf } from './mask.ts'
import { redacted } from './redacted.ts'

const isClean = (text: string): boolean => mask(text) === text

/** Apart from what is long and random, which a reference may be. */
const words = /[\w+=.-]{32,}/g

/** Nothing of a secret in it, apart from what is long and random, which ids and keys of idempotency may be. */
const isPlainReference = (text: string): boolean =>
  secretInReference(text) === undefined && isClean(text.replace(words, (word) => word.slice(0, 31)))

/**
 * A reference by which something is found again: a record's id, an idempotency key. Long random ones are kept, unlike in
 * a `label`.
 */
export const reference = (given: unknown): string => {
  const text = textOf(given)
  return /^[\w.:/-]{1,200}$/.test(text) && isPlainReference(text) ? text : redacted
}

/** A code of the other side: kept when it looks like one. */
export const safeCode = (given: unknown): string => {
  const code = textOf(given)
  return /^[A-Za-z][A-Za-z0-9._:-]{0,79}$/.test(code) && isClean(code) && !isMixed(code)
    ? code
    : 'UNSPECIFIED'
}

/** Letters and digits in turns, as in a key; codes have a number at their end at most. */
const isMixed = (code: string): boolean =>
  code.split(/[._:-]/).some((word) => word.length > 12 && /\d[A-Za-z]+\d/.test(word))

/** No word of a field's name is longer. */
const longestWord = 20

/** A key of somebody's object: kept when it reads like the name of a field, an index or a short reference. */
export const safeName = (key: string): string => {
  const words = key.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
  const isName = key.length <= 60 && words.every(({ length }) => length <= longestWord) && !isMixed(key)
  return isName && isClean(key) ? key : redacted
}

/** A JSON Pointer into what somebody sent, whose keys may be anything. */
export const safePointer = (path: unknown): string => partByPart(path, safeName)

/** A number of the other side; `null` for what is none, or is as long as the number of a card. */
export const safeNumber = (given: unknown): number | null =>
  typeof given === 'number' && Number.isFinite(given) && Math.abs(given) < 1e12 ? given : null
