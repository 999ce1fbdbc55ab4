import type { ClockRule } from '../domain/index.ts'
import type { GuidanceItem } from './guidance-for.ts'
import type { GuidanceTexts } from './texts.ts'

const timeIn = (texts: GuidanceTexts, { amount, unit }: ClockRule): string => {
  const [one, many] = texts.times[unit]
  return (amount === 1 ? one : many).replace('{amount}', String(amount))
}

/**
 * The words of an item, a sentence or a few.
 *
 * @returns the code itself where it is not one of ours, as a newer server may send it.
 * @example guidanceFor(record).map((item) => describeGuidance(item, guidanceZhCn))
 */
export function describeGuidance({ kind, code, time }: GuidanceItem, texts: GuidanceTexts): string {
  const table: Readonly<Record<string, string>> = Object.hasOwn(texts.items, kind) ? texts.items[kind] : {}
  const text = (Object.hasOwn(table, code) && table[code]) || code
  return time === undefined ? text : text.replace('{time}', timeIn(texts, time))
}
