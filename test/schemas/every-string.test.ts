import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { type Contract, contract } from '../../src/contract/index.ts'
import * as door from '../../src/schemas/index.ts'
import { type SchemaString, stringsOf } from '../support/schema-strings.ts'
import { dressed, secrets } from '../support/secrets.ts'

/** Strings that may hold what the others may not, each with its reason. */
const exceptions: readonly { readonly where: RegExp; readonly secret: RegExp; readonly because: string }[] = [
  {
    where: /^ResidentIdentityNumber$/,
    secret: /resident/,
    because: 'checks what somebody types and keeps nothing: no form, paper or event is made of it',
  },
  {
    where: /^(getWork|findTerminals)\.query\/(code|state)(\/\*)?$/,
    secret: /./,
    because: 'is taken apart at its commas, and each part is one of a closed list',
  },
  {
    where:
      /^(getJournal\.reply|exportDossier\.reply\/journal)\/items\/\*\/|^getChanges\.reply\/items\/\*\/entry\//,
    secret: /./,
    because: 'comes as it was sealed, for its hashes; it was judged when it was told',
  },
  {
    where: /^PortfolioMap\/(values|constants)\//,
    secret: /./,
    because: 'is read as the cell of its column, and judged as each cell is',
  },
  {
    where: /\.reply\/(terminalRef|serial)$/,
    secret: /./,
    because: 'repeats what was asked, and is refused where it is anything else',
  },
]

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

const parts = ['params', 'query', 'body', 'reply'] as const
const rows = Object.entries(contract as Contract).flatMap(([name, row]) =>
  parts.flatMap((part) => (part in row ? [[`${name}.${part}`, row[part as keyof typeof row]] as const] : [])),
)
const schemas: readonly (readonly [string, unknown])[] = [
  ...Object.entries(door).filter(([, value]) => isSchema(value)),
  ...Object.entries(door.documentSchemas),
  ...Object.entries(door.orderParams),
  ...Object.entries(door.identifierSchemas(door.acquirerProfiles.default)),
  ['documentFile', door.documentFile()],
  ...rows,
]

const found = schemas.flatMap(([name, schema]) => stringsOf(schema, name))
/** Many places share one judge: what one takes, all of them take. */
const byJudge = new Map<z.ZodType, SchemaString[]>()
for (const one of found) byJudge.set(one.judge, [...(byJudge.get(one.judge) ?? []), one])

const holesOf = (secret: string): readonly SchemaString[] => {
  const itself = secrets[secret] ?? ''
  const texts = dressed(itself)
  // what is answered may be read with a mark in its place
  const passes = (judge: z.ZodType, text: string): boolean => {
    const read = judge.safeParse(text)
    return read.success && String(read.data).includes(itself)
  }
  return [...byJudge].flatMap(([judge, places]) => (texts.some((text) => passes(judge, text)) ? places : []))
}

const known = new Map<string, readonly SchemaString[]>()
const holesFor = (secret: string): readonly SchemaString[] => {
  const holes = known.get(secret) ?? holesOf(secret)
  known.set(secret, holes)
  return holes
}

describe('every string of every schema and of every row of the contract', () => {
  test('is looked at: free keys of objects too', () => {
    expect(found.length).toBeGreaterThan(2500)
    expect(found.filter(({ path }) => path.endsWith('/~')).length).toBeGreaterThan(100)
    // whatever else there is under a name is no string
    expect(schemas.length).toBeGreaterThan(200)
  })

  test.each(Object.keys(secrets))('refuses %s, however it is dressed [C-01]', (secret) => {
    const isExcepted = ({ path }: SchemaString): boolean =>
      exceptions.some((one) => one.where.test(path) && one.secret.test(secret))
    const holes = holesFor(secret).filter((hole) => !isExcepted(hole))
    expect(holes.map(({ path }) => path)).toEqual([])
  })

  test('no exception is there for nothing', () => {
    for (const { where, secret, because } of exceptions) {
      const kinds = Object.keys(secrets).filter((kind) => secret.test(kind))
      expect(
        kinds.flatMap(holesFor).some(({ path }) => where.test(path)),
        because,
      ).toBe(true)
    }
  })
})
