import { describe, expect, it } from 'vitest'
import { type Figure, figureOf } from '../../bench/figure.ts'
import { moved, unknownFiles } from '../../bench/moved.ts'
import { budgets, sentence } from '../../bench/show.ts'

const figure = (name: string, value: number, changed: Partial<Figure> = {}): Figure => ({
  ...{ rows: 'step', name, reference: 'XState', unit: '× cpu', value, low: value, high: value },
  ...{ budget: 1, met: true, ...changed },
})

describe('figures of two runs', () => {
  it('are told apart from 15 % on, in both directions', () => {
    const last = [figure('a', 100), figure('b', 100), figure('c', 100), figure('d', 100)]
    const now = [figure('a', 115), figure('b', 116), figure('c', 85), figure('d', 84)]
    expect(moved(last, now)).toEqual([
      { name: 'step: b', before: 100, after: 116, unit: '× cpu', kind: 'worse' },
      { name: 'step: d', before: 100, after: 84, unit: '× cpu', kind: 'better' },
    ])
  })

  it('name a row that is new, and one that is gone from a file that was run', () => {
    const last = [figure('old', 1), figure('elsewhere', 1, { rows: 'client' })]
    expect(moved(last, [figure('new', 2)])).toEqual([
      { name: 'step: new', after: 2, unit: '× cpu', kind: 'new' },
      { name: 'step: old', before: 1, unit: '× cpu', kind: 'gone' },
    ])
  })

  it('are not compared across units', () => {
    const kinds = moved([figure('a', 1)], [figure('a', 1, { unit: 'ms' })]).map(({ kind }) => kind)
    expect(kinds).toEqual(['new', 'gone'])
  })

  it('see what was nothing and is something now', () => {
    expect(moved([figure('a', 0)], [figure('a', 0)])).toEqual([])
    expect(moved([figure('a', 0)], [figure('a', 1)])).toMatchObject([{ kind: 'worse' }])
  })
})

describe('a table that is held against another', () => {
  it('takes what cannot be read for worse, and not for better', () => {
    expect(moved([figure('a', 1)], [figure('a', Number.NaN)])).toMatchObject([{ kind: 'worse' }])
    expect(moved([figure('a', 1)], [figure('a', Number.NaN)]).map(sentence)).toEqual([
      'worse: step: a, 1 → unreadable × cpu',
    ])
    expect(moved([figure('a', 1)], [figure('a', null as never)])).toMatchObject([{ kind: 'worse' }])
  })

  it('counts what could not be read before as new', () => {
    expect(moved([figure('a', null as never)], [figure('a', 1)])).toMatchObject([{ kind: 'new' }])
  })

  it('names the row files that it knows nothing of', () => {
    const now = [figure('a', 1), figure('b', 1, { rows: 'client' }), figure('c', 1, { rows: 'client' })]
    expect(unknownFiles([figure('a', 1)], now)).toEqual(['client'])
    expect(unknownFiles(now, now)).toEqual([])
  })
})

describe('the last line', () => {
  it('says how many rows meet their budget, and which do not', () => {
    const rows = [figure('a', 1), figure('b', 2, { met: false }), figure('c', 3, { met: false })]
    expect(budgets(rows)).toBe('1 of 3 rows meet their budget; these do not: step: b; step: c')
    expect(budgets(rows.slice(0, 1))).toBe('1 of 1 rows meet their budget')
  })
})

describe('a figure', () => {
  const row = { name: 'a', reference: 'b', budget: 2, unit: 'kB' }

  it('is the median of the rounds of all runs, with the middle half of them', () => {
    const first = { ...row, values: [1, 9, 2] }
    const second = { ...row, values: [3, 4] }
    expect(figureOf('step', [first, second])).toMatchObject({ value: 3, low: 2, high: 4, met: false })
  })

  it('cannot be read where one of its rounds cannot', () => {
    const { value, met } = figureOf('step', [{ ...row, values: [1, Number.NaN, 1] }])
    expect([value, met]).toEqual([Number.NaN, false])
  })

  it('meets a budget that it reaches exactly', () => {
    expect(figureOf('step', [{ ...row, values: [2] }]).met).toBe(true)
    expect(figureOf('step', [{ ...row, values: [2.001] }]).met).toBe(false)
  })
})
