import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawn, type Lots, lotOf, noticedOf, staleInLot, triedAgain } from '../../scripts/lots.ts'
import { kept, type Mutated, type Report, staleIn } from '../../scripts/mutants.ts'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const read = (path: string) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined)

const place = (line: number, column: number) => ({ line, column })
const source = 'const paid = (sum) =>\n  sum > 0 && sum < 10\n'
const report = (status: string) => ({
  files: {
    'src/paid.ts': {
      source,
      mutants: [
        { status, replacement: 'sum >= 0', location: { start: place(2, 3), end: place(2, 10) } },
        { status: 'Killed', replacement: 'true', location: { start: place(2, 3), end: place(2, 22) } },
      ],
    },
  },
})

describe('changes of the sources that no test noticed', () => {
  test('have a reason each, and their lines are still there', () => {
    expect(staleIn(JSON.parse(read('proof/mutants.json') ?? '{}') as Mutated, read)).toEqual([])
    const lots = Object.entries(JSON.parse(read('proof/lots.json') ?? '{}') as Lots)
    expect(lots.map(([room, lot]) => [room, ...staleInLot(lot, read)])).toEqual(lots.map(([room]) => [room]))
  })

  test('are kept by the text that was changed, with the reason that somebody gave', () => {
    const first = kept(report('Survived'), {})
    const survivor = { line: 'sum > 0 && sum < 10', changed: 'sum > 0', to: 'sum >= 0' }
    expect(first['src/paid.ts']).toMatchObject({ noticed: 1, unnoticed: 1, survivors: [survivor] })
    expect(staleIn(first, () => source)).toEqual(['src/paid.ts: nobody has judged sum > 0 → sum >= 0'])

    const file = first['src/paid.ts'] as Mutated[string]
    const judged = { 'src/paid.ts': { ...file, survivors: [{ ...survivor, reason: 'no sum is 0' }] } }
    const again = kept(report('NoCoverage'), judged)
    expect(staleIn(again, () => `// moved\n${source}`)).toEqual([])
    expect(staleIn(again, () => source.replace('10', '11'))).toEqual([
      'src/paid.ts: this line is gone: sum > 0 && sum < 10',
    ])
    expect(staleIn(again, () => undefined)).toEqual(['src/paid.ts is gone'])
    // what was not asked for this time stays as it was found
    expect(kept({ files: {} }, judged)).toEqual(judged)
    expect(kept(report('Killed'), judged)['src/paid.ts']).toMatchObject({ noticed: 2, survivors: [] })
  })

  test('are drawn by lot: a seed repeats them, another one draws others', () => {
    const all = Array.from({ length: 100 }, (_, place) => `change ${place}`)
    const ten = drawn(all, 10, '1')
    expect(ten.size).toBe(10)
    expect(drawn(all.toReversed(), 10, '1')).toEqual(ten)
    expect(drawn(all, 10, '2')).not.toEqual(ten)
    expect(drawn(all, 1000, '1').size).toBe(100)
  })

  test('are kept by lot, with what was unnoticed at first and what is unnoticed now', () => {
    const lot = lotOf(report('Survived'), undefined, '1', 40)
    expect(lot).toMatchObject({ seed: '1', of: 40, drawn: 2, unnoticedAtFirst: 1 })
    expect(noticedOf(lot)).toEqual({ first: 1, now: 1 })
    expect(staleInLot(lot, () => source)).toEqual(['src/paid.ts: nobody has judged sum > 0 → sum >= 0'])
    expect(staleInLot(lot, () => undefined)).toEqual(['src/paid.ts is gone'])
    expect(triedAgain(lot, report('NoCoverage'))).toEqual(lot)
    // what was not tried again stays as it was found
    expect(triedAgain(lot, { files: {} })).toEqual(lot)
    expect(triedAgain(lot, report('Ignored'))).toEqual(lot)
    // a line that is gone was noticed by nobody
    const { mutants: _, ...rest } = report('Killed').files['src/paid.ts'] as Report['files'][string]
    const without = { files: { 'src/paid.ts': { ...rest, source: source.replace('10', '11'), mutants: [] } } }
    expect(triedAgain(lot, without)).toMatchObject({ drawn: 1, unnoticedAtFirst: 0, survivors: {} })
    const again = triedAgain(lot, report('Killed'))
    expect(noticedOf(again)).toEqual({ first: 1, now: 2 })
    expect(again.survivors).toEqual({})
  })
})
