import { fault, type WebhookFault } from './faults.ts'
import { idPattern, timestampPattern } from './signed-content.ts'

/**
 * Headers as a host gives them: Fetch `Headers`, Node's `request.headers`, or pairs of name and value. Names in any case.
 */
export type WebhookHeadersIn =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** What the three headers say, not yet believed. */
export interface Claimed {
  readonly id: string
  readonly timestamp: string
  readonly signatures: readonly Signature[]
}

export interface Signature {
  /** `v1` for HMAC-SHA256, `v1a` for ed25519; newer ones are passed over. */
  readonly version: string
  readonly text: string
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
/** UTF-16 units of all three values; what is not ASCII is refused right after. */
const longestHeaders = 4096
const mostSignatures = 10
const signaturePattern = /^(v[0-9]{1,3}[a-z]{0,3}),([A-Za-z0-9+/_-]{1,200}={0,2})$/

const isIterable = (headers: WebhookHeadersIn): headers is Iterable<readonly [string, string]> =>
  Symbol.iterator in headers

const pairsOf = (headers: WebhookHeadersIn): readonly (readonly [string, unknown])[] =>
  isIterable(headers)
    ? [...headers]
    : Object.entries(headers).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const),
      )

const signaturesOf = (text: string): readonly Signature[] | WebhookFault => {
  const parts = text.split(' ')
  if (parts.length > mostSignatures) return fault('WEBHOOK_HEADER_TOO_LONG')
  const signatures = parts.flatMap((part) => {
    const [, version, signature] = signaturePattern.exec(part) ?? []
    return version === undefined || signature === undefined ? [] : [{ version, text: signature }]
  })
  return signatures.length === parts.length ? signatures : fault('WEBHOOK_SIGNATURE_MALFORMED')
}

/** Each header once, within its grammar. A header that was sent twice arrives joined by a comma, which no grammar has. */
export const readHeaders = (headers: WebhookHeadersIn): Claimed | WebhookFault => {
  if (typeof headers !== 'object' || headers === null) return fault('WEBHOOK_HEADER_MISSING')
  const pairs = pairsOf(headers).map(([name, value]) => [String(name).toLowerCase(), value] as const)
  const values = names.map((name) => pairs.filter((pair) => pair[0] === name && pair[1] !== undefined))
  if (values.some((found) => found.length > 1)) return fault('WEBHOOK_HEADER_REPEATED')
  const [id, timestamp, signature] = values.map((found) => found[0]?.[1])
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string')
    return fault('WEBHOOK_HEADER_MISSING')
  if (id.length + timestamp.length + signature.length > longestHeaders)
    return fault('WEBHOOK_HEADER_TOO_LONG')
  if (!idPattern.test(id)) return fault('WEBHOOK_ID_MALFORMED')
  if (!timestampPattern.test(timestamp)) return fault('WEBHOOK_TIMESTAMP_MALFORMED')
  const signatures = signaturesOf(signature)
  return 'ok' in signatures ? signatures : { id, timestamp, signatures }
}
