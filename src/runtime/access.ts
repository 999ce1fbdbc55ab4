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
function speakerOf({ agent, representatives }: LifecycleContext, party: Party): string | null {
  if (party === 'serviceProvider' && agent === null) return null
  const speaker = Object.hasOwn(representatives, party) ? representatives[party] : undefined
  return speaker ? speakerKey(speaker.organisationId, speaker.personId) : null
}

/** Ids as they are written: taking two for one would let somebody in. */
export const speakerKey = (organisationId: string, personId = ''): string =>
  JSON.stringify([organisationId, personId])

/** Whose a life is: what a store keeps beside the record, so that it need not read it. */
export interface Owners {
  acquirerId: string
  merchantId: string
  agentId: string | null
  merchantSpeaker: string | null
  agentSpeaker: string | null
}

export const ownersOf = ({ context }: LifecycleRecord): Owners => ({
  acquirerId: context.identity.acquirerId,
  merchantId: context.identity.merchantId,
  agentId: context.agent?.agentId ?? null,
  merchantSpeaker: speakerOf(context, 'merchant'),
  agentSpeaker: speakerOf(context, 'serviceProvider'),
})

/** Are they among those that the scope names? The rule that every store follows, whatever indexes it has. */
export function areWithin(owners: Owners, { acquirerId, merchantId, agentId, personId }: Scope): boolean {
  const isParty = (asks: string | undefined, own: string | null, speaker: string | null) =>
    asks === undefined || own === asks || speaker === speakerKey(asks, personId)
  return (
    owners.acquirerId === acquirerId &&
    isParty(merchantId, owners.merchantId, owners.merchantSpeaker) &&
    isParty(agentId, owners.agentId, owners.agentSpeaker)
  )
}

/**
 * Who deals with a terminal when nothing else is said: its merchant, the people and systems of its acquirer, the service
 * provider that is assigned to it now, and who was appointed to represent one of them.
 *
 * @example createRuntime({ store, services, access: ownTerminals })
 */
export const ownTerminals: Access = (actor, record) => areWithin(ownersOf(record), scopeOf(actor))
