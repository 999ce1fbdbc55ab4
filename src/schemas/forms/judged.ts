import * as z from 'zod'
import type { IssueCode } from './codes.ts'

/** Reports the one code that a judge finds; Zod's own formats know no codes of ours. */
export const judgement = (judge: (text: string) => IssueCode | undefined): z.core.$ZodCheck<string> => {
  // As `superRefine` does it, which makes a function for each text that it is given.
  const check = z.check<string>(({ value, issues }) => {
    const code = judge(value)
    if (code !== undefined)
      issues.push({ code: 'custom', input: value, inst: check, continue: true, params: { code } })
  })
  return check
}

/** A text that is judged as a whole. Beyond `longest` characters it is TOO_LONG, and the judge is spared. */
export const judged = (judge: (text: string) => IssueCode | undefined, longest = 40): z.ZodString =>
  z
    .string()
    .max(longest)
    .check(judgement((text) => (text.length > longest ? undefined : judge(text))))
