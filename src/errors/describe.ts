import { errorTexts, type Locale } from '../domain/index.ts'
import { isTerminalLifecycleError } from './is-terminal-lifecycle-error.ts'
import { safeCode } from './safe-text.ts'

/** Words to show to a person. */
export interface Description {
  code: string
  text: string
  /** What to do about it; blockers say it in their text. */
  fix?: string
}

/**
 * The words for an error of this library, for the code of one, for a blocker's code or for a refusal's. Of a `StoreError` the fix is
 * that of its `failure`.
 *
 * @returns code `UNEXPECTED` for any other error, and for a code that is not ours the code with the words of `UNEXPECTED`: a foreign
 * message may hold what must not be shown.
 * @example describe('BACKUP_MISSING', 'zh-CN').text
 */
export const describe = (codeOrError: unknown, locale: Locale): Description => {
  if (typeof codeOrError === 'string') return describeCode(codeOrError, locale)
  if (!isTerminalLifecycleError(codeOrError)) return describeCode('UNEXPECTED', locale)
  const whole = describeCode(codeOrError.code, locale)
  if (codeOrError.code === 'STORE_FAILED') {
    const fix = pick(textsFor(locale).storeFix, codeOrError.failure)
    return fix === undefined ? whole : { ...whole, fix }
  }
  if (codeOrError.code !== 'REFUSED') return whole
  const [first] = codeOrError.blockers
  const inner = ownText(first?.code ?? codeOrError.refusal, locale)
  return inner === undefined ? whole : { ...whole, text: inner }
}

/** Of a language that there is none of the words are Chinese, here as everywhere. */
const textsFor = (locale: Locale) => errorTexts[locale === 'en' ? 'en' : 'zh-CN']

const describeCode = (code: string, locale: Locale): Description => {
  const { error, fix } = textsFor(locale)
  const text = pick(error, code)
  const what = pick(fix, code)
  if (text !== undefined && what !== undefined) return { code, text, fix: what }
  const own = ownText(code, locale)
  return own === undefined
    ? { code: safeCode(code), text: error.UNEXPECTED, fix: fix.UNEXPECTED }
    : { code, text: own }
}

const ownText = (code: string, locale: Locale): string | undefined => {
  const { blocker, refusal, problem, finding } = textsFor(locale)
  return pick(blocker, code) ?? pick(refusal, code) ?? pick(problem, code) ?? pick(finding, code)
}

/** `constructor` is a member of every object, and no code of ours. */
const pick = (table: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined
