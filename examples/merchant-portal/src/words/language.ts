import type { Locale, Texts } from 'terminal-lifecycle/domain'
import type { Phrases, RestPhrases } from './phrases.ts'

export interface Language {
  readonly locale: Locale
  readonly phrases: Phrases
  readonly texts: Texts
}

/** One language is loaded, never both; the other one when somebody asks for it. */
export const loadLanguage = (locale: Locale): Promise<Language> =>
  locale === 'en'
    ? import('./en.ts').then(({ phrasesEn, textsEn }) => ({ locale, phrases: phrasesEn, texts: textsEn }))
    : import('./zh-cn.ts').then(({ phrasesZhCn, textsZhCn }) => ({
        locale,
        phrases: phrasesZhCn,
        texts: textsZhCn,
      }))

/** What is said beyond the first page. */
export const loadRest = (locale: Locale): Promise<RestPhrases> =>
  locale === 'en'
    ? import('./en-rest.ts').then(({ restPhrasesEn }) => restPhrasesEn)
    : import('./zh-cn-rest.ts').then(({ restPhrasesZhCn }) => restPhrasesZhCn)

const key = 'portal:locale'

export const firstLocale = (): Locale => {
  const kept = localStorage.getItem(key)
  if (kept === 'en' || kept === 'zh-CN') return kept
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}

export const keepLocale = (locale: Locale): void => localStorage.setItem(key, locale)
