import * as en from './en/back-end.ts'
import { blockers as enBlockers } from './en/blockers.ts'
import type { StoreFixes } from './en/errors.ts'
import * as enErrors from './en/errors.ts'
import type { Locale, Texts } from './texts.ts'
import * as zhCn from './zh-cn/back-end.ts'
import { blockers as zhCnBlockers } from './zh-cn/blockers.ts'
import * as zhCnErrors from './zh-cn/errors.ts'

type OfErrors = Pick<Texts, 'blocker' | 'refusal' | 'problem' | 'finding' | 'error' | 'fix'> & {
  readonly storeFix: StoreFixes
}

/** The words for what goes wrong, apart from the others, so that an error does not bring them all along. */
export const errorTexts: Readonly<Record<Locale, OfErrors>> = {
  en: {
    blocker: enBlockers,
    refusal: enErrors.refusals,
    problem: en.problems,
    finding: en.findings,
    error: enErrors.errors,
    fix: enErrors.fixes,
    storeFix: enErrors.storeFixes,
  },
  'zh-CN': {
    blocker: zhCnBlockers,
    refusal: zhCnErrors.refusals,
    problem: zhCn.problems,
    finding: zhCn.findings,
    error: zhCnErrors.errors,
    fix: zhCnErrors.fixes,
    storeFix: zhCnErrors.storeFixes,
  },
}
