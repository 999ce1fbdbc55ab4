import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/contract/index.ts'
import { scanJson } from '../../src/contract/json-scan.ts'

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Texts of the marks that JSON is made of: most are no JSON, and those that are, are strange. */
const marks = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '"\\u0061"',
      '"b"',
      '1',
      'null',
      ' ',
      '\\u',
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''))

/** Written with keys that may be there twice, and told apart from the reader by the way it was written. */
const written = fc.letrec<{ value: { text: string; twice: boolean } }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 0 }).map((value) => ({ text: JSON.stringify(value), twice: false })),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join()}]`,
      twice: items.some(({ twice }) => twice),
    })),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '\\u0061', '\\u0062', '\\\\a', ''), tie('value')), {
        maxLength: 4,
      })
      .map((members) => {
        const keys = members.map(([key]) => JSON.parse(`"${key}"`))
        return {
          text: `{${members.map(([key, { text }]) => `"${key}":${text}`).join()}}`,
          twice: new Set(keys).size < keys.length || members.some(([, { twice }]) => twice),
        }
      }),
  ),
}))

describe('JSON from outside', () => {
  it('is never read as anything that JSON.parse does not read', () => {
    fc.assert(
      fc.property(fc.oneof(marks, fc.json(), fc.string()), (text) => {
        const read = readJson(text)
        if ('value' in read) expect(read).toEqual(parsed(text))
        else if (parsed(text)) expect(read.fault).toBe('duplicate_key')
      }),
      { numRuns: 50_000 },
    )
  })

  it('has a key twice exactly when it was written twice', () => {
    fc.assert(
      fc.property(written.value, ({ text, twice }) => {
        expect('fault' in readJson(text)).toBe(twice)
      }),
      { numRuns: 20_000 },
    )
  })

  it('is gone through once, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(marks, fc.string({ maxLength: 200 })), (text) => {
        expect(scanJson(text, { depth: 32, members: 200_000 }).steps).toBeLessThanOrEqual(2 * text.length)
      }),
      { numRuns: 20_000 },
    )
  })
})
