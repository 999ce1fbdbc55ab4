import { secretIn } from '../../domain/index.ts'

/** No field of ours has a longer name; a token would. Eleven digits are a telephone number or worse. */
const plainKey = /^(?!.*\d{11})[\p{L}\p{N}_. -]{1,31}$/u

/** A key is somebody's input too: one that is no plain name, or that holds a secret, is shown as `*`. */
const shown = (key: string): string =>
  key.length < 32 && plainKey.test(key) && secretIn(key) === undefined ? key : '*'

/**
 * JSON Pointer (RFC 6901) of a path; the empty string is the whole input.
 *
 * @example pointer(['documents', 0, 'digest']) // '/documents/0/digest'
 */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${shown(String(key))}`).join('')
