import type { InputIssue } from './input-issue.ts'
import { InvalidInputError } from './invalid-input-error.ts'

/** What a setting may be: a whole number between two others, these included. */
export interface NumberRule {
  readonly least: number
  /** @default the largest whole number that is exact */
  readonly most?: number
  /** May it be `Infinity`: without an end, never? */
  readonly endless?: true
}

/** Timers of every host fire at once beyond it: 24.8 days in milliseconds. */
export const longestTimer = 2_147_483_647
/** Milliseconds from now that every instant can still say: a hundred years. */
export const longestSpan = 100 * 366 * 86_400_000

const fits = (value: unknown, { least, most = Number.MAX_SAFE_INTEGER, endless }: NumberRule): boolean =>
  value === Number.POSITIVE_INFINITY
    ? endless === true
    : Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most

/** What is wrong with one setting; nothing where it is left out. */
export const numberIssues = (path: string, value: unknown, rule: NumberRule): readonly InputIssue[] =>
  value === undefined || fits(value, rule) ? [] : [{ path, code: 'OUT_OF_RANGE' }]

/**
 * One setting, where it is given.
 *
 * @throws InvalidInputError with OUT_OF_RANGE for what is no whole number within its bounds.
 * @example checkNumber('/pollMs', pollMs, { least: 1 })
 */
export const checkNumber = (path: string, value: unknown, rule: NumberRule): void => {
  const issues = numberIssues(path, value, rule)
  if (issues.length > 0) throw new InvalidInputError({ issues })
}

/**
 * Settings that are numbers, with what counts where one is left out. Whoever takes such options reads them like this: a number that
 * is none makes a timer fire at once, a loop go round for ever and a limit mean nothing, and none of that says what was wrong.
 *
 * @param path of the group; one that has a path of its own has no other members.
 * @throws InvalidInputError with OUT_OF_RANGE for each that is no whole number within its bounds, WRONG_TYPE for a group that is none,
 * UNKNOWN_FIELD for what the group does not have.
 * @example const { pollMs } = readNumbers(options, { pollMs: { usual: 1_000, least: 1 } })
 */
export const readNumbers = <Name extends string>(
  given: unknown,
  rules: Readonly<Record<Name, NumberRule & { readonly usual: number }>>,
  path = '',
): Readonly<Record<Name, number>> => {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given)))
    throw new InvalidInputError({ issues: [{ path, code: 'WRONG_TYPE' }] })
  const members = (given ?? {}) as Readonly<Record<string, unknown>>
  const names = Object.keys(rules) as Name[]
  const strange = path === '' ? [] : Object.keys(members).filter((name) => !Object.hasOwn(rules, name))
  const issues = [
    ...names.flatMap((name) => numberIssues(`${path}/${name}`, members[name], rules[name])),
    ...strange.map((name) => ({ path: `${path}/${name}`, code: 'UNKNOWN_FIELD' })),
  ]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return Object.fromEntries(names.map((name) => [name, members[name] ?? rules[name].usual])) as Record<
    Name,
    number
  >
}
