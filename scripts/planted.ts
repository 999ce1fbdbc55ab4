// What became of faults that were planted one by one: `proof/planted.json` as words. `scripts/figures.ts` writes them into the guide to
// what is proved, `scripts/scorecard.ts` into the score card.
import { readFileSync } from 'node:fs'
import type { Locale } from '../src/domain/index.ts'
import { table } from './reference-kit.ts'

/** One fault: where, what was changed, and the test that was red with it. */
interface Planted {
  readonly room: string
  readonly what: string
  /** What an acquirer would have suffered. */
  readonly hurts: string
  /** `first`: by a test that was there; `later`: by one that was written because nothing was red. */
  readonly found: 'first' | 'later'
  readonly by: { readonly file: string; readonly title: string }
}

/** All that were planted at one time, and into what. */
interface PlantedRound {
  readonly commit: string
  /** Of the lot that drew the places among all lines that decide something; left out: people chose them. */
  readonly seed?: number
  readonly faults: readonly Planted[]
}

/** Each round has faults of its own, and meets the tests that the one before has left. */
export interface PlantedFaults {
  readonly rounds: readonly PlantedRound[]
}

export const plantedFaults = (): PlantedFaults =>
  JSON.parse(readFileSync(new URL('../proof/planted.json', import.meta.url), 'utf8')) as PlantedFaults

const atFirst = (faults: readonly Planted[]): number => faults.filter(({ found }) => found === 'first').length

const words = {
  en: {
    heads: ['Room', 'Faults', 'Found at first', 'Found by a new test'],
    sentence: (all: number, first: number, commit: string) =>
      `Of ${all} faults in ${commit} the tests that were there found ${first}; for each of the others a test was written.`,
    drawn: (seed: number) => ` Their places were drawn by lot, seed ${seed}.`,
  },
  'zh-CN': {
    heads: ['目录', '错误数', '原有测试发现', '新测试发现'],
    sentence: (all: number, first: number, commit: string) =>
      `在版本 ${commit} 中埋入错误 ${all} 个，原有测试发现 ${first} 个；其余每一个都补写了测试。`,
    drawn: (seed: number) => `位置由抽签决定，种子 ${seed}。`,
  },
} as const satisfies Readonly<Record<Locale, object>>

/** Room by room, and a sentence for each round. */
export const plantedText = ({ rounds }: PlantedFaults, locale: Locale): string => {
  const { heads, sentence, drawn } = words[locale]
  const faults = rounds.flatMap((round) => round.faults)
  const rooms = [...new Set(faults.map(({ room }) => room))].sort()
  const rows = rooms.map((room) => {
    const own = faults.filter((fault) => fault.room === room)
    return [`\`${room}\``, ...[own.length, atFirst(own), own.length - atFirst(own)].map(String)]
  })
  const told = rounds.map(
    ({ commit, seed, faults: own }) =>
      `- ${sentence(own.length, atFirst(own), commit)}${seed === undefined ? '' : drawn(seed)}`,
  )
  return `${table(heads, rows)}\n\n${told.join('\n')}\n`
}

/** For the score card. */
export const plantedFigure = ({ rounds }: PlantedFaults): string => {
  const figures = rounds.map(({ faults }) => `${atFirst(faults)} of ${faults.length}`)
  return `${figures.join(', then ')} found by the tests that were there, each of the others by one that was written for it`
}
