import {
  type ClockRule,
  type DocumentType,
  dayText,
  type Locale,
  momentText,
  moneyText,
  type RequiredDocument,
  type TextKind,
  type Texts,
  textOf,
  type WorkingDayCalendar,
} from '../../domain/index.ts'
import { noticesEn } from '../texts/en.ts'
import { noticesZhCn } from '../texts/zh-cn.ts'
import type { NoticeWords } from './lines.ts'

/** One language, one zone, one currency. */
export interface Tongue {
  readonly words: NoticeWords
  name<Kind extends TextKind>(kind: Kind, code: keyof Texts[Kind] & string): string
  day(instant: string): string
  moment(instant: string): string
  money(minorUnits: number): string
  time(rule: ClockRule): string
  list(items: readonly string[]): string
  papers(needed: readonly RequiredDocument[]): string
  fill(text: string, values: Readonly<Record<string, string>>): string
}

/** Fills in what stands in braces; what is not known stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? braces) : braces,
  )

export const tongueIn = (
  locale: Locale,
  zone: Pick<WorkingDayCalendar, 'utcOffsetMinutes'>,
  currency: string,
): Tongue => {
  const words = locale === 'en' ? noticesEn : noticesZhCn
  const paper = (type: DocumentType) => textOf('document', type, locale)
  return {
    words,
    name: (kind, code) => textOf(kind, code, locale),
    day: (instant) => dayText(instant, locale, zone),
    moment: (instant) => momentText(instant, locale, zone),
    money: (amount) => moneyText({ amount, currency }),
    time: ({ amount, unit }) => filled(words.times[unit][amount === 1 ? 0 : 1], { amount: String(amount) }),
    list: (items) => items.join(words.phrases.comma),
    papers: (needed) =>
      needed
        .map(({ type, alternatives = [] }) => [type, ...alternatives].map(paper).join(words.phrases.or))
        .join(words.phrases.comma),
    fill: filled,
  }
}
