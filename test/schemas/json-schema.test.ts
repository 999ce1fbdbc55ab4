import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  ClosureRequest,
  documentSchemas,
  type JsonRule,
  parseForm,
  ReinstatementRequest,
  SuspensionRequest,
  toJsonSchema,
} from '../../src/schemas/index.ts'
import { documents } from './examples/documents.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: Node | boolean
  readonly propertyNames?: Node
  readonly items?: Node
  readonly prefixItems?: readonly Node[]
  readonly anyOf?: readonly Node[]
  readonly 'x-rules'?: readonly JsonRule[]
}

/** The parts of a schema that a path may lead through, the whole first. */
const onTheWay = (node: Node, [key, ...rest]: readonly string[]): readonly Node[] => [
  node,
  ...(node.anyOf ?? []).flatMap((one) => onTheWay(one, [key ?? '', ...rest])),
  ...(key === undefined
    ? []
    : [
        node.properties?.[key],
        node.items,
        ...(node.prefixItems ?? []),
        node.propertyNames,
        typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined,
      ].flatMap((next) => (next ? onTheWay(next, rest) : []))),
]

const namedAt = (schema: Node, path: string): readonly string[] =>
  onTheWay(schema, path.split('/').slice(1)).flatMap(({ 'x-rules': rules = [] }) =>
    rules.flatMap(({ codes }) => codes),
  )

/** Values that JSON Schema has no objection to, at least not to their kind. */
const strange = fc.constantFrom<unknown>(
  ...[
    '',
    '   ',
    'x',
    '4111111111111111',
    '11010519491231002X',
    'prototype',
    '\u202Eabc',
    '2099-01-01',
    'attorney',
    'OTHER',
  ],
  ...['post', 'mail', 'temporary', 'USD', 'XXX', '****1234', '13800000000', 'a@b.cn', 'contract.exe.pdf'],
  ...[true, false, 0, 1, 10 ** 12, null, [], {}],
)

type Path = readonly string[]

const isInner = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const pathsOf = (value: unknown): readonly Path[] =>
  isInner(value)
    ? Object.entries(value).flatMap(([key, member]) => [
        [key],
        ...pathsOf(member).map((path) => [key, ...path]),
      ])
    : []

type Change = (value: unknown) => unknown
const leftOut = Symbol('left out')
const twice: Change = (value) => (Array.isArray(value) ? [...value, ...value] : value)

/** The value with what stands at a path changed. */
const withChange = (value: unknown, [key, ...rest]: Path, change: Change): unknown => {
  if (key === undefined || !isInner(value)) return change(value)
  const next = withChange(value[key], rest, change)
  if (Array.isArray(value))
    return value.flatMap((item, place) => (String(place) !== key ? [item] : next === leftOut ? [] : [next]))
  const { [key]: _, ...others } = value
  return next === leftOut ? others : { ...others, [key]: next }
}

/** The example with one to three of its parts left out, doubled or changed. */
const changed = (example: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...pathsOf(example)),
        fc.oneof(
          {
            weight: 6,
            arbitrary: strange.map(
              (value): Change =>
                () =>
                  value,
            ),
          },
          { weight: 1, arbitrary: fc.constantFrom<Change>(twice, () => leftOut) },
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => changes.reduce((value, [path, change]) => withChange(value, path, change), example))

const forms: readonly (readonly [name: string, schema: z.ZodType, example: unknown])[] = [
  ['closure', ClosureRequest, closure()],
  ['suspension', SuspensionRequest, suspension()],
  ['reinstatement', ReinstatementRequest, reinstatement()],
  ...Object.entries(documents).map(
    ([type, example]) => [type, documentSchemas[type as keyof typeof documentSchemas], example] as const,
  ),
]

describe('a form as JSON Schema', () => {
  it.each(forms)(
    '%s: what it takes and parseForm refuses is named in it where it applies',
    (_, schema, example) => {
      const json = toJsonSchema(schema)
      const reader = z.fromJSONSchema(json as z.core.JSONSchema.BaseSchema as never)
      const counts = { taken: 0, refused: 0 }
      fc.assert(
        fc.property(changed(example), (form) => {
          const taken = reader.safeParse(form).success
          const result = parseForm(schema, form)
          // only a field left blank is none for `parseForm`
          if (!taken) expect(result.success && !/"\s*"/.test(JSON.stringify(form))).toBe(false)
          if (!taken) return
          counts.taken += 1
          if (result.success) return
          counts.refused += 1
          for (const { path, code } of result.issues)
            expect(namedAt(json as Node, path), `${code} at ${path}`).toContain(code)
        }),
        { numRuns: 400 },
      )
      expect(counts.taken).toBeGreaterThan(counts.refused)
    },
  )

  it('says what no part of it may hold', () => {
    const form = closure()
    const [first, ...others] = form.documents ?? []
    const withSecret = { ...form, documents: [{ ...first, facts: { password: 'x' } }, ...others] }
    const json = toJsonSchema(ClosureRequest)
    expect(z.fromJSONSchema(json as never).safeParse(withSecret).success).toBe(true)
    const result = parseForm(ClosureRequest, withSecret)
    const anywhere = (json['x-rules'] as readonly JsonRule[]).filter((rule) => rule.anywhere)
    for (const { code } of result.success ? [] : result.issues)
      expect([...anywhere.flatMap(({ codes }) => codes), 'FACT_UNKNOWN']).toContain(code)
    expect(result.success).toBe(false)
  })

  it('names the field that makes another one needed', () => {
    expect(toJsonSchema(ClosureRequest)['x-rules']).toContainEqual({
      codes: ['REQUIRED_HERE'],
      reads: ['comment', 'reason'],
      path: '/comment',
      because: 'reason',
    })
  })
})
