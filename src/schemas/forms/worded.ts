import type * as z from 'zod'
import type { Locale } from '../../domain/index.ts'
import { parseForm } from '../forms.ts'
import { type FormattedIssue, formatIssues, type LabelOf } from './format.ts'
import { issuesOf } from './issue.ts'

/** What every library takes that knows Standard Schema, version 1. */
export interface WordedForm<Input, Output> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'terminal-lifecycle'
    readonly validate: (
      value: unknown,
    ) => { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly WordedIssue[] }
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** An issue as Standard Schema has it, with the code that its readers may branch on. */
export interface WordedIssue {
  /** For people, in the language asked for. */
  readonly message: string
  /** Names of members, and places in lists as numbers. */
  readonly path: readonly (string | number)[]
  /** Stable; the message is not. */
  readonly code: FormattedIssue['code']
}

const segmentsOf = (pointer: string): readonly (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part))

/**
 * A form with its texts in one language, as Standard Schema: for react-hook-form (`standardSchemaResolver`), TanStack Form, vee-validate and
 * whatever else takes one. It reads as `parseForm` does: everything at once, rules over several fields too, and no secret gets through.
 *
 * @param labelOf as in `formatIssues`.
 * @example useForm({ resolver: standardSchemaResolver(worded(ClosureRequest, 'zh-CN')) })
 */
export const worded = <Output, Input>(
  schema: z.ZodType<Output, Input>,
  locale: Locale,
  labelOf?: LabelOf,
): WordedForm<Input, Output> => ({
  '~standard': {
    version: 1,
    vendor: 'terminal-lifecycle',
    validate: (value) => {
      const result = parseForm(schema, value)
      if (result.success) return { value: result.data }
      const issues = formatIssues(result.issues, locale, labelOf)
      return { issues: issues.map(({ path, code, message }) => ({ message, path: segmentsOf(path), code })) }
    },
  },
})

/**
 * Our texts where Zod itself is asked: `zodResolver(ClosureRequest, { error: errorsIn('zh-CN') })`, or `schema.safeParse(form, { error })`.
 * The search for forbidden fields that `parseForm` makes beside the schema is not part of it: a server reads by `parseForm`.
 *
 * @param labelOf as in `formatIssues`.
 * @example ClosureRequest.safeParse(form, { error: errorsIn('en') })
 */
export const errorsIn =
  (locale: Locale, labelOf?: LabelOf): z.core.$ZodErrorMap =>
  ({ input, ...issue }) => {
    const at = { ...issue, path: [], message: '' } as unknown as z.core.$ZodIssue
    return formatIssues(issuesOf([at], input), locale, labelOf)[0]?.message
  }
