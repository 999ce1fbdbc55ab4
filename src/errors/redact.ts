import { mask } from './mask.ts'
import { redacted } from './redacted.ts'

/** More than any message that helps; the rest is dropped before it is looked at. */
const longestInput = 20_000
const longestOutput = 500

/** With the X that may end an identity number. */
const digitRows = /\d(?:[\s-]{0,8}\d)*(?:[Xx](?![A-Za-z]))?/g
const longRuns = /\d{9,}/g

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
  const masked = mask(text.slice(0, longestInput))
    .replace(digitRows, (row, index: number, whole: string) => {
      // what was cut off may have been the rest of a longer number
      const broken = cutOff && index + row.length === whole.length
      return broken || row.replace(/\D/g, '').length > 10 ? redacted : row
    })
    .replace(longRuns, redacted)
  return masked.length > longestOutput ? `${masked.slice(0, longestOutput)}…` : masked
}
