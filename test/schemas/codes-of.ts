import type * as z from 'zod'
import { parseForm } from '../../src/schemas/index.ts'

/** The problems of a form as `code path`, in the order found; none when it is good. */
export const codesOf = (schema: z.ZodType, input: unknown): readonly string[] => {
  const result = parseForm(schema, input)
  return result.success ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}
