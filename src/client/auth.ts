import { hexadecimal } from '../contract/index.ts'
import { Secret } from './secret.ts'

/** What is about to leave, as a signer sees it: the very bytes, not the object they were made from. */
export interface OutgoingBytes {
  readonly method: string
  /** Path and query, as on the request line. */
  readonly target: string
  /** Empty for a request without a body. */
  readonly body: Uint8Array<ArrayBuffer>
  /** `undefined` for reads. */
  readonly idempotencyKey: string | undefined
}

/** Who is calling. `headers` is asked for each attempt; what it answers goes into the request and nowhere else. */
export interface Auth {
  headers(request: OutgoingBytes): Promise<Readonly<Record<string, string>>>
  /** Called once after a 401, with the headers that were not accepted; then the request is sent once more. */
  renew?(refused: Readonly<Record<string, string>>): Promise<void>
}

/**
 * Bearer token. A function is asked once and its token kept until the other side answers 401; hundred calls that are
 * refused at once ask it once.
 *
 * @example bearer(() => vault.read('acquirer-token'))
 */
export const bearer = (token: string | (() => string | Promise<string>)): Auth => {
  if (typeof token === 'string') {
    const secret = new Secret(token)
    return { headers: async () => ({ authorization: `Bearer ${secret.reveal()}` }) }
  }
  let current: Promise<Secret> | undefined
  const fetched = (): Promise<Secret> => {
    current ??= Promise.resolve(token()).then((text) => new Secret(text))
    return current
  }
  const header = async (): Promise<string> => `Bearer ${(await fetched()).reveal()}`
  return {
    headers: async () => {
      try {
        return { authorization: await header() }
      } catch (error) {
        current = undefined
        throw error
      }
    },
    renew: async (refused) => {
      const used = current
      const isRefused = refused.authorization === (await header())
      // Somebody else may have asked for a new one meanwhile; that one is not thrown away.
      if (isRefused && current === used) current = undefined
      await fetched()
    },
  }
}

export interface HmacOptions {
  /** Names the key to the other side; not secret. */
  readonly keyId: string
  /** At least 24 bytes. */
  readonly secret: string | Uint8Array<ArrayBuffer>
  /** ISO 8601; goes into the signature, so that the other side can refuse an old one. */
  readonly clock: { now(): string }
}

/** Shorter keys can be guessed. */
const shortestKey = 24

/**
 * HMAC-SHA256 over `method`, target, time, idempotency key and the exact bytes of the body, one line each:
 * `x-signature: keyId=…,at=…,v1=<hex>`.
 *
 * @throws RangeError for a secret below 24 bytes.
 * @example hmac({ keyId: 'k-1', secret: vault.signingKey, clock })
 */
export const hmac = ({ keyId, secret, clock }: HmacOptions): Auth => {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  if (bytes.length < shortestKey) throw new RangeError('An HMAC secret needs at least 24 bytes')
  const key = new Secret(
    crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  )
  return {
    headers: async ({ method, target, body, idempotencyKey }) => {
      const at = clock.now()
      const head = new TextEncoder().encode(`${method}\n${target}\n${at}\n${idempotencyKey ?? ''}\n`)
      const signed = new Uint8Array(head.length + body.length)
      signed.set(head)
      signed.set(body, head.length)
      const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await key.reveal(), signed))
      return { 'x-signature': `keyId=${keyId},at=${at},v1=${hexadecimal(signature)}` }
    },
  }
}
