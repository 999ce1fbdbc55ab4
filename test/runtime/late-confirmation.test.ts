import { expect, it } from 'vitest'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import type { Services } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { asP1, p1, p2 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

const signal = () => {
  let resolve = () => {}
  const promise = new Promise<void>((go) => {
    resolve = go
  })
  return { promise, resolve: () => resolve() }
}

it.each([
  ['answered', undefined],
  ['left without an answer', new TypeError('connection lost')],
])(
  'an order that was taken back while it was being carried out is told to the record all the same: %s',
  async (_, error) => {
    const clock = testClock()
    const [under, gate] = [signal(), signal()]
    const services: Services = {
      ...silentServices,
      enableAcceptance: async () => {
        under.resolve()
        await gate.promise
        if (error) throw error
        return []
      },
    }
    const runtime = createRuntime({ store: memoryStore(), services, clock })
    const input = terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }] })
    await runtime.open(input)
    const { lifecycleId } = input
    const tell = (
      commandId: string,
      actor: typeof p1,
      event: Parameters<typeof runtime.dispatch>[0]['event'],
    ) => {
      clock.tick(1_000)
      return runtime.dispatch({ lifecycleId, commandId, actor, event })
    }
    await tell('c-1', p2, { type: 'hold.rescinded', holdId: 'check', reason: 'placed in error' })
    const drained = runtime.drain()
    await under.promise
    await tell('c-2', p1, { type: 'hold.placed', holdId: 'attack', code: 'MALICIOUS_ATTACK' })
    gate.resolve()
    await drained
    const record = await runtime.get(lifecycleId, asP1)
    const kinds = Object.values(record?.context.orders ?? {}).map(({ kind, status }) => `${kind} ${status}`)
    expect(kinds).toContain('enableAcceptance confirmed')
    expect(kinds.filter((kind) => kind.startsWith('disableAcceptance')).length).toBeGreaterThanOrEqual(2)
    expect(record?.context.issues.map(({ code }) => code)).toContain('STATUS_MISMATCH')
  },
)
