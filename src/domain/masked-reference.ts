import { type SecretCode, secretInReference, secretsIn } from './secrets/index.ts'

/**
 * 24 bits of a number, as `masked-` and six hexadecimal digits. Alone it does not tell the number, because millions share each
 * mark; together with the first six and the last four digits it does. Of a few hundred numbers in one life hardly two do.
 */
const markOf = (number: string): string => {
  let bits = 0x811c9dc5
  for (const character of number.replace(/[^0-9A-Za-z]/g, '').toUpperCase())
    bits = Math.imul(bits ^ character.charCodeAt(0), 0x01000193)
  // Numbers that follow each other must not have marks that do.
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  bits ^= bits >>> 16
  return `masked-${(bits >>> 8).toString(16).padStart(6, '0')}`
}

/** A PIN or a password has so few forms that any hash of it could be tried out: nothing of it is told. */
const credential = 'masked-value'

const markFor = (code: SecretCode | undefined, secret: string): string =>
  code === 'SECRET_IN_TEXT' ? credential : markOf(secret)

/** The shortest of the lengths that references may have. */
const always = 40

/**
 * The reference with a mark in the place of each number of a card or a person in it: the same mark for the same number, however it is
 * grouped, and another one for another number. Credentials have one mark for all of them. What else stands in it stays, so that two
 * references to one card stay two.
 */
export const maskedReference = (reference: string): string => {
  const first = secretInReference(reference)
  if (first === undefined) return reference
  let masked = ''
  let from = 0
  for (const { code, start, end } of secretsIn(reference)) {
    masked += reference.slice(from, start) + markFor(code, reference.slice(start, end))
    from = end
  }
  masked += reference.slice(from)
  const fits = masked.length <= Math.max(always, reference.length)
  return fits && secretInReference(masked) === undefined ? masked : markFor(first, reference)
}
