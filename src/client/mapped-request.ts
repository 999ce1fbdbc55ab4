import type { InputIssue } from '../errors/index.ts'
import type { MappedRequest } from './mappings.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of something that nobody waited for nothing would be sent: it has no members, and no JSON but `{}`. */
export const isPromise = (value: unknown): boolean => isObject(value) && typeof value.then === 'function'

const inQuery: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'undefined'])

const queryIssues = (query: unknown, path: string): readonly InputIssue[] => {
  if (query === undefined) return []
  if (!isObject(query) || isPromise(query)) return [{ path, code: 'WRONG_TYPE' }]
  return Object.entries(query).flatMap(([name, value]) =>
    inQuery.has(typeof value) ? [] : [{ path: `${path}/${name}`, code: 'WRONG_TYPE' }],
  )
}

/** What a mapping has made and would be left out, or sent as something else; of the platform's own refusal nobody learns whose it is. */
export const mappedIssues = (made: MappedRequest, method: string, path: string): readonly InputIssue[] => {
  if (!isObject(made) || isPromise(made)) return [{ path, code: 'WRONG_TYPE' }]
  const { query, body, headers: _, ...others }: Readonly<Record<string, unknown>> = made
  return [
    ...queryIssues(query, `${path}/query`),
    ...(isPromise(body) ? [{ path: `${path}/body`, code: 'WRONG_TYPE' }] : []),
    ...(method === 'GET' && body !== undefined ? [{ path: `${path}/body`, code: 'NOT_ALLOWED_VALUE' }] : []),
    ...Object.keys(others).map((member) => ({ path: `${path}/${member}`, code: 'UNKNOWN_FIELD' })),
  ]
}
