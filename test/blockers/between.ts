import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { asP1, p1, sys } from '../support/people.ts'
import { batch, start, terminal } from '../support/samples.ts'
import { silentServices, type World, worldOf } from '../support/world.ts'
import { otherSerial } from './acts.ts'
import { type Clearing, refused, type Told } from './kit.ts'
import { replaced } from './service.ts'

/** Two terminals of one acquirer over one store, and whatever either was told. */
const openTwo = async () => {
  const clock = testClock(start)
  const runtime = createRuntime({ store: memoryStore(), services: silentServices, clock })
  const told: Told[] = []
  const other = [{ serial: otherSerial, owner: 'provider', tenancy: 'sole' } as const]
  await runtime.open(terminal({ lifecycleId: 'here' }))
  await runtime.open(
    terminal({ lifecycleId: 'there', terminalId: 'T0000002', devices: other, lastTransactionAt: null }),
  )
  const worldAt = (lifecycleId: string): World =>
    worldOf({
      at: clock.next,
      send: async (actor, event) => {
        clock.tick(1_000)
        const commandId = `command-${clock.now()}`
        const answer = await runtime.dispatch({ lifecycleId, commandId, actor, event })
        if (answer.accepted) told.push({ actor, event })
        return answer
      },
      pass: async () => undefined,
      record: async () => {
        const found = await runtime.get(lifecycleId, asP1)
        if (!found) throw new Error(`No record of ${lifecycleId}`)
        return found
      },
    })
  return { world: { ...worldAt('here'), told }, there: worldAt('there') }
}

export const betweenClearings = {
  DEVICE_BOUND_ELSEWHERE: {
    story: async () => {
      const { world, there } = await openTwo()
      const act = async () => {
        await there.tell(p1, { ...replaced, oldSerial: otherSerial, newSerial: 'SN-SPARE' })
        await there.tell(sys, { ...batch(there.at(), 'batch-1'), serial: otherSerial } as LifecycleEvent)
        await there.tell(sys, { type: 'keys.removed', serial: otherSerial, method: 'revokedAtHost' })
        await there.tell(p1, { type: 'unbinding.ordered', serial: otherSerial, registryRef: 'entry-1' })
        await there.tell(sys, { type: 'unbinding.confirmed', serial: otherSerial, registryRef: 'entry-1' })
      }
      return { world, ...refused(world, p1, replaced, act) }
    },
  },
} satisfies Record<string, Clearing>
