import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type GuidanceCode,
  type GuidanceProfile,
  type GuidanceTexts,
  guidanceEn,
  guidanceFor,
  guidanceKinds,
  guidanceProfiles,
  guidanceZhCn,
} from '../../src/guidance/index.ts'
import { rowsIn } from './claims.ts'
import { claimsOfClosure } from './claims-of-closure.ts'
import { claimsOfSuspension } from './claims-of-suspension.ts'
import { keyWords, says } from './key-words.ts'

const claims = Object.entries({ ...claimsOfSuspension, ...claimsOfClosure })

type Row = readonly [id: string, kind: string, ...unknown[]]
const requirements = globSync('docs/requirements/*.json').flatMap(
  (file) => (JSON.parse(readFileSync(file, 'utf8')) as { rows: readonly Row[] }).rows,
)
const advised = new Set(['Aftercare', 'Legal', 'Context', 'Danger', 'Marketing'])
const languages = [
  ['English', guidanceEn, 0],
  ['Chinese', guidanceZhCn, 1],
] as const
const textsOf = ({ items }: GuidanceTexts) =>
  Object.assign({}, ...Object.values(items)) as Readonly<Record<GuidanceCode, string>>
const profiles = guidanceKinds.flatMap((kind) => Object.values<GuidanceProfile>(guidanceProfiles[kind]))

describe('what the guides advise', () => {
  test.each(claims)('%s', (title, [subject, phase, code]) => {
    const item = guidanceFor(subject, phase).find((given) => given.code === code)
    expect(item?.rows).toEqual(expect.arrayContaining([...rowsIn(title)]))
    for (const [, texts, column] of languages)
      expect(says(textsOf(texts)[code], keyWords[code][column]), textsOf(texts)[code]).toBe(true)
  })

  test.each(languages)('is said in %s in words of its own, which no other item says', (_, texts, column) => {
    const all = Object.entries(textsOf(texts)) as [GuidanceCode, string][]
    const sayers = ([code]: readonly [GuidanceCode, string]) =>
      all.flatMap(([other, text]) => (says(text, keyWords[code][column]) ? [other] : []))
    expect(all.length).toBeGreaterThan(130)
    expect(all.filter((one) => sayers(one).join() !== one[0]).map((one) => [one[0], sayers(one)])).toEqual([])
  })

  test('is claimed whole: every row of after-care, law, context and danger, by an item and a title', () => {
    const wanted = requirements.filter(([, kind]) => advised.has(kind)).map(([id]) => id)
    expect(wanted.length).toBeGreaterThan(70)
    const told = new Set(profiles.flatMap(({ rows }) => rows))
    const titled = new Set(claims.flatMap(([title]) => rowsIn(title)))
    expect(wanted.filter((id) => !told.has(id))).toEqual([])
    expect(wanted.filter((id) => !titled.has(id))).toEqual([])
  })

  test('is claimed by rows that exist, at most three in a title', () => {
    const known = new Set(requirements.map(([id]) => id))
    expect(profiles.flatMap(({ rows }) => rows.filter((id) => !known.has(id)))).toEqual([])
    expect(claims.filter(([title]) => rowsIn(title).length > 3)).toEqual([])
    expect(claims.filter(([title]) => rowsIn(title).length === 0)).toEqual([])
  })
})
