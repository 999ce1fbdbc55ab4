import * as z from 'zod'
import { ClosureRequest, ReinstatementRequest, SuspensionRequest } from '../../src/schemas/index.ts'

export const forms = {
  closure: ClosureRequest,
  suspension: SuspensionRequest,
  reinstatement: ReinstatementRequest,
} as const

/** What a schema wraps, or holds many of. */
const inner = (schema: unknown): unknown => {
  if (schema instanceof z.ZodPipe) return schema.out
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly || schema instanceof z.ZodNullable)
    return schema.unwrap()
  return schema instanceof z.ZodArray ? schema.element : undefined
}

/** Every field of a form by its path, `remedies.kind`; a document reference is what an upload makes, nobody fills it in. */
export const fieldsOf = (schema: unknown, path = ''): readonly string[] => {
  const inside = inner(schema)
  if (inside !== undefined) return fieldsOf(inside, path)
  if (!(schema instanceof z.ZodObject) || path === 'documents') return path === '' ? [] : [path]
  const fields = Object.entries(schema.shape).flatMap(([key, field]) =>
    fieldsOf(field, path === '' ? key : `${path}.${key}`),
  )
  return path === '' ? fields : [path, ...fields]
}
