import { longestSpan, readNumbers, ServiceFailedError } from '../errors/index.ts'
import { urgentOrders } from '../machine/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import type { Environment } from './environment.ts'

/** When a service that does not work is left alone, and for how long. */
export interface BreakerPolicy {
  /** So many failures in a row open it; infinite: never. */
  failures: number
  /** Bound of the first pause, in milliseconds; it doubles each time that the one try after it fails. */
  baseMs: number
  /** No pause is longer. */
  capMs: number
}

export const defaultBreaker: BreakerPolicy = { failures: 10, baseMs: 1_000, capMs: 300_000 }

const span = { least: 0, most: longestSpan } as const

/** @throws InvalidInputError for what is no number of failures, or no time. */
export const readBreaker = (given: Partial<BreakerPolicy> | undefined): BreakerPolicy =>
  readNumbers(
    given,
    {
      failures: { usual: defaultBreaker.failures, least: 1, endless: true },
      baseMs: { usual: defaultBreaker.baseMs, ...span },
      capMs: { usual: defaultBreaker.capMs, ...span },
    },
    '/breaker',
  )

/** What this process has seen of one service. */
export interface Breaker {
  /** In a row. */
  readonly failures: number
  readonly pauses: number
  /** Wall time in milliseconds of the one try; `null`: closed, orders go through. */
  readonly until: number | null
}

export const closed: Breaker = { failures: 0, pauses: 0, until: null }

/** How many more orders go through: all there is room for, none, or the one that tries it out. */
export const through = ({ until }: Breaker, room: number, busy: number, now: number): number => {
  if (until === null) return room
  return now < until || busy > 0 ? 0 : Math.min(1, room)
}

/** @param random from 0 up to, not including, 1: a pause is half of its bound at least, so that a service is truly left alone. */
export const afterFailure = (
  breaker: Breaker,
  policy: BreakerPolicy,
  now: number,
  random: number,
): Breaker => {
  const failures = breaker.failures + 1
  // what was under way when it opened says nothing new
  const isOpen = breaker.until !== null && now < breaker.until
  if (failures < policy.failures || isOpen) return { ...breaker, failures }
  const bound = Math.min(policy.capMs, policy.baseMs * 2 ** breaker.pauses)
  return { failures, pauses: breaker.pauses + 1, until: now + Math.round((bound * (1 + random)) / 2) }
}

/** A service that is left alone by this process for now, because it failed again and again. */
export interface OpenBreaker {
  kind: OrderKind
  /** In a row. */
  failures: number
  /** ISO 8601, wall time: when one order tries it out. `null`: what is urgent is tried all the same. */
  until: string | null
}

interface Parts {
  policy: BreakerPolicy
  environment: Environment
  onOpen: (error: ServiceFailedError) => void
}

/** One breaker for each service. */
export class Breakers {
  readonly #byKind = new Map<OrderKind, Breaker>()
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  through(kind: OrderKind, room: number, busy: number): number {
    if (urgentOrders.has(kind)) return room
    return through(this.#of(kind), room, busy, this.#parts.environment.now())
  }

  answered(kind: OrderKind): void {
    this.#byKind.delete(kind)
  }

  failed(kind: OrderKind): void {
    const { policy, environment, onOpen } = this.#parts
    const before = this.#of(kind)
    const after = afterFailure(before, policy, environment.now(), environment.random())
    this.#byKind.set(kind, after)
    if (before.until === null && after.until !== null)
      onOpen(new ServiceFailedError({ kind, reason: `failed ${after.failures} times in a row` }))
  }

  /** Wall time in milliseconds at which the next service is tried out. */
  get nextTry(): number | null {
    const now = this.#parts.environment.now()
    const later = [...this.#byKind.values()].flatMap(({ until }) =>
      until !== null && until > now ? [until] : [],
    )
    return later.length > 0 ? Math.min(...later) : null
  }

  get open(): readonly OpenBreaker[] {
    return [...this.#byKind].flatMap(([kind, { failures, until }]) =>
      until === null
        ? []
        : [{ kind, failures, until: urgentOrders.has(kind) ? null : new Date(until).toISOString() }],
    )
  }

  #of(kind: OrderKind): Breaker {
    return this.#byKind.get(kind) ?? closed
  }
}
