import { type Diagrams, diagramsEn, diagramsZhCn } from 'terminal-lifecycle/diagram'
import {
  dayText,
  type Locale,
  type Money,
  momentText,
  moneyText,
  prcCalendar,
  type TextKind,
  type Texts,
  textFrom,
  textsEn,
  textsZhCn,
} from 'terminal-lifecycle/domain'
import { describeField, type FieldTexts, fieldsEn, fieldsZhCn } from 'terminal-lifecycle/words'
import type { Labels, Options } from './labels.ts'
import { labelsEn } from './labels-en.ts'
import { labelsZhCn } from './labels-zh-cn.ts'
import { optionsEn } from './options-en.ts'
import { optionsZhCn } from './options-zh-cn.ts'
import type { PageWords } from './page-words.ts'
import { wordsEn } from './words-en.ts'
import { wordsZhCn } from './words-zh-cn.ts'

interface Tables {
  readonly texts: Texts
  readonly fields: FieldTexts
  readonly labels: Labels
  readonly options: Options
  readonly words: PageWords
  readonly diagrams: Diagrams
}

const tables: Readonly<Record<Locale, Tables>> = {
  en: {
    ...{ texts: textsEn, fields: fieldsEn, labels: labelsEn, options: optionsEn },
    ...{ words: wordsEn, diagrams: diagramsEn },
  },
  'zh-CN': {
    ...{ texts: textsZhCn, fields: fieldsZhCn, labels: labelsZhCn, options: optionsZhCn },
    ...{ words: wordsZhCn, diagrams: diagramsZhCn },
  },
}

const processes = ['closure', 'suspension', 'reinstatement'] as const

/** Everything that is said in one language. */
export interface Tongue extends Tables {
  readonly locale: Locale
  text(kind: TextKind, code: string): string
  moment(at: string): string
  day(at: string): string
  money(money: Money): string
  /** Of a field of an event, by its way there: `['request', 'signatory', 'personId']`. */
  label(type: string, path: readonly (string | number)[]): string
  help(type: string, path: readonly (string | number)[]): string
  /** One word of a closed list. */
  option(value: string, all: readonly string[]): string
}

/** The library's table that names most of a list; of two the smaller one. */
function tableFor(texts: Texts, all: readonly string[]): Readonly<Record<string, string>> {
  const counted = Object.values(texts as unknown as Record<string, Record<string, string>>).map((table) => ({
    ...{ table, known: all.filter((value) => Object.hasOwn(table, value)).length },
    size: Object.keys(table).length,
  }))
  const [best] = counted.sort((one, other) => other.known - one.known || one.size - other.size)
  return best && best.known * 2 > all.length ? best.table : {}
}

export function tongueIn(locale: Locale): Tongue {
  const chosen = new Map<string, Readonly<Record<string, string>>>()
  const own = tables[locale]
  const { texts, labels, options, fields } = own
  const requestText = (type: string, path: readonly (string | number)[]) => {
    const process = processes.find((name) => type === `${name}.requested`)
    const at = path[0] === 'request' ? path.slice(1) : path
    if (process === undefined || at.length === 0) return undefined
    const found = describeField(process, at.join('.'), fields)
    return found.help === '' ? undefined : found
  }
  return {
    ...own,
    locale,
    text: (kind, code) => textFrom(texts, kind, code as never),
    moment: (at) => momentText(at, locale, prcCalendar),
    day: (at) => dayText(at, locale, prcCalendar),
    money: (money) => moneyText(money),
    label: (type, path) => {
      const name = String(path.findLast((part) => typeof part === 'string') ?? '')
      const last = path.at(-1)
      const label = requestText(type, path)?.label ?? labels[name] ?? name
      return typeof last === 'number' ? `${label} ${last + 1}` : label
    },
    help: (type, path) => requestText(type, path)?.help ?? '',
    option: (value, all) => {
      const table = chosen.get(all.join()) ?? tableFor(texts, all)
      chosen.set(all.join(), table)
      return (
        (Object.hasOwn(table, value) && table[value]) ||
        (Object.hasOwn(options, value) && options[value]) ||
        (Object.hasOwn(texts.role, value) && texts.role[value as keyof Texts['role']]) ||
        value
      )
    },
  }
}
