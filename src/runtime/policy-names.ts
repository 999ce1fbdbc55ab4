import type { LifecyclePolicy } from '../domain/index.ts'
import { frozen } from './frozen.ts'
import { jsonFrom, type Place } from './stored.ts'

/**
 * A policy is longer than all else of a life, and many lives have the same one: each is kept once, named by the digest of its
 * text in the records and openings that have it. This is what a process remembers of them.
 */
export interface PolicyNames {
  /** The same policy, frozen and shared by all that have it. */
  own(policy: LifecyclePolicy): LifecyclePolicy
  /** The name of one, and its text, which is asked for seldom. */
  named(policy: LifecyclePolicy): { name: string; body: () => string }
  known(name: string): LifecyclePolicy | undefined
  /** One that was read under its name. */
  keep(name: string, body: string, place: Place): LifecyclePolicy
}

/** Of acquirers that change theirs often; the others are read once more. */
const mostRemembered = 100

/** @param digest SHA-256 of a text, hexadecimal. */
export function createPolicyNames(digest: (text: string) => string): PolicyNames {
  // By content, so it holds whatever becomes of a transaction, and whoever else writes.
  const byName = new Map<string, LifecyclePolicy>()
  // Only of those that are frozen here: what a caller has may still change.
  const names = new WeakMap<LifecyclePolicy, string>()

  function remember(name: string, parsed: unknown): LifecyclePolicy {
    const policy = frozen(parsed) as LifecyclePolicy
    if (byName.size >= mostRemembered) byName.clear()
    byName.set(name, policy)
    names.set(policy, name)
    return policy
  }
  function own(policy: LifecyclePolicy): LifecyclePolicy {
    if (names.has(policy)) return policy
    const text = JSON.stringify(policy)
    const name = digest(text)
    return byName.get(name) ?? remember(name, JSON.parse(text))
  }
  return {
    own,
    named(given) {
      const policy = own(given)
      return { name: names.get(policy) ?? '', body: () => JSON.stringify(policy) }
    },
    known: (name) => byName.get(name),
    keep: (name, body, place) => remember(name, jsonFrom(body, place)),
  }
}
