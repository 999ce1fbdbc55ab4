import { LifecycleEvent, parseForm } from '../../schemas/index.ts'

type FormIssues = Extract<ReturnType<typeof parseForm>, { success: false }>['issues']

export type ReadLifecycleEvent =
  | { readonly ok: true; readonly event: LifecycleEvent }
  | { readonly ok: false; readonly issues: FormIssues }

type Members = Readonly<Record<string, unknown>>

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** A copy without the member at a path; lists keep their length, because a member of a list is never unknown. */
const without = (value: unknown, [name = '', ...rest]: readonly string[]): unknown => {
  if (Array.isArray(value))
    return value.map((item, place) => (String(place) === name ? without(item, rest) : item))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
  return Object.fromEntries(
    rest.length === 0
      ? members.filter(([member]) => member !== name)
      : members.map(([member, inner]) => [member, member === name ? without(inner, rest) : inner]),
  )
}

const withoutAll = (value: unknown, paths: readonly string[]): unknown =>
  paths.reduce((left, path) => without(left, path.split('/').slice(1).map(unescaped)), value)

/** Deeper than any event goes: each round takes out one level of new members. */
const mostRounds = 8

/**
 * An event as its sender writes it, from a sender that may be newer: members that this version does not know are left out, and
 * all others are read as strictly as ever. A member for a secret is no new member: it is refused.
 */
export const readLifecycleEvent = (given: Members): ReadLifecycleEvent => {
  let value: unknown = given
  for (let round = 1; ; round++) {
    const read = parseForm(LifecycleEvent, value)
    if (read.success) return { ok: true, event: read.data }
    const isNewer = read.issues.every(({ code }) => code === 'UNKNOWN_FIELD')
    if (!isNewer || round === mostRounds) return { ok: false, issues: read.issues }
    const paths = read.issues.map(({ path }) => path)
    value = withoutAll(value, paths)
  }
}
