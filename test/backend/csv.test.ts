import { describe, expect, it } from 'vitest'
import { dossierTables } from '../../src/backend/index.ts'
import { textsEn, textsZhCn } from '../../src/domain/index.ts'
import { csvText } from '../../src/schemas/index.ts'
import { portalOf } from './long-lives.ts'
import { goldenLife } from './recorded.ts'

const wordsIn = {
  en: { locale: 'en', texts: textsEn },
  'zh-CN': { locale: 'zh-CN', texts: textsZhCn },
} as const

/** A reader of RFC 4180 that knows nothing of the writer. */
function rowsIn(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replace(/^\uFEFF/, '')
  for (let n = 0; n < source.length; n += 1) {
    const [char, next] = [source[n], source[n + 1]]
    if (quoted) {
      if (char === '"' && next === '"') {
        cell += '"'
        n += 1
      } else if (char === '"') quoted = false
      else cell += char
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\r') {
        n += 1
        rows.push([])
      }
    } else cell += char
  }
  rows.pop()
  return rows
}

describe('A table as CSV', () => {
  it('comes back cell by cell, whatever stands in it', () => {
    const cells = ['plain', 'a "quoted" one', 'one, two', 'line\r\nbreak', '', ' 空格 ', '青禾便利店']
    const text = csvText([['a'], cells, [1, -2, true, null, undefined]])
    expect(rowsIn(text)).toEqual([['a'], cells, ['1', '-2', 'true', '', '']])
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
  })

  it.each([
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    ' =HYPERLINK("x")',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '\r=1',
    '\tplain',
    '\rplain',
  ])('lets no program carry out %j', (text) => {
    expect(rowsIn(csvText([['a'], [text]]))[1]).toEqual([`'${text}`])
  })
})

describe('A dossier as tables', () => {
  it('has journal, money, devices and papers, each row as long as its header, in both languages', async () => {
    const life = await goldenLife('closure')
    const { as, lifecycleId } = portalOf(life)
    const dossier = await as('p1').exportDossier({ lifecycleId })
    for (const locale of ['en', 'zh-CN'] as const) {
      const tables = dossierTables(dossier, wordsIn[locale])
      for (const text of Object.values(tables)) {
        const [header = [], ...rows] = rowsIn(text)
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
      }
      expect(rowsIn(tables.journal)).toHaveLength(1 + dossier.journal.items.length)
      expect(rowsIn(tables.papers)).toHaveLength(1 + dossier.documents.items.length)
      expect(rowsIn(tables.devices)).toHaveLength(1 + dossier.devices.items.length)
    }
    const money = rowsIn(dossierTables(dossier, wordsIn.en).money)
    for (const { depositId, amount } of dossier.deposits.items)
      expect(money).toContainEqual(
        expect.arrayContaining(['deposit', depositId, `${amount.amount}`, amount.currency]),
      )
    for (const { payoutId, amount } of dossier.settlement.payouts)
      expect(money).toContainEqual(expect.arrayContaining(['payout', payoutId, `${amount.amount}`]))
    const [, opened, ...rest] = rowsIn(dossierTables(dossier, wordsIn['zh-CN']).journal)
    expect(opened?.slice(5, 7)).toEqual(['opened', 'opened'])
    expect(rest.at(-1)?.at(-1)).toBe(dossier.case.head)
  })
})
