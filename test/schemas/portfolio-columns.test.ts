import { describe, expect, it } from 'vitest'
import { formatIssues, readPortfolio } from '../../src/schemas/index.ts'
import { at } from './examples/papers.ts'
import { goodRow, type Row } from './examples/portfolio-rows.ts'
import { chunks, collect } from './examples/streams.ts'

const names = [
  'acquirerId',
  'merchantId',
  'terminalId',
  'serialNumber',
  'model',
  'merchantName',
  'merchantType',
  'unifiedSocialCreditCode',
  'deviceOwner',
  'tenancy',
  'depositAmount',
  'depositKind',
  'depositHeldBy',
  'currency',
]
/** Only what every row of such a terminal needs. */
const good: Row = Object.fromEntries(names.map((name) => [name, goodRow[name] ?? '']))

describe('a column that only some rows need', () => {
  const needed = async (change: Readonly<Record<string, string>>, locale: 'en' | 'zh-CN') => {
    const row = { ...good, ...change }
    const text = `${Object.keys(row).join(',')}
${Object.values(row).join(',')}`
    const [entry] = await collect(readPortfolio(chunks([text]), { at }))
    return entry && 'issues' in entry ? formatIssues(entry.issues, locale).map(({ message }) => message) : []
  }

  it.each(['enterprise', 'sole_trader'])(
    'is asked for, and the answer says of whom: %s',
    async (merchantType) => {
      const change = { merchantType, unifiedSocialCreditCode: '' }
      expect(await needed(change, 'en')).toEqual([
        'This must be filled in because of what "merchantType" says (enterprise, sole_trader).',
      ])
      expect(await needed(change, 'zh-CN')).toEqual([
        '根据“merchantType”的内容（enterprise、sole_trader），此项必填。',
      ])
    },
  )

  it('is not asked of anybody else', async () => {
    expect(await needed({ merchantType: 'individual', unifiedSocialCreditCode: '' }, 'en')).toEqual([])
  })

  it('is asked for by another column, which has no words of its own', async () => {
    expect(await needed({ depositKind: '' }, 'en')).toEqual([
      'This must be filled in because of what "depositAmount" says.',
    ])
  })
})

describe('a column that is called otherwise', () => {
  it('is named in an issue as the file names it, beside our own name', async () => {
    const row = { ...good, merchantName: '' }
    const header = Object.keys(row).map((name) => (name === 'merchantName' ? '商户名' : name))
    const map = { columns: { 商户名: 'merchantName' } } as const
    const text = `${header.join(',')}\n${Object.values(row).join(',')}`
    const [entry] = await collect(readPortfolio(chunks([text]), { at, map }))
    const issues = entry && 'issues' in entry ? entry.issues : []
    expect(issues.map(({ column, named }) => [column, named])).toEqual([['merchantName', '商户名']])
  })
})
