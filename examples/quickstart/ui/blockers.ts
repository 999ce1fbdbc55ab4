import { type Blocker, type DocumentType, type Locale, textOf } from 'terminal-lifecycle/domain'
import { amountText } from './money.ts'
import { wordsIn } from './words.ts'

/** What a blocker is about, where its code does not say it: the papers, the amount, the transaction. */
const aboutOf = ({ ref, data }: Blocker, locale: Locale): string | undefined => {
  const missing = data?.missing
  if (Array.isArray(missing)) {
    return missing.map((type) => textOf('document', type as DocumentType, locale)).join(wordsIn(locale).comma)
  }
  const amount = data?.amount
  if (typeof amount === 'number') return amountText(amount)
  return ref
}

/** `Documents are missing. Add the ones listed. (Business licence)` */
export const blockerText = (blocker: Blocker, locale: Locale): string => {
  const about = aboutOf(blocker, locale)
  return textOf('blocker', blocker.code, locale) + (about === undefined ? '' : wordsIn(locale).aside(about))
}

/** Only what is the matter, and with what: the first sentence. */
export const shortText = (blocker: Blocker, locale: Locale): string => {
  const text = textOf('blocker', blocker.code, locale)
  const first = /^.*?[.。]/u.exec(text)?.[0] ?? text
  const missing = blocker.data?.missing
  const about = Array.isArray(missing) ? aboutOf(blocker, locale) : undefined
  return about === undefined ? first : first + wordsIn(locale).aside(about)
}
