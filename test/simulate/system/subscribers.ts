import type { Actor } from '../../../src/domain/index.ts'
import {
  changeEvents,
  type Deliveries,
  type Endpoint,
  type Outgoing,
  type Sent,
  type Transport,
  webhookHandler,
} from '../../../src/webhooks/index.ts'
import { hostKey } from './office.ts'
import type { Process } from './process.ts'
import type { World } from './world.ts'

interface Seen {
  readonly lifecycleId: string
  readonly version: number
  readonly id: string
  readonly body: string
}

/** How often a delivery did not get through, as far as its sender knew. */
type Failures = Map<string, number>

const hooksOf = (endpointId: string): string => `https://${endpointId}.example.com/hooks`
const unreached: Sent = { kind: 'failed', code: 'CONNECTION_FAILED' }

/** Those who are told of changes by webhook, and the ways to them. */
export class Subscribers {
  readonly endpoints: readonly Endpoint[]
  readonly seen = new Map<string, Seen[]>()
  readonly failures: Failures = new Map()
  /** Told again from the beginning, at somebody's wish: from then on the order says nothing. */
  readonly rewound = new Set<string>()
  readonly #world: World
  readonly #handlers = new Map<string, (request: Request) => Promise<Response>>()

  constructor(world: World, actors: Readonly<Record<string, Actor>>) {
    this.#world = world
    this.endpoints = Object.entries(actors).map(([id, actor]) => ({
      ...{ id, actor, url: hooksOf(id), secrets: [hostKey] },
    }))
    for (const { id, url } of this.endpoints) this.#handlers.set(url, this.#handlerOf(id))
  }

  #handlerOf(endpointId: string) {
    const seen: Seen[] = []
    this.seen.set(endpointId, seen)
    const handle = webhookHandler({
      keys: [hostKey],
      clock: { now: () => this.#world.instant() },
      events: changeEvents,
      receive: async () => undefined,
    })
    return async (request: Request) => {
      const body = await request.clone().text()
      const id = request.headers.get('webhook-id') ?? ''
      const response = await handle(request)
      const { lifecycleId, version } = JSON.parse(body).data
      if (response.ok) seen.push({ lifecycleId, version, id, body })
      return response
    }
  }

  /** As one worker's outbox sends. */
  from(process: Process): Transport {
    return {
      send: async (outgoing) => {
        await process.hop('sends')
        const sent = await this.#travel(outgoing)
        await process.hop('has sent')
        return sent
      },
    }
  }

  /** Counts what its sender settles as failed: a worker that stood still has not heard how it went. */
  counting(deliveries: Deliveries): Deliveries {
    return {
      ...deliveries,
      settle: async (delivery, settlement) => {
        const isSettled = await deliveries.settle(delivery, settlement)
        const place = `${delivery.lifecycleId}/${delivery.version}`
        if (isSettled && settlement.outcome !== 'delivered' && settlement.outcome !== 'released')
          this.failures.set(place, (this.failures.get(place) ?? 0) + 1)
        return isSettled
      },
    }
  }

  async #travel(outgoing: Outgoing): Promise<Sent> {
    const world = this.#world
    const where = new URL(outgoing.url).hostname.split('.')[0] ?? ''
    if (world.hits('deliveryLost', where)) return unreached
    if (world.hits('receiverFails', where)) return { kind: 'answered', status: 500 }
    if (world.hits('receiverBusy', where)) return { kind: 'answered', status: 429, retryAfter: '30' }
    if (world.hits('deliveryLate', where)) {
      // Its sender has not heard, and comes again; this one arrives behind what comes after it.
      const wait = 1_000 * (1 + world.chance.below(`${where} late`, 3_600))
      world.scheduler.after(wait, `late to ${where}`, () => void this.#arrive(outgoing))
      return { kind: 'failed', code: 'TIMEOUT' }
    }
    await world.scheduler.hop(`to ${where}`, 30)
    const answer = await this.#arrive(outgoing)
    if (world.hits('deliveryTwice', where)) return this.#arrive(outgoing)
    return world.hits('deliveryReplyLost', where) ? { kind: 'failed', code: 'TIMEOUT' } : answer
  }

  async #arrive({ url, headers, body }: Outgoing): Promise<Sent> {
    const handle = this.#handlers.get(url)
    if (!handle) return unreached
    const { status } = await handle(new Request(url, { method: 'POST', headers, body }))
    return { kind: 'answered', status }
  }
}
