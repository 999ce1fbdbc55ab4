import { checkOptions, InvalidInputError } from '../errors/index.ts'
import { toBase64 } from './base64.ts'
import { hmacOf } from './hmac.ts'
import { readSigningKeys, type WebhookKey } from './keys.ts'
import { idPattern, signedContent, timestampPattern } from './signed-content.ts'

/** The three headers of Standard Webhooks 1.0. A type and no interface, so that `fetch` and `Request` take it. */
export type WebhookHeaders = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/** What is signed: id, time and body, each as it is sent. */
export interface UnsignedWebhook {
  /** The same for every attempt at one message: letters, digits, `_`, `:` and `-`, 200 at most. */
  readonly id: string
  /** Of this attempt: whole seconds since 1970-01-01 UTC. */
  readonly timestamp: number
  /** The very bytes that are sent; a string counts as UTF-8. */
  readonly body: Uint8Array | string
}

/** RFC 8410: what stands before the 32 bytes of a seed in PKCS #8. */
const seedHead = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]

const ed25519Of = async ({ bytes }: WebhookKey, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const pkcs8 = Uint8Array.from([...seedHead, ...bytes.slice(0, 32)])
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, content))
}

const signatureOf = async (key: WebhookKey, content: Uint8Array<ArrayBuffer>): Promise<string> =>
  key.prefix === 'whsec_'
    ? `v1,${toBase64(await hmacOf(key, content))}`
    : `v1a,${toBase64(await ed25519Of(key, content))}`

const demand = (isFine: boolean, path: string): void => {
  if (!isFine) throw new InvalidInputError({ issues: [{ path, code: 'INVALID_FORMAT' }] })
}

/**
 * The headers of one attempt, by Standard Webhooks 1.0: one signature for each key, so that a receiver may hold the new or the
 * old one. Send exactly the bytes that were signed.
 *
 * @param keys 1 to 5: `whsec_` and base64 of 24 to 64 bytes (HMAC-SHA256), `whsk_` and base64 of an ed25519 private key.
 * @throws InvalidInputError for an id, a timestamp or a key that is none; a key is named by its place.
 * @example
 * const headers = await signWebhook({ id: 'evt_7', timestamp: 1_790_000_000, body }, [secret])
 * await fetch(url, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } })
 */
export async function signWebhook(
  message: UnsignedWebhook,
  keys: readonly string[],
): Promise<WebhookHeaders> {
  checkOptions({ message }, { message: 'object' })
  const { id, timestamp, body } = message
  const signing = readSigningKeys(keys)
  const seconds = String(timestamp)
  demand(typeof id === 'string' && idPattern.test(id), '/id')
  demand(timestampPattern.test(seconds), '/timestamp')
  demand(typeof body === 'string' || body instanceof Uint8Array, '/body')
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const content = signedContent({ id, timestamp: seconds, body: bytes })
  const signatures = await Promise.all(signing.map((key) => signatureOf(key, content)))
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
