import * as z from 'zod'
import type { SecretCode } from '../../domain/index.ts'
import type { IssueCode } from './codes.ts'

/** What a text is refused with that holds what nobody may write down. */
export const secretCodes = [
  'PAN_IN_TEXT',
  'IDENTITY_NUMBER_IN_TEXT',
  'SECRET_IN_TEXT',
] as const satisfies readonly SecretCode[]

/**
 * Reports the one code that a judge finds; Zod's own formats know no codes of ours. `codes`: all that it may find, so that who
 * reads the schema from outside learns of them.
 */
export const judgement = <const Code extends IssueCode>(
  judge: (text: string) => NoInfer<Code> | undefined,
  codes: readonly Code[],
): z.core.$ZodCheck<string> => {
  // As `superRefine` does it, which makes a function for each text that it is given.
  const check = z.check<string>(({ value, issues }) => {
    const code = judge(value)
    if (code !== undefined)
      issues.push({ code: 'custom', input: value, inst: check, continue: true, params: { code } })
  })
  return Object.assign(check, { codes })
}

/** A text that is judged as a whole. Beyond `longest` characters it is TOO_LONG, and the judge is spared. */
export const judged = <const Code extends IssueCode>(
  judge: (text: string) => NoInfer<Code> | undefined,
  codes: readonly Code[],
  longest = 40,
): z.ZodString =>
  z
    .string()
    .max(longest)
    .check(judgement((text) => (text.length > longest ? undefined : judge(text)), codes))
