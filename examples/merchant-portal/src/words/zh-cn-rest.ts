import type { RestPhrases } from './phrases.ts'
import { formPhrasesZhCn } from './zh-cn-forms.ts'
import { moneyPhrasesZhCn } from './zh-cn-money.ts'
import { theirsZhCn } from './zh-cn-theirs.ts'

/** What is said beyond the first page. */
export const restPhrasesZhCn: RestPhrases = { ...moneyPhrasesZhCn, ...formPhrasesZhCn, theirs: theirsZhCn }
