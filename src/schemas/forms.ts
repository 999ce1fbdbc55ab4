import type * as z from 'zod'
import { inspect } from './forms/inspect.ts'
import { type FormIssue, issuesOf } from './forms/issue.ts'
import type { Reader } from './forms/often.ts'

/** `success: false` tells everything that is wrong in one pass, in the order of the fields. */
export type FormResult<Output> =
  | { readonly success: true; readonly data: Output }
  | { readonly success: false; readonly issues: readonly FormIssue[] }

const unique = (issues: readonly FormIssue[]): readonly FormIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.code} ${issue.path}`, issue])).values(),
]

/**
 * Reads a form and reports every problem in one pass, rules over several fields included, so that nobody mends one mistake
 * to be told of the next. Values are never repeated; a field that may not exist, such as a password, is named by its
 * path. Input that is too big or too deep is refused before the schema sees it.
 *
 * @param form a schema, or what `readOften` made of one that is read all day.
 * @example
 * const result = parseForm(ClosureRequest, await request.json())
 * if (!result.success) return formatIssues(result.issues, 'zh-CN')
 */
export const parseForm = <Output, Input>(
  form: z.ZodType<Output, Input> | Reader<Output>,
  input: unknown,
): FormResult<Output> => {
  const { issues: noticed, tooBig } = inspect(input)
  if (tooBig) return { success: false, issues: noticed }
  const parsed = typeof form === 'function' ? form(input) : form.safeParse(input)
  if (parsed.success && noticed.length === 0) return { success: true, data: parsed.data }
  return {
    success: false,
    issues: unique([...noticed, ...(parsed.success ? [] : issuesOf(parsed.error.issues, input))]),
  }
}
