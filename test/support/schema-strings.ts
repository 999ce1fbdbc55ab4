import type * as z from 'zod'

/** What a schema says of itself, as far as its strings are looked for. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Judge>>
  readonly element?: Judge
  readonly items?: readonly Judge[]
  readonly options?: readonly Judge[]
  readonly innerType?: Judge
  readonly in?: Judge
  readonly out?: Judge
  readonly keyType?: Judge
  readonly valueType?: Judge
  readonly catchall?: Judge
}
interface Judge {
  readonly _zod: { readonly def: Definition }
}

/** A string that a schema takes: where it stands, and the schema that judges it alone. */
export interface SchemaString {
  /** `/documents/*` for the items of a list, `/facts/~` for the keys of an object with free keys. */
  readonly path: string
  readonly judge: z.ZodType
}

/** Every string of a schema by its path, keys that are free included; what is closed (enumerations, literals) has none. */
export const stringsOf = (schema: unknown, path = '', above: readonly unknown[] = []): SchemaString[] => {
  const judge = schema as Judge
  if (above.includes(judge)) return []
  const { def } = judge._zod
  const inner = (next: Judge | undefined, part = ''): SchemaString[] =>
    next ? stringsOf(next, `${path}${part}`, [...above, judge]) : []
  if (def.type === 'string') return [{ path, judge: schema as z.ZodType }]
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([name, field]) => inner(field, `/${name}`)),
    ...inner(def.element, '/*'),
    ...(def.items ?? []).flatMap((item, place) => inner(item, `/${place}`)),
    ...(def.options ?? []).flatMap((option) => inner(option)),
    ...inner(def.innerType),
    ...inner(def.in),
    ...inner(def.out),
    ...inner(def.keyType, '/~'),
    ...inner(def.valueType, '/*'),
    ...inner(def.catchall, '/*'),
  ]
}
