import { describe, expect, it } from 'vitest'
import type { Row } from '../../bench/compare.ts'
import { readTable } from '../../bench/last.ts'
import { lawful } from '../../bench/lawful.ts'
import { rows as bundles } from '../../bench/rows/bundles.ts'
import { rows as step } from '../../bench/rows/step.ts'

const row = (name: string, budget = 1): Row => ({ name, budget, unit: 'kB', measure: () => 1 })

// Most row files make stores or start servers as they are imported, so `bench/child.ts` holds each of them to this when it runs.
describe('the rows of a file', () => {
  it('are taken as they are', () => {
    expect(lawful('step', [row('a'), row('b')])).toHaveLength(2)
    expect(lawful('bundles', bundles)).toBe(bundles)
    expect(lawful('step', step)).toBe(step)
  })

  it('are refused where two have one name', () => {
    expect(() => lawful('step', [row('a'), row('b'), row('a')])).toThrow('step: two rows are named a')
  })

  it('are refused where one has no budget, or one that nothing can miss', () => {
    for (const budget of [undefined as never, Number.NaN, 0, -1, Number.POSITIVE_INFINITY])
      expect(() => lawful('step', [{ ...row('a'), budget }])).toThrow('step: a has no budget')
  })

  it('are refused where there are none, or no name', () => {
    for (const rows of [[], undefined]) expect(() => lawful('step', rows)).toThrow('step: exports no rows')
    expect(() => lawful('step', [row('')])).toThrow('step: a row has no name')
  })

  it('stand in the table that is committed, file by file', () => {
    const { figures } = readTable('last')
    for (const file of new Set(figures.map(({ rows }) => rows)))
      expect(
        lawful(
          file,
          figures.filter(({ rows }) => rows === file),
        ),
      ).not.toHaveLength(0)
  })
})
