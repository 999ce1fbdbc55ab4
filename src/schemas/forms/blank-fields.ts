import * as z from 'zod'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''

/** A text, a number written as text, a day, one word of a list: what a form sends as text, and may be left out. */
const isOptionalText = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional && ['string', 'enum'].includes((schema.unwrap() as z.ZodType)._zod.def.type)

/** No form goes deeper than papers and their facts. */
const deepest = 6

/** Most forms have no blank field, and are read as they came; what is no plain form is copied field by field all the same. */
const mayHoldBlank = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return isBlank(value)
  if (depth > deepest) return true
  if (Array.isArray(value)) return value.some((item) => mayHoldBlank(item, depth + 1))
  return (
    Object.getPrototypeOf(value) !== Object.prototype ||
    Object.values(value).some((field) => mayHoldBlank(field, depth + 1))
  )
}

const without = (schema: unknown, value: unknown): unknown => {
  if (schema instanceof z.ZodOptional) return without(schema.unwrap(), value)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => without(schema.element, item))
  if (!(schema instanceof z.ZodObject) || !isFields(value)) return value
  const { shape } = schema
  const known = (key: string): unknown => (Object.hasOwn(shape, key) ? shape[key] : undefined)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !(isBlank(field) && isOptionalText(known(key))))
      .map(([key, field]) => [key, without(known(key), field)]),
  )
}

/**
 * An HTML form sends the fields that nobody filled in as empty texts: in an optional field that is the same as none. Where
 * a field must be filled in, an empty one is still missing.
 */
export const blankIsAbsent = <Form extends z.ZodType>(form: Form): z.ZodType<z.output<Form>, z.input<Form>> =>
  z.preprocess((value) => (mayHoldBlank(value) ? without(form, value) : value), form) as unknown as z.ZodType<
    z.output<Form>,
    z.input<Form>
  >
