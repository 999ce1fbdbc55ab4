import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import {
  dayText,
  type Locale,
  momentText,
  moneyText,
  type TextKind,
  textFrom,
} from 'terminal-lifecycle/domain'
import { isUnclear } from '../case/unclear.ts'
import { providerContact } from '../session.ts'
import { keepLocale, type Language, loadLanguage } from './language.ts'
import type { Phrases } from './phrases.ts'

type Coded = { readonly code: string }

export interface Words {
  readonly locale: Locale
  /** What only this portal says; everything else has its words from the library. */
  readonly phrases: Phrases
  /** The library's words for one of its codes. */
  say(kind: TextKind, code: string): string
  /** Why not, and what to do: a sentence for each, and one for all that cannot be told. */
  why(blocker: Coded, terminalId: string): string
  day(instant: string): string
  moment(instant: string): string
  money(amount: { readonly amount: number; readonly currency: string }): string
  /** Items of a list in one sentence. */
  and(items: readonly string[]): string
  switchTo(locale: Locale): void
}

/** Days are those of the provider. */
const zone = { utcOffsetMinutes: 480 }

const wordsOf = ({ locale, phrases, texts }: Language, switchTo: Words['switchTo']): Words => {
  const say: Words['say'] = (kind, code) => textFrom(texts, kind, code as never)
  return {
    locale,
    phrases,
    say,
    why: ({ code }, terminalId) => {
      if (isUnclear(code)) return phrases.contactProvider(providerContact, terminalId)
      if (Object.hasOwn(texts.blocker, code)) return say('blocker', code)
      return Object.hasOwn(texts.problem, code)
        ? say('problem', code)
        : phrases.contactProvider(providerContact, terminalId)
    },
    day: (instant) => dayText(instant, locale, zone),
    moment: (instant) => momentText(instant, locale, zone),
    money: moneyText,
    and: (items) => items.join(locale === 'en' ? ', ' : '、'),
    switchTo,
  }
}

const Current = createContext<Words | undefined>(undefined)

/** The page stays as it is, with all that was typed, until the other language is there. */
export const WordsProvider = ({ first, children }: { first: Language; children: ReactNode }) => {
  const [language, setLanguage] = useState(first)
  const words = useMemo(() => {
    return wordsOf(language, (locale) => {
      keepLocale(locale)
      void loadLanguage(locale).then(setLanguage)
    })
  }, [language])
  useEffect(() => {
    document.documentElement.lang = language.locale
  }, [language])
  return <Current value={words}>{children}</Current>
}

export const useWords = (): Words => {
  const words = use(Current)
  if (!words) throw new Error('useWords stands outside of WordsProvider')
  return words
}
