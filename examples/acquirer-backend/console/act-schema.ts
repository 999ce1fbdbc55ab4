import { type EventType, profileOf } from 'terminal-lifecycle/domain'
import { LifecycleEvent } from 'terminal-lifecycle/schemas'
import * as z from 'zod'

/** A part of a JSON Schema, as far as a form needs it. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
}

/** How a field of an event is asked for. */
type FieldKind =
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'whole' }
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
  | { readonly kind: 'group'; readonly fields: readonly ActField[] }

export type ActField = {
  readonly name: string
  readonly path: string
  readonly optional: boolean
} & FieldKind

const has = ({ properties = {} }: Shape, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(properties, name))

const ofList = (items: Shape): FieldKind | undefined => {
  if (items.enum) return { kind: 'choices', values: items.enum }
  if (items.type === 'string') return { kind: 'lines' }
  if (has(items, 'documentId', 'digest')) return { kind: 'vouched' }
  if (has(items, 'id', 'type', 'digest')) return { kind: 'papers' }
  const names = items.properties?.name?.enum
  return names && has(items, 'passed') ? { kind: 'checks', names } : undefined
}

/** `undefined`: a form has no way to ask for it. */
const kindOf = (shape: Shape, path: string): FieldKind | undefined => {
  if (shape.const !== undefined)
    return typeof shape.const === 'boolean' ? { kind: 'must', value: shape.const } : undefined
  if (shape.enum) return { kind: 'choice', values: shape.enum }
  if (shape.type === 'boolean') return { kind: 'yesNo' }
  if (shape.type === 'integer' || shape.type === 'number') return { kind: 'whole' }
  if (shape.type === 'string') return { kind: 'text', long: shape.pattern === undefined }
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
    if (name === 'type' && prefix === '') continue
    const optional = !required.includes(name)
    const kind = kindOf(shape, prefix + name)
    if (kind) fields.push({ name, path: prefix + name, optional, ...kind })
    else if (!optional) return undefined
  }
  return fields
}

/** Read once: the schema of all events is large. */
const shapes: ReadonlyMap<unknown, Shape> = (() => {
  const { oneOf = [] } = z.toJSONSchema(LifecycleEvent, { unrepresentable: 'any', io: 'input' }) as Shape
  return new Map(oneOf.map((shape) => [shape.properties?.type?.const, shape]))
})()

/** Their papers are new ones, which are uploaded first. */
const withUpload: ReadonlySet<EventType> = new Set(['document.added'])

/** What a form for this event asks for; `undefined`: it does not fit a form. */
export const actFields = (type: EventType): readonly ActField[] | undefined => {
  const shape = shapes.get(type)
  return shape && !withUpload.has(type) && profileOf(type).roles.includes('provider')
    ? fieldsOf(shape, '')
    : undefined
}
