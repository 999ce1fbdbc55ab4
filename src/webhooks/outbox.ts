import {
  checkOptions,
  InvalidInputError,
  longestSpan,
  type OptionRules,
  quietly,
  readNumbers,
} from '../errors/index.ts'
import { readPorts } from './callback-url.ts'
import { createAttempt } from './outbox/attempt.ts'
import { checkEndpoints } from './outbox/check-endpoints.ts'
import { createEndpointWork, type Sendings, type Wakes } from './outbox/endpoint-work.ts'
import { createOutboxHealth, type OutboxHealth } from './outbox/health.ts'
import type { Endpoint, OutboxOptions } from './outbox/options.ts'
import { createPlanner } from './outbox/planner.ts'
import { deliverySchedule } from './outbox/schedule.ts'
import { createWake } from './outbox/wake.ts'
import { readList } from './read-list.ts'

/** Sends what happened to those who want to hear of it, at least once and in no order. */
export interface Outbox {
  /**
   * Plans and sends until the signal is aborted; resolves when what was under way has come to rest. It never rejects: what
   * fails is told to `onFailure` and tried again within 20 s.
   */
  run(options: { signal: AbortSignal }): Promise<void>
  /**
   * The same until nothing can be done now: what failed waits for its next attempt.
   *
   * @throws StoreError when the store of deliveries or of records fails.
   */
  drain(options?: { signal?: AbortSignal | undefined }): Promise<Sendings>
  /**
   * Sends again to an endpoint that was disabled, from where it stopped; one that is `lost` after `redeliver` has said from where. What
   * waited is due at once.
   *
   * @throws InvalidInputError ENDPOINT_UNKNOWN.
   */
  enable(endpointId: string): Promise<void>
  /**
   * Sends again everything behind a cursor of `runtime.changes`, given up or delivered, under the same `webhook-id`; `null`:
   * everything there is. What is being sent at this moment is sent once more. Then nothing stays given up: what the endpoint's actor may not read any more is forgotten.
   *
   * @throws InvalidInputError ENDPOINT_UNKNOWN; CURSOR_UNKNOWN for a cursor that was never this subscriber's.
   */
  redeliver(endpointId: string, options: { from: string | null }): Promise<void>
  /**
   * How sending gets on: what is disabled, what waits longest, what was given up.
   *
   * @example
   * const health = await outbox.health()
   * if (!health.reachable || health.endpoints.some(({ disabled, givenUp }) => disabled || givenUp > 0)) alarm(health)
   */
  health(): Promise<OutboxHealth>
}

const fiveDays = 5 * 86_400_000
const span = { least: 1, most: longestSpan } as const

const rules = {
  concurrency: { usual: 4, least: 1 },
  leaseMs: { usual: 60_000, ...span },
  pollMs: { usual: 1_000, ...span },
  mostWaiting: { usual: 1_000, least: 1 },
  disableAfterMs: { usual: fiveDays, least: 0, endless: true },
} as const

const parts = {
  ...{
    runtime: '.changes',
    endpoints: 'list',
    deliveries: '.enable',
    transport: '.send',
    environment: '.now',
  },
  ...{ callbacks: 'object?', worker: 'string?', schedule: 'any?' },
  ...{ concurrency: 'any?', leaseMs: 'any?', pollMs: 'any?', mostWaiting: 'any?', disableAfterMs: 'any?' },
  ...{ onGivenUp: 'function?', onDisabled: 'function?', onFailure: 'function?' },
} satisfies OptionRules<OutboxOptions>

/** All of it, also where there is no endpoint yet. */
function checkNumbers(options: OutboxOptions): void {
  readNumbers(options, rules)
  readPorts(options.callbacks?.ports, '/callbacks/ports')
  readList(options.schedule, '/schedule', { least: 0, most: longestSpan })
  if (options.schedule?.length === 0)
    throw new InvalidInputError({ issues: [{ path: '/schedule', code: 'REQUIRED' }] })
}

function workFor(endpoint: Endpoint, wakes: Wakes, options: OutboxOptions, worker: string) {
  const { runtime, deliveries, transport, environment } = options
  const { schedule = deliverySchedule } = options
  const { concurrency, leaseMs, pollMs, mostWaiting, disableAfterMs } = readNumbers(options, rules)
  const tell = quietly(options.onFailure)
  const onFailure = (error: unknown) => tell({ endpointId: endpoint.id, error })
  const onDisabled = quietly(options.onDisabled)
  return createEndpointWork({
    ...{ endpoint, runtime, deliveries, environment, pollMs, wakes, onFailure },
    plan: createPlanner({
      ...{ endpoint, runtime, deliveries, environment, mostWaiting, onDisabled },
      planned: wakes.sender,
    }),
    sending: {
      ...{ endpointId: endpoint.id, deliveries, environment, worker, concurrency, leaseMs },
      ...{ schedule, disableAfterMs, onFailure, ended: wakes.sender },
      attempt: createAttempt({ endpoint, transport, environment, limitMs: leaseMs / 2, onFailure }),
      onGivenUp: quietly(options.onGivenUp),
      onDisabled,
    },
  })
}

/**
 * Tells subscribers by webhook what happens to their terminals: each change that the endpoint's actor may read, at least once,
 * signed by Standard Webhooks 1.0, under one `webhook-id` for ever. Those of one life come in order unless one fails three
 * times; receivers drop what they know by its id and its version.
 *
 * Tried after 0 s, 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, later where `Retry-After` says so; only a 2xx counts. 410
 * disables an endpoint at once, five days of nothing but failures do too, and records in which the place is not to be found behind which it
 * would go on. Any number of outboxes, in any number of processes,
 * may share one store of deliveries.
 *
 * @throws InvalidInputError naming what is wrong with an endpoint, `/endpoints/0/url`, and each number that is none, `/leaseMs`.
 * @example
 * const outbox = createOutbox({
 *   runtime, endpoints, environment: systemEnvironment,
 *   deliveries: sqliteDeliveries('webhooks.db', { environment: systemEnvironment }),
 *   transport: nodeTransport({ environment: systemEnvironment }),
 *   onGivenUp: alarm, onDisabled: alarm,
 * })
 * await outbox.run({ signal: shutdown.signal })
 */
export function createOutbox(options: OutboxOptions): Outbox {
  checkOptions(options, parts)
  const { endpoints, runtime, deliveries, environment, callbacks = {} } = options
  checkNumbers(options)
  checkEndpoints(endpoints, callbacks)
  const worker = options.worker ?? environment.uuid()
  const each = endpoints.map((endpoint) => {
    const wakes = { planner: createWake(), sender: createWake() }
    const wake = () => {
      wakes.planner.wake()
      wakes.sender.wake()
    }
    return { endpoint, wake, work: workFor(endpoint, wakes, options, worker) }
  })

  const find = (endpointId: string) => {
    const found = each.find(({ endpoint }) => endpoint.id === endpointId)
    if (found) return found
    throw new InvalidInputError({ issues: [{ path: '/endpointId', code: 'ENDPOINT_UNKNOWN' }] })
  }

  return {
    async run({ signal }) {
      await Promise.all(each.map(({ work }) => work.run(signal)))
    },
    async drain({ signal = new AbortController().signal } = {}) {
      const sum = { delivered: 0, failed: 0 }
      // All of them, before the first trouble is told: nothing is under way when this ends.
      for (const ended of await Promise.allSettled(each.map(({ work }) => work.drain(signal)))) {
        if (ended.status === 'rejected') throw ended.reason
        sum.delivered += ended.value.delivered
        sum.failed += ended.value.failed
      }
      return sum
    },
    async enable(endpointId) {
      const { wake } = find(endpointId)
      await deliveries.enable(endpointId, environment.now())
      wake()
    },
    async redeliver(endpointId, { from }) {
      const { endpoint, wake } = find(endpointId)
      const { signal } = new AbortController()
      // A cursor that leads nowhere is refused here, and not found out by the planner, which could only stand still.
      for await (const _ of runtime.changes(from, { actor: endpoint.actor, signal, atEnd: 'return' })) break
      await deliveries.rewind(endpointId, from)
      wake()
    },
    health: createOutboxHealth({ endpoints, deliveries, environment }),
  }
}
