import { hash } from 'node:crypto'
import { createPolicyNames, type PolicyNames } from '../policy-names.ts'
import type { PolicyHome } from '../row-texts.ts'
import type { Statements } from './statements.ts'

export const createPolicies = (): PolicyNames => createPolicyNames((text) => hash('sha256', text))

/** Policies in the file: written inside the transaction that writes the name, because what is rolled back is asked for again. */
export const policiesIn = (sql: Statements, policies: PolicyNames): PolicyHome => ({
  nameOf(given) {
    const { name, body } = policies.named(given)
    if (!sql.isPolicy.get(name)) sql.insertPolicy.run(name, body())
    return name
  },
  read: (name, place) =>
    policies.known(name) ?? policies.keep(name, String(sql.policy.get(name)?.body), place),
})
