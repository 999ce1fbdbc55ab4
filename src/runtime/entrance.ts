import type { Actor } from '../domain/index.ts'
import { askedNow } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { type Access, ownTerminals, type Scope, scopeOf } from './access.ts'
import { invalidInput } from './door.ts'
import { isName } from './find-query.ts'
import type { Store, StoredRecord } from './store.ts'

/** The one way to a life for everybody outside: what is not theirs is not there. */
export interface Entrance {
  mayEnter(actor: Actor, record: LifecycleRecord): boolean
  /** What the store leaves out by itself; nothing where access is another rule than the default. */
  scopeFor(actor: Actor): Scope | undefined
  /** `undefined` for a foreign life as for an unknown one. */
  find(lifecycleId: string, actor: Actor): Promise<StoredRecord | undefined>
  /**
   * Lets somebody come as far as the life, and reads nothing of it where a store knows by itself whose it is.
   *
   * @throws InvalidInputError as `enter` does.
   */
  approach(lifecycleId: string, actor: Actor): Promise<void>
  /** @throws InvalidInputError with LIFECYCLE_UNKNOWN, for a foreign life as for an unknown one. */
  enter(lifecycleId: string, actor: Actor): Promise<StoredRecord>
}

const purgedLife = () => invalidInput('/lifecycleId', 'LIFECYCLE_PURGED')
export const unknownLife = () => invalidInput('/lifecycleId', 'LIFECYCLE_UNKNOWN')

export function createEntrance(store: Store, access: Access | 'any'): Entrance {
  const mayEnter: Entrance['mayEnter'] = (actor, record) =>
    access === 'any' || askedNow('access', () => access(actor, record))
  const scopeFor: Entrance['scopeFor'] = (actor) => (access === ownTerminals ? scopeOf(actor) : undefined)
  const find: Entrance['find'] = async (lifecycleId, actor) => {
    if (!isName(lifecycleId)) return undefined
    const stored = await store.load(lifecycleId, scopeFor(actor))
    // Asked besides: a store of somebody else's may not know of scopes.
    return stored && mayEnter(actor, stored.record) ? stored : undefined
  }
  /** Whose it was hears that it is gone; to everybody else it never was. */
  const missing = async (lifecycleId: string, { role, acquirerId, organisationId }: Actor) => {
    const stone = isName(lifecycleId) ? await store.tombstone?.(lifecycleId) : undefined
    if (!stone) return unknownLife()
    const isOwn = stone.acquirerId === acquirerId
    const mayKnow = role === 'provider' || role === 'system' || stone.merchantId === organisationId
    return access === 'any' || (isOwn && mayKnow) ? purgedLife() : unknownLife()
  }
  const enter: Entrance['enter'] = async (lifecycleId, actor) => {
    const stored = await find(lifecycleId, actor)
    if (!stored) throw await missing(lifecycleId, actor)
    return stored
  }
  const approach: Entrance['approach'] = async (lifecycleId, actor) => {
    const within = scopeFor(actor)
    const isThere = isName(lifecycleId) && (within || access === 'any')
    if (!isThere) await enter(lifecycleId, actor)
    else if (!(await store.has(lifecycleId, within))) throw await missing(lifecycleId, actor)
  }
  return { mayEnter, scopeFor, find, approach, enter }
}
