import type { EventType } from 'terminal-lifecycle/domain'
import { LifecycleEvent, toJsonSchema } from 'terminal-lifecycle/schemas'

/** What of JSON Schema the events use. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly additionalProperties?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
}

export const variantsOf = (schema: Schema): readonly Schema[] => schema.oneOf ?? schema.anyOf ?? []

/** What stands there in any case; nobody is asked for it. */
export const constOf = (schema: Schema): unknown =>
  schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined)

/** The type of event that a variant is for. */
export const typeOf = (schema: Schema): EventType =>
  String(constOf(schema.properties?.type ?? {})) as EventType

let made: ReadonlyMap<EventType, Schema> | undefined

/** Every event as a schema of its own, made from the library's Zod schema when it is first asked for. */
const all = (): ReadonlyMap<EventType, Schema> =>
  (made ??= new Map(
    variantsOf(toJsonSchema(LifecycleEvent) as Schema).map((variant) => [typeOf(variant), variant]),
  ))

export const schemaOf = (type: EventType): Schema => all().get(type) ?? {}

/** `null` or something: that something. */
export const withoutNull = (schema: Schema): Schema =>
  variantsOf(schema).length === 2 && variantsOf(schema).some(({ type }) => type === 'null')
    ? (variantsOf(schema).find(({ type }) => type !== 'null') ?? schema)
    : schema
