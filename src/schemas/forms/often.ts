import * as z from 'zod'
import { unconditional } from './unconditional.ts'

/** Making code of a schema takes as long as some hundred readings, so it is made of what is read often. */
const often = 100

/** Where code may be made of text: not under a strict content security policy, and not after `z.config({ jitless: true })`. */
const mayCompile = (): boolean => z.config().jitless !== true && z.util.allowsEval.value

/** `safeParse` of one schema. */
export type Reader<Output> = (value: unknown) => z.ZodSafeParseResult<Output>

/** Zod has it since 4.5.0; an older one that somebody forces in has none. */
type Compile = typeof z.compile | undefined

/** What the code refuses is read again by `safeParse` of what it is made of: here by that of the schema itself. */
const codeOf = <Output>(schema: z.ZodType<Output>, compile: NonNullable<Compile>): z.ZodType<Output> => {
  const { safeParse } = schema
  const copy = unconditional(schema)
  return compile(copy === schema ? schema : Object.assign(copy, { safeParse }))
}

/** As `readOften`, with the `compile` that Zod has or has not. */
export const readerBy = <Output>(schema: z.ZodType<Output>, compile: Compile): Reader<Output> => {
  let [ready, reads] = [schema, 0]
  return (value) => {
    if (reads < often) {
      reads += 1
      if (reads === often && compile !== undefined && mayCompile()) ready = codeOf(schema, compile)
    }
    return ready.safeParse(value)
  }
}

/**
 * `safeParse` of a schema, for whoever reads by it again and again: from the hundredth time on by code that is made of it. What
 * that refuses the schema reads again, so that issues are the same.
 *
 * @example const readTerminal = readOften(Terminal)
 */
export const readOften = <Output>(schema: z.ZodType<Output>): Reader<Output> => readerBy(schema, z.compile)
