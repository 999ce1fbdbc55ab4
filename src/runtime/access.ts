import type { Actor } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'

/** May this actor act on this terminal and read of it? */
export type Access = (actor: Actor, record: LifecycleRecord) => boolean

/** The part of it that a store answers from an index; all that is given must match. */
export interface Scope {
  acquirerId: string
  merchantId?: string | undefined
  /** The service provider that is assigned now. */
  agentId?: string | undefined
}

/** The terminals that are an actor's own: a merchant's by its id, an agent's while it is assigned, the acquirer's all. */
export function scopeOf({ role, acquirerId, organisationId }: Actor): Scope {
  if (role === 'merchant') return { acquirerId, merchantId: organisationId }
  return role === 'serviceProvider' ? { acquirerId, agentId: organisationId } : { acquirerId }
}

/** Is the life within the scope? */
export const isWithin = ({ context }: LifecycleRecord, scope: Scope): boolean =>
  context.identity.acquirerId === scope.acquirerId &&
  (scope.merchantId === undefined || context.identity.merchantId === scope.merchantId) &&
  (scope.agentId === undefined || context.agent?.agentId === scope.agentId)

/**
 * Who deals with a terminal when nothing else is said: its merchant, the people and systems of its acquirer, and the service
 * provider that is assigned to it now.
 *
 * @example createRuntime({ store, services, access: ownTerminals })
 */
export const ownTerminals: Access = (actor, record) => isWithin(record, scopeOf(actor))
