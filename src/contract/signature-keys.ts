import type { SignatureAlgorithm } from './signature.ts'

interface Profile {
  /** As WebCrypto calls it. */
  readonly name: string
  /** How it signs and verifies. */
  readonly parameters: AlgorithmIdentifier | RsaPssParams | EcdsaParams
  /** Of an elliptic curve key. */
  readonly curve?: string
}

const profiles: Readonly<Record<SignatureAlgorithm, Profile>> = {
  'hmac-sha256': { name: 'HMAC', parameters: 'HMAC' },
  'rsa-pss-sha256': { name: 'RSA-PSS', parameters: { name: 'RSA-PSS', saltLength: 32 } },
  'rsa-pkcs1-sha256': { name: 'RSASSA-PKCS1-v1_5', parameters: 'RSASSA-PKCS1-v1_5' },
  'ecdsa-p256-sha256': { name: 'ECDSA', parameters: { name: 'ECDSA', hash: 'SHA-256' }, curve: 'P-256' },
}

/** For `crypto.subtle.sign` and `verify`. */
export const signingParameters = (algorithm: SignatureAlgorithm): Profile['parameters'] =>
  profiles[algorithm].parameters

/** @throws RangeError for a key that was made for something else. */
export const checkSigningKey = (
  algorithm: SignatureAlgorithm,
  key: CryptoKey,
  usage: 'sign' | 'verify',
): void => {
  const { name, curve } = profiles[algorithm]
  // What each kind of key says of itself beside its name.
  const own = key.algorithm as { name: string; hash?: { name: string }; namedCurve?: string }
  const fits = own.name === name && (curve ? own.namedCurve === curve : own.hash?.name === 'SHA-256')
  if (!fits || !key.usages.includes(usage)) throw new RangeError(`The key cannot ${usage} ${algorithm}`)
}

/** Shorter secrets can be guessed. */
const shortestSecret = 24

/** @throws RangeError for a secret below 24 bytes. */
export const importSecret = (secret: string | Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  if (bytes.length < shortestSecret) throw new RangeError('An HMAC secret needs at least 24 bytes')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}
