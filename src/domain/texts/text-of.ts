import { en } from './en.ts'
import { type NewerCode, textFrom } from './text-from.ts'
import type { Locale, TextKind, Texts } from './texts.ts'
import { zhCn } from './zh-cn.ts'

export { en as textsEn, zhCn as textsZhCn }

/** All texts of one language, for a page that shows many. */
export const textsIn = (locale: Locale): Texts => (locale === 'en' ? en : zhCn)

/**
 * The words for a code: one sentence for a blocker or an error, a name for everything else.
 *
 * @returns the code itself where it is not one of ours, as a newer server may send it.
 * @example textOf('suspensionReason', 'ACCOUNT_ARREARS', 'zh-CN') // '账户欠款'
 */
export const textOf = <Kind extends TextKind>(
  kind: Kind,
  code: keyof Texts[Kind] | NewerCode,
  locale: Locale,
): string => textFrom(textsIn(locale), kind, code)
