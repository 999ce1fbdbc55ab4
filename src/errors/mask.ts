import { isForbiddenFieldName, maskSecrets } from '../domain/index.ts'
import { redacted } from './redacted.ts'
import { isSplit } from './split.ts'
import { maskSpoken } from './spoken.ts'
import { maskTokens } from './tokens.ts'

/** Longest name, reference or part of a path that is repeated. */
const longest = 200
/** No name is as long: what may be cut in the middle of a secret is not looked at. */
const longestInput = 2000

/** Characters that forge log lines or reverse the reading direction: controls, format marks, line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const oneLine = (text: string): string => text.replace(invisible, ' ')

const keyBlock = /-----BEGIN[^-]{0,60}-----[^-]*(?:-----END[^-]{0,60}-----)?/g
/** Their value runs to the end of the line. */
const headers = /\b((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s{0,5}[:=]\s{0,5})[^\r\n]+/gi
const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/gi
const assigned =
  /(?<![\p{L}\p{N}_-])([\p{L}\p{N}_-]{1,256})((?:\\{0,7}["'])?\s{0,5}[:=：]\s{0,5}\\{0,7})("[^"]*"?|'[^']*'?|[^\s"',;&}]+)/gu
const secretWords =
  /token|authorization|cookie|credential|session|signature|passphrase|passport|security[_-]?code|安全[码碼]|[密私]钥|令牌|证件号|身[份分][证證]|(?:api|app|access|private|signing|h?mac|master|working|encryption)[_-]?key|(?<![a-z])id(?:entity)?[_-]?(?:no|number|card)/i
/** Short ones, where they are a word of their own, as in `DB_PASS` and `smtp.auth`, or the last of a name, as in `dbPass`. */
const shortWords = /(?<![a-z])(?:pass|pw|csc|auth|jwt|sid|[tz][mp]k|kek|bdk|lmk|ipek)(?![a-z])/i
const lastWord = /[a-z](?:Pass|Pw|Auth|Jwt|Sid)$/

/** Does a field of this name hold what no log may show? */
export const isSecretName = (name: string): boolean =>
  isForbiddenFieldName(name) ||
  [secretWords, shortWords, lastWord].some((words) => words.test(name.slice(0, 256)))

/** By its day of birth: also one that somebody mistyped is somebody's. */
const identityNumber =
  /(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g

/** The number of an account as ISO 13616 has it, in one run or by fours; its first digits check the rest. */
const account =
  /(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?:[0-9A-Z]{11,30}|(?: [0-9A-Z]{4}){2,7}(?: [0-9A-Z]{1,4})?)(?![0-9A-Za-z])/g
const maskAccount = (found: string): string => {
  const text = found.replaceAll(' ', '')
  const digits = (text.slice(4) + text.slice(0, 4)).replace(
    /[A-Z]/g,
    (letter) => `${letter.charCodeAt(0) - 55}`,
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1 ? redacted : found
}

/** One spelling for digits and hyphens, so that what follows need not know the others. */
const plain = (text: string): string =>
  text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')

const maskAssigned = (all: string, name: string, sign: string): string =>
  isSecretName(name) ? `${name}${sign}${redacted}` : all

/** Words as addresses and headers carry them, `4111%201111…`: what is a secret when it is decoded is one. */
const maskCoded = (text: string): string => {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text
  const safe = (word: string): string => {
    const meant = word.includes('%') ? decoded(word) : word
    return meant === word || maskPlain(meant) === oneLine(meant) ? word : redacted
  }
  return text.split(/(\s+)/).map(safe).join('')
}

const base64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,2000}={0,2}/g

/** The bytes behind base64, one character each. */
const unpacked = (word: string): string => {
  try {
    return atob(word.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

/** The same for base64, as headers and bodies are packed in. */
const maskPacked = (text: string): string =>
  text.replace(base64, (word) => {
    const meant = unpacked(word)
    return maskPlain(meant) === oneLine(meant) ? word : redacted
  })

/** The one masker: everything from outside passes it on its way into an error or a log. Its result is one line. */
export const mask = (text: string): string => maskPlain(maskPacked(maskCoded(text)))

const maskPlain = (text: string): string => {
  const whole = plain(text).replace(keyBlock, redacted).replace(headers, `$1$2${redacted}`)
  const line = oneLine(maskSecrets(whole).replace(identityNumber, redacted).replace(account, maskAccount))
    .replace(address, safeAddress)
    .replace(assigned, maskAssigned)
  return maskTokens(maskSpoken(line))
}

/** Words of our own with names and sums in them, and names of the other side. */
export const label = (given: unknown): string => {
  const text = textOf(given)
  return text.length > longestInput ? redacted : mask(text).slice(0, longest)
}

/** Callers without types may give anything; an object may throw when it is made a text. */
export const textOf = (given: unknown): string => {
  if (typeof given === 'string') return given
  return ['number', 'boolean', 'bigint'].includes(typeof given) ? String(given) : redacted
}

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

/** Base64 and addresses have slashes of their own: part by part nobody would know them. */
const cutsSecret = (path: string): boolean => /:\/\/|\/\/[^/]*@|-----BEGIN/.test(decoded(path))

/** A path part by part, each as `safe` leaves it. */
export const partByPart = (given: unknown, safe: (part: string) => string): string => {
  const path = textOf(given)
  const parts = path.split('/')
  return cutsSecret(path) || isSplit(parts) ? redacted : parts.map(safe).join('/')
}

/** The path of a URL, or a JSON Pointer into a record of ours. */
export const safePath = (path: unknown): string => partByPart(path, safeSegment)

/** Scheme, host and path of an address: without user name, password, query and fragment. */
export const safeAddress = (text: string): string => {
  try {
    const { protocol, host, pathname } = new URL(text)
    return `${protocol}//${label(host)}${safePath(pathname)}`
  } catch {
    return redacted
  }
}
