import type { Catalogues, Instant, LifecyclePolicy, WorkingDayCalendar } from '../domain/index.ts'
import type { Services } from '../schemas/index.ts'
import type { Access } from './access.ts'
import type { RetryPolicy } from './backoff.ts'
import type { BreakerPolicy } from './breaker.ts'
import type { Environment } from './environment.ts'
import type { Papers } from './papers.ts'
import type { ParkAfter } from './park-after.ts'
import type { Concurrency } from './room.ts'
import type { Store } from './store.ts'
import type { Telemetry } from './telemetry.ts'

/** Business time: what `at` of events is taken from, and against what deadlines are due. What is no instant is refused. */
export interface Clock {
  /** Business time, ISO 8601 with offset. */
  now(): Instant
}

/** What the runtime could not tell anybody else: work that failed and is tried again, a record that `find` had to leave out. */
export interface Failure {
  /** An error of this library: what a service or another plugged-in part threw is a `PluginError`, which repeats no message. */
  error: unknown
  lifecycleId?: string | undefined
  orderId?: string | undefined
}

/** What a runtime works with. All runtimes over one store are given the same policy, catalogues and calendar. */
export interface RuntimeOptions {
  store: Store
  /** Carries out what the machine orders; one function for each kind of order. */
  services: Services
  /**
   * Who may act on which terminal and read of it; `ownTerminals` when left out. Another rule is asked of each record, so that
   * what it refuses may take longer to be missed than what never was. `'any'`: whoever may come is somebody else's to say.
   */
  access?: Access | 'any' | undefined
  /** What is known of papers; without it a paper says what its sender says, and nobody but the provider's people checks it. */
  papers?: Papers | undefined
  /** The host's time in UTC when left out. */
  clock?: Clock | undefined
  /** Which days are worked; the PRC calendar when left out. */
  calendar?: WorkingDayCalendar | undefined
  /** For records opened from now on; those that are there keep theirs. */
  policy?: LifecyclePolicy | undefined
  /** What the provider publishes: procedures that an application must have read, fee tables by which a charge is priced. */
  catalogues?: Catalogues | undefined
  environment?: Environment | undefined
  /** Names this process in leases; made up when left out. No two running at once may share a name. */
  worker?: string | undefined
  /**
   * Milliseconds for which claimed work belongs to this worker; 60 000 when left out. A call that takes longer is aborted,
   * so it must exceed the longest a service may take. After a crash it is what others wait before they take over.
   */
  leaseMs?: number | undefined
  retry?: Partial<RetryPolicy> | undefined
  /**
   * When a service that fails is left alone, and for how long; other kinds go on, and what takes sale or keys away is tried all the
   * same. Ten failures in a row, a second to five minutes when left out.
   */
  breaker?: Partial<BreakerPolicy> | undefined
  /**
   * How many orders of each kind are carried out at the same time, and how many clocks fired: one number for all, or one by
   * name. 4 when left out; 0: this process leaves them to others. One kind never waits for another.
   */
  concurrency?: Concurrency | undefined
  /**
   * Failed attempts after which an order is parked (`order.parked`): it stays in flight, and is tried again once somebody has
   * revived it (`order.revived`). 20 when left out, and never for what takes sale or keys away.
   */
  parkAfter?: ParkAfter | undefined
  /** Milliseconds after which `run` looks for work of other processes, whatever the store says of them; 1 000 when left out. */
  pollMs?: number | undefined
  /** Told of everything that failed and is tried again: a store, a service, a clock. What it throws is swallowed. */
  onFailure?: ((failure: Failure) => void) | undefined
  /** Where metrics and traces go; nowhere when left out, at no cost. */
  telemetry?: Telemetry | undefined
}
