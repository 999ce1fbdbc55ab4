import {
  type JsonRead,
  type Operation,
  readInput,
  readJson,
  readReply,
  type Schema,
} from '../contract/index.ts'
import type { InputIssue } from '../errors/index.ts'
import type { ReadRange } from './headers.ts'
import { ProblemError } from './problem-error.ts'
import type { Route } from './route.ts'

type Members = Readonly<Record<string, unknown>>

/** Of requests; the longest form with all its documents has a few hundred members. */
const limits = { depth: 32, members: 10_000 }

const faultCodes = {
  syntax: 'NOT_JSON',
  depth: 'TOO_DEEP',
  members: 'TOO_MANY_MEMBERS',
  duplicate_key: 'DUPLICATE_KEY',
} as const

const invalid = (issues: readonly InputIssue[]): never => {
  throw new ProblemError('VALIDATION_FAILED', { issues })
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

/** A byte order mark is no JSON: whoever signs or compares bytes must not have two spellings. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const textOf = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    return ''
  }
}

const json = (bytes: Uint8Array): unknown => {
  const text: JsonRead = readJson(textOf(bytes), limits)
  if ('value' in text) return text.value
  return invalid([{ path: text.path ?? '', code: faultCodes[text.fault] }])
}

const bodyOf = (row: Operation, bytes: Uint8Array, range: ReadRange | undefined): Members => {
  if (!row.body) return {}
  if (range && range.length !== bytes.length) invalid([{ path: '/range', code: 'INVALID_FORMAT' }])
  // The bytes of a document are no form: only that they are there is looked at.
  return row.media
    ? read(row.body, { content: bytes, ...placeOf(range) }, readReply)
    : read(row.body, json(bytes))
}

const placeOf = (range: ReadRange | undefined): Members =>
  range ? { range: { from: range.from, total: range.total } } : {}

/** What is known before a byte of the body is read. @throws ProblemError 422 naming every faulty member. */
export const withoutBody = ({ row, parameters, query }: Route, range: ReadRange | undefined): Members => ({
  ...queryOf(row, query),
  ...placeOf(range),
  ...(row.params && read(row.params, parameters)),
})

/**
 * Path parameters, query and body in one object, as the implementation gets it.
 *
 * @throws ProblemError 422 naming every faulty member.
 */
export const inputOf = (
  { row, parameters, query }: Route,
  bytes: Uint8Array,
  range?: ReadRange,
): Members => ({
  ...queryOf(row, query),
  ...bodyOf(row, bytes, range),
  ...(row.params && read(row.params, parameters)),
})
