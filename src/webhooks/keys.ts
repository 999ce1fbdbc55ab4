import { InvalidInputError } from '../errors/index.ts'
import { fromBase64 } from './base64.ts'
import { isWeakPoint } from './weak-points.ts'

/** What signs: `whsec_` for HMAC-SHA256, `whsk_` for ed25519. What checks: `whsec_` and `whpk_`. */
type Prefix = 'whsec_' | 'whsk_' | 'whpk_'

export interface WebhookKey {
  readonly prefix: Prefix
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The current key, the one before it, and some more for a move from one scheme to the other. */
const mostKeys = 5

/** Bytes of each kind. A private key is its seed, or the seed and the public key behind it. */
const lengths: Readonly<Record<Prefix, (length: number) => boolean>> = {
  whsec_: (length) => length >= 24 && length <= 64,
  whsk_: (length) => length === 32 || length === 64,
  whpk_: (length) => length === 32,
}

/** A key that is one byte over and over, such as blanks or zeros, was never made by chance. */
const isRepetition = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === bytes[0])

type KeyFault = 'WRONG_TYPE' | 'INVALID_FORMAT' | 'NOT_ALLOWED_VALUE'

const read = (text: unknown, allowed: readonly Prefix[]): WebhookKey | KeyFault => {
  if (typeof text !== 'string') return 'WRONG_TYPE'
  const prefix = (Object.keys(lengths) as Prefix[]).find((start) => text.startsWith(start))
  const bytes = prefix && fromBase64(text.slice(prefix.length))
  if (!bytes || !lengths[prefix](bytes.length) || isRepetition(bytes)) return 'INVALID_FORMAT'
  const isAllowed = allowed.includes(prefix) && !(prefix === 'whpk_' && isWeakPoint(bytes))
  return isAllowed ? { prefix, bytes } : 'NOT_ALLOWED_VALUE'
}

const invalid = (path: string, code: string): InvalidInputError =>
  new InvalidInputError({ issues: [{ path, code }] })

const readAll = (keys: unknown, allowed: readonly Prefix[]): readonly WebhookKey[] => {
  if (!Array.isArray(keys)) throw invalid('/keys', 'WRONG_TYPE')
  if (keys.length === 0) throw invalid('/keys', 'TOO_FEW')
  if (keys.length > mostKeys) throw invalid('/keys', 'TOO_MANY')
  return keys.map((text: unknown, place) => {
    const key = read(text, allowed)
    if (typeof key === 'string') throw invalid(`/keys/${place}`, key)
    return key
  })
}

/** @throws InvalidInputError naming the place of a key that signs nothing, never the key. */
export const readSigningKeys = (keys: unknown): readonly WebhookKey[] => readAll(keys, ['whsec_', 'whsk_'])

/** @throws InvalidInputError as `readSigningKeys`; a private key is none to check with. */
export const readCheckingKeys = (keys: unknown): readonly WebhookKey[] => readAll(keys, ['whsec_', 'whpk_'])
