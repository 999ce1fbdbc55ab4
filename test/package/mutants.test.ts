import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kept, type Mutated, staleIn } from '../../scripts/mutants.ts'

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
    expect(kept(report('Killed'), judged, ['src/told.ts'])).toEqual(judged)
    expect(kept(report('Killed'), judged)['src/paid.ts']).toMatchObject({ noticed: 2, survivors: [] })
  })
})
