import * as z from 'zod'
import type { RequestRule } from '../../domain/index.ts'
import type { IssueCode } from './codes.ts'

/** A rule over several fields of one form. */
export interface CrossFieldRule<Form, Key extends keyof Form & string> {
  readonly code: IssueCode
  /** Every field that `holds` looks at; it is given no other. */
  readonly reads: readonly Key[]
  /** Where the problem is shown, from the form's own level; the first field read when left out. */
  readonly path?: readonly (string | number)[]
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
  holds(form: Pick<Form, Key>): boolean
}

/** Marks the issues of rules, so that one rule's complaint about a field does not silence the next. */
const byRule = 'byRule'

type RawIssue = z.core.$ZodRawIssue
const isOfRule = (issue: RawIssue): boolean =>
  issue.code === 'custom' && (issue.params as Record<string, unknown> | undefined)?.[byRule] === true

/** A surplus key leaves the value as good as it was, and one that is too long or too many can still be compared. */
const harmless: ReadonlySet<unknown> = new Set(['unrecognized_keys', 'too_small', 'too_big'])

const spoils = (issue: RawIssue, reads: readonly string[]): boolean =>
  reads.includes(String(issue.path?.[0])) && !harmless.has(issue.code) && !isOfRule(issue)

/**
 * A check for `.check(…)` of a strict object. Zod runs refinements only once every field is valid, so that people see
 * their mistakes in two rounds; this one runs as soon as the fields it reads are well formed, whatever the others are.
 * (colinhacks/zod#4738)
 *
 * @example
 * const rule = crossField<z.output<typeof shape>>()
 * const Period = shape.check(
 *   rule({ code: 'PERIOD_REVERSED', reads: ['until', 'from'], holds: ({ from, until }) => from <= until }),
 * )
 */
export const crossField =
  <Form extends object>() =>
  <Key extends keyof Form & string>(rule: CrossFieldRule<Form, Key>): z.core.$ZodCheck<Form> => {
    const holds = (form: Form): boolean => rule.holds(pick(form, rule.reads))
    const issue = {
      path: [...(rule.path ?? rule.reads.slice(0, 1))],
      params: { ...rule.params, code: rule.code, [byRule]: true },
    }
    const when = ({ value, issues }: z.core.ParsePayload): boolean =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !issues.some((found) => spoils(found, rule.reads))
    return Object.assign(z.refine<Form>(holds, { ...issue, when }), {
      // for whoever reads the schema from outside
      reads: rule.reads,
      [always]: () => z.refine<Form>(holds, issue),
    })
  }

const always = Symbol('always')

/** The rule as it is asked where every field is known to be right; any other check is itself. */
export const withoutCondition = (check: z.core.$ZodCheck<never>): z.core.$ZodCheck<never> =>
  (check as { [always]?: () => z.core.$ZodCheck<never> })[always]?.() ?? check

const pick = <Form extends object, Key extends keyof Form>(
  form: Form,
  keys: readonly Key[],
): Pick<Form, Key> => {
  const picked = {} as Pick<Form, Key>
  for (const key of keys) picked[key] = form[key]
  return picked
}

/** The commonest rule: `field` may be left out, but not when `needed` says so. `because` names the field that decides. */
export const requiredWhen =
  <Form extends object>() =>
  <Key extends keyof Form & string>(
    field: Key,
    because: Key,
    needed: (form: Pick<Form, Key>) => boolean,
  ): z.core.$ZodCheck<Form> =>
    crossField<Form>()<Key>({
      code: 'REQUIRED_HERE',
      reads: [field, because],
      params: { because },
      holds: (form) => form[field] !== undefined || !needed(form),
    })

/** Checks that the machine applies too, as checks of a form: one table, the same codes through every way in. */
export const sharedRules = <Form extends object>(
  rules: readonly RequestRule<Form>[],
): z.core.$ZodCheck<Form>[] =>
  rules.map((rule) => crossField<Form>()(rule as CrossFieldRule<Form, keyof Form & string>))
