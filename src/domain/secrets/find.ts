import { cardRows, holdsCardNumber } from './card-number.ts'
import { containsIdentityNumber, identityRows } from './identity-number.ts'
import { plain } from './plain.ts'

/** What must stand in no text that is stored or sent: the number of a card, the number of a person, a credential. */
export type SecretCode = 'PAN_IN_TEXT' | 'IDENTITY_NUMBER_IN_TEXT' | 'SECRET_IN_TEXT'

/** Where a secret stands in a text, as `text.slice(start, end)`. */
export interface Secret {
  readonly code: SecretCode
  readonly start: number
  readonly end: number
}

/** In order, and not overlapping: what overlaps is one secret, called by what comes first. */
const inOrder = (secrets: readonly Secret[]): readonly Secret[] => {
  const found: Secret[] = []
  for (const secret of secrets.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = found.at(-1)
    if (last === undefined || secret.start >= last.end) found.push(secret)
    else if (secret.end > last.end) found[found.length - 1] = { ...last, end: secret.end }
  }
  return found
}

/** One character may have become several: the whole of it belongs to the secret. */
const writtenAt = ({ code, start, end }: Secret, places: readonly number[]): Secret => ({
  code,
  start: places[start] ?? 0,
  end: Math.max(places[end] ?? 0, (places[end - 1] ?? 0) + 1),
})

/**
 * The secrets in a text of people, in order and not overlapping.
 *
 * It is made for accidents. What somebody hides on purpose, as words or in between letters, is not found.
 *
 * @example secretsIn('card 4111 1111 1111 1111') // [{ code: 'PAN_IN_TEXT', start: 5, end: 24 }]
 */
export const secretsIn = (text: string): readonly Secret[] => {
  const { text: spelled, places } = plain(text)
  return inOrder([
    ...cardRows(spelled).map((row) => ({ code: 'PAN_IN_TEXT' as const, ...row })),
    ...identityRows(spelled).map((row) => ({ code: 'IDENTITY_NUMBER_IN_TEXT' as const, ...row })),
  ]).map((secret) => (places ? writtenAt(secret, places) : secret))
}

/** The first secret in a text of people, by its code. @example secretIn('card 4111 1111 1111 1111') // 'PAN_IN_TEXT' */
export const secretIn = (text: string): SecretCode | undefined => secretsIn(text)[0]?.code

/**
 * The same for references, ids, file names and keys, which are often nothing but digits: only what is written as cards
 * print it, and only lengths that are in use.
 *
 * @example secretInReference('payout:4111111111111111') // 'PAN_IN_TEXT'
 */
export const secretInReference = (reference: string): SecretCode | undefined => {
  const { text } = plain(reference)
  if (holdsCardNumber(text)) return 'PAN_IN_TEXT'
  return containsIdentityNumber(text) ? 'IDENTITY_NUMBER_IN_TEXT' : undefined
}
