import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { contract, readInput, type Schema } from '../../src/contract/index.ts'
import {
  ClosureRequest,
  documentSchemas,
  parseForm,
  ReinstatementRequest,
  SuspensionRequest,
  TerminalInput,
} from '../../src/schemas/index.ts'
import { samples } from '../contract/samples.ts'
import { plantedIn } from '../support/planted.ts'
import { secretCodes, secrets } from '../support/secrets.ts'
import { documents } from './examples/documents.ts'
import { digest } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'
import { terminal } from './examples/terminal.ts'

type Read = (value: unknown) => readonly { path: string; code: string }[]
type Whole = readonly [name: string, sample: unknown, read: Read]

const form =
  (schema: z.ZodType): Read =>
  (value) => {
    const result = parseForm(schema, value)
    return result.success ? [] : result.issues
  }
const input =
  (schema: Schema): Read =>
  (value) => {
    const result = readInput(schema, value)
    return result.ok ? [] : result.issues
  }

const wholes: readonly Whole[] = [
  ...Object.entries(documents).map(
    ([type, sample]): Whole => [type, sample, form(documentSchemas[type as keyof typeof documentSchemas])],
  ),
  ['ClosureRequest', closure(), form(ClosureRequest)],
  ['SuspensionRequest', suspension(), form(SuspensionRequest)],
  ['ReinstatementRequest', reinstatement(), form(ReinstatementRequest)],
  [
    'TerminalInput',
    { ...terminal(), documents: { 'doc-1': { id: 'doc-1', type: 'waiver', digest } } },
    form(TerminalInput),
  ],
]

/** A report is kept, with a mark in the place of what it may not hold. */
const asked = {
  ...samples,
  recordEvent: { input: { lifecycleId: 'lc-1', event: { type: 'hold.lifted', holdId: 'hold-1' } } },
}

const rows: readonly Whole[] = Object.entries(contract).flatMap(([name, row]) =>
  (['params', 'query', 'body'] as const).flatMap((part): readonly Whole[] => {
    const schema: Schema | undefined = part in row ? row[part as keyof typeof row] : undefined
    if (schema === undefined || 'media' in row) return []
    const whole: Readonly<Record<string, unknown>> = asked[name as keyof typeof samples].input
    const { shape } = schema as unknown as z.ZodObject
    const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, member]) => member)
    const names = shape ? Object.keys(shape) : Object.keys(whole).filter((member) => !inPath.includes(member))
    const sample = Object.fromEntries(Object.entries(whole).filter(([member]) => names.includes(member)))
    return [[`${name}.${part}`, sample, input(schema)]]
  }),
)

const kinds = Object.values(secrets)

describe('a secret in a string of a whole form, paper, event or request', () => {
  test.each<[string, readonly Whole[], number]>([
    ['of a form or a paper', wholes, 600],
    ['of a row of the contract', rows, 150],
  ])('%s is refused by its path and never repeated [C-01]', (_, tried, atLeast) => {
    let count = 0
    for (const [name, sample, read] of tried) {
      expect(read(sample), name).toEqual([])
      // Which of the secrets stands where does not matter: each judge alone was tried with all of them.
      const planted = kinds.map((secret) => plantedIn(sample, secret))
      for (const [place, { path }] of (planted[0] ?? []).entries()) {
        const kind = count % kinds.length
        const secret = kinds[kind] ?? ''
        const value = planted[kind]?.[place]?.value
        const issues = read(value)
        count += 1
        const paths = issues.map((issue) => issue.path)
        expect(paths, `${name} ${path}`).toContain(path)
        expect(JSON.stringify(issues), `${name} ${path}`).not.toContain(secret)
      }
    }
    expect(count).toBeGreaterThan(atLeast)
  })

  test('a free key that holds one is refused, and shown as a star [C-01]', () => {
    for (const secret of kinds) {
      const paper = { id: 'doc-1', type: 'waiver', digest }
      const documented = { ...terminal(), documents: { [secret]: paper } }
      const read = { ...terminal(), documents: { 'doc-1': { ...paper, facts: { [secret]: true } } } }
      const issues = [...form(TerminalInput)(documented), ...form(TerminalInput)(read)]
      const told = issues.filter(({ code }) => secretCodes.has(code)).map(({ path }) => path)
      expect(told).toEqual(['/documents/*', '/documents/doc-1/facts/*'])
      expect(JSON.stringify(issues)).not.toContain(secret)
    }
  })
})
