import { hexadecimal, sha256 } from './bytes.ts'

/** How a request may be signed; the key says which one it is for. */
export const signatureAlgorithms = [
  'hmac-sha256',
  'rsa-pss-sha256',
  'rsa-pkcs1-sha256',
  'ecdsa-p256-sha256',
] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** Headers that decide what a request does, in the order in which they are signed. */
export const signedHeaders = ['if-match', 'idempotency-key', 'content-type', 'content-range'] as const

/** A request as it travels: the very bytes, not the object they were made from. */
export interface SignedRequest {
  readonly method: string
  /** Path and query, as on the request line. */
  readonly target: string
  /** By lower-case names; only those of `signedHeaders` are looked at. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Empty for a request without one. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** What the header `x-signature` says beside the signature itself. */
export interface SignatureHead {
  readonly keyId: string
  readonly algorithm: SignatureAlgorithm
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string
}

export interface SignatureHeader extends SignatureHead {
  readonly signature: Uint8Array<ArrayBuffer>
}

/** Names a key to the other side: 1 to 64 letters, digits and `._-`. */
export const keyIdForm = /^[A-Za-z0-9._-]{1,64}$/

/** Longer than that of the longest RSA key. */
const longestHeader = 4096
const form =
  /^keyId=([A-Za-z0-9._-]{1,64}),alg=([a-z0-9-]{1,32}),at=(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z),sig=((?:[0-9a-f]{2}){32,1024})$/

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, place) =>
    Number.parseInt(hex.slice(2 * place, 2 * place + 2), 16),
  )

const isAlgorithm = (text: string): text is SignatureAlgorithm =>
  (signatureAlgorithms as readonly string[]).includes(text)

/** The value of `x-signature`. @example 'keyId=k-1,alg=hmac-sha256,at=2026-03-02T01:00:00.000Z,sig=…' */
export const writeSignature = ({ keyId, algorithm, at, signature }: SignatureHeader): string =>
  `keyId=${keyId},alg=${algorithm},at=${at},sig=${hexadecimal(signature)}`

/** Reads the value of `x-signature`; `undefined` for anything but the one spelling. */
export const readSignature = (header: string): SignatureHeader | undefined => {
  const [, keyId = '', algorithm = '', at = '', sig = ''] =
    (header.length <= longestHeader && form.exec(header)) || []
  if (!isAlgorithm(algorithm) || Number.isNaN(Date.parse(at))) return undefined
  return { keyId, algorithm, at, signature: bytesOf(sig) }
}

/** Visible ASCII and blanks: no field can hold the line feed that ends it. */
const isOneLine = (field: string): boolean => /^[\x20-\x7e]*$/.test(field)

/**
 * The bytes that are signed: eleven lines of ASCII, one for each field, with a line feed between them and none at the end. A header
 * that is not sent is an empty line; the last line is the SHA-256 of the body in hexadecimal.
 *
 * `terminal-lifecycle-signature-2`, algorithm, key id, time, method, target, If-Match, Idempotency-Key, Content-Type, Range, digest.
 *
 * @throws RangeError for a field that is not visible ASCII.
 */
export const signedBytes = async (
  { keyId, algorithm, at }: SignatureHead,
  { method, target, headers, body }: SignedRequest,
): Promise<Uint8Array<ArrayBuffer>> => {
  const deciding = signedHeaders.map((name) => headers[name] ?? '')
  const head = [algorithm, keyId, at, method, target, ...deciding]
  if (!head.every(isOneLine)) throw new RangeError('What is signed must be visible ASCII')
  const lines = ['terminal-lifecycle-signature-2', ...head, await sha256(body)]
  return new TextEncoder().encode(lines.join('\n'))
}
