import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { orderOf } from '../support/closure.ts'
import { sys } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const arrears = { holdId: 'arrears', code: 'ACCOUNT_ARREARS' } as const
const offs = async (world: World) =>
  (await world.orders()).filter(({ kind }) => kind === 'disableAcceptance').length

/** How a reading comes to nothing, and how long it takes until that is known. */
const comesToNothing: Readonly<
  Record<string, (orderId: string) => readonly [LifecycleEvent, days?: number]>
> = {
  'fails for good': (orderId) => [{ type: 'order.failed', orderId, code: 'GONE', retryable: false }],
  'has failed so often that nobody tries it any more': (orderId) => [
    { type: 'order.parked', orderId, code: 'DOWN', attempts: 9 },
  ],
  'is answered with what nobody can read': (orderId) => [
    { type: 'answer.refused', orderId, codes: ['NOT_A_LIST'] },
  ],
  'was accepted, and brings no reading': (orderId) => [{ type: 'order.confirmed', orderId }, 2],
}

/** A hold that comes along with an opening waits for a reading of the host, and not for one that does not come. */
export const unreadStories: Stories = {
  ...Object.fromEntries(
    Object.entries(comesToNothing).map(([how, end]) => [
      `a terminal that is opened under a hold is switched off when its reading ${how} [R-050]`,
      async (open: OpenWorld) => {
        const world = await open(terminal({ holds: [arrears] }))
        expect(await offs(world)).toBe(0)
        const [event, days = 0] = end(await orderOf(world, 'readStatus'))
        await world.tell(sys, event)
        await world.pass(days)
        expect(await offs(world)).toBe(1)
      },
    ]),
  ),

  'a reading from before it was asked for is asked for again, and nothing is switched off meanwhile': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [arrears] }))
    const orderId = await orderOf(world, 'readStatus')
    await world.tell(sys, { type: 'answer.refused', orderId, codes: ['STALE_READ'] })
    expect(await offs(world)).toBe(0)
  },
}
