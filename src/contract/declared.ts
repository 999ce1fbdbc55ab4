import type * as z from 'zod'
import { operations } from './contract.ts'
import { Problem } from './problem.ts'

type Inner = { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }

const isSchema = (value: unknown): value is Inner =>
  typeof value === 'object' && value !== null && '_zod' in value

/** The schemas inside one, whatever its kind calls them. */
const innerOf = (value: unknown): readonly Inner[] => {
  if (isSchema(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).filter(isSchema)
}

/** The names of all fields of the contract. */
const collect = (): ReadonlySet<string> => {
  const names = new Set<string>()
  const seen = new Set<Inner>()
  const visit = (schema: Inner): void => {
    if (seen.has(schema)) return
    seen.add(schema)
    const { shape, getter, ...def } = schema._zod.def
    if (typeof shape === 'object' && shape !== null) for (const name of Object.keys(shape)) names.add(name)
    const lazy: unknown = typeof getter === 'function' ? getter() : undefined
    for (const inner of [shape, lazy, ...Object.values(def)].flatMap(innerOf)) visit(inner)
  }
  for (const { params, query, body, reply } of operations)
    for (const schema of [params, query, body, reply, Problem].flatMap(innerOf)) visit(schema)
  return names
}

let names: ReadonlySet<string> | undefined

/** Is it an index, or the name of a field of the contract? Any other key of a body is somebody else's word, and may be a secret. */
const isDeclared = (key: string): boolean => {
  names ??= collect()
  return /^\d{1,6}$/.test(key) || names.has(key)
}

/**
 * A JSON Pointer into an answer of the other side, with `[REDACTED]` for every key that the contract does not know.
 *
 * @example declaredPointer('/holds/0/hunter2') // '/holds/0/[REDACTED]'
 */
export const declaredPointer = (pointer: string): string =>
  pointer
    .split('/')
    .map((key) => (key === '' || isDeclared(key) ? key : '[REDACTED]'))
    .join('/')

/** The same of a path as Zod tells it. */
export const declaredPath = (path: z.core.$ZodIssue['path']): string =>
  path.map((key) => `/${isDeclared(String(key)) ? String(key) : '[REDACTED]'}`).join('')
