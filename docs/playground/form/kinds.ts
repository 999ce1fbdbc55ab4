import { constOf, type Schema, variantsOf, withoutNull } from './schema.ts'

export type FieldKind =
  | 'fixed'
  | 'choice'
  | 'flag'
  | 'moment'
  | 'day'
  | 'money'
  | 'whole'
  | 'several'
  | 'list'
  | 'variants'
  | 'facts'
  | 'flags'
  | 'group'
  | 'long'
  | 'text'

/** How a value is asked for. */
export function kindOf(given: Schema): FieldKind {
  const schema = withoutNull(given)
  const { type, properties, items } = schema
  if (constOf(schema) !== undefined) return 'fixed'
  if (schema.enum) return 'choice'
  if (variantsOf(schema).length > 0) return 'variants'
  if (type === 'boolean') return 'flag'
  if (type === 'integer' || type === 'number') return 'whole'
  if (type === 'array') return items?.enum ? 'several' : 'list'
  if (type === 'object' && properties === undefined)
    return (schema.additionalProperties as Schema | undefined)?.type === 'boolean' ? 'flags' : 'facts'
  if (type === 'object')
    return Object.keys(properties ?? {})
      .sort()
      .join() === 'amount,currency'
      ? 'money'
      : 'group'
  if (schema.format === 'date-time') return 'moment'
  if (schema.format === 'date') return 'day'
  return (schema.maxLength ?? 0) > 200 ? 'long' : 'text'
}

/** What a list or a field that is added begins with. */
export function emptyOf(given: Schema, currency: string): unknown {
  const schema = withoutNull(given)
  switch (kindOf(schema)) {
    case 'fixed':
      return constOf(schema)
    case 'money':
      return { currency }
    case 'list':
    case 'several':
      return []
    case 'choice':
      return schema.enum?.[0]
    case 'group': {
      const required = new Set(schema.required ?? [])
      const own = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name))
      return Object.fromEntries(
        own.flatMap(([name, inner]) => {
          const value = emptyOf(inner, currency)
          return value === undefined ? [] : [[name, value]]
        }),
      )
    }
    case 'facts':
    case 'flags':
    case 'variants':
      return {}
    default:
      return ''
  }
}
