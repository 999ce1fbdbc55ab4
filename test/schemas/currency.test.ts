import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { contract } from '../../src/contract/index.ts'
import { currencies, isCurrency, misfitIn } from '../../src/domain/index.ts'
import * as schemas from '../../src/schemas/index.ts'
import { rowSchema } from '../../src/schemas/portfolio/columns.ts'
import { codesOf } from './codes-of.ts'
import { digest } from './examples/papers.ts'
import { terminal } from './examples/terminal.ts'

const { Currency, DocumentRef, formatIssues, LifecycleEvent, parseForm, TerminalInput } = schemas

const none = ['ZZZ', 'RMB', 'CNH', 'XXX', 'XTS', 'XAU', 'XDR', 'DEM', 'FRF', 'HRK', 'BGN', 'ITL', 'AAA']
const misspelt = ['', 'cny', 'Cny', 'CNY ', ' CNY', 'CN', 'CNYY', 'yuan', '人民币', '¥', 'toString', '156']

describe('a currency', () => {
  it('is one that ISO 4217 lists today, once', () => {
    expect(new Set(currencies).size).toBe(currencies.length)
    for (const code of currencies) expect(codesOf(Currency, code), code).toEqual([])
    expect(currencies).toEqual(expect.arrayContaining(['CNY', 'HKD', 'MOP', 'TWD', 'USD', 'EUR', 'JPY']))
  })

  it('is known to the platform, wherever it is listed', () => {
    const platform = new Set(Intl.supportedValuesOf('currency'))
    const newer = ['XCG', 'ZWG', 'SLE', 'VED']
    expect(currencies.filter((code) => !platform.has(code) && !newer.includes(code))).toEqual([])
  })

  it.each(none)('is not %s', (code) => {
    expect(isCurrency(code)).toBe(false)
    expect(codesOf(Currency, code)).toEqual(['CURRENCY_UNKNOWN '])
  })

  it.each(misspelt)('is not written %j', (code) => {
    expect(codesOf(Currency, code)).toEqual(['INVALID_FORMAT '])
  })

  it('is told to be CNY where it is called RMB, in both languages [OQ-25]', () => {
    const read = parseForm(TerminalInput, { ...terminal(), deposits: [], charges: [], currency: 'RMB' })
    const issues = read.success ? [] : read.issues
    expect(issues).toMatchObject([{ path: '/currency', code: 'CURRENCY_UNKNOWN' }])
    for (const locale of ['en', 'zh-CN'] as const)
      expect(formatIssues(issues, locale)[0]?.message).toContain('CNY')
  })

  it('is one wherever it was read off a paper', () => {
    const paper = (currency: string) => ({
      ...{ id: 'DOC-1', type: 'payment_proof', digest },
      facts: { amount: 5, currency },
    })
    expect(codesOf(DocumentRef, paper('CNY'))).toEqual([])
    expect(codesOf(DocumentRef, paper('RMB'))).toEqual(['CURRENCY_UNKNOWN /facts/currency'])
    expect(codesOf(DocumentRef, paper('yuan'))).toEqual(['FACT_UNKNOWN /facts'])
    expect(misfitIn('waiver', { currency: 'ZZZ' })).toBe('currency')
  })

  it('is one in every amount that an event tells', () => {
    const amount = { amount: 5, currency: 'RMB' }
    const event = { type: 'payout.confirmed', payoutId: 'p-1', orderId: 'lc-1/1/0', amount }
    expect(codesOf(LifecycleEvent, event)).toEqual(['CURRENCY_UNKNOWN /amount/currency'])
  })
})

type Found = Map<unknown, readonly string[]>
const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

/** Every schema of a field `currency`, wherever it stands inside. */
const currencyFields = (value: unknown, path = '', found: Found = new Map(), seen = new Set()): Found => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  const inner = isSchema(value) ? value._zod.def : value
  for (const [key, member] of Object.entries(inner)) {
    // a map of columns names the column, which is no currency
    if (key === 'currency' && isSchema(member)) {
      let schema: z.ZodType = member
      while ('innerType' in schema._zod.def) schema = schema._zod.def.innerType as z.ZodType
      found.set(schema, [...(found.get(schema) ?? []), path])
    } else currencyFields(member, `${path}/${key}`, found, seen)
  }
  return found
}

describe('one schema for every currency', () => {
  it.each([
    ['forms, events, papers and openings', Object.fromEntries(Object.entries(schemas))],
    ['portfolios', rowSchema(schemas.acquirerProfiles.default, '2026-03-02T00:00:00Z')],
    ['requests and replies on the wire', contract],
  ])('stands in %s', (_, root) => {
    const found = currencyFields(root)
    expect([...found.keys()].filter((schema) => schema !== Currency)).toEqual([])
    expect(found.get(Currency)?.length).toBeGreaterThan(0)
  })
})
