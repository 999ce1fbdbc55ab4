import {
  type CallOptions,
  fillPath,
  isIdempotencyKey,
  type Operation,
  parameterNames,
  randomId,
  readInput,
  readReply,
  type Schema,
} from '../contract/index.ts'
import { type InputIssue, InvalidInputError } from '../errors/index.ts'

/** A request that is ready to leave, the same for each attempt. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Exactly what is sent, and signed. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
  readonly idempotencyKey: string | undefined
  /** Whose life, or which application it is about, where its input says so. */
  readonly about: { readonly lifecycleId?: string; readonly applicationId?: string }
}

type Members = Readonly<Record<string, unknown>>

const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/

const refuse = (issues: readonly InputIssue[]): never => {
  throw new InvalidInputError({ issues })
}

const read = (schema: Schema | undefined, value: Members, reader = readInput): Members => {
  if (!schema) return Object.keys(value).length > 0 ? refuse([{ path: '', code: 'UNKNOWN_FIELD' }]) : value
  const parsed = reader(schema, value)
  // Every schema of a request is one of an object.
  return parsed.ok ? (parsed.value as Members) : refuse(parsed.issues)
}

const pick = (input: Members, wanted: (name: string) => boolean): Members =>
  Object.fromEntries(Object.entries(input).filter(([name]) => wanted(name)))

/** By chance an id of chance looks like somebody's number, once in a lifetime. */
const newKey = (): string => {
  const key = randomId()
  return isIdempotencyKey(key) ? key : newKey()
}

const aboutOf = ({ lifecycleId, applicationId }: Members): Outgoing['about'] => ({
  ...(typeof lifecycleId === 'string' && { lifecycleId }),
  ...(typeof applicationId === 'string' && { applicationId }),
})

const headersOf = (
  row: Operation,
  options: CallOptions,
  idempotencyKey: string | undefined,
): Record<string, string> => {
  if (idempotencyKey !== undefined && !isIdempotencyKey(idempotencyKey))
    refuse([{ path: '/idempotencyKey', code: 'INVALID_FORMAT' }])
  if (options.traceparent !== undefined && !traceparent.test(options.traceparent)) {
    refuse([{ path: '/traceparent', code: 'INVALID_FORMAT' }])
  }
  return {
    accept: 'application/json, application/problem+json',
    ...(row.body && { 'content-type': row.media ?? 'application/json' }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(row.versioned &&
      options.expectedVersion !== undefined && { 'if-match': `"${options.expectedVersion}"` }),
    ...(options.traceparent !== undefined && { traceparent: options.traceparent }),
  }
}

const bodyOf = (row: Operation, members: Members): Uint8Array<ArrayBuffer> | undefined => {
  if (!row.body) return undefined
  if (row.media) return read(row.body, members, readReply).content as Uint8Array<ArrayBuffer>
  const body = read(row.body, members)
  return new TextEncoder().encode(JSON.stringify(body))
}

/**
 * Checks the input of a call and makes the request of it. Nothing has been sent when it throws.
 *
 * @throws InvalidInputError naming each faulty member.
 */
export const outgoing = (
  row: Operation,
  base: string,
  path: string,
  input: Members,
  options: CallOptions,
): Outgoing => {
  const inPath = parameterNames(row.path)
  const parameters = read(
    row.params,
    pick(input, (name) => inPath.includes(name)),
  )
  // URL parsers resolve these away, however they are encoded: another path would be called.
  const dots = inPath.find((name) => parameters[name] === '.' || parameters[name] === '..')
  if (dots !== undefined) refuse([{ path: `/${dots}`, code: 'INVALID_FORMAT' }])
  const rest = pick(input, (name) => !inPath.includes(name))
  const query = row.query ? read(row.query, rest) : {}
  const body = row.query ? undefined : bodyOf(row, rest)
  if (!row.query && !row.body) read(undefined, rest)
  const idempotencyKey = row.method === 'GET' ? undefined : (options.idempotencyKey ?? newKey())
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
  return {
    method: row.method,
    url: `${base}${fillPath(path, parameters)}${search && `?${search}`}`,
    headers: headersOf(row, options, idempotencyKey),
    body,
    idempotencyKey,
    about: aboutOf(input),
  }
}
