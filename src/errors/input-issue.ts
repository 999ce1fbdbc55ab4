import { safeCode, safePath } from './safe-text.ts'

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

/** Copies the four fields and nothing else; keys in a path may be secrets of their own. */
export const safeIssues = (issues: readonly InputIssue[]): readonly InputIssue[] =>
  issues.map(({ path, code, line, column }) => ({
    path: safePath(path),
    code: safeCode(code),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  }))

/** `/documents/0/digest (INVALID_FORMAT), line 3`. */
export const issueText = ({ path, code, line }: InputIssue): string =>
  `${path === '' ? 'the whole input' : path} (${code})${line === undefined ? '' : `, line ${line}`}`
