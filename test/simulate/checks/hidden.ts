import type { Rest } from './rest.ts'

/** Who places hidden holds, and does nothing else: a name that no merchant has any other way to hear. */
export const hiddenAuthor = 'canary-of-the-clerk'

/** Whoever names a hold hears that there is none, as of any name that was never given: that is their own word coming back. */
const echo = /\{"code":"HOLD_UNKNOWN"[^{}]*\}/g

/** What would tell a merchant of a hidden hold: its name and author; and its words, reference and cause, if no open one has them. */
const secretsIn = ({ office: { truth } }: Rest): readonly string[] =>
  [...truth.lives.values()].flatMap(({ record }) =>
    Object.values(record.context.holds).flatMap(({ disclosure, holdId, words, orderRef, placedBy, code }) => {
      if (disclosure !== 'hidden') return []
      const author = placedBy.personId === hiddenAuthor ? [hiddenAuthor] : []
      const said = [words, orderRef].filter((one) => one !== null && !truth.saidOpenly.has(one)) as string[]
      // As the code of something: the policy, which everybody may read, names every code there is.
      const cause = truth.saidOpenly.has(code) ? [] : [`"code":"${code}"`]
      return [holdId, ...author, ...said, ...cause]
    }),
  )

/** Nothing that a merchant must not know came to it: by the portal, in an answer or refusal, or by webhook. */
export function hiddenStaysHidden(rest: Rest): void {
  const { world, staff, subscribers } = rest
  const answers = staff.toMerchants.map((text) => text.replace(echo, ''))
  const told = [...answers, ...[...subscribers.seen.values()].flat().map(({ body }) => body)]
  for (const secret of secretsIn(rest))
    if (told.some((text) => text.includes(secret))) world.breaks('a hidden hold stays hidden', secret)
}
