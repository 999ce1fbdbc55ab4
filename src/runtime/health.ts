import type { Instant } from '../domain/index.ts'
import { StoreError, type StoreFailure } from '../errors/index.ts'
import type { OpenBreaker } from './breaker.ts'
import { millisecondsOf } from './projection.ts'
import type { RunningTimer, StoreHealth, WaitingOrder } from './store.ts'
import type { Watched } from './unreadable.ts'

/** An order that waits, with how long it has. */
export interface OldestOrder extends WaitingOrder {
  /** Milliseconds of business time since it was given; `null` where its record cannot be read. */
  ageMs: number | null
}

/** Deadlines that are due and were not fired: many, or old ones, where no worker runs or its clock is wrong. */
export interface ClocksBehind {
  /** 1 000 at most: more are counted as so many. */
  count: number
  oldest: (RunningTimer & { lifecycleId: string }) | null
}

interface Known {
  /** Lives whose record this process came upon, could not read and did not read since; a thousand at most. */
  unreadable: readonly string[]
  /** Services that this process leaves alone for now, because they failed again and again. */
  breakers: readonly OpenBreaker[]
}

/** The store answers: how far behind orders and clocks are. */
export interface Reachable extends Known {
  reachable: true
  /** Of the orders that have not ended, the one that was given first. */
  oldestOrder: OldestOrder | null
  clocksBehind: ClocksBehind
  /**
   * What is asked of somebody and is overdue, in all lives, as the provider is told it. In a file of an earlier release, of
   * those that were told something since, until somebody has asked for work. 1 000 at most.
   */
  pastDue: number
  /** Lives that are stored in an older format: what `migrateAll` has still to do. 1 000 at most. */
  unmigrated: number
}

/** The store does not answer, and why. */
export interface Unreachable extends Known {
  reachable: false
  failure: StoreFailure
}

/** How work gets on, for whoever keeps watch. */
export type Health = Reachable | Unreachable

export interface HealthParts extends Watched {
  now: () => Instant
  breakers: () => readonly OpenBreaker[]
}

export function createHealth({ store, unreadable, now, breakers }: HealthParts) {
  async function ageOf({ lifecycleId, orderId }: WaitingOrder, at: Instant): Promise<number | null> {
    try {
      const orderedAt = (await store.load(lifecycleId))?.record.context.orders[orderId]?.orderedAt
      return orderedAt === undefined ? null : millisecondsOf(at) - millisecondsOf(orderedAt)
    } catch (error) {
      if (error instanceof StoreError) throw error
      return null
    }
  }

  async function stored(at: Instant): Promise<{ health: StoreHealth; oldestOrder: OldestOrder | null }> {
    const health = await store.health(at)
    const oldest = health.oldestOrder
    return { health, oldestOrder: oldest && { ...oldest, ageMs: await ageOf(oldest, at) } }
  }

  /** Never rejects because the store does: then that is the answer. */
  return async (): Promise<Health> => {
    const known = (): Known => ({ unreadable: unreadable(), breakers: breakers() })
    try {
      const { health, oldestOrder } = await stored(now())
      const { due, firstDue, pastDue, unmigrated } = health
      const clocksBehind = { count: due, oldest: firstDue }
      return { reachable: true, oldestOrder, clocksBehind, pastDue, unmigrated, ...known() }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { reachable: false, failure: error.failure, ...known() }
    }
  }
}
