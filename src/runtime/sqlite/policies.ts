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
  /** Inside the transaction that writes the name: what is rolled back is asked for again. */
  nameOf(sql: Statements, policy: LifecyclePolicy): string
  /** As it was written; what is no name is the policy itself, as former releases wrote it. */
  read(sql: Statements, stored: unknown, place: Place): unknown
}

/** Of acquirers that change theirs often; the oldest are read once more. */
const mostRemembered = 100

export function createPolicies(): Policies {
  // By content, so it holds whatever becomes of a transaction, and whoever else writes.
  const byName = new Map<string, LifecyclePolicy>()
  const names = new WeakMap<LifecyclePolicy, string>()

  const remember = (name: string, policy: LifecyclePolicy) => {
    if (byName.size >= mostRemembered) byName.clear()
    byName.set(name, policy)
    names.set(policy, name)
    return policy
  }
  return {
    nameOf(sql, policy) {
      const text = names.has(policy) ? undefined : JSON.stringify(policy)
      const name = names.get(policy) ?? hash('sha256', text ?? '')
      if (!sql.isPolicy.get(name)) sql.insertPolicy.run(name, text ?? JSON.stringify(policy))
      return name
    },
    read(sql, stored, place) {
      if (typeof stored !== 'string') return stored
      const known = byName.get(stored)
      if (known) return known
      const body = sql.policy.get(stored)?.body
      return remember(stored, frozen(jsonFrom(String(body), place)) as LifecyclePolicy)
    },
  }
}
