import { isIdempotencyKey, type Operation, randomId, readContentRange } from '../contract/index.ts'
import { ProblemError } from './problem-error.ts'

const mostHeaders = 100
/** Names and values together. */
const longestHeaders = 16 * 1024

/** @throws ProblemError 431 for more or longer headers than any caller of the contract sends. */
export const checkHeaders = (headers: Headers): void => {
  let count = 0
  let length = 0
  for (const [name, value] of headers) {
    count++
    length += name.length + value.length
  }
  if (count > mostHeaders || length > longestHeaders) throw new ProblemError('HEADERS_TOO_LARGE')
}

/** @throws ProblemError 400 for a write without one. */
export const idempotencyKey = (headers: Headers, row: Operation): string => {
  if (row.method === 'GET') return ''
  const key = headers.get('idempotency-key') ?? ''
  if (!isIdempotencyKey(key)) throw new ProblemError('IDEMPOTENCY_KEY_MISSING')
  return key
}

/** @throws ProblemError 412 for what is no version. */
export const expectedVersion = (headers: Headers, row: Operation): number | undefined => {
  const match = row.versioned ? headers.get('if-match') : null
  if (match === null || match === '*') return undefined
  const version = /^"(\d{1,15})"$/.exec(match)?.[1]
  if (version === undefined) throw new ProblemError('STALE_VERSION')
  return Number(version)
}

const mediaForm = /^([a-z0-9.+/-]{1,100})(?:\s*;\s*charset="?utf-8"?)?$/i

/** @throws ProblemError 415 for another media type, another charset or a body that is encoded. */
export const checkMediaType = (headers: Headers, row: Operation): void => {
  if (!row.body) return
  const given = mediaForm.exec(headers.get('content-type')?.trim() ?? '')?.[1]
  const encoding = headers.get('content-encoding') ?? 'identity'
  const fits = given?.toLowerCase() === (row.media ?? 'application/json')
  if (!fits || encoding.trim().toLowerCase() !== 'identity')
    throw new ProblemError('MEDIA_TYPE_NOT_SUPPORTED')
}

export type ReadRange = NonNullable<ReturnType<typeof readContentRange>>

/**
 * Where a piece stands; nothing: the body is the whole.
 *
 * @throws ProblemError 400 for a place that cannot be, or does not fit the declared length, and for any where none is understood.
 */
export const pieceRange = (headers: Headers, row: Operation): ReadRange | undefined => {
  const header = headers.get('content-range')
  if (header === null) return undefined
  const range = row.ranged && readContentRange(header)
  const declared = headers.get('content-length')
  if (!range || (declared !== null && Number(declared) !== range.length))
    throw new ProblemError('MALFORMED_REQUEST')
  return range
}

/** The caller's trace, or a new one. */
export const traceIdOf = (headers: Headers): string => {
  const given = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(headers.get('traceparent') ?? '')?.[1]
  return given === undefined || /^0+$/.test(given) ? randomId() : given
}
