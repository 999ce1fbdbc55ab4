import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citations, citationsOf } from '../../scripts/citations.ts'
import { isKnown, requirements, requirementsFile, requirementsText } from '../../scripts/requirements.ts'
import { traceFile, traceText, unknownCitations } from '../../scripts/trace.ts'
import { documentTypes } from '../../src/domain/index.ts'

const ids = requirements.map(({ id }) => id)

const numbered = (prefix: string, from: number, to: number, width: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => `${prefix}-${String(from + step).padStart(width, '0')}`)

describe('The requirements', () => {
  it('are numbered without a gap, and none twice', () => {
    expect(ids).toEqual([
      ...numbered('R', 1, 311, 3),
      ...numbered('C', 1, 30, 2),
      ...numbered('DOC', 1, 41, 2),
      ...numbered('OQ', 1, 37, 2),
      ...numbered('S000A', 1, 12, 1),
      ...numbered('S000B', 1, 8, 1),
      ...numbered('S001A', 1, 6, 1),
      ...numbered('S001B', 1, 10, 1),
      ...numbered('S002', 1, 8, 1),
      ...numbered('S003A', 1, 6, 1),
      ...numbered('S003B', 1, 11, 1),
      ...numbered('S004A', 0, 7, 1),
      ...numbered('S004B', 0, 10, 1),
    ])
  })

  it('are one short English sentence each, and no two the same', () => {
    const lines = requirements.map(({ line }) => line)
    expect(lines.filter((line) => line.length > 160 || !/^[A-Z][ -~]*[^.!?]\.$/.test(line))).toEqual([])
    expect(lines.filter((line) => /[.!?] /.test(line))).toEqual([])
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('name only rows, and papers that the library knows', () => {
    const papers = requirements.filter(({ kind }) => kind === 'Paper').flatMap(({ about }) => about)
    expect(papers).toHaveLength(41)
    expect(papers.filter((type) => !documentTypes.some((known) => known === type))).toEqual([])
    const steps = requirements.filter(({ kind }) => kind.startsWith('Flow'))
    expect(steps.filter(({ about }) => about.length === 0 || !about.every(isKnown))).toEqual([])
  })

  it('are what docs/requirements.md says: else run npm run trace', () => {
    expect(readFileSync(requirementsFile, 'utf8')).toBe(requirementsText())
  })
})

describe('The citations', () => {
  const cited = citations()

  it('lead somewhere, each of them', () => {
    expect(cited.length).toBeGreaterThan(300)
    expect(unknownCitations(cited)).toEqual([])
  })

  it('are what docs/traceability.md says: else run npm run trace', () => {
    expect(readFileSync(traceFile, 'utf8')).toBe(traceText(cited))
  })
})

describe('The reader of citations', () => {
  const [first, second, third] = ['R-998', 'R-999', 'R-1000'] as const
  const found = (file: string, text: string) =>
    citationsOf(file, text).map(({ id, tested }) => (tested ? `${id} tested` : id))

  it.each([
    [
      'a title',
      'test/a.test.ts',
      `it('works [${first} ${second}]', run)`,
      [`${first} tested`, `${second} tested`],
    ],
    ['a comment of a test', 'test/a.ts', `  // as ${first} says`, [first]],
    ['a comment in brackets', 'src/a.ts', `/** Said. [${first}] */`, [first]],
    ['a comment after code', 'src/a.ts', `run() // ${first}`, [first]],
    ['a range over two lines', 'src/a.ts', ` * (${first} …\n * ${third})`, [first, second, third]],
    ['a page', 'docs/a.md', `See ${first}.`, [first]],
  ])('finds %s', (_, file, text, expected) => {
    expect(found(file, text)).toEqual(expected)
  })

  it.each([
    ['example data of a test', 'test/a.ts', `const ids = ['${first}'] as const`],
    ['code', 'src/a.ts', `const name = '${first}'`],
    ['code of a page', 'docs/a.md', `\`\`\`ts\nclose('${first}')\n\`\`\`\n`],
    ['an example in a page', 'docs/a.md', `Titles end as in \`[${first}]\`.`],
    ['a longer word', 'docs/a.md', `X-${first} and ${first}-B`],
  ])('leaves out %s', (_, file, text) => {
    expect(found(file, text)).toEqual([])
  })

  it('says of a row that does not exist who cites it', () => {
    expect(unknownCitations(citationsOf('src/a.ts', `// ${second}`))).toEqual([
      `src/a.ts cites ${second}, which is no requirement`,
    ])
  })

  it('refuses a range that runs backwards', () => {
    expect(() => citationsOf('src/a.ts', `// ${second} … ${first}`)).toThrow('is no range')
  })
})
