import {
  type ClockRule,
  type ClosureReason,
  chargeKinds,
  defaultOffsetMinutes,
  type Instant,
  type Locale,
  type Money,
  type SuspensionReason,
  textOf,
  type WorkingDayCalendar,
} from '../domain/index.ts'
import type { Process } from './facts.ts'
import type { Section } from './letter.ts'
import { lettersEn } from './texts/en.ts'
import { lettersZhCn } from './texts/zh-cn.ts'
import type { Heading, Label, LetterWords, Sentence } from './texts.ts'

/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
}

/** In major units: `1,980.00 CNY`. Written by hand, so that every host writes the same. */
const moneyText = ({ amount, currency }: Money): string => {
  const places = decimals[currency] ?? 2
  const digits = String(Math.abs(amount)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${amount < 0 ? '-' : ''}${whole}${part} ${currency}`
}

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
  zone: WorkingDayCalendar['utcOffsetMinutes'] = defaultOffsetMinutes,
): Voice => {
  const words = locale === 'en' ? lettersEn : lettersZhCn
  const local = (at: Instant): string => {
    const milliseconds = Date.parse(at)
    const offset = typeof zone === 'number' ? zone : zone(new Date(milliseconds).toISOString())
    return new Date(milliseconds + offset * 60_000).toISOString()
  }
  const line = (label: Label, value: string) => `${words.labels[label]}${words.colon}${value}`
  return {
    locale,
    words,
    day: (at) => local(at).slice(0, 10),
    moment: (at) => local(at).slice(0, 16).replace('T', ' '),
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
