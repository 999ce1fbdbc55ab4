import type { AcquirerClient } from '../../../src/client/index.ts'
import type { Actor, Role } from '../../../src/domain/index.ts'
import { isTerminalLifecycleError, type TerminalLifecycleError } from '../../../src/errors/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import type { Counter } from '../../quickstart/by-the-list/desk.ts'
import type { Outcome, Terminal } from '../../quickstart/by-the-list/teller.ts'
import type { Office } from '../system/office.ts'
import type { World } from '../system/world.ts'
import { type Day, Enough } from './enough.ts'
import type { Staff } from './staff.ts'
import { writeOf } from './write.ts'

const second = 1_000
const minute = 60 * second

/** What somebody was told of a write of theirs, for certain or not. */
export interface Promised {
  readonly lifecycleId: string
  readonly key: string
  told: 'done' | 'refused' | 'unknown'
}

const nothing: Outcome = { taken: false, blockers: [] }
const taken: Outcome = { taken: true, blockers: [] }

type Told = { readonly told: Promised['told']; readonly outcome: Outcome }

const refusalOf = (error: TerminalLifecycleError): Outcome =>
  'blockers' in error ? { taken: false, blockers: error.blockers as Outcome['blockers'] } : nothing

interface CounterParts {
  readonly world: World
  readonly office: Office
  readonly staff: Staff
  readonly terminal: Terminal
  /** No two desks name things alike. */
  readonly name: string
  readonly promised: Promised[]
  /** Names of what it makes are numbered from here. */
  readonly from: number
  readonly day: Day
}

/** A desk's way to the portal: it writes, asks, waits, and finds out what became of what got lost. */
export class PortalCounter implements Counter {
  told: number
  readonly terminal: Terminal
  readonly #parts: CounterParts

  constructor(parts: CounterParts) {
    this.#parts = parts
    this.terminal = parts.terminal
    this.told = parts.from
  }

  people(role: Role): readonly Actor[] {
    const { staff, terminal } = this.#parts
    if (role === 'provider') return ['p1', 'p2', 'p3', 'p4'].map((person) => staff.actor(role, person))
    return [
      role === 'merchant' ? staff.actor(role, 'm1', terminal.merchantId) : staff.actor(role, `${role}-1`),
    ]
  }

  now(): string {
    return this.#parts.world.instant()
  }

  async record() {
    // Which way to go on is seen in the state alone, which everybody may read.
    return this.#parts.office.truth.record(this.terminal.lifecycleId) as ReturnType<
      Counter['record']
    > extends Promise<infer Found>
      ? Found
      : never
  }

  async send(actor: Actor, event: LifecycleEvent): Promise<Outcome> {
    const { world, name, staff, promised, day } = this.#parts
    const { lifecycleId } = this.terminal
    if (day.acts <= 0 || world.now > day.until) throw new Enough()
    day.acts -= 1
    this.told += 1
    const id = `${name}#${this.told}`
    if (!world.mayAct(id)) return nothing
    const key = `${name}-${this.told}`
    world.scheduler.note(`${id} ${actor.personId}: ${event.type}`)
    const client = staff.clientOf(actor)
    const write = writeOf(lifecycleId, event)
    const told: Promised = { lifecycleId, key, told: 'unknown' }
    promised.push(told)
    const send = () => write(client, { idempotencyKey: key })
    const again = world.hits('pressedTwice', name) ? this.#settle(client, send) : undefined
    const result = await this.#settle(client, send)
    await again
    told.told = result.told
    world.scheduler.note(`${id} ${result.told} ${result.outcome.blockers.map(({ code }) => code).join(' ')}`)
    await world.scheduler.pause(second * (1 + world.chance.below(`${name} pause`, 20)), `${name} goes on`)
    return result.outcome
  }

  /** Until it is known, or nobody asks any longer. */
  async #settle(client: AcquirerClient, send: () => Promise<unknown>): Promise<Told> {
    const { world, name } = this.#parts
    for (let tries = 1; tries <= 6; tries += 1) {
      const told = await this.#attempt(client, send)
      if (told) return told
      await world.scheduler.pause(tries * tries * 10 * second, `${name} asks again`)
    }
    return { told: 'unknown', outcome: nothing }
  }

  /** `undefined`: the same once more, under the same key. */
  async #attempt(client: AcquirerClient, send: () => Promise<unknown>): Promise<Told | undefined> {
    try {
      await send()
      return { told: 'done', outcome: taken }
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      if (error.code === 'OUTCOME_UNKNOWN') return this.#reconcile(client, error)
      if (error.code === 'HTTP_ERROR' && error.retryable) return undefined
      return { told: 'refused', outcome: refusalOf(error) }
    }
  }

  async #reconcile(
    client: AcquirerClient,
    lost: Parameters<AcquirerClient['reconcile']>[0],
  ): Promise<Told | undefined> {
    try {
      const found = await client.reconcile(lost)
      if (found.outcome === 'done') return { told: 'done', outcome: taken }
      if (found.outcome === 'refused')
        return { told: 'refused', outcome: { taken: false, blockers: found.blockers as Outcome['blockers'] } }
      return undefined
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      return undefined
    }
  }

  async asked() {
    const [reader] = this.people('provider')
    const client = this.#parts.staff.clientOf(reader as Actor)
    const { lifecycleId } = this.terminal
    for (let tries = 1; ; tries += 1) {
      try {
        const { pastDue, currentlyDue, pendingVerification, deadlines } = await client.getRequirements({
          lifecycleId,
        })
        const items = [...pastDue, ...currentlyDue, ...pendingVerification]
        // Codes of this version are all known to it.
        return { items, deadlines } as unknown as Awaited<ReturnType<Counter['asked']>>
      } catch (error) {
        if (!isTerminalLifecycleError(error)) throw error
        // Nobody has answered for days: then they leave it.
        if (tries > 300) throw new Enough()
        await this.#parts.world.scheduler.pause(Math.min(tries * 20, 1_800) * second, 'asks again')
      }
    }
  }

  /** Until then, or until the next clock runs out, and a little longer: nobody's clock is quite right. */
  async pass(until?: string): Promise<boolean> {
    const { world, name, day } = this.#parts
    if (world.now > day.until) throw new Enough()
    const { deadlines } = await this.asked()
    const running = deadlines.filter(({ status }) => status === 'running').map(({ due }) => Date.parse(due))
    const then = until && Date.parse(until) > world.now ? Date.parse(until) : Math.min(...running)
    if (!Number.isFinite(then)) return false
    const wait = Math.max(0, then - world.now) + 2 * minute
    world.scheduler.note(`${name} waits for ${new Date(then).toISOString()}`)
    await world.scheduler.pause(wait, `${name} has waited`)
    return true
  }
}
