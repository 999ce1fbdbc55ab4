import {
  type ClockRule,
  type ClosureReason,
  chargeKinds,
  dayText,
  defaultOffsetMinutes,
  type Instant,
  type Locale,
  type Money,
  momentText,
  moneyText,
  type SuspensionReason,
  textOf,
  type WorkingDayCalendar,
} from '../domain/index.ts'
import type { Process } from './facts.ts'
import type { Section } from './letter.ts'
import { lettersEn } from './texts/en.ts'
import { lettersZhCn } from './texts/zh-cn.ts'
import type { Heading, Label, LetterWords, Sentence } from './texts.ts'

/** How a letter speaks: one language, one zone. */
export interface Voice {
  readonly locale: Locale
  readonly words: LetterWords
  day(at: Instant): string
  moment(at: Instant): string
  money(amount: Money): string
  /** `label: value` */
  line(label: Label, value: string): string
  /** Nothing where there is nothing to say. */
  maybe<Value>(label: Label, value: Value | null, text: (value: Value) => string): readonly string[]
  say(sentence: Sentence, slots?: Readonly<Record<string, string>>): string
  list(items: readonly string[]): string
  time(rule: ClockRule): string
  /** The name of a charge; one that nobody knows is another one. */
  charge(kind: string): string
  reason(process: Process, code: SuspensionReason | ClosureReason): string
  lines(heading: Heading, ...lines: readonly string[]): readonly Section[]
  /** A table without rows is left out. */
  table(heading: Heading, columns: readonly Label[], rows: readonly (readonly string[])[]): readonly Section[]
}

export const voiceIn = (
  locale: Locale,
  calendar: Pick<WorkingDayCalendar, 'utcOffsetMinutes'> = { utcOffsetMinutes: defaultOffsetMinutes },
): Voice => {
  const words = locale === 'en' ? lettersEn : lettersZhCn
  const line = (label: Label, value: string) => `${words.labels[label]}${words.colon}${value}`
  return {
    locale,
    words,
    day: (at) => dayText(at, locale, calendar),
    moment: (at) => momentText(at, locale, calendar),
    money: moneyText,
    line,
    maybe: (label, value, text) => (value === null ? [] : [line(label, text(value))]),
    say: (sentence, slots = {}) =>
      Object.entries(slots).reduce(
        (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
        words.sentences[sentence],
      ),
    list: (items) => items.join(words.comma),
    time: ({ amount, unit }) => words.times[unit][amount === 1 ? 0 : 1].replace('{amount}', String(amount)),
    charge: (kind) => textOf('charge', chargeKinds.find((known) => known === kind) ?? 'other', locale),
    // the closure's list and the suspension's share names of codes, not of what they mean
    reason: (kind, code) =>
      kind === 'closure'
        ? textOf('closureReason', code as ClosureReason, locale)
        : textOf('suspensionReason', code as SuspensionReason, locale),
    lines: (heading, ...lines) => (lines.length === 0 ? [] : [{ heading: words.headings[heading], lines }]),
    table: (heading, columns, rows) =>
      rows.length === 0
        ? []
        : [
            {
              heading: words.headings[heading],
              table: { columns: columns.map((name) => words.labels[name]), rows },
            },
          ],
  }
}
