import { cardsIn, holdsCardNumber } from './card-number.ts'
import { cleanReferences, cleanTexts } from './clean.ts'
import { credentialsIn, wordSigns } from './credentials.ts'
import { identityNumbersIn } from './identity-number.ts'
import { formSigns } from './known-forms.ts'
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
 * Most texts of people have none of these, and no reader finds anything without: a number has digits, and a credential has
 * them, a known form, or a word before it. It is asked of the plain text, because only there a digit is a digit.
 */
const mayHoldAny = new RegExp(`\\d|${formSigns}|${wordSigns}`, 'i')

function* spansOf(text: string): Generator<Secret> {
  for (const { start, end } of identityNumbersIn(text)) yield { code: 'IDENTITY_NUMBER_IN_TEXT', start, end }
  for (const { start, end } of cardsIn(text, false)) yield { code: 'PAN_IN_TEXT', start, end }
  for (const { start, end } of credentialsIn(text, false)) yield { code: 'SECRET_IN_TEXT', start, end }
}

/**
 * The secrets in a text of people, in order and not overlapping.
 *
 * It is made for accidents. What somebody hides on purpose, as words or in between letters, is not found.
 *
 * @example secretsIn('card 4111 1111 1111 1111') // [{ code: 'PAN_IN_TEXT', start: 5, end: 24 }]
 */
export const secretsIn = (text: string): readonly Secret[] => {
  const { text: spelled, places } = plain(text)
  if (!mayHoldAny.test(spelled)) return []
  const found = inOrder([...spansOf(spelled)])
  if (found.length === 0 || places === undefined) return found
  const written = places()
  return found.map((secret) => writtenAt(secret, written))
}

const first = (spans: Iterable<Secret>): SecretCode | undefined => {
  for (const { code } of spans) return code
  return undefined
}

/**
 * Is there a secret in a text of people? The code of one: a person's number before a card's, and a card's before a
 * credential.
 *
 * @example secretIn('card 4111 1111 1111 1111') // 'PAN_IN_TEXT'
 */
export const secretIn = (text: string): SecretCode | undefined => {
  if (cleanTexts.has(text)) return undefined
  const { text: spelled } = plain(text)
  const found = mayHoldAny.test(spelled) ? first(spansOf(spelled)) : undefined
  if (found === undefined) cleanTexts.add(text)
  return found
}

const foundIn = (text: string): SecretCode | undefined => {
  if (!mayHoldAny.test(text)) return undefined
  if (identityNumbersIn(text).next().done !== true) return 'IDENTITY_NUMBER_IN_TEXT'
  if (holdsCardNumber(text)) return 'PAN_IN_TEXT'
  for (const _ of credentialsIn(text, true)) return 'SECRET_IN_TEXT'
  return undefined
}

/**
 * The same for references, ids, file names and keys, which are often nothing but digits: less is put together, and digests,
 * UUIDs and numbers that begin with a moment are left alone.
 *
 * @example secretInReference('payout:4111111111111111') // 'PAN_IN_TEXT'
 */
export const secretInReference = (reference: string): SecretCode | undefined => {
  if (cleanReferences.has(reference)) return undefined
  const found = foundIn(plain(reference).text)
  if (found === undefined) cleanReferences.add(reference)
  return found
}
