import {
  type CallOptions,
  contentRange,
  fillPath,
  isIdempotencyKey,
  type Operation,
  type OperationName,
  type PieceRange,
  randomId,
} from '../contract/index.ts'
import { checkNumber, isTerminalLifecycleError } from '../errors/index.ts'
import { type Asked, asked, refuse } from './asked.ts'
import { isHeader, keptHeaders } from './header-forms.ts'
import { mappedIssues } from './mapped-request.ts'
import { type MappedRequest, mappingOf } from './mappings.ts'
import type { Settings } from './settings.ts'

type Members = Readonly<Record<string, unknown>>

/** A request that is ready to leave, the same for each attempt. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  /** Path and query as they travel, for a signature. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  /** Exactly what is sent, and signed. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
  readonly idempotencyKey: string | undefined
  /** Everything that is asked, as the contract reads it. */
  readonly input: Members
  /** Whose life, or which application it is about, where its input says so. */
  readonly about: { readonly lifecycleId?: string; readonly applicationId?: string }
}

const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/

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
): Readonly<Record<string, string>> => {
  // One of our own making has been judged.
  if (options.idempotencyKey !== undefined && !isIdempotencyKey(options.idempotencyKey))
    refuse([{ path: '/idempotencyKey', code: 'INVALID_FORMAT' }])
  checkNumber('/expectedVersion', options.expectedVersion, { least: 0 })
  if (options.traceparent !== undefined && !traceparent.test(options.traceparent))
    refuse([{ path: '/traceparent', code: 'INVALID_FORMAT' }])
  return {
    accept: [...(row.replyMedia ?? ['application/json']), 'application/problem+json'].join(', '),
    // Not every platform tells a packed body that was cut short from a whole one, and nobody can see by its bytes that a document is.
    ...(row.replyMedia && { 'accept-encoding': 'identity' }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(row.versioned &&
      options.expectedVersion !== undefined && { 'if-match': `"${options.expectedVersion}"` }),
    ...(options.traceparent !== undefined && { traceparent: options.traceparent }),
  }
}

/** Where the content stands in the whole, as `Content-Range`; nothing for all of it. */
const rangeOf = (row: Operation, input: Members): Record<string, string> => {
  const { content, range } = input as { content?: Uint8Array; range?: PieceRange }
  if (!row.ranged || !content || !range) return {}
  if (content.length === 0) refuse([{ path: '/content', code: 'TOO_SHORT' }])
  if (range.from + content.length > range.total) refuse([{ path: '/range', code: 'NOT_ALLOWED_VALUE' }])
  return { 'content-range': contentRange(range, content.length) }
}

const addedHeaders = (row: Operation, headers: Readonly<Record<string, string>>): Record<string, string> => {
  // Judges names and values as the transport would, where it can still be told of which operation they are.
  const added = Object.fromEntries(new Headers(headers).entries())
  const kept = Object.keys(added).find((name) => keptHeaders.test(name))
  if (kept !== undefined)
    refuse([{ path: `/mappings/${row.name}/request/headers/${kept}`, code: 'NOT_ALLOWED_VALUE' }])
  if (!Object.entries(added).every(([name, value]) => isHeader(name, value))) throw new TypeError('No header')
  return added
}

const bytesOf = (body: unknown): Uint8Array<ArrayBuffer> | undefined => {
  if (body === undefined) return undefined
  return body instanceof Uint8Array ? new Uint8Array(body) : new TextEncoder().encode(JSON.stringify(body))
}

const searchOf = (query: MappedRequest['query'] = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** What of a request its form decides: the contract's, or an acquirer's own. */
const formed = (row: Operation, { query, body }: Asked, mapped: MappedRequest | undefined) => {
  if (!mapped) {
    const type = body === undefined ? {} : { 'content-type': row.media ?? 'application/json' }
    const search = searchOf(query as MappedRequest['query'])
    return { search, headers: type, body: row.media ? (body as Uint8Array<ArrayBuffer>) : bytesOf(body) }
  }
  const bytes = bytesOf(mapped.body)
  const type = bytes ? { 'content-type': 'application/json' } : {}
  return {
    search: searchOf(mapped.query),
    headers: { ...type, ...addedHeaders(row, mapped.headers ?? {}) },
    body: bytes,
  }
}

/** By the mark: the mapping may come with another copy of the package. */
const isOurs = (error: unknown): boolean => isTerminalLifecycleError(error) && error.code === 'INVALID_INPUT'

/**
 * Checks the input of a call and makes the request of it. Nothing has been sent when it throws.
 *
 * @throws InvalidInputError naming each faulty member, or the mapping that failed.
 */
export const outgoing = (
  row: Operation,
  { baseUrl, pathMap, mappings, locale }: Settings,
  given: Members,
  options: CallOptions,
): Outgoing => {
  const ask = asked(row, given)
  const idempotencyKey = row.method === 'GET' ? undefined : (options.idempotencyKey ?? newKey())
  const headers = headersOf(row, options, idempotencyKey)
  const { expectedVersion } = options
  const mapping = mappingOf(mappings, row.name)
  const form = () => {
    if (!mapping.request) return formed(row, ask, undefined)
    // Whoever makes nothing has forgotten to return it.
    const mapped: MappedRequest | undefined = mapping.request(ask.input, { idempotencyKey, expectedVersion })
    if (!mapped) return failed(row)
    const issues = mappedIssues(mapped, mapping.method ?? row.method, `/mappings/${row.name}/request`)
    return issues.length > 0 ? refuse(issues) : formed(row, ask, mapped)
  }
  const request = attempt(row, form)
  const path = fillPath(pathMap[row.name as OperationName] ?? row.path, ask.parameters)
  const { href, pathname, search } = new URL(`${baseUrl}${path}${request.search}`)
  return {
    method: mapping.method ?? row.method,
    url: href,
    target: pathname + search,
    headers: {
      ...headers,
      ...rangeOf(row, ask.input),
      ...request.headers,
      ...(locale !== undefined && { 'accept-language': locale }),
    },
    body: request.body,
    idempotencyKey,
    input: ask.input,
    about: aboutOf(ask.input),
  }
}

const failed = (row: Operation): never =>
  refuse([{ path: `/mappings/${row.name}/request`, code: 'MAPPING_FAILED' }])

/** A mapping is somebody's own code: what it throws is told as whose it is, and not repeated. */
const attempt = <Made>(row: Operation, make: () => Made): Made => {
  try {
    return make()
  } catch (error) {
    if (isOurs(error)) throw error
    return failed(row)
  }
}
