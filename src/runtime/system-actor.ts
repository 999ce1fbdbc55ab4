import type { Actor } from '../domain/index.ts'
import type { LifecycleContext } from '../machine/index.ts'

/** Who speaks where nobody does: the acquirer's system. */
export const systemOf = ({ identity }: LifecycleContext): Actor => ({
  role: 'system',
  personId: 'system',
  organisationId: identity.acquirerId,
  acquirerId: identity.acquirerId,
  duties: [],
})
