import { contract, type Operation, type OperationName, parameterNames } from '../contract/index.ts'
import type { InputIssue } from '../errors/index.ts'
import type { Mappings } from './mappings.ts'
import type { AcquirerClientOptions } from './options.ts'

const rowOf = (name: string): Operation | undefined =>
  Object.hasOwn(contract, name) ? (contract[name as OperationName] as Operation) : undefined

/** One path without query or fragment; no segment of dots, no empty one but the last. */
const plainPath = /^(\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~!$&'()*+,;=:@%{}-]+)+\/?$/

const wanted = (path: string): string => parameterNames(path).toSorted().join()

const isPath = (path: unknown, row: Operation): boolean =>
  typeof path === 'string' && plainPath.test(path) && wanted(path) === wanted(row.path)

const methods: readonly unknown[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', undefined]

const isMethod = (method: unknown, row: Operation): boolean =>
  methods.includes(method) && (method !== 'GET' || row.method === 'GET')

const mappingIssues = (name: string, mapping: unknown): readonly InputIssue[] => {
  const row = rowOf(name)
  const path = `/mappings/${name}`
  if (!row) return [{ path, code: 'UNKNOWN_OPERATION' }]
  if (typeof mapping !== 'object' || mapping === null) return [{ path, code: 'WRONG_TYPE' }]
  const { method, request, reply, ...others }: Readonly<Record<string, unknown>> = { ...mapping }
  return [
    ...(isMethod(method, row) ? [] : [{ path: `${path}/method`, code: 'NOT_ALLOWED_VALUE' }]),
    ...Object.entries({ request, reply }).flatMap(([member, value]) =>
      value === undefined || typeof value === 'function'
        ? []
        : [{ path: `${path}/${member}`, code: 'WRONG_TYPE' }],
    ),
    ...Object.keys(others).map((member) => ({ path: `${path}/${member}`, code: 'UNKNOWN_FIELD' })),
  ]
}

/** What is wrong with `pathMap` and `mappings`, of which a wrong name would otherwise simply do nothing. */
export const plugIssues = (
  pathMap: NonNullable<AcquirerClientOptions['pathMap']>,
  mappings: Mappings,
): readonly InputIssue[] => [
  ...Object.entries(pathMap).flatMap(([name, path]) => {
    const row = rowOf(name)
    if (!row) return [{ path: `/pathMap/${name}`, code: 'UNKNOWN_OPERATION' }]
    return isPath(path, row) ? [] : [{ path: `/pathMap/${name}`, code: 'INVALID_FORMAT' }]
  }),
  ...Object.entries(mappings).flatMap(([name, mapping]) => mappingIssues(name, mapping)),
]
