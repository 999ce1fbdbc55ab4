// What tests noticed of changes of the sources: `proof/mutants.json` and `proof/lots.json` as words, for the guide to what is proved
// (`scripts/figures.ts`) and for the score card.
import { readFileSync } from 'node:fs'
import type { Locale } from '../src/domain/index.ts'
import { type Lots, noticedOf, waitingIn } from './lots.ts'
import type { Mutated } from './mutants.ts'
import { code, spaced, table } from './reference-kit.ts'

const read = <Read>(path: string): Read =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Read

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

const wholeOf = (mutated: Mutated) => {
  const files = Object.values(mutated)
  const noticed = sum(files.map((file) => file.noticed))
  return { files: files.length, noticed, all: noticed + sum(files.map((file) => file.unnoticed)) }
}

const drawnOf = (lots: Lots) => {
  const all = Object.values(lots)
  return {
    rooms: all.length,
    of: sum(all.map((lot) => lot.of)),
    drawn: sum(all.map((lot) => lot.drawn)),
    first: sum(all.map((lot) => noticedOf(lot).first)),
    now: sum(all.map((lot) => noticedOf(lot).now)),
    waiting: sum(all.map(waitingIn)),
  }
}

const words = {
  en: {
    heads: ['Room', 'Changes', 'Drawn and tried', 'Noticed at first', 'Noticed now', 'Waits for a test'],
    all: '**All**',
    whole: (noticed: string, all: string, files: number) =>
      `Of ${all} changes, all that ${files} files have, ${noticed} are noticed.`,
  },
  'zh-CN': {
    heads: ['目录', '改动总数', '抽出并试过', '起初发现', '现在发现', '待补测试'],
    all: '**合计**',
    whole: (noticed: string, all: string, files: number) =>
      `另有 ${files} 个文件逐处全部改过，共 ${all} 处，发现 ${noticed} 处。`,
  },
} as const satisfies Readonly<Record<Locale, object>>

/** Room by room what was drawn, and a sentence for the files that were changed in every place. */
export const changesText = (locale: Locale): string => {
  const [lots, { noticed, all, files }] = [
    read<Lots>('proof/lots.json'),
    wholeOf(read<Mutated>('proof/mutants.json')),
  ]
  const { heads, all: allName, whole } = words[locale]
  const row = (room: string, counts: readonly number[]): readonly string[] => [room, ...counts.map(spaced)]
  const rows = Object.entries(lots)
    .sort()
    .map(([room, lot]) => {
      const { first, now } = noticedOf(lot)
      return row(code(room), [lot.of, lot.drawn, first, now, waitingIn(lot)])
    })
  const { of, drawn, first, now, waiting } = drawnOf(lots)
  const total = row(allName, [of, drawn, first, now, waiting])
  return `${table(heads, [...rows, total])}\n\n${whole(spaced(noticed), spaced(all), files)}\n`
}

/** For the score card. */
export const changesFigure = (): string => {
  const { files, noticed, all } = wholeOf(read('proof/mutants.json'))
  const { rooms, drawn, first, now, waiting } = drawnOf(read('proof/lots.json'))
  const whole = `${spaced(noticed)} of ${spaced(all)} in ${files} files noticed by single tests`
  return `${whole}; of ${spaced(drawn)} drawn by lot from ${rooms} rooms ${spaced(first)} at first and ${spaced(now)} now; of the others ${waiting} wait for a test, each of the rest has a reason`
}
