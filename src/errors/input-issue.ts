import { safeCode, safeNumber, safePointer } from './safe-text.ts'

/** One thing that is wrong with an input. It says where and what, never which value was found. */
export interface InputIssue {
  /** JSON Pointer (RFC 6901); the empty string is the whole input. */
  readonly path: string
  /** SCREAMING_SNAKE_CASE. */
  readonly code: string
  /** Line of a text file, counted from 1. */
  readonly line?: number | undefined
  /** Column of a text file, counted from 1. */
  readonly column?: number | undefined
}

/** As many as anybody reads. */
const mostIssues = 500

/**
 * Copies the four fields and nothing else; keys in a path may be secrets of their own, and are masked where they do not read like the
 * name of a field.
 *
 * @example safeIssues([{ path: '/note/4111111111111111', code: 'UNKNOWN_FIELD' }])[0].path // '/note/[REDACTED]'
 */
export const safeIssues = (issues: readonly InputIssue[]): readonly InputIssue[] =>
  issues.slice(0, mostIssues).map(({ path, code, line, column }) => ({
    path: safePointer(path),
    code: safeCode(code),
    ...place('line', line),
    ...place('column', column),
  }))

const place = (name: 'line' | 'column', given: unknown) => {
  const number = safeNumber(given)
  return number === null ? {} : { [name]: number }
}

/** `/documents/0/digest (INVALID_FORMAT), line 3`. */
export const issueText = ({ path, code, line }: InputIssue): string =>
  `${path === '' ? 'the whole input' : path} (${code})${line === undefined ? '' : `, line ${line}`}`
