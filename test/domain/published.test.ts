import { describe, expect, it } from 'vitest'
import {
  accessoriesFor,
  feesFor,
  feeTableInForce,
  noticeWording,
  pricesOf,
  procedureInForce,
  proceduresNamed,
} from '../../src/domain/index.ts'

const at = '2026-03-02T09:00:00+08:00'
const from = '2026-01-01'
const cny = (amount: number) => ({ amount, currency: 'CNY' })

describe('the procedure in force', () => {
  const procedures = [
    { version: 'old', from: '2025-01-01', until: '2026-02-20' },
    { version: 'all', from },
    { version: 'closing', process: 'closure', from },
    { version: 'closing-n86', process: 'closure', model: 'N86', from },
    { version: 'next', process: 'closure', from: '2026-04-01' },
  ] as const
  const version = (process: 'closure' | 'suspension', model?: string | null, when = at) =>
    procedureInForce({ procedures }, { process, model, at: when })?.version

  it('is the one of the process and the model, else the more general one [R-067 R-157]', () => {
    expect(version('closure', 'N86')).toBe('closing-n86')
    expect(version('closure', ' n86 ')).toBe('closing-n86')
    expect(version('closure', 'A920')).toBe('closing')
    expect(version('closure', null)).toBe('closing')
    expect(version('closure')).toBe('closing')
    expect(version('suspension', 'N86')).toBe('all')
  })

  it('is the newest of several, and none before the first [R-127]', () => {
    expect(version('closure', null, '2026-04-02T00:00:00+08:00')).toBe('next')
    expect(version('suspension', null, '2026-01-10T00:00:00+08:00')).toBe('all')
    expect(version('suspension', null, '2024-12-31T00:00:00+08:00')).toBeUndefined()
    expect(procedureInForce({}, { process: 'closure', at })).toBeUndefined()
  })

  it('may be named for thirty days after it ended, and not before it began', () => {
    const named = (name: string, when: string) =>
      proceduresNamed({ procedures }, name, { process: 'closure', at: when }).length
    expect(named('old', '2026-03-22T23:00:00+08:00')).toBe(1)
    expect(named('old', '2026-03-23T01:00:00+08:00')).toBe(0)
    expect(named('next', at)).toBe(0)
    expect(proceduresNamed({ procedures }, 'closing', { process: 'suspension', at })).toEqual([])
  })
})

describe('fees', () => {
  const feeTables = [
    {
      version: '2025',
      from: '2025-01-01',
      until: '2026-02-28',
      prices: [{ kind: 'rental', amount: cny(1) }],
    },
    {
      version: '2026',
      from: '2026-03-01',
      prices: [
        { kind: 'rental', amount: cny(5_000) },
        { kind: 'rental', model: 'N86', amount: cny(8_000) },
        { kind: 'deactivation', process: 'closure', amount: cny(3_000) },
      ],
    },
  ] as const
  const listed = (process: 'closure' | 'suspension', model?: string) => {
    const table = feeTableInForce({ feeTables }, at)
    return table && feesFor(table, { process, model }).map(({ kind, amount }) => [kind, amount.amount])
  }

  it('are those of the process and the model, each kind once [R-284]', () => {
    expect(listed('closure')).toEqual([
      ['rental', 5_000],
      ['deactivation', 3_000],
    ])
    expect(listed('suspension', 'N86')).toEqual([['rental', 8_000]])
  })

  it('stand in the newest table in force [R-227]', () => {
    expect(feeTableInForce({ feeTables }, at)?.version).toBe('2026')
    expect(feeTableInForce({ feeTables }, '2026-02-28T00:00:00+08:00')?.version).toBe('2025')
    expect(feeTableInForce({}, at)).toBeUndefined()
  })

  it('are those of the model, however it is written', () => {
    const table = feeTableInForce({ feeTables }, at) ?? expect.fail('no table')
    const prices = (model?: string) => pricesOf(table, { kind: 'rental', model, currency: 'CNY' })
    expect(prices('n86')).toEqual([8_000])
    expect(prices('A920')).toEqual([5_000])
    expect(prices()).toEqual([5_000, 8_000])
  })
})

it('What was handed out with a device is known by its model and its day [R-217 R-224]', () => {
  const accessories = [
    { model: 'N86', items: [{ name: 'base', count: 1 }], from: '2025-01-01', until: '2025-12-31' },
    { model: 'N86', items: [{ name: 'base', count: 2 }], from },
  ]
  expect(accessoriesFor({ accessories }, 'n86', at)).toEqual([{ name: 'base', count: 2 }])
  expect(accessoriesFor({ accessories }, 'N86', '2025-06-01T00:00:00+08:00')).toEqual([
    { name: 'base', count: 1 },
  ])
  expect(accessoriesFor({ accessories }, 'A920', at)).toBeUndefined()
  expect(accessoriesFor({ accessories }, null, at)).toBeUndefined()
})

it('The words of a notice are those for whoever is told, else those for everybody, in the language asked for', () => {
  const own = { template: 'return_label', subject: 'A label', body: 'Send it to {serial}.', from } as const
  const notices = [
    { ...own, locale: 'en', body: 'for all' },
    { ...own, locale: 'en', audience: 'merchant', body: 'for you' },
  ] as const
  const body = (locale: 'en' | 'zh-CN', audience?: 'merchant' | 'bank') =>
    noticeWording({ notices }, { template: 'return_label', locale, audience, at })?.body
  expect(body('en', 'merchant')).toBe('for you')
  expect(body('en', 'bank')).toBe('for all')
  expect(body('en')).toBe('for all')
  expect(body('zh-CN', 'merchant')).toBeUndefined()
})
