// node scripts/lookups.ts: writes the guides in which things are looked up, glossary and policy, in both languages. test/docs holds them to
// what it would write today.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockProfiles, type Locale, lengthNames, locales, textOf } from '../src/domain/index.ts'
import {
  guidanceEn,
  guidanceZhCn,
  type Process,
  processes,
  type Sense,
  senses,
} from '../src/guidance/index.ts'
import { lookupsWords } from './lookups-words.ts'
import { code, table } from './reference-kit.ts'
import { referenceWords } from './reference-words.ts'
import { guidesFolder } from './run-guides.ts'
import { policyRows } from './settings.ts'
import { settingsWords } from './settings-words.ts'

export const lookupNames = ['glossary', 'policy'] as const
export type LookupName = (typeof lookupNames)[number]
export const lookupFile = (name: LookupName, locale: Locale): string =>
  join(guidesFolder, `${name}${locale === 'en' ? '' : `.${locale}`}.md`)

const glossaryText = (locale: Locale): string => {
  const { title, about, heads, processes: names } = lookupsWords[locale].glossary
  const own = locale === 'en' ? guidanceEn : guidanceZhCn
  const other = locale === 'en' ? guidanceZhCn : guidanceEn
  const { comma } = referenceWords[locale]
  const isIn = (sense: Sense, during: Process | 'all'): boolean => {
    const meant: 'all' | readonly Process[] = senses[sense]
    return meant === 'all' ? during === 'all' : during !== 'all' && meant.includes(during)
  }
  const parts = (['all', ...processes] as const).map((during) => {
    const rows = (Object.keys(senses) as Sense[])
      .filter((sense) => isIn(sense, during))
      .map((sense) => {
        const { term, alsoCalled, meaning } = own.glossary[sense]
        return [term, other.glossary[sense].term, alsoCalled.join(comma), meaning]
      })
    return `## ${names[during]}\n\n${table(heads, rows)}`
  })
  return `${[`# ${title}`, about, ...parts].join('\n\n')}\n`
}

const policyText = (locale: Locale): string => {
  const { title, about, clocks, aboutClocks, units, heads } = lookupsWords[locale].policy
  const { heads: words } = referenceWords[locale]
  const { type, unit, standard } = settingsWords[locale].heads
  const rows = lengthNames.map((name) => {
    const { amount, unit: per } = clockProfiles[name]
    return [
      code(name),
      textOf('clock', name, locale),
      amount === 0 ? '' : referenceWords[locale].units[per](amount),
    ]
  })
  const parts = [
    table([words.code, words.meaning, type, unit, standard], policyRows(locale)),
    units,
    `## ${clocks}`,
    aboutClocks,
    table(heads, rows),
  ]
  return `${[`# ${title}`, about, ...parts].join('\n\n')}\n`
}

const texts = { glossary: glossaryText, policy: policyText }
export const lookupText = (name: LookupName, locale: Locale): string => texts[name](locale)

export const writeLookups = (): void => {
  for (const locale of locales)
    for (const name of lookupNames) writeFileSync(lookupFile(name, locale), lookupText(name, locale))
}

if (import.meta.main) writeLookups()
