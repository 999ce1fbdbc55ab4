import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import { type OrderKind, orderKinds } from 'terminal-lifecycle/domain'
import type { Call, LifecycleEvent, Services } from 'terminal-lifecycle/schemas'
import { type BusinessClock, instantOf } from '../business-clock.ts'
import type { Calls } from './calls.ts'

/** Nobody listens there: the acquirer's systems are out of reach. */
export const nowhere = 'http://127.0.0.1:9/v1'

/**
 * How long an order belongs to the process that carries it out. Short, because after a crash the next process waits for it;
 * longer than any call may take.
 */
export const leaseMs = 5_000

/** The runtime repeats an order that failed, so the client need not; it ends before its lease does. */
export const clientFor = (baseUrl: string, fetch?: typeof globalThis.fetch) =>
  createAcquirerClient({
    baseUrl,
    auth: bearer('quickstart-token'),
    ...(fetch && { fetch: (url, init) => fetch(url, init) }),
    retry: { attempts: 1 },
    timeout: { attempt: 4_000, total: 4_500 },
  })

export interface WorkOptions {
  readonly clock: BusinessClock
  /** Told before an order leaves. */
  readonly leaving: (kind: OrderKind, call: Call) => void
  readonly calls: Calls
  /** Keeps the acquirer's business time in step with ours. */
  readonly setAcquirerClock: (now: string) => Promise<void>
}

type Carry = (params: unknown, call: Call) => Promise<readonly LifecycleEvent[]>

const minute = 60_000

/** The machine's orders through the client. Each takes a minute of business time, however often it has to be tried. */
export const servicesFor = (
  client: ReturnType<typeof clientFor>,
  { clock, leaving, calls, setAcquirerClock }: WorkOptions,
): Services => {
  const services = acquirerServices(client, { clock })
  const timed = (kind: OrderKind): Carry => {
    // kind and parameters belong together; a list of all kinds cannot say so
    const carryOut = services[kind] as Carry
    return async (params, call) => {
      clock.advanceTo(instantOf(Date.parse(call.orderedAt) + minute))
      calls.add({ orderId: call.orderId, kind, attempt: call.attempt, at: clock.now() })
      leaving(kind, call)
      await setAcquirerClock(clock.now())
      return carryOut(params, call)
    }
  }
  return Object.fromEntries(orderKinds.map((kind) => [kind, timed(kind)])) as Services
}
