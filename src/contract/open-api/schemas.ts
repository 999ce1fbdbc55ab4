import * as z from 'zod'
import { withRules } from '../../schemas/index.ts'
import type { Operation, Schema } from '../operation.ts'
import { namedSchemas, pascal } from './components.ts'

/** Plain JSON. */
export type Json = Record<string, unknown>

const home = '#/components/schemas/'
/** Parts of a row that are schemas of a body; its bytes have none. */
const bodies = ['body', 'reply'] as const

/** All schemas of these rows, once each, and how to refer to one. */
export interface SchemaBook {
  readonly components: Readonly<Record<string, Json>>
  /** A reference where the schema has a name, else the schema itself. */
  refer(schema: Schema): Json
  /** Parameters by name, as the query or the path has them. */
  members(schema: Schema | undefined): readonly (readonly [name: string, schema: Json, required: boolean])[]
}

/** Rows know their schemas only by type; each of them is a Zod schema. */
const zodOf = (schema: Schema): z.core.$ZodType => schema as z.core.$ZodType

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** A choice between named objects is told apart by `type` wherever each of them has its own. */
const withDiscriminators = (value: unknown, typeOf: (ref: string) => string | undefined): unknown => {
  if (Array.isArray(value)) return value.map((item) => withDiscriminators(item, typeOf))
  if (!isJson(value)) return value
  const inner: Json = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withDiscriminators(member, typeOf)]),
  )
  const refs = Array.isArray(inner.oneOf) ? inner.oneOf.map((one: Json) => String(one.$ref)) : []
  const types = refs.map(typeOf)
  if (refs.length === 0 || types.includes(undefined)) return inner
  const mapping = Object.fromEntries(refs.map((ref, place) => [types[place], ref]))
  return { ...inner, discriminator: { propertyName: 'type', mapping } }
}

const typeIn = (schema: unknown): string | undefined => {
  const { properties = {} } = isJson(schema) ? schema : {}
  const { type } = properties as { type?: { const?: unknown } }
  return typeof type?.const === 'string' ? type.const : undefined
}

const refsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (!isJson(value)) return []
  const own = typeof value.$ref === 'string' ? [value.$ref.slice(home.length)] : []
  return [...own, ...Object.values(value).flatMap(refsIn)]
}

/** What is reached from the rows, by whatever way. */
const reachable = (schemas: Readonly<Record<string, Json>>, from: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name) || !schemas[name]) return
    seen.add(name)
    for (const next of refsIn(schemas[name])) visit(next)
  }
  for (const name of from) visit(name)
  return seen
}

export const schemaBook = (rows: readonly Operation[]): SchemaBook => {
  const names = new Map<Schema, string>(namedSchemas().map(([name, schema]) => [schema, name]))
  for (const row of rows) {
    for (const part of bodies) {
      const schema = part === 'body' && row.media ? undefined : row[part]
      if (schema && !names.has(schema)) names.set(schema, `${pascal(row.name)}${pascal(part)}`)
    }
    for (const part of ['params', 'query'] as const) {
      const schema = row[part]
      if (schema && !names.has(schema)) names.set(schema, `~${row.name}.${part}`)
    }
  }
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of names) registry.add(zodOf(schema), { id })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    override: withRules,
    uri: (id) => `${home}${id}`,
  }) as unknown as { schemas: Record<string, Json> }
  const bare = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  )
  const typeOf = (ref: string): string | undefined => typeIn(bare[ref.slice(home.length)])
  const all = Object.fromEntries(
    Object.entries(bare).map(([name, schema]) => [name, withDiscriminators(schema, typeOf) as Json]),
  )
  const isNamed = (name: string): boolean => !name.startsWith('~')
  const wanted = reachable(all, [
    ...rows.flatMap((row) => partsOf(row).map((schema) => names.get(schema) ?? '')),
    'Problem',
  ])
  return {
    components: Object.fromEntries(Object.entries(all).filter(([name]) => isNamed(name) && wanted.has(name))),
    refer: (schema) => ({ $ref: `${home}${names.get(schema)}` }),
    members: (schema) => {
      const { properties = {}, required = [] } = (schema && all[names.get(schema) ?? '']) || {}
      return Object.entries(properties as Record<string, Json>).map(([name, inner]) => [
        name,
        inner,
        (required as readonly string[]).includes(name),
      ])
    },
  }
}

const partsOf = (row: Operation): readonly Schema[] =>
  [row.params, row.query, row.media ? undefined : row.body, row.replyMedia ? undefined : row.reply].filter(
    (schema) => schema !== undefined,
  )
