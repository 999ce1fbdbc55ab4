/** As much of JSON Schema as the contracts of the vendors use. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly maxProperties?: number
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

export type Definitions = Readonly<Record<string, Schema>>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
}

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z+.-]*:\S+$/,
  uuid: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
}

const sizes = (schema: Schema, value: unknown): boolean => {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  if (typeof value === 'number') return value >= minimum && value <= maximum
  return typeof value !== 'string' || (value.length >= minLength && value.length <= maxLength)
}

/** Where a value differs from its schema, as paths with a word; empty: it fits. */
export function misfits(schema: Schema, value: unknown, all: Definitions, path = ''): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = all[schema.$ref.replace('#/components/schemas/', '')]
    return target ? misfits(target, value, all, path) : [`${path} ${schema.$ref} leads nowhere`]
  }
  const { type, oneOf, items, properties = {}, required = [], additionalProperties = true } = schema
  if (type !== undefined && !types[type]?.(value)) return [`${path} is no ${type}`]
  const found: string[] = []
  if (schema.enum && !schema.enum.includes(value)) found.push(`${path} is none of the values`)
  const format = schema.format === undefined ? undefined : formats[schema.format]
  if (format && typeof value === 'string' && !format.test(value)) found.push(`${path} is no ${schema.format}`)
  if (!sizes(schema, value)) found.push(`${path} is too short, too long, too small or too large`)
  if (oneOf && oneOf.filter((one) => misfits(one, value, all).length === 0).length !== 1)
    found.push(`${path} is not exactly one of the forms`)
  if (Array.isArray(value) && items)
    found.push(...value.flatMap((item, index) => misfits(items, item, all, `${path}/${index}`)))
  if (!isObject(value)) return found
  found.push(...required.filter((name) => !(name in value)).map((name) => `${path}/${name} is missing`))
  if (Object.keys(value).length > (schema.maxProperties ?? Number.POSITIVE_INFINITY))
    found.push(`${path} has too many members`)
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    if (known === false) found.push(`${path}/${name} is not in the contract`)
    else if (typeof known === 'object') found.push(...misfits(known, member, all, `${path}/${name}`))
  }
  return found
}
