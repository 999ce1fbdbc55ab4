import * as z from 'zod'
import { type IssueCode, isIssueCode } from './forms/codes.ts'
import { pointer } from './forms/pointer.ts'

/** A rule that JSON Schema has no words for. It stands in `x-rules`, at the part of the schema that it is about. */
export interface JsonRule {
  /** What `parseForm` may say where it is broken; of several the one that fits. */
  readonly codes: readonly IssueCode[]
  /** Fields of this object that it looks at; left out: the value itself. */
  readonly reads?: readonly string[]
  /** JSON Pointer from this object to the field that is shown. */
  readonly path?: string
  /** The field that makes another one needed. */
  readonly because?: string
  /** It is about every key or text, however deep. */
  readonly anywhere?: true
}

/** JSON Schema 2020-12, plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What a check of ours carries beside what Zod knows of it. */
interface Told {
  readonly codes?: readonly IssueCode[]
  readonly reads?: readonly string[]
  readonly _zod: {
    readonly def: {
      readonly check?: string
      readonly path?: readonly PropertyKey[]
      readonly params?: { readonly code?: unknown; readonly because?: unknown }
    }
  }
}

const rulesOf = ({ codes, reads, _zod: { def } }: Told): readonly JsonRule[] => {
  if (codes) return [{ codes }]
  const { params: { code, because } = {}, path } = def
  if (!isIssueCode(code)) return []
  return [
    {
      codes: [code],
      ...(reads && { reads }),
      ...(path && path.length > 0 && { path: pointer(path.map(String)) }),
      ...(typeof because === 'string' && { because }),
    },
  ]
}

/** Every form is looked through for them before its schema reads it. */
const everywhere: JsonRule = {
  codes: ['FORBIDDEN_FIELD', 'UNKNOWN_FIELD', 'TOO_DEEP', 'TOO_BIG'],
  anywhere: true,
}

/**
 * For `override` of `z.toJSONSchema`: names beside each part what JSON Schema cannot say of it, and says that a text which is
 * trimmed has to have something in it.
 */
export const withRules = ({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodTypes
  readonly jsonSchema: z.core.JSONSchema.BaseSchema
}): void => {
  const checks = (zodSchema._zod.def.checks ?? []) as unknown as readonly Told[]
  const rules = checks.flatMap(rulesOf)
  if (rules.length > 0) jsonSchema['x-rules'] = rules
  const changed = checks.some(({ _zod }) => _zod.def.check === 'overwrite')
  if (changed && (jsonSchema.minLength ?? 0) > 0) jsonSchema.pattern ??= '\\S'
}

/**
 * The form, paper or event as JSON Schema, for form builders and for other languages. What it refuses `parseForm` refuses too,
 * but for fields left blank, which `parseForm` takes for absent. What it takes may still be refused: by a rule over several
 * fields, a check digit, a secret in a text. Each of those is named in `x-rules` where it applies, so that nobody takes the
 * schema for all of it.
 *
 * @example JSON.stringify(toJsonSchema(ClosureRequest))
 */
export const toJsonSchema = (schema: z.ZodType): JsonSchema => {
  const { 'x-rules': own = [], ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: withRules,
  }) as { 'x-rules'?: readonly JsonRule[] }
  return { ...json, 'x-rules': [...own, everywhere] }
}
