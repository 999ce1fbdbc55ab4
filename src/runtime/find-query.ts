import { lifeStates } from '../domain/index.ts'
import { type InputIssue, InvalidInputError, numberIssues } from '../errors/index.ts'
import { listed } from './matches.ts'
import type { StoreQuery } from './store.ts'
import { workViewers } from './work-of.ts'

type Rule = (path: string, value: unknown) => readonly InputIssue[]

const unless = (isFine: boolean, path: string, code: string): readonly InputIssue[] =>
  isFine ? [] : [{ path, code }]

/** No home can look for the character that ends a text in some of them. An empty one is nobody's. */
export const isName = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')
const text: Rule = (path, value) => unless(isName(value), path, 'INVALID_FORMAT')
const instant: Rule = (path, value) =>
  unless(typeof value === 'string' && !Number.isNaN(Date.parse(value)), path, 'INVALID_FORMAT')
const among =
  (allowed: readonly unknown[]): Rule =>
  (path, value) =>
    unless(listed(value)?.every((one) => allowed.includes(one)) === true, path, 'NOT_ALLOWED_VALUE')

const rules: Readonly<Record<keyof StoreQuery, Rule>> = {
  ...{ acquirerId: text, merchantId: text, terminalId: text, serial: text },
  ...{ applicationId: text, orderId: text, documentId: text, after: text },
  ...{ at: instant, dueBefore: instant },
  state: among(lifeStates),
  viewer: among(workViewers),
  limit: (path, value) => numberIssues(path, value, { least: 1 }),
}

/**
 * What is looked for, of which each home would otherwise make something of its own: what is left out or `undefined` is not asked, and
 * anything else that is no value, `null` too, is refused. A filter that nobody knows would find everything.
 *
 * @throws InvalidInputError naming every path that is wrong.
 */
export function checkFindQuery(query: StoreQuery): void {
  if (typeof query !== 'object' || query === null || Array.isArray(query))
    throw new InvalidInputError({ issues: [{ path: '', code: 'WRONG_TYPE' }] })
  const issues = Object.entries(query).flatMap(([name, value]): readonly InputIssue[] => {
    if (value === undefined) return []
    if (!Object.hasOwn(rules, name)) return [{ path: `/${name}`, code: 'UNKNOWN_FIELD' }]
    return rules[name as keyof StoreQuery](`/${name}`, value)
  })
  if (issues.length > 0) throw new InvalidInputError({ issues })
}
