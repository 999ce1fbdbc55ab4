import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/contract/index.ts'
import { scanJson } from '../../src/contract/json-scan.ts'

const limits = { depth: 32, members: 200_000 }
const few = { depth: 4, members: 12 }

/** What `JSON.parse` alone says of a text. */
const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const children = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []
const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null
/** Written apart from the reader: the tree is measured after it was built. */
const depthOf = (value: unknown): number =>
  isContainer(value) ? 1 + Math.max(0, ...children(value).map(depthOf)) : 0
const membersOf = (value: unknown): number =>
  children(value).reduce<number>((sum, child) => sum + 1 + membersOf(child), 0)

const blank = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ')

describe('JSON from outside', () => {
  it('is read as JSON.parse reads it, when it is not too deep and not too wide', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), blank, (value, space) => {
        const text = space + JSON.stringify(value, null, space) + space
        const fits = depthOf(value) <= few.depth && membersOf(value) <= few.members
        const read = readJson(text, few)
        if (fits) expect(read).toEqual(parsed(text))
        else expect(read).toHaveProperty('fault')
      }),
      { numRuns: 300 },
    )
  })

  it('that JSON.parse refuses is refused, whatever was done to it', () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '\u0000', 'x'))
      .map(
        ([text, at, mark]) =>
          text.slice(0, at % (text.length + 1)) + mark + text.slice(at % (text.length + 1)),
      )
    fc.assert(
      fc.property(spoilt, (text) => {
        const read = readJson(text)
        const whole = parsed(text)
        if (!whole) expect(read).toHaveProperty('fault')
        else if ('value' in read) expect(read).toEqual(whole)
        else expect(read.fault).toBe('duplicate_key')
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"\\u0061":1,"b":{},"a":2}', '/a'],
    ['{"event":{"type":1,"x":[{"k":1,"k":2}]}}', '/event/x/0/k'],
    ['[0,{"a/b":1,"a\\/b":2}]', '/1/a~1b'],
    ['{"__proto__":1,"__proto__":2}', '/__proto__'],
    ['{"":1,"":2}', '/'],
    ['{"\\n":1,"\\u000a":2}', '/\n'],
    ['{"\\\\":1,"\\u005c":2}', '/\\'],
    ['{ "a" : "}" , "a" : 1 }', '/a'],
    ['{"a":{"a":1},"a":2}', '/a'],
  ])('that says one thing twice in one object is refused: %s', (text, path) => {
    expect(readJson(text)).toEqual({ fault: 'duplicate_key', path })
  })

  it.each([
    '{"a":{"a":1},"b":{"a":2}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"]}',
    '{"a":"\\"a\\":1,","b":"{"}',
    '{"A":1,"a":2}',
    '{"\\u00e9":1,"e\\u0301":2}',
  ])('may name the same thing in two objects, in a value or in another spelling: %s', (text) => {
    expect(readJson(text)).toEqual({ value: JSON.parse(text) })
  })

  it('keeps the machinery of objects out of it', () => {
    const read = readJson('{"__proto__":{"admin":true},"constructor":1}')
    expect(read).toHaveProperty('value')
    expect({}).not.toHaveProperty('admin')
  })

  it.each([
    ['lists', '['.repeat(32) + ']'.repeat(32), '['.repeat(33) + ']'.repeat(33)],
    ['objects', '{"a":'.repeat(32) + 1 + '}'.repeat(32), '{"a":'.repeat(33) + 1 + '}'.repeat(33)],
  ])('has at most 32 levels of %s', (_, fits, tooDeep) => {
    expect(readJson(fits)).toHaveProperty('value')
    expect(readJson(tooDeep)).toEqual({ fault: 'depth' })
  })

  it('has at most as many members and items as its reader says, counted together', () => {
    const exact = { depth: 3, members: 5 }
    expect(readJson('{"a":[1,2],"b":{"c":3}}', exact)).toHaveProperty('value')
    expect(readJson('{"a":[1,2],"b":{"c":3,"d":4}}', exact)).toEqual({ fault: 'members' })
    expect(readJson('{"a":[1,2,3],"b":{"c":3}}', exact)).toEqual({ fault: 'members' })
  })
})

describe('the reader of JSON', () => {
  const megabyte = 1024 * 1024
  it.each([
    ['deep lists', '['.repeat(8 * megabyte), 'depth', 40],
    ['deep objects', '{"a":'.repeat(megabyte), 'depth', 200],
    ['wide lists', `[${'0,'.repeat(megabyte)}0]`, 'members', 500_000],
    [
      'wide objects',
      `{${Array.from({ length: 250_000 }, (_, i) => `"${i}":0`).join()}}`,
      'members',
      2_200_000,
    ],
  ])('gives up early on %s', (_, text, fault, steps) => {
    const scan = scanJson(text, limits)
    expect(scan.fault).toBe(fault)
    expect(scan.steps).toBeLessThan(steps)
  })

  it.each([
    ['one long string', `"${'x'.repeat(megabyte)}"`],
    ['one long key of escapes', `{"${'\\u0061'.repeat(megabyte / 8)}":1}`],
    ['a string of backslashes', `"${'\\'.repeat(megabyte)}"`],
    ['quotes that never close', '"\\"'.repeat(megabyte / 4)],
    ['many strings', `[${'"x",'.repeat(100_000)}"x"]`],
    ['blanks', ' '.repeat(megabyte)],
    ['brackets that close nothing', ']'.repeat(megabyte)],
  ])('looks at each character of %s at most twice', (_, text) => {
    expect(scanJson(text, limits).steps).toBeLessThanOrEqual(2 * text.length)
  })
})
