import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import type { OrderKind, Services } from '../../../src/schemas/index.ts'
import type { Process } from './process.ts'

/** As long as a worker may count on what it has claimed, in milliseconds. */
const lease = 60_000

interface Holder {
  readonly process: Process
  readonly since: number
  readonly wasSound: boolean
}

/** Somebody was told that an order is refused for good, and has not written it down yet. */
interface Refusal extends Holder {
  /** What had gone wrong with its store until then. */
  readonly troubles: number
}

const isRefusal = (error: unknown): boolean =>
  isTerminalLifecycleError(error) && error.code === 'REFUSED' && !error.retryable

/** Who carries out which order now: with clocks that are right, never two; and none that was refused for good. */
export class Leases {
  readonly #holders = new Map<string, Holder>()
  readonly #refused = new Map<string, Refusal>()

  watch(process: Process, services: Services): Services {
    const watched = (Object.keys(services) as OrderKind[]).map((kind) => {
      // Kind and parameters belong together; a list of all kinds cannot say so.
      const service = services[kind] as (params: unknown, call: { orderId: string }) => Promise<unknown>
      return [
        kind,
        async (params: unknown, call: { orderId: string }) => {
          this.#begin(process, call.orderId)
          try {
            return await service(params, call)
          } catch (error) {
            if (isRefusal(error)) this.#hears(process, call.orderId)
            throw error
          } finally {
            if (this.#holders.get(call.orderId)?.process === process) this.#holders.delete(call.orderId)
          }
        },
      ]
    })
    return Object.fromEntries(watched) as Services
  }

  #begin(process: Process, orderId: string): void {
    const { world } = process
    const held = this.#holders.get(orderId)
    const isHeld =
      held && !held.process.isDead && held.process !== process && world.now - held.since < lease - 1_000
    if (isHeld && held.wasSound && held.process.isSound && process.isSound)
      world.breaks(
        'an order is carried out by one worker at a time',
        `${orderId}: ${held.process.name}, ${process.name}`,
      )
    this.#askedAgain(process, orderId)
    this.#holders.set(orderId, { process, since: world.now, wasSound: process.isSound })
  }

  #hears(process: Process, orderId: string): void {
    const { troubles, isSound: wasSound } = process
    this.#refused.set(orderId, { process, since: process.world.now, wasSound, troubles })
  }

  /**
   * Whoever hears that an order is refused for good ends it, and then nobody asks again. It may be asked again where that could not
   * be written down: the worker has died since, its store failed it, it stood still until its lease ran out, or a clock was wrong.
   */
  #askedAgain(process: Process, orderId: string): void {
    const refusal = this.#refused.get(orderId)
    this.#refused.delete(orderId)
    if (!refusal) return
    const { process: hearer, since, wasSound, troubles } = refusal
    const couldWrite = !hearer.isDead && hearer.troubles === troubles && hearer.soundSince <= since
    if (couldWrite && wasSound && process.isSound)
      process.world.breaks('what was refused for good is not asked again', `${orderId}: ${hearer.name}`)
  }
}
