import type { WebhookKey } from './keys.ts'

/** The authentication code of a message under a `whsec_` key. */
export const hmacOf = async (
  { bytes }: WebhookKey,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content))
}
