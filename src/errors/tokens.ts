import { redacted } from './redacted.ts'

const scheme = /\b(bearer|basic|digest|negotiate)\s+[\w.~+/=:-]{4,}/gi
/** Secret keys of well-known services say what they are. With a hyphen they need a digit: `key-revocations` is a word. */
const prefixed =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|tok|token|key|whsec|secret|gh[opsur]|github_pat|glpat|xox[abprs]|npm)(?:_|-(?=[\w+/=-]{0,200}\d))[\w+/=-]{8,}|AKIA[A-Z0-9]{12,}|AIza[\w-]{20,})/g
/** Header, content and signature of a JSON Web Token, or what is left of one. */
const webToken = /(?<![\w-])eyJ[\w-]{5,}(?:\.[\w-]*){0,2}/g
const words = /[\w+=.-]{32,}/g
const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

/** Long enough and mixed enough to be a token; a UUID names something and is kept. */
const looksLikeToken = (word: string): boolean => {
  const rest = word.replace(uuids, '')
  return rest.length >= 24 && /\d/.test(rest) && /[A-Za-z]/.test(rest)
}

/** Access tokens, secret keys, digests and the like. */
export const maskTokens = (text: string): string =>
  text
    .replace(scheme, `$1 ${redacted}`)
    .replace(prefixed, redacted)
    .replace(webToken, redacted)
    .replace(words, (word) => (looksLikeToken(word) ? redacted : word))
