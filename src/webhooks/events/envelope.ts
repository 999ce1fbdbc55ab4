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

/** The envelope, or what is wrong with it. */
export const readEnvelope = (payload: unknown): Envelope | readonly InputIssue[] => {
  if (!isObject(payload)) return [{ path: '', code: 'WRONG_TYPE' }]
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
