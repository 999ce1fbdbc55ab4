import type { Locale } from 'terminal-lifecycle/domain'
import { wordsEn } from './words-en.ts'
import { wordsZhCn } from './words-zh-cn.ts'

/** What the console says itself; everything with a code has its words in the library. */
export type Words = { readonly [Name in keyof typeof wordsEn]: string }

export const wordsIn = (locale: Locale): Words => (locale === 'en' ? wordsEn : wordsZhCn)

/** `{name}` of a sentence, filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank))
