import { describe, expect, it } from 'vitest'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { manualEnvironment, settled } from './manual-environment.ts'
import { escalation } from './rig.ts'

/** A store that is told by the test what others commit. */
function overheard() {
  const hearing = new Set<() => void>()
  let times = 0
  const store: Store = {
    ...memoryStore(),
    listen(changed) {
      times += 1
      hearing.add(changed)
      return () => hearing.delete(changed)
    },
  }
  return { store, hearing, times: () => times }
}

describe('a runtime over a store that hears of other processes', () => {
  it('looks for work at once when it is told, long before it would by itself', async () => {
    const { store, hearing } = overheard()
    const calls: string[] = []
    const openTicket = async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
      calls.push(idempotencyKey)
      return []
    }
    const services = { ...silentServices, openTicket }
    const environment = manualEnvironment()
    const here = createRuntime({ store, services, environment })
    const there = createRuntime({ store, services })
    await there.open(terminal({ lifecycleId: 'life-1' }))
    const stop = new AbortController()
    const running = here.run({ signal: stop.signal })
    await settled()
    await there.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation })
    await settled()
    expect(calls).toEqual([])
    for (const changed of hearing) changed()
    await settled()
    expect(calls).toHaveLength(1)
    stop.abort()
    await running
  })

  it('listens once for all who wait, and no longer than the last of them', async () => {
    const { store, hearing, times } = overheard()
    const runtime = createRuntime({ store, services: silentServices, environment: manualEnvironment() })
    const [first, second] = [new AbortController(), new AbortController()]
    const running = runtime.run({ signal: first.signal })
    const following = (async () => {
      for await (const _ of runtime.changes(null, { actor: p1, signal: second.signal }));
    })()
    await settled()
    expect([hearing.size, times()]).toEqual([1, 1])
    first.abort()
    await running
    expect(hearing.size).toBe(1)
    second.abort()
    await following
    expect(hearing.size).toBe(0)
  })
})
