import { type Process, type Sense, senses } from './senses.ts'
import type { GuidanceTexts, TermText } from './texts.ts'

/** One meaning of a word. */
export interface Meaning extends TermText {
  readonly sense: Sense
}

const isMeantIn = (sense: Sense, during: Process | undefined): boolean => {
  const meant: 'all' | readonly Process[] = senses[sense]
  return during === undefined || meant === 'all' || meant.includes(during)
}

/**
 * What a word means in a process; without one, everything it may mean. None: nobody here uses the word. (C-16, C-17)
 *
 * @example meaningsOf('停用', guidanceZhCn, 'closure').map(({ sense }) => sense) // ['closure']
 */
export function meaningsOf(word: string, texts: GuidanceTexts, during?: Process): readonly Meaning[] {
  const wanted = word.trim().toLowerCase()
  const isCalled = ({ term, alsoCalled }: TermText) =>
    [term, ...alsoCalled].some((name) => name.toLowerCase() === wanted)
  return (Object.keys(senses) as Sense[])
    .filter((sense) => isMeantIn(sense, during) && isCalled(texts.glossary[sense]))
    .map((sense) => ({ sense, ...texts.glossary[sense] }))
}
