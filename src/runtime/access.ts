import type { Actor } from '../domain/index.ts'
import type { LifecycleContext, LifecycleRecord } from '../machine/index.ts'

/** May this actor act on this terminal and read of it? */
export type Access = (actor: Actor, record: LifecycleRecord) => boolean

/** The part of it that a store answers from an index; all that is given must match. */
export interface Scope {
  acquirerId: string
  /** The merchant, or the organisation of the person who speaks for it. */
  merchantId?: string | undefined
  /** The service provider that is assigned now, or the organisation of the person who speaks for it. */
  agentId?: string | undefined
  /** Who asks: one person of an organisation is a representative, not the whole of it. */
  personId?: string | undefined
}

/**
 * The terminals that are an actor's own: a merchant's by its id, an agent's while it is assigned, a representative's like
 * its party's, the acquirer's all.
 */
export function scopeOf({ role, acquirerId, organisationId, personId }: Actor): Scope {
  if (role === 'merchant') return { acquirerId, merchantId: organisationId, personId }
  return role === 'serviceProvider' ? { acquirerId, agentId: organisationId, personId } : { acquirerId }
}

type Party = 'merchant' | 'serviceProvider'

/** Who speaks for the party, as one key; `null`: nobody but itself. */
export function speakerOf({ agent, representatives }: LifecycleContext, party: Party): string | null {
  if (party === 'serviceProvider' && agent === null) return null
  const speaker = Object.hasOwn(representatives, party) ? representatives[party] : undefined
  return speaker ? speakerKey(speaker.organisationId, speaker.personId) : null
}

/** Ids as they are written: taking two for one would let somebody in. */
export const speakerKey = (organisationId = '', personId = ''): string =>
  JSON.stringify([organisationId, personId])

/** Is the life within the scope? */
export function isWithin({ context }: LifecycleRecord, scope: Scope): boolean {
  const { acquirerId, merchantId, agentId, personId } = scope
  const { identity, agent } = context
  const speaks = (party: Party, organisationId: string) =>
    speakerOf(context, party) === speakerKey(organisationId, personId)
  return (
    identity.acquirerId === acquirerId &&
    (merchantId === undefined || identity.merchantId === merchantId || speaks('merchant', merchantId)) &&
    (agentId === undefined || agent?.agentId === agentId || speaks('serviceProvider', agentId))
  )
}

/**
 * Who deals with a terminal when nothing else is said: its merchant, the people and systems of its acquirer, the service
 * provider that is assigned to it now, and who was appointed to represent one of them.
 *
 * @example createRuntime({ store, services, access: ownTerminals })
 */
export const ownTerminals: Access = (actor, record) => isWithin(record, scopeOf(actor))
