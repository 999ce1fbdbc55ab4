import {
  checkSigningKey,
  importSecret,
  keyIdForm,
  type SignatureAlgorithm,
  signatureAlgorithms,
  signedBytes,
  signingParameters,
  writeSignature,
} from '../contract/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'
import type { Auth } from './auth.ts'
import { Secret } from './secret.ts'

/** Signs where the key lives, such as a hardware module or a key service. */
export type SignBytes = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

interface Common {
  /** Names the key to the other side; not secret. 1 to 64 letters, digits and `._-`. */
  readonly keyId: string
  /** ISO 8601; goes into the signature, so that the other side can refuse an old one. */
  readonly clock: { now(): string }
}

/** A key of one's own, such as Ed25519 or SM2 in a hardware module. */
export interface SigningOptions extends Common {
  readonly algorithm: SignatureAlgorithm
  /** A key of WebCrypto that may sign, or what signs in its stead. */
  readonly key: CryptoKey | SignBytes
}

/** A shared secret, for HMAC-SHA256. */
export interface HmacOptions extends Common {
  /** At least 24 bytes. */
  readonly secret: string | Uint8Array<ArrayBuffer>
}

const instantOf = (now: string): string => {
  const time = Date.parse(now)
  if (Number.isNaN(time)) throw new RangeError('The clock of a signature gave no time')
  return new Date(time).toISOString()
}

const signer = ({ keyId, clock }: Common, algorithm: SignatureAlgorithm, sign: Secret<SignBytes>): Auth => {
  if (!keyIdForm.test(keyId)) throw new RangeError('A key id is 1 to 64 letters, digits and ._-')
  return {
    headers: async (request) => {
      const head = { keyId, algorithm, at: instantOf(clock.now()) }
      const signature = await sign.reveal()(await signedBytes(head, request))
      return { 'x-signature': writeSignature({ ...head, signature }) }
    },
  }
}

const byWebCrypto =
  (algorithm: SignatureAlgorithm, key: CryptoKey | Promise<CryptoKey>): SignBytes =>
  async (bytes) =>
    new Uint8Array(await crypto.subtle.sign(signingParameters(algorithm), await key, bytes))

/**
 * Signs each request: method, path and query, `If-Match`, idempotency key, content type, the exact bytes of the body and the time. The
 * header is `x-signature: keyId=…,alg=…,at=…,sig=<hex>`; `signedBytes` of the contract says over what.
 *
 * @throws RangeError for a key id of another form, an unknown algorithm, or a key that was made for another one.
 * @example signing({ keyId: 'k-1', algorithm: 'rsa-pss-sha256', key: privateKey, clock })
 */
export const signing = (options: SigningOptions): Auth => {
  checkOptions(options, {
    ...{ keyId: 'string', clock: '.now', algorithm: 'string', key: 'any' },
  } satisfies OptionRules<SigningOptions>)
  const { algorithm, key, ...common } = options
  if (!signatureAlgorithms.includes(algorithm)) throw new RangeError('Unknown algorithm of a signature')
  if (typeof key === 'function') return signer(common, algorithm, new Secret(key))
  checkSigningKey(algorithm, key, 'sign')
  return signer(common, algorithm, new Secret(byWebCrypto(algorithm, key)))
}

/**
 * Signs each request with a secret that both sides have (`hmac-sha256`); see `signing`.
 *
 * @throws RangeError for a key id of another form and for a secret below 24 bytes.
 * @example hmac({ keyId: 'k-1', secret: vault.signingKey, clock })
 */
export const hmac = (options: HmacOptions): Auth => {
  checkOptions(options, {
    ...{ keyId: 'string', clock: '.now', secret: 'any' },
  } satisfies OptionRules<HmacOptions>)
  const { secret, ...common } = options
  return signer(common, 'hmac-sha256', new Secret(byWebCrypto('hmac-sha256', importSecret(secret))))
}
