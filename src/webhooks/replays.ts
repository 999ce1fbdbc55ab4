import { checkNumber, checkOptions, type OptionRules } from '../errors/index.ts'
import type { Clock } from '../runtime/index.ts'
import { millisecondsOf } from './freshness.ts'

/** Which messages came before. For effects that must not be lost use `createInbox`: it remembers and acts in one transaction. */
export interface ReplayStore {
  /**
   * Was this id seen before? From now until `until` (milliseconds since 1970) it was. One atomic step, so that of two deliveries at
   * once only one hears `false`.
   */
  seen(id: string, until: number): Promise<boolean>
  /** Takes the memory back, because what should have followed did not happen; the sender's next attempt counts again. */
  forget?(id: string): Promise<void>
}

/** 80 hours: longer than a sender of Standard Webhooks keeps on trying (75.6 h). */
export const rememberedMs = 80 * 3_600_000

/** How many ids are remembered, in this process alone. */
export interface MemoryReplaysOptions {
  readonly clock: Clock
  /** Ids at most; beyond it the ones that end first are forgotten. 100 000 when left out. */
  readonly capacity?: number | undefined
}

/**
 * A replay store of this process alone: for one process whose restarts may let a message act twice.
 *
 * @throws InvalidInputError for a `capacity` that is no number of ids.
 * @example verifyWebhook(message, { keys, clock, replay: memoryReplays({ clock }) })
 */
export function memoryReplays(options: MemoryReplaysOptions): ReplayStore {
  checkOptions(options, { clock: '.now', capacity: 'any?' } satisfies OptionRules<MemoryReplaysOptions>)
  const { clock, capacity = 100_000 } = options
  // Under one that is no number every message would be new.
  checkNumber('/capacity', capacity, { least: 1 })
  const ends = new Map<string, number>()
  const forgetEnded = (now: number) => {
    // In the order in which they came, which is the order in which they end.
    for (const [id, until] of ends) {
      if (until > now && ends.size < capacity) return
      ends.delete(id)
    }
  }
  return {
    async seen(id, until) {
      const now = millisecondsOf(clock)
      const known = ends.get(id)
      if (known !== undefined && known > now) return true
      ends.delete(id)
      forgetEnded(now)
      ends.set(id, until)
      return false
    },
    async forget(id) {
      ends.delete(id)
    },
  }
}
