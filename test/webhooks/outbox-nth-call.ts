import { expect } from 'vitest'
import type { Deliveries } from '../../src/webhooks/index.ts'
import { note } from '../runtime/rig.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { failingAt } from './failing-deliveries.ts'
import { movingEnvironment, outboxRig, places, status } from './outbox-rig.ts'

export const allPlaces = ['life-1/0', 'life-1/1', 'life-2/0', 'life-2/1']

/** Told of two lives, sends until nothing waits, whatever fails meanwhile; every fourth answer is no. */
export async function play(deliveries: Deliveries) {
  const { environment, move } = movingEnvironment()
  const { outbox, tell, runtime, posted } = await outboxRig({
    ...{ deliveries, environment },
    answer: (_, nth) => status(nth % 4 === 2 ? 500 : 200),
  })
  await tell(note('a'))
  await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
  for (let round = 0; round < 12; round += 1) {
    if (round === 1) {
      await runtime.dispatch({ lifecycleId: 'life-2', commandId: 'b', actor: p1, event: note('b') })
    }
    await outbox.drain().catch(() => undefined)
    move(60_000)
  }
  return posted
}

/** Plays once for each call that can fail, or for some of them, and expects everything to arrive; how many there are. */
export async function playEach(open: () => Deliveries, when: 'before' | 'after', every = 1) {
  let repeated = 0
  for (let n = 1; n < 99; n += every) {
    const { deliveries, reached } = failingAt(open(), n, when)
    const posted = await play(deliveries)
    expect([n, [...new Set(places(posted))].sort()]).toEqual([n, allPlaces])
    // One place has one id, and no two places have the same.
    expect(new Set(posted.map(({ id }) => id)).size).toBe(allPlaces.length)
    repeated += posted.length - allPlaces.length
    if (!reached()) {
      expect(repeated).toBeGreaterThan(0)
      return n
    }
  }
  return expect.fail('there is no end of calls')
}
