import { askedToWait } from '../errors/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import { defaultRetry, type RetryPolicy, retryDelay } from './backoff.ts'
import { type BreakerPolicy, Breakers, type OpenBreaker } from './breaker.ts'
import type { Hindered, Hindrance } from './carry-out.ts'
import type { Changes } from './changes.ts'
import type { Environment } from './environment.ts'
import { failureCode } from './failure-code.ts'
import { limited } from './limited.ts'
import type { Clock, Failure } from './options.ts'
import { millisecondsOf } from './projection.ts'
import { type Lane, lanes, type Room } from './room.ts'
import type { OrderWork, Store, TimerWork, WaitingOrder, Work } from './store.ts'

export interface PumpParts {
  store: Store
  carryOut: (work: OrderWork, stop: AbortSignal) => Promise<Hindrance>
  fire: (work: TimerWork) => Promise<Hindrance>
  environment: Environment
  clock: Clock
  worker: string
  leaseMs: number
  retry: RetryPolicy
  breaker: BreakerPolicy
  capacity: Readonly<Record<Lane, number>>
  pollMs: number
  onFailure: (failure: Failure) => void
  changes: Changes
}

/** What `drain` has done, and what it leaves and why. */
export interface Drained {
  /** Orders that ended. */
  carriedOut: number
  timersFired: number
  /** Orders that have not ended, here or anywhere, with the reason why not. */
  waiting: readonly WaitingOrder[]
  /** Services that this process leaves alone for now: why some of the orders wait. */
  breakers: readonly OpenBreaker[]
}

/** A store in trouble is asked again like an order that failed, but by chance never at once. */
const shortestPause = 50

interface Tally {
  carriedOut: number
  timersFired: number
}

/** What one `run` or `drain` has begun and not finished. */
class Session {
  readonly tally: Tally = { carriedOut: 0, timersFired: 0 }
  readonly #inFlight = new Map<Promise<void>, Lane>()
  readonly #stop: AbortSignal
  readonly #parts: PumpParts
  readonly #breakers: Breakers

  constructor(parts: PumpParts, breakers: Breakers, stop: AbortSignal) {
    this.#parts = parts
    this.#breakers = breakers
    this.#stop = stop
  }

  /** Takes as much work as there is room for; how much that was. */
  async begin(): Promise<number> {
    const { store, environment, clock, worker, leaseMs } = this.#parts
    const { room } = this
    const now = environment.now()
    const leaseUntil = now + leaseMs
    const claimed = await store.claim({ worker, now, at: clock.now(), leaseUntil, room })
    if (this.#stop.aborted) return this.#giveAllBack(claimed)
    for (const work of claimed) this.#start(work.kind === 'order' ? { ...work, leaseUntil } : work)
    return claimed.length
  }

  /** Told to stop while it was claiming: what came nevertheless is free at once, and nobody was called for it. */
  async #giveAllBack(claimed: readonly Work[]): Promise<number> {
    await Promise.all(claimed.map((work) => this.#giveBack(work, { code: 'STOPPED' })))
    return 0
  }

  /** How much more each lane can take. */
  get room(): Room {
    const { capacity } = this.#parts
    const underWay = [...this.#inFlight.values()]
    const roomIn = (lane: Lane): number => {
      const busy = underWay.filter((one) => one === lane).length
      const free = capacity[lane] - busy
      return lane === 'timers' ? free : this.#breakers.through(lane, free, busy)
    }
    return Object.fromEntries(lanes.map((lane) => [lane, roomIn(lane)]))
  }

  get isIdle(): boolean {
    return this.#inFlight.size === 0
  }

  /** Never settles where nothing was begun. */
  oneFinished(): Promise<void> {
    return Promise.race(this.#inFlight.keys())
  }

  async allFinished(): Promise<void> {
    await Promise.all(this.#inFlight.keys())
  }

  #start(work: Work): void {
    const running = this.#handle(work).finally(() => this.#inFlight.delete(running))
    this.#inFlight.set(running, work.kind === 'order' ? work.orderKind : 'timers')
  }

  /** Never rejects: what cannot be told to the store is told to `onFailure`, and the lease runs out by itself. */
  async #handle(work: Work): Promise<void> {
    try {
      const hindrance = await this.#attempt(work)
      if (work.kind === 'order') this.#judge(work.orderKind, hindrance)
      if (hindrance) await this.#giveBack(work, hindrance)
      else if (work.kind === 'order') this.tally.carriedOut += 1
      else this.tally.timersFired += 1
    } catch (error) {
      this.#tellFailure(work, error)
    }
  }

  async #attempt(work: Work): Promise<Hindrance> {
    try {
      return await (work.kind === 'order' ? this.#parts.carryOut(work, this.#stop) : this.#parts.fire(work))
    } catch (error) {
      return { code: failureCode(error), error }
    }
  }

  /** Whether the service works; of what never reached it, and of an answer that is put off, nobody can say. */
  #judge(kind: OrderKind, hindrance: Hindrance): void {
    if (hindrance === null || hindrance.failed === 'answer') this.#breakers.answered(kind)
    else if (hindrance.failed === 'service') this.#breakers.failed(kind)
  }

  #giveBack(work: Work, { code, error, waitMs, failed }: Hindered): Promise<void> {
    const { store, environment, retry } = this.#parts
    if (error !== undefined) this.#tellFailure(work, error)
    const now = environment.now()
    const asked = waitMs ?? askedToWait(error, now)
    const nth = failed && work.kind === 'order' ? work.failures : work.attempt
    const pause = code === 'STOPPED' ? 0 : retryDelay(retry, nth, asked, environment.random())
    return store.release(work, { retryAt: now + pause, errorCode: code, failed: failed !== undefined })
  }

  #tellFailure({ lifecycleId, ...work }: Work, error: unknown): void {
    const orderId = work.kind === 'order' ? work.orderId : undefined
    this.#parts.onFailure({ error, lifecycleId, orderId })
  }
}

export interface Pump {
  run(options: { signal: AbortSignal }): Promise<void>
  drain(options?: { signal?: AbortSignal | undefined }): Promise<Drained>
  readonly breakers: readonly OpenBreaker[]
}

export function createPump(parts: PumpParts): Pump {
  const { store, environment, clock, pollMs, changes, onFailure } = parts
  const onOpen = (error: unknown) => onFailure({ error })
  const breakers = new Breakers({ policy: parts.breaker, environment, onOpen })

  /** Until something can be claimed, this process commits something, or it is time to look what others committed. */
  async function rest(session: Session, seen: number, signal: AbortSignal): Promise<void> {
    const now = environment.now()
    const finished = session.oneFinished()
    const { claimableAt, due } = await store.next(now, session.room)
    const waits = [pollMs]
    if (claimableAt !== null) waits.push(claimableAt - now)
    if (breakers.nextTry !== null) waits.push(breakers.nextTry - now)
    if (due !== null) waits.push(millisecondsOf(due) - millisecondsOf(clock.now()))
    const limit = limited(environment, Math.max(1, Math.min(...waits)), signal)
    const rested = new AbortController()
    await Promise.race([limit.reached, changes.next(seen, rested.signal), finished])
    rested.abort()
    limit.end()
  }

  async function work(session: Session, signal: AbortSignal): Promise<void> {
    const seen = changes.count
    const begun = await session.begin()
    if (!signal.aborted && begun === 0) await rest(session, seen, signal)
  }

  return {
    async run({ signal }) {
      const session = new Session(parts, breakers, signal)
      let failures = 0
      try {
        while (!signal.aborted) {
          try {
            await work(session, signal)
            failures = 0
          } catch (error) {
            failures += 1
            onFailure({ error })
            const pause = retryDelay(defaultRetry, failures, 0, environment.random())
            await environment.sleep(Math.max(shortestPause, pause), signal)
          }
        }
      } finally {
        await session.allFinished()
      }
    },

    async drain({ signal = new AbortController().signal } = {}) {
      const session = new Session(parts, breakers, signal)
      try {
        while (!signal.aborted) {
          // What ends while the store is asked has made room that it did not know of.
          const wasIdle = session.isIdle
          if ((await session.begin()) > 0) continue
          if (wasIdle) break
          if (!session.isIdle) await session.oneFinished()
        }
      } finally {
        await session.allFinished()
      }
      return { ...session.tally, waiting: await store.waiting(), breakers: breakers.open }
    },

    get breakers() {
      return breakers.open
    },
  }
}
