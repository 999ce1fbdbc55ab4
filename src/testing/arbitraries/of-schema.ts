import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from '../../contract/index.ts'
import { knownTexts } from './known-texts.ts'
import { mended, type Problem } from './mend.ts'

/** What a schema says of itself, as far as values are made of it. */
interface Definition {
  readonly type: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
  readonly format?: string
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly (string | number | boolean | null)[]
  readonly shape?: Readonly<Record<string, Judge>>
  readonly element?: Judge
  readonly items?: readonly Judge[]
  readonly options?: readonly Judge[]
  readonly innerType?: Judge
  readonly in?: Judge
  readonly out?: Judge
  readonly keyType?: Judge
  readonly valueType?: Judge
}
interface Check {
  readonly check: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
  readonly inclusive?: boolean
}
/** A Zod schema, by what is asked of it here. */
interface Judge extends Schema {
  readonly _zod: { readonly input: unknown; readonly output: unknown; readonly def: Definition }
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?:
      | {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[]
            readonly code: string
            readonly params?: { readonly code?: string }
          }[]
        }
      | undefined
  }
}

const accepts =
  (schema: Judge) =>
  (value: unknown): boolean =>
    schema.safeParse(value).success

const checksOf = ({ checks = [] }: Definition): readonly Check[] => checks.map(({ _zod }) => _zod.def)

const isJudged = (definition: Definition): boolean =>
  checksOf(definition).some(({ check }) => check === 'custom')

const day = 86_400_000
const instants = fc
  .integer({ min: 0, max: 3_650 * day })
  .map((ms) => new Date(Date.UTC(2024, 0, 1) + ms).toISOString())
const days = instants.map((instant) => instant.slice(0, 10))
const words = fc
  .array(fc.constantFrom('the', 'shop', 'has', 'moved', 'licence', '商户', '终端', 'again'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))

const texts = (schema: Judge, definition: Definition): Arbitrary<unknown> => {
  const checks = checksOf(definition)
  const formats = [...checks, definition as unknown as Check]
  if (formats.some(({ format }) => format === 'datetime')) return instants
  if (formats.some(({ format }) => format === 'date')) return days
  const known = knownTexts.filter(accepts(schema))
  const pattern = checks.find((check) => check.pattern !== undefined)?.pattern
  const made = pattern ? fc.stringMatching(pattern) : words
  const some = known.length > 0 ? fc.constantFrom(...known) : undefined
  // Hardly anything that is made is one of few that are known: it would be looked for for ever.
  if (some && !areTaken(made, schema)) return some
  return some && !pattern ? fc.oneof(likely(made, schema), some) : likely(made, schema)
}

const numbers = (definition: Definition): Arbitrary<unknown> => {
  const checks = checksOf(definition)
  const bounds = (name: string, open: number): readonly number[] =>
    checks
      .filter(({ check }) => check === name)
      .map(({ value, inclusive }) => Number(value) + (inclusive ? 0 : open))
  const min = Math.max(-1_000_000, ...bounds('greater_than', 1))
  const max = Math.min(1_000_000_000_000, ...bounds('less_than', -1))
  return fc.oneof(
    fc.integer({ min: Math.max(min, -1_000), max: Math.min(max, Math.max(min, -1_000) + 100_000) }),
    fc.maxSafeInteger().map((value) => Math.min(max, Math.max(min, value))),
  )
}

const objects = (schema: Judge, { shape = {} }: Definition): Arbitrary<unknown> => {
  const isOptional = (field: Judge): boolean => field.safeParse(undefined).success
  const required = Object.keys(shape).filter((name) => !isOptional(shape[name] as Judge))
  const fields = Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, ofSchema(present(field))]),
  )
  const base = fc.record(fields, { requiredKeys: required, noNullPrototype: true })
  if (!isJudged(schema._zod.def)) return base
  return likely(
    base.map((value) => putRight(schema, value)),
    schema,
  )
}

/** What is asked for because of another field is filled in with this. */
const filling = (schema: Judge, path: readonly PropertyKey[]): unknown => {
  const field = path.length === 1 ? schema._zod.def.shape?.[String(path[0])] : undefined
  return field && fc.sample(ofSchema(present(field)), { numRuns: 1, seed: 1 })[0]
}

const problemsOf = (schema: Judge, value: unknown): readonly Problem[] =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, code, params }) => ({
    path,
    code: params?.code ?? code,
  }))

/** So many rounds at most: to put one thing right may leave another one wrong. */
const rounds = 5

const putRight = (schema: Judge, value: unknown): unknown => {
  let whole = value
  for (let round = 0; round < rounds; round += 1) {
    const problems = problemsOf(schema, whole)
    if (problems.length === 0) return whole
    whole = mended(whole, problems, (path) => filling(schema, path))
  }
  return whole
}

const tryOut = (arbitrary: Arbitrary<unknown>): readonly unknown[] =>
  fc.sample(arbitrary, { numRuns: 10, seed: 1 })

const areTaken = (arbitrary: Arbitrary<unknown>, schema: Judge): boolean =>
  tryOut(arbitrary).some(accepts(schema))

/** Tried at once, so that what never passes is an error and no search without an end. */
const likely = (arbitrary: Arbitrary<unknown>, schema: Judge): Arbitrary<unknown> => {
  const tried = tryOut(arbitrary)
  if (tried.some(accepts(schema))) return arbitrary.filter(accepts(schema))
  const told = problemsOf(schema, tried[0]).map(({ path, code }) => `${path.join('/')} ${code}`)
  throw new Error(`Nothing made passes: ${told.join(', ')}`)
}

/** The schema of a field when it is there. */
const present = (schema: Judge): Judge =>
  schema._zod.def.type === 'optional' && schema._zod.def.innerType ? schema._zod.def.innerType : schema

const lists = (schema: Judge, definition: Definition): Arbitrary<unknown> => {
  const checks = checksOf(definition)
  const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
  const maxLength = Math.min(checks.find(({ check }) => check === 'max_length')?.maximum ?? 3, minLength + 2)
  const items = fc.array(ofSchema(definition.element as Judge), { minLength, maxLength })
  return isJudged(definition) ? likely(items, schema) : items
}

/** A record over a list has every word of it, where it must. */
const records = (schema: Judge, { keyType, valueType }: Definition): Arbitrary<unknown> => {
  const value = ofSchema(valueType as Judge)
  const names = Object.values(keyType?._zod.def.entries ?? {})
  if (names.length > 0) {
    const fields = Object.fromEntries(names.map((name) => [name, value]))
    const requiredKeys = accepts(schema)({}) ? [] : names
    return fc.record(fields, { requiredKeys, noNullPrototype: true })
  }
  const keys = ofSchema(keyType as Judge) as Arbitrary<string>
  return likely(fc.dictionary(keys, value, { maxKeys: 3, noNullPrototype: true }), schema)
}

/** What goes in, or, where that hardly ever comes out at the other end, what comes out: many take that too. */
const pipes = (schema: Judge, { in: from, out }: Definition): Arbitrary<unknown> => {
  const ends = [from, out].filter((end) => end !== undefined && end._zod.def.type !== 'transform') as Judge[]
  const made = ends.map(ofSchema)
  return likely(made.find((end) => areTaken(end, schema)) ?? made[0] ?? fc.constant(undefined), schema)
}

const made = new WeakMap<object, Arbitrary<unknown>>()

type Make = (schema: Judge, definition: Definition) => Arbitrary<unknown>

const inner: Make = (_, { innerType }) => ofSchema(innerType as Judge)
const makers: Readonly<Record<string, Make>> = {
  string: texts,
  number: (_, definition) => numbers(definition),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  enum: (_, { entries = {} }) => fc.constantFrom(...Object.values(entries)),
  literal: (_, { values = [] }) => fc.constantFrom(...values),
  object: objects,
  array: lists,
  tuple: (schema, { items = [] }) => likely(fc.tuple(...items.map((item) => ofSchema(item))), schema),
  record: records,
  union: (_, { options = [] }) => fc.oneof(...options.map((option) => ofSchema(option))),
  optional: (_, { innerType }) => fc.option(ofSchema(innerType as Judge), { nil: undefined }),
  nullable: (_, { innerType }) => fc.option(ofSchema(innerType as Judge), { nil: null }),
  readonly: inner,
  pipe: pipes,
}

/**
 * Whatever a schema accepts, as far as it says so itself; where fields are judged together, those that pass.
 *
 * @throws Error for a kind of schema that nobody has made values of.
 */
export const ofSchema = (schema: Judge): Arbitrary<unknown> => {
  const known = made.get(schema)
  if (known) return known
  const { def } = schema._zod
  const make = makers[def.type]
  if (!make) throw new Error(`Nothing makes a ${def.type}`)
  const arbitrary = make(schema, def)
  made.set(schema, arbitrary)
  return arbitrary
}
