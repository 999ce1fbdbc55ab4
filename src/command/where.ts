import type { Locale } from '../domain/index.ts'
import { describe, type InputIssue, isTerminalLifecycleError } from '../errors/index.ts'
import { formatIssues } from '../schemas/index.ts'

/** Of a file as a whole: their words need nothing filled in. */
const ofFiles = [
  ...(['MISSING_COLUMN', 'UNKNOWN_COLUMN', 'DUPLICATE_COLUMN', 'NO_HEADER', 'FILE_TOO_BIG'] as const),
  ...(['ENCODING_UNCLEAR', 'ENCODING_CONTRADICTED', 'LOOKS_LIKE_GB18030', 'LOOKS_LIKE_WORKBOOK'] as const),
]

/** The code in words, where it has some that need nothing filled in. */
const inWords = ({ path, code }: InputIssue, locale: Locale): string => {
  const own = ofFiles.find((one) => one === code)
  if (own) return ` · ${formatIssues([{ path, code: own, params: {} }], locale)[0]?.message}`
  const known = describe(code, locale)
  return known.fix === undefined && known.code === code ? ` · ${known.text}` : ''
}

/** Where an input was wrong and in what way, in brackets behind the words of the error; never what stands there. */
export const whereIn = (error: unknown, locale: Locale): string => {
  if (!isTerminalLifecycleError(error)) return ''
  if (error.code === 'FORBIDDEN_FIELD') return ` (${error.paths.join(', ')})`
  if (error.code === 'CORRUPT_RECORD')
    return ` (${[error.lifecycleId ?? [], error.path, error.invariant ?? []].flat().join(' ')})`
  if (error.code !== 'INVALID_INPUT' || error.issues.length === 0) return ''
  return ` (${error.issues.map((issue) => `${issue.path} ${issue.code}${inWords(issue, locale)}`.trim()).join(', ')})`
}
