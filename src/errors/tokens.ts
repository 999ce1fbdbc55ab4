import { redacted } from './redacted.ts'

const scheme = /\b(bearer|basic|digest)\s+[\w.~+/=:-]{4,}/gi
/** Secret keys of well-known services say what they are. */
const prefixed = /\b(?:sk|pk|rk|whsec|key)_[\w+/=-]{8,}/g
const words = /[\w+=.-]{32,}/g
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Long enough and mixed enough to be a token; a UUID names something and is kept. */
const looksLikeToken = (word: string): boolean => /\d/.test(word) && /[A-Za-z]/.test(word) && !uuid.test(word)

/** Access tokens, secret keys, digests and the like. */
export const maskTokens = (text: string): string =>
  text
    .replace(scheme, `$1 ${redacted}`)
    .replace(prefixed, redacted)
    .replace(words, (word) => (looksLikeToken(word) ? redacted : word))
