import { type Operation, readBody, readInput, readReply, type Schema } from '../contract/index.ts'
import type { InputIssue } from '../errors/index.ts'
import { ProblemError } from './problem-error.ts'
import type { Route } from './route.ts'

type Members = Readonly<Record<string, unknown>>

/** JSON bodies of requests: ids, texts and references of documents; a megabyte is plenty. */
const longestJson = 1024 * 1024
/** One document. */
const longestDocument = 10 * 1024 * 1024

const invalid = (issues: readonly InputIssue[]): never => {
  throw new ProblemError('VALIDATION_FAILED', 422, { issues })
}

/**
 * The body's bytes, whatever their meaning.
 *
 * @throws ProblemError 413 beyond the limit, before the rest is read.
 */
export const bytesOf = async (request: Request, row: Operation): Promise<Uint8Array<ArrayBuffer>> => {
  const limit = row.media ? longestDocument : longestJson
  const declared = Number(request.headers.get('content-length') ?? 0)
  const bytes = declared > limit ? undefined : await readBody(request, limit)
  if (!bytes) throw new ProblemError('BODY_TOO_LARGE', 413)
  return bytes
}

const read = (schema: Schema, value: unknown, reader = readInput): Members => {
  const parsed = reader(schema, value)
  return parsed.ok ? (parsed.value as Members) : invalid(parsed.issues)
}

const queryOf = (row: Operation, search: URLSearchParams): Members => {
  const names = [...search.keys()]
  const repeated = names.find((name, place) => names.indexOf(name) !== place)
  if (repeated !== undefined) invalid([{ path: '', code: 'REPEATED_PARAMETER' }])
  if (row.query) return read(row.query, Object.fromEntries(search))
  return names.length > 0 ? invalid([{ path: '', code: 'UNKNOWN_FIELD' }]) : {}
}

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

const json = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return invalid([{ path: '', code: 'NOT_JSON' }])
  }
}

const bodyOf = (row: Operation, request: Request, bytes: Uint8Array): Members => {
  if (!row.body) return bytes.length > 0 ? invalid([{ path: '', code: 'UNKNOWN_FIELD' }]) : {}
  if (mediaType(request) !== (row.media ?? 'application/json')) {
    throw new ProblemError('MEDIA_TYPE_NOT_SUPPORTED', 415)
  }
  // The bytes of a document are no form: only that they are there is looked at.
  return row.media ? read(row.body, { content: bytes }, readReply) : read(row.body, json(bytes))
}

/**
 * Path parameters, query and body in one object, as the implementation gets it.
 *
 * @throws ProblemError 422 naming every faulty member, 415 for another media type.
 */
export const inputOf = ({ row, parameters }: Route, request: Request, bytes: Uint8Array): Members => ({
  ...queryOf(row, new URL(request.url).searchParams),
  ...bodyOf(row, request, bytes),
  ...(row.params && read(row.params, parameters)),
})
