import { formPhrasesEn } from './en-forms.ts'
import { moneyPhrasesEn } from './en-money.ts'
import { theirsEn } from './en-theirs.ts'
import type { RestPhrases } from './phrases.ts'

/** What is said beyond the first page. */
export const restPhrasesEn: RestPhrases = { ...moneyPhrasesEn, ...formPhrasesEn, theirs: theirsEn }
