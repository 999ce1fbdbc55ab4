import type { OrderKind, Services } from '../../../src/schemas/index.ts'
import type { Process } from './process.ts'

/** As long as a worker may count on what it has claimed, in milliseconds. */
const lease = 60_000

interface Holder {
  readonly process: Process
  readonly since: number
  readonly wasSound: boolean
}

/** Who carries out which order now: with clocks that are right, never two. */
export class Leases {
  readonly #holders = new Map<string, Holder>()

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
    this.#holders.set(orderId, { process, since: world.now, wasSound: process.isSound })
  }
}
