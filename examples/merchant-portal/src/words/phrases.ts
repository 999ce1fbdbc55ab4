import type { phrasesEn } from './en.ts'
import type { formPhrasesEn } from './en-forms.ts'
import type { moneyPhrasesEn } from './en-money.ts'

/** Words for codes that a newer server may add to: what is not here is shown as its code. */
export type Table = Readonly<Record<string, string>>

/** What only the portal says, in any of its languages: on the first page and everywhere. */
export type Phrases = typeof phrasesEn
export type FormPhrases = typeof formPhrasesEn
export type MoneyPhrases = typeof moneyPhrasesEn
/** What is said beyond the first page. */
export type RestPhrases = FormPhrases & MoneyPhrases & { readonly theirs: Table }
