import type { Locale } from '../../domain/index.ts'
import type { IssueCode } from './codes.ts'
import type { FormIssue, IssueParams } from './issue.ts'
import { issueTextsEn } from './texts-en.ts'
import { issueTextsZhCn } from './texts-zh-cn.ts'

const catalogues: Readonly<Record<Locale, Readonly<Record<IssueCode, string>>>> = {
  'zh-CN': issueTextsZhCn,
  en: issueTextsEn,
}

export interface FormattedIssue {
  readonly path: string
  readonly code: IssueCode
  /** For people, in the language asked for. It may change between releases; `code` does not. */
  readonly message: string
}

/** A code of a newer version, or of nobody, is shown as it is. */
const wordsOf = (code: IssueCode, locale: Locale): string =>
  Object.hasOwn(catalogues[locale], code) ? catalogues[locale][code] : code

/** What stands in brackets is said only where its figure is known. */
const aside = /\[([^\]]*\{(\w+)\}[^\]]*)\]/g

const fill = (text: string, params: IssueParams, separator: string): string =>
  text
    .replace(aside, (_, words: string, name: string) => (Object.hasOwn(params, name) ? words : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : ''
      return Array.isArray(value) ? value.join(separator) : String(value)
    })

/**
 * The issues in words. The language is chosen per call, so that one server answers each reader in their own.
 *
 * @example formatIssues(result.issues, 'en')[0]?.message // 'This must be filled in.'
 */
export const formatIssues = (issues: readonly FormIssue[], locale: Locale): readonly FormattedIssue[] =>
  issues.map(({ path, code, params }) => ({
    path,
    code,
    message: fill(wordsOf(code, locale), params, locale === 'en' ? ', ' : '、'),
  }))
