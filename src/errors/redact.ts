import { isForbiddenFieldName } from '../domain/index.ts'
import { redacted } from './redacted.ts'
import { oneLine, safeAddress } from './safe-text.ts'
import { maskTokens } from './tokens.ts'

/** More than any message that helps; the rest is dropped before it is looked at. */
const longestInput = 20_000
const longestOutput = 500

const keyBlock = /-----BEGIN[^-]{0,60}-----[^-]*(?:-----END[^-]{0,60}-----)?/g
/** Their value runs to the end of the line. */
const headers = /\b((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s{0,5}[:=]\s{0,5})[^\r\n]+/gi
const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/gi
const assigned =
  /(?<![\p{L}\p{N}_-])([\p{L}\p{N}_-]{1,256})(["']?\s{0,5}[:=：]\s{0,5})("[^"]*"?|'[^']*'?|[^\s"',;&}]+)/gu
const secretWords = /token|api[_-]?key|authorization|cookie|credential|private[_-]?key|session|signature/i
/** With the X that may end an identity number. */
const digitRows = /\d(?:[\s-]{0,8}\d)*(?:[Xx](?![A-Za-z]))?/g
const longRuns = /\d{9,}/g

/** One spelling for digits and hyphens, so that what follows need not know the others. */
const plain = (text: string): string =>
  text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')

const maskSecret = (all: string, name: string, sign: string): string =>
  isForbiddenFieldName(name) || secretWords.test(name) ? `${name}${sign}${redacted}` : all

/**
 * Foreign text made fit for a log: one line of about 500 characters, without card and identity numbers, phone and
 * account numbers (9 digits and more), tokens, passwords, keys, and without user name and query of addresses.
 *
 * Names and street addresses of people are not recognised: do not pass texts that hold them.
 *
 * @example redact('card 4111 1111 1111 1111 refused') // 'card [REDACTED] refused'
 */
export const redact = (text: string): string => {
  const cutOff = text.length > longestInput
  const line = oneLine(
    plain(text.slice(0, longestInput)).replace(keyBlock, redacted).replace(headers, `$1$2${redacted}`),
  )
  const masked = maskTokens(line.replace(address, safeAddress).replace(assigned, maskSecret))
    .replace(digitRows, (row, index: number, whole: string) => {
      // what was cut off may have been the rest of a longer number
      const broken = cutOff && index + row.length === whole.length
      return broken || row.replace(/\D/g, '').length > 10 ? redacted : row
    })
    .replace(longRuns, redacted)
  return masked.length > longestOutput ? `${masked.slice(0, longestOutput)}…` : masked
}
