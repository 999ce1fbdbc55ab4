import { InvalidInputError, type NumberRule, numberIssues } from '../errors/index.ts'

/** @throws InvalidInputError naming each place that holds no such number. */
export const readList = (given: unknown, path: string, rule: NumberRule): void => {
  if (given === undefined) return
  const issues = Array.isArray(given)
    ? [...given].flatMap((value, place) => numberIssues(`${path}/${place}`, value ?? null, rule))
    : [{ path, code: 'WRONG_TYPE' }]
  if (issues.length > 0) throw new InvalidInputError({ issues })
}
