import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { signWebhook } from '../../../src/webhooks/index.ts'
import { hostKey, type Office } from './office.ts'
import type { Bytes } from './way.ts'
import type { World } from './world.ts'

const second = 1_000
/** Before each attempt, as a patient sender waits: for less than the 80 hours in which an answer is kept. */
const waits = [0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((one) => one * second)

/** What became of one message, as far as its sender was told. */
interface Told {
  readonly id: string
  readonly lifecycleId: string
  status: number | undefined
}

/** The host of the acquirer tells of what happened, by signed messages, until it is heard. */
export class Messages {
  readonly told: Told[] = []
  readonly #world: World
  readonly #office: Office
  readonly #under = new Set<Promise<void>>()

  constructor(world: World, office: Office) {
    this.#world = world
    this.#office = office
  }

  /** All that were begun have come to an end. */
  async allHeard(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }

  tell(lifecycleId: string, { type, ...data }: LifecycleEvent): void {
    const told: Told = { id: `m${this.told.length + 1}-${this.#world.seed}`, lifecycleId, status: undefined }
    this.told.push(told)
    const timestamp = this.#world.instant()
    const body = JSON.stringify({ type, timestamp, data: { lifecycleId, ...data } })
    const sending = this.#insist(told, body).finally(() => this.#under.delete(sending))
    this.#under.add(sending)
  }

  async #insist(told: Told, body: string): Promise<void> {
    const { scheduler } = this.#world
    if (this.#world.hits('messageLate', 'host')) await scheduler.pause(3_600 * second, 'host is late')
    for (const wait of waits) {
      await scheduler.pause(wait, 'host tells')
      const answer = await this.#attempt(told.id, body).catch(() => undefined)
      if (!answer) continue
      told.status = answer.status
      const again = answer.status === 503 || answer.status === 500 || answer.status === 401
      if (!again) return
    }
  }

  async #attempt(id: string, body: string): Promise<Bytes | undefined> {
    const world = this.#world
    if (world.hits('messageLost', 'host')) return undefined
    const headers = await signWebhook({ id, timestamp: Math.floor(world.now / second), body }, [hostKey])
    const send = async () => {
      await world.scheduler.hop('host message', 40)
      const url = 'https://office.example/hooks'
      return this.#office.receive(new Request(url, { method: 'POST', headers, body }), 'hooks')
    }
    if (world.hits('messageTwice', 'host')) void send().catch(() => undefined)
    const answer = await send()
    return world.hits('messageReplyLost', 'host') ? undefined : answer
  }
}
