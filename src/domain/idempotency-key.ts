import { containsCardNumber, secretInReference } from './secrets/index.ts'

/** With a day of birth in it and apart from other letters and digits: in a digest, or in an 18-digit order number, digits are chance. */
const identityNumber =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/

/** Web tokens, secret keys that say what they are, and addresses, in which there may be credentials. */
const credential = /(?<![A-Za-z0-9])(?:eyJ[\w-]{5,}\.|(?:sk|pk|rk|tok|whsec|gh[opsur])_\w{8,})|:\/\//

/**
 * May the text be an idempotency key? 1 to 200 printable ASCII characters without blanks, because every server takes these in a header;
 * no backslash, and no `.` or `..` between slashes, because its outcome is asked for in a path; no card or identity number, no
 * web token, secret key or address, because errors and logs repeat the key.
 *
 * @example isIdempotencyKey('lc-1/4/0') // true
 */
export const isIdempotencyKey = (text: string): boolean =>
  /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\x21-\x5b\x5d-\x7e]{1,200}$/.test(text) &&
  !containsCardNumber(text) &&
  secretInReference(text) === undefined &&
  !identityNumber.test(text) &&
  !credential.test(text)
