import { type EventType, profileOf } from 'terminal-lifecycle/domain'
import { LifecycleEvent } from 'terminal-lifecycle/schemas'
import * as z from 'zod'

const asked = { unrepresentable: 'any', io: 'input' } as const

/** A part of a JSON Schema, as far as a form needs it. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly propertyNames?: Shape
}

/** How a field of an event is asked for. */
type FieldKind =
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'whole' }
  | { readonly kind: 'day' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'money' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'must'; readonly value: boolean }
  | { readonly kind: 'lines' }
  /** Papers that are on file: one, or any. */
  | { readonly kind: 'paper' }
  | { readonly kind: 'papers' }
  /** What the sender has read of those papers: it follows from them. */
  | { readonly kind: 'vouched' }
  /** A list of checks, each passed or not. */
  | { readonly kind: 'checks'; readonly names: readonly string[] }
  /** Some names, each on or off, or not spoken of. */
  | { readonly kind: 'switches'; readonly names: readonly string[] }
  | { readonly kind: 'group'; readonly fields: readonly ActField[] }
  /** A list of the same again: the paths of its fields are within a row. */
  | { readonly kind: 'rows'; readonly fields: readonly ActField[] }

export type ActField = {
  readonly name: string
  readonly path: string
  readonly optional: boolean
} & FieldKind

/** Texts of so many characters are sentences. */
const longest = 500

const has = ({ properties = {} }: Shape, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(properties, name))

const ofList = (items: Shape): FieldKind | undefined => {
  if (items.enum) return { kind: 'choices', values: items.enum }
  if (items.type === 'string') return { kind: 'lines' }
  if (has(items, 'documentId', 'digest')) return { kind: 'vouched' }
  if (has(items, 'id', 'type', 'digest')) return { kind: 'papers' }
  const names = items.properties?.name?.enum
  if (names && has(items, 'passed')) return { kind: 'checks', names }
  const fields = items.properties && fieldsOf(items, '')
  return fields ? { kind: 'rows', fields } : undefined
}

/** `undefined`: a form has no way to ask for it. */
const kindOf = (shape: Shape, path: string): FieldKind | undefined => {
  if (shape.const !== undefined)
    return typeof shape.const === 'boolean' ? { kind: 'must', value: shape.const } : undefined
  const [one, ...others] = (shape.anyOf ?? []).filter(({ type }) => type !== 'null')
  if (one && others.length === 0) return kindOf(one, path)
  if (shape.propertyNames?.enum) return { kind: 'switches', names: shape.propertyNames.enum }
  if (shape.enum) return { kind: 'choice', values: shape.enum }
  if (shape.type === 'boolean') return { kind: 'yesNo' }
  if (shape.type === 'integer' || shape.type === 'number') return { kind: 'whole' }
  if (shape.format === 'date') return { kind: 'day' }
  if (shape.format === 'date-time') return { kind: 'instant' }
  if (shape.type === 'string')
    return { kind: 'text', long: shape.pattern === undefined && (shape.maxLength ?? longest) >= longest }
  if (shape.type === 'array') return shape.items && ofList(shape.items)
  if (has(shape, 'amount', 'currency')) return { kind: 'money' }
  if (has(shape, 'id', 'type', 'digest')) return { kind: 'paper' }
  const fields = shape.properties && fieldsOf(shape, `${path}.`)
  return fields ? { kind: 'group', fields } : undefined
}

/** `undefined` where something that is required cannot be asked for; what is optional and cannot is left out. */
const fieldsOf = (
  { properties = {}, required = [] }: Shape,
  prefix: string,
): readonly ActField[] | undefined => {
  const fields: ActField[] = []
  for (const [name, shape] of Object.entries(properties)) {
    const optional = !required.includes(name)
    const kind = kindOf(shape, prefix + name)
    if (kind) fields.push({ name, path: prefix + name, optional, ...kind })
    else if (!optional) return undefined
  }
  return fields
}

/** What a form for a schema asks for, member by member; a member that no form can ask for is left out. */
export const fieldsOfSchema = (schema: z.ZodType): readonly ActField[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, asked) as Shape
  return Object.entries(properties).flatMap(([name, shape]) => {
    const kind = kindOf(shape, name)
    return kind ? [{ name, path: name, optional: !required.includes(name), ...kind }] : []
  })
}

/** The field in one of the rows of a list. */
export const inRow = (rows: ActField, place: number, field: ActField): ActField => ({
  ...field,
  path: `${rows.path}.${place}.${field.path}`,
})

/** Read once: the schema of all events is large. */
const shapes: ReadonlyMap<unknown, Shape> = (() => {
  const { oneOf = [] } = z.toJSONSchema(LifecycleEvent, asked) as Shape
  return new Map(oneOf.map((shape) => [shape.properties?.type?.const, shape]))
})()

/** They have pages of their own: what they ask for depends on a paper, on a reason, or on another act. */
const withPage: ReadonlySet<EventType> = new Set([
  'document.added',
  'document.checked',
  'closure.requested',
  'suspension.requested',
  'reinstatement.requested',
  'act.proposed',
])

/** What a form for this event asks for; `undefined`: it has a page of its own, or is nobody's at the provider. */
export const actFields = (type: EventType): readonly ActField[] | undefined => {
  const { properties: { type: _, ...properties } = {}, ...shape } = shapes.get(type) ?? {}
  return !withPage.has(type) && profileOf(type).roles.includes('provider')
    ? fieldsOf({ ...shape, properties }, '')
    : undefined
}
