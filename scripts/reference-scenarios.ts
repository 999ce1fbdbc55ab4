import type { Locale } from '../src/domain/index.ts'
import { type Scenario, scenarios } from '../src/testing/index.ts'
import { code, type Section, table } from './reference-kit.ts'

const words: Readonly<Record<Locale, { readonly played: string; readonly needs: string }>> = {
  en: { played: 'Played by', needs: 'Needs' },
  'zh-CN': { played: '由谁模拟', needs: '需要' },
}

const players: readonly (readonly [keyof Scenario, string])[] = [
  ['faults', 'mock.play'],
  ['terminal', 'mock.play'],
  ['tells', 'mock.play().tells'],
  ['arrivals', 'arrivals'],
  ['store', 'faultyStore().play'],
  ['clock', 'manualTime().play'],
]

/** What goes wrong in production, by name, and who plays it. */
export const scenarioSection: Section = (locale, { heads, comma }) => {
  const { played, needs } = words[locale]
  return [
    'scenarios',
    table(
      [heads.code, heads.meaning, played, needs],
      Object.entries(scenarios).map(([name, scenario]) => [
        code(name),
        scenario.says[locale],
        players
          .filter(([part]) => scenario[part] !== undefined)
          .map(([, player]) => code(player))
          .join(comma),
        (scenario.needs ?? []).map(code).join(comma),
      ]),
    ),
  ]
}
