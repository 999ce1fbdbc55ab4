import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Locale } from 'terminal-lifecycle/domain'
import { Waiting } from '../parts/freshness.tsx'
import { loadRest } from './language.ts'
import type { Phrases, RestPhrases } from './phrases.ts'
import { type TurnWords, turnWords } from './theirs.ts'
import { useWords, type Words } from './use-words.tsx'

export interface AllWords extends Words, TurnWords {
  readonly phrases: Phrases & RestPhrases
}

const Current = createContext<AllWords | undefined>(undefined)

/** Loads what the pages of a terminal say beyond the first page. The language before stays until the other one is whole. */
export const AllWordsProvider = ({ children }: { children: ReactNode }) => {
  const words = useWords()
  const { locale } = words
  const [rest, setRest] = useState<{ readonly locale: Locale; readonly phrases: RestPhrases }>()
  const [whole, setWhole] = useState<Words>()
  useEffect(() => {
    let isWanted = true
    void loadRest(locale).then((phrases) => isWanted && setRest({ locale, phrases }))
    return () => {
      isWanted = false
    }
  }, [locale])
  useEffect(() => {
    if (rest?.locale === words.locale) setWhole(words)
  }, [rest, words])
  const all = useMemo(
    () =>
      whole &&
      rest && { ...whole, ...turnWords(whole, rest.phrases), phrases: { ...whole.phrases, ...rest.phrases } },
    [whole, rest],
  )
  return all ? <Current value={all}>{children}</Current> : <Waiting />
}

/** All that the pages of a terminal say. */
export const useAllWords = (): AllWords => {
  const words = use(Current)
  if (!words) throw new Error('useAllWords stands outside of AllWordsProvider')
  return words
}
