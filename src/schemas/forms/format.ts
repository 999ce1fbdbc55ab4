import type { Locale } from '../../domain/index.ts'
import type { IssueCode } from './codes.ts'
import type { FormIssue, IssueParams } from './issue.ts'
import { issueTextsEn } from './texts-en.ts'
import { issueTextsZhCn } from './texts-zh-cn.ts'

/**
 * One problem of a form, for a page. `path` is a JSON Pointer such as `/contract/expiresOn`; the value that was
 * refused is nowhere.
 */
export interface FormattedIssue {
  readonly path: string
  readonly code: IssueCode
  /** For people, in the language asked for. It may change between releases; `code` does not. */
  readonly message: string
}

/** A code of a newer version, or of nobody, is shown as it is. */
const wordsOf = (code: IssueCode, locale: Locale): string => {
  const catalogue = locale === 'en' ? issueTextsEn : issueTextsZhCn
  return Object.hasOwn(catalogue, code) ? catalogue[code] : code
}

/** What stands in brackets is said only where its figure is known. */
const aside = /\[([^\]]*\{(\w+)\}[^\]]*)\]/g

const fill = (text: string, params: IssueParams, separator: string): string =>
  text
    .replace(aside, (_, words: string, name: string) => (Object.hasOwn(params, name) ? words : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : ''
      return Array.isArray(value) ? value.join(separator) : String(value)
    })

/** What stands beside a field, by the name that it has in the form. */
export type LabelOf = (field: string) => string

/**
 * The issues in words. The language is chosen per call, so that one server answers each reader in their own.
 *
 * @param labelOf of another field that a rule speaks of; its name in the form when left out.
 * @example formatIssues(result.issues, 'en')[0]?.message // 'This must be filled in.'
 * @example formatIssues(result.issues, 'en', (field) => describeField('closure', field, fieldsEn).label)
 */
export const formatIssues = (
  issues: readonly FormIssue[],
  locale: Locale,
  labelOf: LabelOf = (field) => field,
): readonly FormattedIssue[] =>
  issues.map(({ path, code, params: { because, ...others } }) => {
    const params = typeof because === 'string' ? { ...others, because: labelOf(because) } : others
    return { path, code, message: fill(wordsOf(code, locale), params, locale === 'en' ? ', ' : '、') }
  })
