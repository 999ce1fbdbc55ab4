import type * as z from 'zod'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly in?: z.ZodType
  readonly out?: z.ZodType
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string>>
}

/**
 * A module in which Zod makes the same shapes, and nothing else: no rule, no text, no table. Each schema that several others
 * share is made once.
 */
export function zodAlone(schemas: readonly z.ZodType[]): { readonly code: string; readonly made: number } {
  const names = new Map<z.ZodType, string>()
  const lines: string[] = []
  const nameOf = (schema: z.ZodType): string => {
    const known = names.get(schema)
    if (known !== undefined) return known
    const text = textOf(schema._zod.def as unknown as Definition)
    const name = `s${names.size}`
    names.set(schema, name)
    lines.push(`export const ${name} = ${text}`)
    return name
  }
  const listOf = (all: readonly z.ZodType[]) => `[${all.map(nameOf)}]`
  const textOf = (def: Definition): string => {
    const { type, shape, options, items, innerType, element, valueType, values, entries } = def
    if (shape)
      return `z.object({${Object.entries(shape).map(([key, one]) => `${JSON.stringify(key)}:${nameOf(one)}`)}})`
    if (options) return `z.union(${listOf(options)})`
    if (items) return `z.tuple(${listOf(items)})`
    if (element) return `z.array(${nameOf(element)})`
    if (valueType) return `z.record(z.string(), ${nameOf(valueType)})`
    if (def.in && def.out) return `z.pipe(${nameOf(def.in)}, ${nameOf(def.out)})`
    if (innerType)
      return `z.${type === 'optional' || type === 'nullable' ? type : 'optional'}(${nameOf(innerType)})`
    if (values) return `z.literal(${JSON.stringify(values)})`
    if (entries) return `z.enum(${JSON.stringify(Object.values(entries))})`
    return type === 'number' || type === 'boolean' ? `z.${type}()` : 'z.string()'
  }
  for (const schema of schemas) nameOf(schema)
  return { code: `import * as z from 'zod'\n${lines.join('\n')}\n`, made: names.size }
}
