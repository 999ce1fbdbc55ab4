import type { InputIssue } from '../../errors/index.ts'
import { Instant } from '../../schemas/index.ts'

/** The payload of Standard Webhooks; members beside these three are passed over. */
export interface Envelope {
  readonly type: string
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

const typePattern = /^[A-Za-z0-9_.:-]{1,100}$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own members that reach into the machinery of an object when somebody copies them. */
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** No deeper than the JSON was, which is bounded. */
const holdsReserved = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, inner]) => reservedNames.has(name) || holdsReserved(inner))

/** The envelope, or what is wrong with it. */
export const readEnvelope = (payload: unknown): Envelope | readonly InputIssue[] => {
  if (!isObject(payload)) return [{ path: '', code: 'WRONG_TYPE' }]
  if (holdsReserved(payload)) return [{ path: '', code: 'UNKNOWN_FIELD' }]
  const { type, timestamp, data } = payload
  const hasType = typeof type === 'string' && typePattern.test(type)
  const hasTime = typeof timestamp === 'string' && Instant.safeParse(timestamp).success
  if (hasType && hasTime && isObject(data)) return { type, timestamp, data }
  const codeOf = (value: unknown, code: string) => (value === undefined ? 'REQUIRED' : code)
  return [
    ...(hasType ? [] : [{ path: '/type', code: codeOf(type, 'INVALID_FORMAT') }]),
    ...(hasTime ? [] : [{ path: '/timestamp', code: codeOf(timestamp, 'INVALID_INSTANT') }]),
    ...(isObject(data) ? [] : [{ path: '/data', code: codeOf(data, 'WRONG_TYPE') }]),
  ]
}
