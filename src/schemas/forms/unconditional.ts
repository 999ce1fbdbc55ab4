import * as z from 'zod'
import { withoutCondition } from './cross-field.ts'

type Schema = z.core.$ZodType
type Members = Readonly<Record<string, unknown>>

/** Where schemas have others below them. One that has them elsewhere stays as it is. */
const places = ['shape', 'options', 'element', 'valueType', 'innerType', 'in', 'out'] as const

const below = (part: unknown): unknown => {
  if (part instanceof z.core.$ZodType) return unconditional(part)
  if (Array.isArray(part)) return part.map(below)
  return Object.fromEntries(Object.entries(part as Members).map(([name, member]) => [name, below(member)]))
}

const isSame = (copy: unknown, part: unknown): boolean =>
  copy === part ||
  (typeof copy === 'object' &&
    !(copy instanceof z.core.$ZodType) &&
    Object.entries(copy as Members).every(([name, member]) => (part as Members)[name] === member))

const copied = (schema: Schema): Schema => {
  const def = schema._zod.def as z.core.$ZodTypeDef & Members
  const copies = places
    .filter((place) => typeof def[place] === 'object')
    .map((place) => [place, below(def[place])] as const)
    .filter(([place, copy]) => !isSame(copy, def[place]))
  const checks = def.checks?.map(withoutCondition)
  if (copies.length === 0 && isSame(checks, def.checks)) return schema
  return z.core.clone(schema, { ...def, checks, ...Object.fromEntries(copies) } as z.core.$ZodTypeDef)
}

const known = new WeakMap<Schema, Schema>()

/**
 * The schema with its rules over several fields as plain checks. What the one takes, the other takes: where every field is right,
 * each rule is asked. Only of what is refused they tell different issues.
 *
 * Zod makes no code of an object with a rule that is asked on a condition; of this copy it does.
 */
export const unconditional = <Of extends Schema>(schema: Of): Of => {
  const copy = known.get(schema)
  if (copy !== undefined) return copy as Of
  // One that holds itself comes here again while it is copied, and stays as it is: Zod makes no code of it anyway.
  known.set(schema, schema)
  known.set(schema, copied(schema))
  return known.get(schema) as Of
}
