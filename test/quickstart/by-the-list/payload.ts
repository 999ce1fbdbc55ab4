import type { EventType } from 'terminal-lifecycle/domain'
import { LifecycleEvent } from 'terminal-lifecycle/schemas'
import * as z from 'zod'

/** What JSON Schema says of one value; only what these events use. */
interface Shape {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

/** What is known when a payload is drawn: values by the name of the field. */
export interface Known {
  readonly values: Readonly<Record<string, unknown>>
  /** What is at hand where papers are asked for. */
  readonly papers: readonly object[]
  /** Asked for what no name answers. */
  readonly text: (field: string) => string
  readonly instant: () => string
}

const shapes =
  (
    z.toJSONSchema(LifecycleEvent as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
    }) as Shape
  ).oneOf ?? []
const shapeOf = (type: EventType): Shape => {
  const found = shapes.find(({ properties }) => properties?.type?.const === type)
  if (found === undefined) throw new Error(`No schema of ${type}`)
  return found
}

const isPaper = (shape: Shape | undefined): boolean =>
  shape?.properties !== undefined &&
  'digest' in shape.properties &&
  'type' in shape.properties &&
  'id' in shape.properties

const drawn = ({ properties = {}, required = [] }: Shape, known: Known): object => {
  const wanted = Object.keys(properties).filter(
    (name) => required.includes(name) || Object.hasOwn(known.values, name),
  )
  return Object.fromEntries(wanted.map((name) => [name, draw(properties[name] as Shape, name, known)]))
}

const draw = (shape: Shape, field: string, known: Known): unknown => {
  const { values, papers } = known
  if (shape.const !== undefined) return shape.const
  if (isPaper(shape)) return papers[0] ?? drawn(shape, known)
  if (isPaper(shape.items)) return papers
  if (Object.hasOwn(values, field)) {
    const value = values[field]
    if (shape.enum ? shape.enum.includes(value) : shape.type !== 'object' || typeof value === 'object')
      return value
  }
  if (shape.enum) return shape.enum[0]
  const choice = shape.oneOf ?? shape.anyOf
  if (choice) return draw(choice[0] as Shape, field, known)
  if (shape.type === 'object') return drawn(shape, known)
  if (shape.type === 'array')
    return Array.from({ length: shape.minItems ?? 0 }, () => draw(shape.items as Shape, field, known))
  if (shape.type === 'boolean') return true
  if (shape.type === 'integer' || shape.type === 'number')
    return Math.max(shape.minimum ?? 0, (shape.exclusiveMinimum ?? -1) + 1)
  if (shape.format === 'date-time') return known.instant()
  if (shape.format === 'date') return known.instant().slice(0, 10)
  return known.text(field)
}

/** An event of this type as its schema has it: what is required, and what is known besides. */
export const payload = (type: EventType, known: Known): LifecycleEvent =>
  draw(shapeOf(type), '', known) as LifecycleEvent
