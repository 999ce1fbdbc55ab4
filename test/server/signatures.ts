import { signing } from '../../src/client/index.ts'
import type { SignatureAlgorithm } from '../../src/contract/index.ts'
import { type SignatureOptions, type VerificationKey, verifySignature } from '../../src/server/index.ts'

export const at = '2026-03-02T01:00:00.000Z'
export const clock = { now: () => at }
export const secret = 'a secret of at least 24 bytes'
export const shared: VerificationKey = { keyId: 'k-1', algorithm: 'hmac-sha256', secret }

/** A request as it arrives: plain texts, so that a test may change any of them. */
export interface Arriving {
  method: string
  target: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

export const write = (): Arriving => ({
  method: 'POST',
  target: '/v1/systems/settlements/payouts?trial=1',
  headers: { 'if-match': '"3"', 'idempotency-key': 'lc-1/4/0', 'content-type': 'application/json' },
  body: new TextEncoder().encode('{"amount":5000}'),
})

/** What a client sends under these keys. */
export const signed = async (
  request: Arriving,
  auth = signing({ keyId: 'k-1', clock, algorithm: 'hmac-sha256', key: sharedKey }),
): Promise<Arriving> => ({
  ...request,
  headers: { ...request.headers, ...(await auth.headers(request)) },
})

export const sharedKey = await crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode(secret),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign', 'verify'],
)

/** What the server says of it, and how often it read the body. */
export const judged = async (
  { method, target, headers, body }: Arriving,
  options: Partial<SignatureOptions> = {},
) => {
  let read = 0
  const verdict = await verifySignature(
    new Request(`https://acquirer.example${target}`, { method, headers }),
    async () => {
      read++
      return body
    },
    { keys: [shared], clock, ...options },
  )
  return { verdict: verdict.ok ? 'accepted' : verdict.reason, read }
}

const rsa = (name: string) => ({
  name,
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
})
const making = {
  'rsa-pss-sha256': rsa('RSA-PSS'),
  'rsa-pkcs1-sha256': rsa('RSASSA-PKCS1-v1_5'),
  'ecdsa-p256-sha256': { name: 'ECDSA', namedCurve: 'P-256' },
} as const

export type PairAlgorithm = Exclude<SignatureAlgorithm, 'hmac-sha256'>
export const pairAlgorithms = Object.keys(making) as PairAlgorithm[]

/** A new pair of keys. */
export const pairOf = async (algorithm: PairAlgorithm): Promise<CryptoKeyPair> =>
  // Every algorithm of the table makes a pair.
  (await crypto.subtle.generateKey(making[algorithm], false, ['sign', 'verify'])) as CryptoKeyPair
