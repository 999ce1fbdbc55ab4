import type { LifecyclePolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { people } from './people.ts'

/** One thing that somebody may say. Strings that begin with `$` are read off the record (`resolve.ts`). */
export interface Saying {
  readonly by: keyof typeof people
  readonly event: LifecycleEvent
  /** One person proposes exactly this, and this one does it: told as one. */
  readonly proposedBy?: keyof typeof people
  /** In the twin of a world with a secret: what is said there instead, by whom. */
  readonly instead?: { readonly by?: keyof typeof people; readonly event: LifecycleEvent }
}

/** What `closed` or `inService` has to be reached from, by provider, systems and clocks alone. */
type Goal = 'closed' | 'inService or closed'

/** A small world, as data: where it begins, and what may be said in it at any time. */
export interface World {
  readonly name: string
  readonly opening: Partial<LifecycleInput>
  readonly policy?: Partial<LifecyclePolicy>
  /** Sayings (by name) that lead to where the exploration begins. */
  readonly before: readonly string[]
  /** Sayings (by name) that are tried in every state; the next clock is tried too. */
  readonly says: readonly string[]
  /** Claimed where the world is complete and its sayings are enough to come to the end. */
  readonly goal?: Goal
  /** Names that may be exchanged for each other without making a difference. */
  readonly alike?: readonly string[]
}
