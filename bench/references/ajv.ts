import * as z from 'zod'
import { installed } from './installed.ts'

/** What is used of ajv. */
interface Ajv {
  addKeyword(keyword: {
    keyword: string
    type: string
    compile: (place: number) => (value: unknown) => boolean
  }): void
  compile(schema: object): (value: unknown) => boolean
}

const { default: AjvOf } = await installed<{ default: new (options: object) => Ajv }>('ajv')

type Check = z.core.$ZodCheck
type Judge = (value: unknown) => boolean

/** The checks that JSON Schema cannot say, one after the other, as Zod would call them; what they change is thrown away. */
const judgeOf =
  (checks: readonly Check[]): Judge =>
  (value) => {
    const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] }
    for (const { _zod } of checks) _zod.check(payload)
    return payload.issues.length === 0
  }

/** What stands before a form only makes it ready: blank fields left out, secrets of a report masked. */
const checked = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.core.$ZodPipe ? checked(schema._zod.def.out) : schema

/**
 * Ajv compiled from the JSON Schema of one of our schemas, with the same functions for what JSON Schema cannot say. It only
 * answers yes or no: it makes no new object, changes nothing, and does not look at the names of keys that it refuses anyway.
 *
 * @example const isClosureRequest = ajvOf(ClosureRequest)
 */
export const ajvOf = (schema: z.ZodType): Judge => {
  const judges: Judge[] = []
  const ajv = new AjvOf({
    ...{ discriminator: true, strictTypes: false, allowUnionTypes: true },
    // Zod's patterns say all that its formats do, and it counts the units of a text, not its characters.
    ...{ validateFormats: false, unicode: false, logger: false },
  })
  // A keyword of a type runs after the others of that type.
  for (const type of ['string', 'number', 'integer', 'array', 'object'])
    ajv.addKeyword({ keyword: `judges-${type}`, type, compile: (place) => judges[place] ?? (() => false) })
  const json = z.toJSONSchema(checked(schema), {
    ...{ io: 'input', reused: 'inline', target: 'draft-7' },
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod as { def: { checks?: readonly Check[]; discriminator?: string } }
      if (def.discriminator !== undefined) jsonSchema.discriminator = { propertyName: def.discriminator }
      const own = (def.checks ?? []).filter(({ _zod }) => ['custom', 'overwrite'].includes(_zod.def.check))
      if (own.length > 0) jsonSchema[`judges-${jsonSchema.type}`] = judges.push(judgeOf(own)) - 1
    },
  })
  return ajv.compile(json)
}
