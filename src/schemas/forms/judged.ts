import * as z from 'zod'
import type { IssueCode } from './codes.ts'

/** Reports the one code that a judge finds; Zod's own formats know no codes of ours. */
export const judgement = (judge: (text: string) => IssueCode | undefined): z.core.$ZodCheck<string> =>
  z.superRefine<string>((text, context) => {
    const code = judge(text)
    if (code !== undefined) context.addIssue({ code: 'custom', params: { code } })
  })

/** A text that is judged as a whole. Beyond `longest` characters it is TOO_LONG, and the judge is spared. */
export const judged = (judge: (text: string) => IssueCode | undefined, longest = 40): z.ZodString =>
  z
    .string()
    .max(longest)
    .check(judgement((text) => (text.length > longest ? undefined : judge(text))))
