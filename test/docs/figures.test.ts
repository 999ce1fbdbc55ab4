import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figureOf } from '../../bench/figure.ts'
import { figuresText, withFigures, withProof } from '../../scripts/figures.ts'
import { plantedFaults } from '../../scripts/planted.ts'
import { proofFile } from '../../scripts/proof.ts'
import { locales } from '../../src/domain/index.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the figures of the README', () => {
  it('are those of the table that is kept', () => {
    expect(withFigures(readme)).toBe(readme)
  })

  it('are the first row of each file', () => {
    const row = (rows: string, name: string, value: number) =>
      figureOf(rows, [{ name, reference: 'the other', budget: 1, unit: '× CPU', values: [value] }])
    const text = figuresText([row('step', 'one', 0.456), row('step', 'two', 2), row('disk', 'three', 15.49)])
    expect(text.split('\n').slice(2)).toEqual([
      '| one | the other | 0.46 × CPU |',
      '| three | the other | 15 × CPU |',
      '',
    ])
  })

  it('are nowhere to be written where the marks are missing', () => {
    expect(() => withFigures('# A README')).toThrow('marks')
  })
})

describe.each(locales)('the figures of the guide to what is proved, in %s', (locale) => {
  it('are those of the exploration that is kept', () => {
    const page = readFileSync(proofFile(locale), 'utf8')
    expect(withProof(page, locale)).toBe(page)
  })
})

it('the faults that were planted are each found by a test that is still there', () => {
  const files = plantedFaults().rounds.flatMap(({ faults }) => faults.map(({ by }) => by.file))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
