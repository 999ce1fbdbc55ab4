import {
  checkSigningKey,
  importSecret,
  readSignature,
  type SignatureAlgorithm,
  type SignatureHeader,
  type SignedRequest,
  sha256,
  signedBytes,
  signedHeaders,
  signingParameters,
} from '../contract/index.ts'
import { asked, askedNow, checkOptions, longestSpan, type OptionRules, readNumbers } from '../errors/index.ts'
import type { LazyBody } from './body.ts'

/** What one sender's signatures are checked with. */
export type VerificationKey =
  | {
      readonly keyId: string
      readonly algorithm: 'hmac-sha256'
      readonly secret: string | Uint8Array<ArrayBuffer>
    }
  | { readonly keyId: string; readonly algorithm: SignatureAlgorithm; readonly key: CryptoKey }

/** Where signatures are remembered that were accepted, until they are too old anyway. */
export interface SignatureReplays {
  /** Remembers an id until an instant (ISO 8601); `false` when it was there already. Atomic, and shared by all servers. */
  remember(id: string, until: string): Promise<boolean>
}

/** Which keys count, and for how long a signature does. */
export interface SignatureOptions {
  /** Every key that is valid now, or a function that looks them up by id. While keys rotate a sender has several. */
  readonly keys:
    | readonly VerificationKey[]
    | ((keyId: string) => Promise<readonly VerificationKey[]> | readonly VerificationKey[])
  /** ISO 8601. */
  readonly clock: { now(): string }
  /** How old a signature may be, and how far ahead its sender's clock. @default { past: 300, future: 30 } @unit seconds */
  readonly window?: { readonly past?: number; readonly future?: number }
  /** Refuses the same signed request a second time. Without it a repeat is only what an idempotency key makes of it. */
  readonly replay?: SignatureReplays
}

/** Why a signature does not count; for logs, not for the caller. */
export type SignatureFault =
  | 'missing'
  | 'malformed'
  | 'unknownKey'
  | 'tooOld'
  | 'tooEarly'
  | 'mismatch'
  | 'replayed'
/** By which key it was signed, or why it does not count. Tell a caller no more than 401. */
export type SignatureVerdict =
  | { readonly ok: true; readonly keyId: string }
  | { readonly ok: false; readonly reason: SignatureFault }

const refused = (reason: SignatureFault): SignatureVerdict => ({ ok: false, reason })

const signedRequest = async ({ method, url, headers }: Request, body: LazyBody): Promise<SignedRequest> => {
  const { pathname, search } = new URL(url)
  return { method, target: pathname + search, headers: Object.fromEntries(headers), body: await body() }
}

const cryptoKeyOf = async (key: VerificationKey): Promise<CryptoKey> => {
  if ('secret' in key) return importSecret(key.secret)
  checkSigningKey(key.algorithm, key.key, 'verify')
  return key.key
}

/** By the host's own comparison, whose time tells nothing. */
const isSignedBy = async (
  key: VerificationKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> =>
  crypto.subtle.verify(signingParameters(key.algorithm), await cryptoKeyOf(key), signature, bytes)

const keysFor = async (
  { keys }: SignatureOptions,
  { keyId, algorithm }: SignatureHeader,
): Promise<readonly VerificationKey[]> => {
  const all = typeof keys === 'function' ? await asked('keys', () => keys(keyId)) : keys
  return all.filter((key) => key.keyId === keyId && key.algorithm === algorithm)
}

const seconds = { least: 0, most: longestSpan / 1000 } as const
const ofWindow = { past: { usual: 300, ...seconds }, future: { usual: 30, ...seconds } } as const

/** Of a window without an end no signature would ever be too old. */
const windowOf = ({ window }: SignatureOptions) => readNumbers(window, ofWindow, '/window')

const rules = {
  keys: 'any',
  clock: '.now',
  window: 'any?',
  replay: '.remember?',
} satisfies OptionRules<SignatureOptions>

/** A clock that gives no time lets nobody in. */
const ageFault = (
  at: string,
  { clock }: SignatureOptions,
  { past, future }: ReturnType<typeof windowOf>,
): SignatureFault | undefined => {
  const age = (Date.parse(askedNow('clock', () => clock.now())) - Date.parse(at)) / 1000
  if (!(age <= past)) return 'tooOld'
  return age >= -future ? undefined : 'tooEarly'
}

/**
 * Checks the `x-signature` of a request, as `signing` and `hmac` of the client write it. What its header alone decides is decided
 * first: of a request with an unknown key or an old time the body is not read.
 *
 * @throws RangeError for a key that was made for another algorithm, or a secret below 24 bytes.
 * @throws InvalidInputError for a `window` that is no number of seconds.
 * @throws PluginError when the look-up of keys, the clock or the memory of signatures fails.
 * @throws whatever `body` throws: too long, or broken off.
 * @example
 * const authenticate = async (request, body) => {
 *   const verdict = await verifySignature(request, body, { keys, clock })
 *   return verdict.ok ? senders[verdict.keyId] : undefined
 * }
 */
export const verifySignature = async (
  request: Request,
  body: LazyBody,
  options: SignatureOptions,
): Promise<SignatureVerdict> => {
  checkOptions({ request, body }, { request: '.clone', body: 'function' })
  checkOptions(options, rules)
  const window = windowOf(options)
  const header = request.headers.get('x-signature')
  if (header === null) return refused('missing')
  const signature = readSignature(header)
  // A header that is there and empty is signed like one that is not there.
  if (!signature || signedHeaders.some((name) => request.headers.get(name) === ''))
    return refused('malformed')
  const keys = await keysFor(options, signature)
  if (keys.length === 0) return refused('unknownKey')
  const late = ageFault(signature.at, options, window)
  if (late) return refused(late)
  const bytes = await signedBytes(signature, await signedRequest(request, body))
  const fits = await Promise.all(keys.map((key) => isSignedBy(key, signature.signature, bytes)))
  if (!fits.includes(true)) return refused('mismatch')
  if (!options.replay) return { ok: true, keyId: signature.keyId }
  // By what was signed: some algorithms have several signatures for it.
  const id = await sha256(bytes)
  const until = new Date(Date.parse(signature.at) + window.past * 1000).toISOString()
  const { replay } = options
  const isNew = await asked('replays', () => replay.remember(id, until))
  return isNew ? { ok: true, keyId: signature.keyId } : refused('replayed')
}
