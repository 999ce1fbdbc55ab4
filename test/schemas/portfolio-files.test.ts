import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import {
  csvText,
  formatIssues,
  type PortfolioEncoding,
  type PortfolioEntry,
  readPortfolio,
} from '../../src/schemas/index.ts'
import { cellText } from '../../src/schemas/portfolio/cells.ts'
import { csvRows } from '../../src/schemas/portfolio/csv.ts'
import { growth, onceThrough } from '../support/growth.ts'
import { encoded, utf16 } from './examples/encodings.ts'
import { at } from './examples/papers.ts'
import { cells, goodRow, numbered, plainRow, type Row } from './examples/portfolio-rows.ts'
import { chunks, collect } from './examples/streams.ts'

const rows = [
  numbered(goodRow, 1),
  numbered({ ...goodRow, merchantName: '小山石' }, 2),
  numbered(plainRow, 3),
]
const quote = (cell: string) => (/[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const written = (of: readonly Row[], separator = ',', end = '\r\n', trailing = '') =>
  cells(of)
    .map((line) => line.map((cell) => quote(cell)).join(separator) + trailing + end)
    .join('')
const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (file: string | Uint8Array, encoding?: PortfolioEncoding): Promise<PortfolioEntry[]> =>
  collect(readPortfolio(chunks(pieces(file)), { at, ...(encoding && { encoding }) }))
/** As streams cut files: anywhere. */
const pieces = (file: string | Uint8Array) => [file.slice(0, 501), file.slice(501, 502), file.slice(502)]
const withoutLines = (entries: readonly PortfolioEntry[]) =>
  entries.map((entry) => ('issues' in entry ? entry : { ...entry, line: 0, lines: [] }))
const refusal = async (file: string | Uint8Array, encoding?: PortfolioEncoding) => {
  const error = await read(file, encoding).catch((thrown: unknown) => thrown)
  return error instanceof InvalidInputError ? error.issues.map(({ code }) => code) : error
}

describe('a portfolio is the same terminals', () => {
  const forms: Record<string, [string | Uint8Array, PortfolioEncoding?]> = {
    'in UTF-8 with a byte order mark': [utf8(`\uFEFF${written(rows)}`)],
    'in GB18030, said by the caller': [encoded(written(rows), 'gb18030'), 'gb18030'],
    'in GB18030 with its signature': [
      Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...encoded(written(rows), 'gb18030')]),
    ],
    'in UTF-16, little end first, with tabs, as Excel saves Unicode text': [
      utf16(`\uFEFF${written(rows, '\t')}`, true),
    ],
    'in UTF-16, big end first': [utf16(`\uFEFF${written(rows)}`, false)],
    'in UTF-16 without a byte order mark': [utf16(written(rows), true)],
    'with semicolons': [utf8(written(rows, ';'))],
    'with tabs': [utf8(written(rows, '\t', '\n'))],
    'with Excel’s own first line': [utf8(`sep=;\r\n${written(rows, ';')}`)],
    'with that line in quotes and commas behind': [utf8(`"sep=,"\r\n${written(rows)}`)],
    'with two empty columns at the end': [utf8(written(rows, ',', '\r\n', ',,'))],
    'with rows of commas': [utf8(`,,,\r\n${written(rows)}${','.repeat(20)}\r\n \t,"",\r\n`)],
    'with rows of empty text': [utf8(`${written(rows)}${',=""'.repeat(20)}\r\n`)],
    'with every cell in quotes': [
      utf8(
        cells(rows)
          .map((line) => line.map((cell) => `"${cell}"`).join(','))
          .join('\r\n'),
      ),
    ],
    'with numbers kept as text': [utf8(written(rows).replace(/\b1000000\d\b/g, '="$&"'))],
    'with the line ends of another system': [utf8(written(rows, ',', '\u2028'))],
    'with a header from an old Mac': [utf8(written(rows).replace('\r\n', '\r'))],
    'with line ends of old Macs, and a line end in a cell': [
      utf8(written(rows, ',', '\r').replace(/\r$/, `\r"${'\n'}"${',""'.repeat(9)}\r`)),
    ],
    'with line ends of old Macs': [utf8(written(rows, ',', '\r'))],
    'as text that was decoded before': [written(rows)],
    'as this library writes it': [csvText(cells(rows))],
  }

  it.each(Object.keys(forms))('%s', async (form) => {
    const [file = '', encoding] = forms[form] ?? []
    const expected = await read(utf8(written(rows)))
    expect(expected.map((entry) => 'merchant' in entry && entry.merchant.merchantName)).toEqual([
      '晨光便利店',
      '小山石',
      'Morning Light',
    ])
    expect(withoutLines(await read(file, encoding))).toEqual(withoutLines(expected))
  })
})

describe('a file that is something else is refused by name, before anything is opened', () => {
  const latin = (name: string) =>
    encoded(written([numbered({ ...plainRow, merchantName: name }, 1)]), 'windows-1252')

  it.each([
    ['GBK without a word about it', encoded(written(rows), 'gb18030'), undefined, 'LOOKS_LIKE_GB18030'],
    [
      'GBK whose bytes are UTF-8 as well',
      encoded(written([numbered({ ...plainRow, merchantName: '小山石' }, 1)]), 'gb18030'),
      undefined,
      'ENCODING_UNCLEAR',
    ],
    [
      'GBK that reads as Russian',
      encoded(written([numbered({ ...plainRow, merchantName: '小小' }, 1)]), 'gb18030'),
      undefined,
      'ENCODING_UNCLEAR',
    ],
    [
      'GBK that reads as Dutch',
      encoded(written([numbered({ ...plainRow, merchantName: 'KTV某某' }, 1)]), 'gb18030'),
      undefined,
      'ENCODING_UNCLEAR',
    ],
    ['UTF-8 said to be GB18030', utf8(written(rows)), 'gb18030', 'ENCODING_CONTRADICTED'],
    ['GBK said to be UTF-8', encoded(written(rows), 'gb18030'), 'utf-8', 'LOOKS_LIKE_GB18030'],
    ['UTF-16 said to be UTF-8', utf16(`\uFEFF${written(rows)}`, true), 'utf-8', 'ENCODING_CONTRADICTED'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), undefined, 'LOOKS_LIKE_WORKBOOK'],
    [
      'a file without a header',
      utf8(written(rows).split('\r\n').slice(1).join('\r\n')),
      undefined,
      'NO_HEADER',
    ],
    ['another separator', utf8(written(rows, '#')), undefined, 'NO_HEADER'],
    ['nothing at all', utf8(''), undefined, 'NO_HEADER'],
    ['nothing but a byte order mark and blank lines', utf8('\uFEFF\r\n\r\n'), undefined, 'NO_HEADER'],
    ['a page that is called .xls', utf8('<html xmlns="x">\n<td>acquirerId</td>'), undefined, 'NO_HEADER'],
    ['JSON', utf8('[{"acquirerId":"acq-1"}]'), undefined, 'NO_HEADER'],
  ] as const)('%s', async (_, file, encoding, code) => {
    expect(await refusal(file, encoding)).toEqual([code])
    const texts = (['en', 'zh-CN'] as const).map(
      (locale) => formatIssues([{ path: '', code, params: {} }], locale)[0]?.message ?? '',
    )
    expect(texts[0]).not.toContain('{')
    expect(texts[1]).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    'Café Zoë',
    'Müller',
    'Señor Peña',
    'Łódź',
    'Cafe\u0301 Mu\u0308ller',
    'Малый рынок',
    'Їжа Єва',
    'Ψωμί',
    'שלום',
    'سوق',
    'Խանութ',
  ])('but %s in UTF-8 is read, with or without a byte order mark', async (merchantName) => {
    for (const mark of ['', '\uFEFF']) {
      const [entry] = await read(utf8(mark + written([numbered({ ...plainRow, merchantName }, 1)])))
      expect(entry).toMatchObject({ merchant: { merchantName } })
    }
  })

  it('and what is unclear is read once somebody says what it is', async () => {
    const file = encoded(written([numbered({ ...plainRow, merchantName: '小山石' }, 1)]), 'gb18030')
    expect(await read(file, 'gb18030')).toMatchObject([{ merchant: { merchantName: '小山石' } }])
    expect(await read(file, 'utf-8')).toMatchObject([{ merchant: { merchantName: 'Сɽʯ' } }])
  })

  it.each(['Müller', 'Café', 'ÄÖÜ'])(
    '%s in the encoding of Western Windows is opened by nobody',
    async (name) => {
      const entries = await read(latin(name)).catch(() => [])
      expect(entries.filter((entry) => 'merchant' in entry)).toEqual([])
    },
  )

  it.each(['a', 'é', '商', 'aé '])('a long file of %s is gone through once', async (letters) => {
    const judged = async (size: number) => {
      await refusal(utf8(`${written(rows)}${letters.repeat(size)}`))
      await refusal(Uint8Array.from([...utf8(written(rows)), 0xff, ...encoded('门', 'gb18030')]))
    }
    expect(await growth(judged, 100_000)).toBeLessThan(onceThrough)
  })

  it('a file without end is left before it fills the memory', async () => {
    const chunk = 'a'.repeat(1 << 26)
    const endless = function* () {
      for (;;) yield chunk
    }
    await expect(collect(readPortfolio(chunks(endless()), { at }))).rejects.toMatchObject({
      issues: [{ path: '', code: 'FILE_TOO_BIG' }],
    })
  })

  it('an encoding that nobody knows is not stated', async () => {
    expect(await refusal('', 'latin1' as 'utf-8')).toEqual(['NOT_ALLOWED_VALUE'])
  })
})

test('what was made of UTF-8 that was read as GBK is opened by nobody', async () => {
  const [entry] = await read(utf8(written([numbered({ ...goodRow, merchantName: '锟斤拷锟斤拷' }, 1)])))
  expect(entry).toMatchObject({
    issues: expect.arrayContaining([expect.objectContaining({ code: 'NOT_UTF8' })]),
  })
})

describe('one byte that is not UTF-8', () => {
  const damaged = () => {
    const bytes = utf8(written([...rows, numbered({ ...goodRow, merchantName: '大门' }, 4)]))
    const cut = bytes.lastIndexOf(0xe5)
    return Uint8Array.from([...bytes.slice(0, cut), ...bytes.slice(cut + 1)])
  }
  const told = (entries: readonly PortfolioEntry[]) =>
    entries.map((entry) =>
      'issues' in entry
        ? [...new Set(entry.issues.map(({ code }) => code))].join()
        : entry.terminal.terminalId,
    )

  it('makes every row beyond ASCII doubtful, also those before it', async () => {
    expect(told(await read(damaged()))).toEqual(['NOT_UTF8', 'NOT_UTF8', '10000003', 'NOT_UTF8'])
  })

  it('does so in text that was decoded before', async () => {
    const text = new TextDecoder().decode(damaged())
    expect(told(await read(text))).toEqual(['NOT_UTF8', 'NOT_UTF8', '10000003', 'NOT_UTF8'])
  })

  it('does so behind a byte order mark, and in other encodings', async () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...damaged()])
    expect(told(await read(marked))).toEqual(['NOT_UTF8', 'NOT_UTF8', '10000003', 'NOT_UTF8'])
    const gb = Uint8Array.from([...encoded(written(rows), 'gb18030'), 0xff])
    expect(told(await read(gb, 'gb18030'))).toEqual([
      ...['ENCODING_BROKEN', 'ENCODING_BROKEN', 'WRONG_FIELD_COUNT', '10000003'],
    ])
  })
})

describe('a row', () => {
  it('may have empty fields behind its last column, and nothing in them', async () => {
    const [header = '', row = ''] = written([numbered(plainRow, 1)]).split('\r\n')
    const codes = async (head: string, line: string) =>
      (await read(`${head}\n${line}`)).map((entry) => ('issues' in entry ? entry.issues[0]?.code : 'good'))
    expect(await codes(header, `${row},,`)).toEqual(['good'])
    expect(await codes(`,${header},`, `,${row}`)).toEqual(['good'])
    expect(await codes(header, `${row},x`)).toEqual(['WRONG_FIELD_COUNT'])
    expect(await codes(`${header},`, `${row},x`)).toEqual(['UNNAMED_COLUMN'])
    expect(await codes(header, row.slice(0, row.lastIndexOf(',')))).toEqual(['WRONG_FIELD_COUNT'])
  })

  it('is never a formula when it is written, and is itself when it is read', async () => {
    const names = ['=1+1', '+86 shop', '-5', '@home', '＝1', "'=1", "''-", '="x"', "'quoted'"]
    const listed = names.map((merchantName, place) => numbered({ ...plainRow, merchantName }, place))
    const text = csvText(cells(listed))
    for (const line of text.slice(1).split('\r\n'))
      expect(line.split(',').some((cell) => /^"?[=+@-]/.test(cell))).toBe(false)
    const entries = await read(text)
    expect(entries.map((entry) => 'merchant' in entry && entry.merchant.merchantName)).toEqual(names)
  })

  it.each(['\n', ' ', "'", '\t '])('of %j alone, however often, is gone through once', async (blank) => {
    expect(await growth((size) => csvText([[blank.repeat(size)]]), 3_000)).toBeLessThan(onceThrough)
  })

  it('comes back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\'" ;,\t\n＝商a') }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.constantFrom(',', ';', '\t'),
        (fields, separator) => {
          const [row] = csvRows([csvText([fields], separator).slice(1)], separator)
          fc.pre(fields.join('') !== '')
          expect(row?.fields.map(cellText)).toEqual(fields.map((field) => field.trim()))
          expect(row?.fields.some((field) => /^\s*[=+@＝-]|^[\t\r\n]\s*\S/.test(field))).toBe(false)
        },
      ),
    )
  })

  it.each(['长期', '長期', '长 期', '永久', '不约定期限', 'long-term', 'Long term', 'Permanent'])(
    'says of a licence that it has no last day: %s [DOC-05]',
    async (end) => {
      const listed = (licenceValidTo: string) => read(written([numbered({ ...goodRow, licenceValidTo }, 1)]))
      expect(await listed(end)).toMatchObject([{ merchant: { licenceLongTerm: true } }])
      for (const other of ['', '2030-01-01'])
        expect(await listed(other)).not.toMatchObject([{ merchant: { licenceLongTerm: true } }])
    },
  )
})
