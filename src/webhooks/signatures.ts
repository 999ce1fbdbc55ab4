import { fromBase64, toBase64 } from './base64.ts'
import type { Claimed, Signature } from './headers.ts'
import { hmacOf } from './hmac.ts'
import type { WebhookKey } from './keys.ts'
import { signedContent } from './signed-content.ts'

/** Takes as long whatever differs, and wherever. Both are the base64 of 32 bytes, so that their length tells nothing. */
const isSame = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false
  let difference = 0
  for (let place = 0; place < one.length; place++)
    difference |= one.charCodeAt(place) ^ other.charCodeAt(place)
  return difference === 0
}

/** The text is compared, not what it decodes to: a signature has one spelling. */
const fitsHmac = async (
  key: WebhookKey,
  content: Uint8Array<ArrayBuffer>,
  signatures: readonly Signature[],
) => {
  const expected = toBase64(await hmacOf(key, content))
  return signatures.filter(({ text }) => isSame(text, expected)).length > 0
}

const fitsEd25519 = async (
  { bytes }: WebhookKey,
  content: Uint8Array<ArrayBuffer>,
  signatures: readonly Signature[],
) => {
  const key = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify'])
  const fits = await Promise.all(
    signatures.map(({ text }) => {
      const signature = fromBase64(text)
      return signature?.length === 64 && crypto.subtle.verify('Ed25519', key, signature, content)
    }),
  )
  return fits.includes(true)
}

/**
 * Does one of the signatures fit under one of the keys? The version of a signature never chooses how a key is used: `v1` is
 * held against `whsec_` keys alone and `v1a` against `whpk_` keys alone, so that nobody signs with a public key as a secret.
 */
export const isSigned = async (
  { id, timestamp, signatures }: Claimed,
  body: Uint8Array,
  keys: readonly WebhookKey[],
): Promise<boolean> => {
  const content = signedContent({ id, timestamp, body })
  const of = (version: string) => signatures.filter((signature) => signature.version === version)
  const fits = await Promise.all(
    keys.map((key) =>
      key.prefix === 'whsec_' ? fitsHmac(key, content, of('v1')) : fitsEd25519(key, content, of('v1a')),
    ),
  )
  return fits.includes(true)
}
