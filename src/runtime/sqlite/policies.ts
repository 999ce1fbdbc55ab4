import { hash } from 'node:crypto'
import type { LifecyclePolicy } from '../../domain/index.ts'
import { frozen } from '../frozen.ts'
import { jsonFrom, type Place } from '../stored.ts'
import type { Statements } from './statements.ts'

/**
 * A policy is longer than all else of a life, and many lives have the same one: each is kept once, named by the digest of its
 * text in the records and openings that have it.
 */
export interface Policies {
  /** The same policy, frozen and shared by all that have it. */
  own(policy: LifecyclePolicy): LifecyclePolicy
  /** Inside the transaction that writes the name: what is rolled back is asked for again. */
  nameOf(sql: Statements, policy: LifecyclePolicy): string
  /** As it was written; what is no name is the policy itself, as former releases wrote it. */
  read(sql: Statements, stored: unknown, place: Place): unknown
}

/** Of acquirers that change theirs often; the others are read once more. */
const mostRemembered = 100

export function createPolicies(): Policies {
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
    const name = hash('sha256', text)
    return byName.get(name) ?? remember(name, JSON.parse(text))
  }
  return {
    own,
    nameOf(sql, given) {
      const policy = own(given)
      const name = names.get(policy) ?? ''
      if (!sql.isPolicy.get(name)) sql.insertPolicy.run(name, JSON.stringify(policy))
      return name
    },
    read(sql, stored, place) {
      if (typeof stored !== 'string') return stored
      const known = byName.get(stored)
      return known ?? remember(stored, jsonFrom(String(sql.policy.get(stored)?.body), place))
    },
  }
}
