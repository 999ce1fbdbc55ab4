import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measuredText, performanceFile, withMeasured } from '../../scripts/figures.ts'
import { lookupFile, lookupNames, lookupText } from '../../scripts/lookups.ts'
import { clocksOf, statesFile, statesText } from '../../scripts/states.ts'
import { clockNames, leafStates, lengthNames, locales } from '../../src/domain/index.ts'
import { guidanceEn } from '../../src/guidance/index.ts'

describe.each(locales)('The guides in which things are looked up, in %s', (locale) => {
  it('are what the tables say today: else run node scripts/reference.ts', () => {
    for (const name of lookupNames)
      expect(readFileSync(lookupFile(name, locale), 'utf8')).toBe(lookupText(name, locale))
    expect(readFileSync(statesFile(locale), 'utf8')).toBe(statesText(locale))
  })

  it('show each figure that is kept, missed or not: else run node scripts/figures.ts', () => {
    const page = readFileSync(performanceFile(locale), 'utf8')
    expect(withMeasured(page, locale)).toBe(page)
  })

  it('name every state, every clock and every length', () => {
    const states = statesText(locale)
    const named = (state: string) => states.includes(`### \`${state}\``) || states.includes(`\`${state}\` `)
    expect(leafStates.filter((state) => !named(state))).toEqual([])
    expect(
      lengthNames.filter((name) => !lookupText('policy', locale).includes(`\n| \`${name}\` | `)),
    ).toEqual([])
  })
})

it('Every clock runs somewhere in the chart', () => {
  const told = new Set<string>(Object.values(clocksOf).flat())
  expect(clockNames.filter((name) => !told.has(name))).toEqual([])
})

it('The glossary has every term of the library, with its sister in the other language', () => {
  const page = lookupText('glossary', 'zh-CN')
  expect(Object.values(guidanceEn.glossary).filter(({ term }) => !page.includes(`| ${term} |`))).toEqual([])
})

it('A goal that is missed is called missed', () => {
  const figure = {
    rows: 'a',
    name: 'it',
    reference: '',
    budget: 1,
    unit: 'kB',
    value: 2,
    low: 2,
    high: 2,
    met: false,
  }
  expect(measuredText([figure], 'en')).toContain('| it |  | 2 kB |  | 1: missed |')
})
