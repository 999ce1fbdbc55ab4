import * as z from 'zod'

/** Where code may be made of text: not under a strict content security policy, and not after `z.config({ jitless: true })`. */
const mayCompile = (): boolean => z.config().jitless !== true && z.util.allowsEval.value

/** The schema as one function, where that is possible; what it refuses is asked again of the schema itself, which tells why. */
export const compiled = <Output, Input>(schema: z.ZodType<Output, Input>): z.ZodType<Output, Input> =>
  mayCompile() ? z.compile(schema) : schema
