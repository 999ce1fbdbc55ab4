import { expect, test } from 'vitest'
import { textsIn } from '../../src/domain/index.ts'
import { guidanceEn } from '../../src/guidance/texts/en.ts'
import { guidanceZhCn } from '../../src/guidance/texts/zh-cn.ts'
import { lettersEn } from '../../src/letters/texts/en.ts'
import { lettersZhCn } from '../../src/letters/texts/zh-cn.ts'

const numbersIn = (text: string): readonly string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted()

/** Each text with its sister, by the path at which both stand. */
const pairs = (en: unknown, zhCn: unknown, path = ''): readonly (readonly [string, string, string])[] => {
  if (typeof en === 'string') return [[path, en, String(zhCn)]]
  if (typeof en !== 'object' || en === null) return []
  return Object.entries(en).flatMap(([name, inner]) =>
    pairs(inner, (zhCn as Readonly<Record<string, unknown>> | undefined)?.[name], `${path}/${name}`),
  )
}

test.each([
  ['codes', textsIn('en'), textsIn('zh-CN')],
  ['guidance', guidanceEn.items, guidanceZhCn.items],
  ['letters', lettersEn, lettersZhCn],
])('what is a number in one language is the same in the other: texts of %s', (_, en, zhCn) => {
  const all = pairs(en, zhCn)
  expect(all.length).toBeGreaterThan(50)
  expect(all.filter(([, one, other]) => numbersIn(one).join() !== numbersIn(other).join())).toEqual([])
})
