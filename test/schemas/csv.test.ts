import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvRow, csvLimits, csvRows } from '../../src/schemas/portfolio/csv.ts'
import { longestLine } from '../../src/schemas/portfolio/lines.ts'
import { readWhole } from '../../src/schemas/portfolio/whole-file.ts'
import { heapUsed } from '../support/heap.ts'
import { chunks } from './examples/streams.ts'

const read = async (...parts: (string | Uint8Array)[]): Promise<CsvRow[]> => [
  ...csvRows((await readWhole(chunks(parts), 'utf-8')).texts),
]
const fields = async (text: string) => (await read(text)).map((row) => row.fault ?? row.fields)

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`

describe('a CSV file', () => {
  it.each([
    [
      'plain fields',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty fields',
      ',\n,,',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['blanks kept', ' a , b ', [[' a ', ' b ']]],
    ['blank lines skipped', 'a\n\n\r\nb', [['a'], ['b']]],
    ['quotes, commas in them', '"a,b",c', [['a,b', 'c']]],
    ['doubled quotes', '"say ""hi""",x', [['say "hi"', 'x']]],
    ['an empty quoted field', '"",x', [['', 'x']]],
    [
      'a line end in quotes',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'CRLF in quotes',
      '"a\r\nb",c\r\nd,e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    ['a quote inside a plain field', 'a"b,c\nd,e', ['STRAY_QUOTE', ['d', 'e']]],
    ['what Excel is to take for text', '="0012",b', [['="0012"', 'b']]],
    ['text behind a closing quote', '"a"b,c\nd,e', ['STRAY_QUOTE', ['d', 'e']]],
    [
      'line ends of old Macs',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing', '', []],
  ])('with %s is split into its fields', async (_, text, rows) => {
    expect(await fields(text)).toEqual(rows)
  })

  it('says on which line each row starts, line ends in quotes included', async () => {
    expect((await read('a\n"b\nb"\n\nc')).map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('loses one line, not the file, to a quote that is never closed', async () => {
    const text = ['a,b', '"open,b', 'c,d', 'e,f'].join('\n')
    expect(await fields(text)).toEqual([['a', 'b'], 'UNTERMINATED_QUOTE', ['c', 'd'], ['e', 'f']])
    const long = ['"open', ...Array.from({ length: 3 * csvLimits.lines }, (_, n) => `row ${n}`)].join('\n')
    expect((await fields(long)).filter((row) => row === 'UNTERMINATED_QUOTE')).toHaveLength(1)
    expect(await fields(long)).toHaveLength(1 + 3 * csvLimits.lines)
  })

  it('takes a record of so many lines, and of no line more', async () => {
    const ofLines = (count: number) => `"${Array.from({ length: count }, (_, n) => `row ${n}`).join('\n')}"`
    expect(await fields(ofLines(csvLimits.lines))).toHaveLength(1)
    expect((await fields(ofLines(csvLimits.lines + 1)))[0]).toBe('UNTERMINATED_QUOTE')
  })

  it('reports a field and a line that are too long, and goes on behind them', async () => {
    const text = `a\n${'x'.repeat(csvLimits.field + 1)},b\n${'y'.repeat(longestLine + 1)}\nc`
    expect(await fields(text)).toEqual([['a'], 'FIELD_TOO_LONG', 'LINE_TOO_LONG', ['c']])
  })

  it('never keeps an endless line in memory', () => {
    const before = heapUsed()
    let held = 0
    const endless = function* () {
      for (let n = 0; n < 20_000; n += 1) yield 'z'.repeat(10_000)
      held = heapUsed() - before
      yield '\nlast,row'
    }
    expect([...csvRows(endless())].map((row) => row.fault ?? row.fields)).toEqual([
      'LINE_TOO_LONG',
      ['last', 'row'],
    ])
    expect(held).toBeLessThan(20_000_000)
  })

  it('gives back what was written, whatever the fields hold and wherever the chunks are cut', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '商', '𠮷', '"",'),
      maxLength: 8,
    })
    const row = fc.array(field, { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(40),
        async (rows, end, cut) => {
          const text = rows.map((it) => it.map(quoted).join(',') + end).join('')
          const bytes = new TextEncoder().encode(text)
          const parts = [bytes.slice(0, cut), bytes.slice(cut, cut + 3), bytes.slice(cut + 3)]
          // more line ends in one row than are allowed is a fault of its own
          const short = rows.filter((it) => it.join('').split('\n').length < csvLimits.lines)
          expect((await read(...parts)).map((it) => it.fields)).toEqual(
            short.length === rows.length ? rows : expect.anything(),
          )
          expect(await read(text)).toEqual(await read(...parts))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('survives any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 10 }),
        async (parts) => {
          const rows = await read(...parts)
          expect(
            rows.every(({ line, fields, fault }) => line > 0 && (fault === null) === fields.length > 0),
          ).toBe(true)
          expect(rows).toEqual(await read(parts.join('')))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('drops its byte order mark also when it comes as bytes, in pieces', async () => {
    const bytes = new TextEncoder().encode('\uFEFF商户,b')
    expect((await read(...Array.from(bytes, (_, at) => bytes.slice(at, at + 1))))[0]?.fields).toEqual([
      '商户',
      'b',
    ])
  })
})
