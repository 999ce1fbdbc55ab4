import type { InputIssue } from './input-issue.ts'
import { InvalidInputError } from './invalid-input-error.ts'

/**
 * What an option may be: a `typeof`, a `list`, what has a function of some name (`.commit`), or `any` where somebody else judges it.
 * With a question mark it may be left out.
 */
export type OptionRule =
  | 'function'
  | 'function?'
  | 'object'
  | 'object?'
  | 'string'
  | 'string?'
  | 'boolean?'
  | 'list'
  | 'any'
  | 'any?'
  | `.${string}`

/** A row for each option that a type has: a new one without a row does not compile. */
export type OptionRules<Options> = Readonly<Record<keyof Options, OptionRule>>

const isGroup = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

const fits = (kind: string, value: unknown): boolean => {
  if (kind === 'any') return true
  if (kind === 'list') return Array.isArray(value)
  if (kind === 'object') return isGroup(value)
  if (!kind.startsWith('.')) return typeof value === kind
  return typeof (value as Readonly<Record<string, unknown>> | null)?.[kind.slice(1)] === 'function'
}

const codeOf = (rule: string, value: unknown): string | undefined => {
  if (value === undefined) return rule.endsWith('?') ? undefined : 'REQUIRED'
  return fits(rule.replace('?', ''), value) ? undefined : 'WRONG_TYPE'
}

/** Letters to change, add or leave out until the one word is the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [down, letter] of [...one].entries()) {
    const above = row
    row = [down + 1]
    for (let place = 0; place < other.length; place += 1) {
      const changed = (above[place] ?? 0) + (letter === other[place] ? 0 : 1)
      row.push(Math.min(changed, (above[place + 1] ?? 0) + 1, (row[place] ?? 0) + 1))
    }
  }
  return row[other.length] ?? 0
}

/**
 * The name that was meant by one that there is not; none where every name is another word.
 *
 * @example nearestName('polcy', ['store', 'policy']) // 'policy'
 */
export const nearestName = (strange: string, names: readonly string[]): string | undefined => {
  const word = strange.slice(0, 40).toLowerCase()
  const near = names.map((name) => ({ name, by: distance(word, name.toLowerCase()) }))
  return near.filter(({ name, by }) => by <= Math.ceil(name.length / 3)).sort((a, b) => a.by - b.by)[0]?.name
}

const strangeIn = (given: object, rules: object): readonly string[] =>
  Object.keys(given).filter((name) => !Object.hasOwn(rules, name))

/**
 * What is wrong with options as a whole: names that none has, what is missing, what is of another kind.
 *
 * @param path of the group, where it is one of several.
 */
export const optionIssues = (
  given: unknown,
  rules: Readonly<Record<string, OptionRule>>,
  path = '',
): readonly InputIssue[] => {
  if (given !== undefined && !isGroup(given)) return [{ path, code: 'WRONG_TYPE' }]
  const members = (given ?? {}) as Readonly<Record<string, unknown>>
  return [
    ...strangeIn(members, rules).map((name) => ({ path: `${path}/${name}`, code: 'UNKNOWN_FIELD' })),
    ...Object.entries(rules).flatMap(([name, rule]) => {
      const code = codeOf(rule, members[name])
      return code === undefined ? [] : [{ path: `${path}/${name}`, code }]
    }),
  ]
}

/**
 * Options where they are taken, before anything is read from them: whoever calls from JavaScript, or past the types, would
 * otherwise hear of a property of undefined, and of a misspelt name nothing at all.
 *
 * @throws InvalidInputError naming each that is wrong: UNKNOWN_FIELD, with the name that was meant, REQUIRED, WRONG_TYPE.
 * @example checkOptions(options, { store: '.commit', clock: '.now?' } satisfies OptionRules<Options>)
 */
export const checkOptions = (
  given: unknown,
  rules: Readonly<Record<string, OptionRule>>,
  path = '',
): void => {
  const issues = optionIssues(given, rules, path)
  if (issues.length === 0) return
  const [strange] = isGroup(given) ? strangeIn(given as object, rules) : []
  throw new InvalidInputError({ issues, meant: strange && nearestName(strange, Object.keys(rules)) })
}
