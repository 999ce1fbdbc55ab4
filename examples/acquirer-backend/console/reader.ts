import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import {
  dayText,
  type Instant,
  type Locale,
  type Money,
  momentText,
  moneyText,
  prcCalendar,
  type SaleStanding,
  switchText,
  type TextKind,
  type Texts,
  textFrom,
  textsEn,
  textsZhCn,
} from 'terminal-lifecycle/domain'
import { type Person, personOf } from '../people.ts'
import { type Words, wordsIn } from './words.ts'

export type Theme = 'light' | 'dark'

/** Who looks at a page, in what language, when: all that its words depend on. */
export interface Reader {
  readonly person: Person
  readonly locale: Locale
  /** `undefined`: as the system says. */
  readonly theme: Theme | undefined
  /** Single keys may be switched off. */
  readonly keys: boolean
  readonly words: Words
  readonly now: Instant
  /** Where the page is, for links that come back to it. */
  readonly path: string
}

export const localeOf = (context: Context): Locale => {
  const chosen = getCookie(context, 'language')
  if (chosen === 'en' || chosen === 'zh-CN') return chosen
  return /^\s*zh/i.test(context.req.header('accept-language') ?? '') ? 'zh-CN' : 'en'
}

export const themeOf = (context: Context): Theme | undefined => {
  const chosen = getCookie(context, 'theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined
}

export const readerOf = (context: Context, person: Person, now: Instant): Reader => {
  const locale = localeOf(context)
  const { pathname, search } = new URL(context.req.url)
  return {
    ...{ person, locale, now },
    theme: themeOf(context),
    keys: getCookie(context, 'keys') !== 'off',
    words: wordsIn(locale),
    path: pathname + search,
  }
}

const textsFor = ({ locale }: Pick<Reader, 'locale'>): Texts => (locale === 'en' ? textsEn : textsZhCn)

/** The library's words for a code; the code itself where it is not one of ours. */
export const say = <Kind extends TextKind>(
  reader: Pick<Reader, 'locale'>,
  kind: Kind,
  code: string,
): string => textFrom(textsFor(reader), kind, code as keyof Texts[Kind])

export const day = (reader: Pick<Reader, 'locale'>, at: Instant): string =>
  dayText(at, reader.locale, prcCalendar)
export const moment = (reader: Pick<Reader, 'locale'>, at: Instant): string =>
  momentText(at, reader.locale, prcCalendar)
export const money = (amount: number, currency: string): string => moneyText({ amount, currency })
export const moneyOf = (sum: Money): string => moneyText(sum)

/** What was ordered of the host, and whether it was read back: one is not the other. */
export const sellingOf = (reader: Pick<Reader, 'locale'>, standing: SaleStanding): string =>
  switchText(standing, { texts: textsFor(reader), locale: reader.locale, zone: prcCalendar })

/** A person by name, the systems as such; of others what they are, and what they are called here. */
export const nameOf = (reader: Reader, personId: string, role?: string): string => {
  const known = personOf(personId)
  if (known) return known.names[reader.locale]
  if (role === 'system' || personId === 'system' || personId === 'terminal-management')
    return reader.words.system
  return role === undefined ? personId : `${say(reader, 'role', role)} ${personId}`
}

export const joined = ({ words }: Reader, parts: readonly string[]): string => parts.join(words.and)
