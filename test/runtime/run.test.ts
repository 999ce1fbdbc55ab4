import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import type { Call } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { eventually, settled } from './manual-environment.ts'
import { escalation, note, rig } from './rig.ts'

/** Starts `run` and gives a way to end it. */
function started(run: (options: { signal: AbortSignal }) => Promise<void>) {
  const controller = new AbortController()
  const ended = run({ signal: controller.signal })
  return {
    ended,
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}

describe('run', () => {
  it('takes up an order as soon as this process has given it', async () => {
    const { runtime, tell, calls } = await rig()
    const { stop } = started(runtime.run)
    await settled()
    await tell(escalation)
    await eventually(() => expect(calls).toHaveLength(1))
    await stop()
    expect(await runtime.audit()).toEqual([])
  })

  it('finds the orders of another process when it looks again', async () => {
    const { runtime, make, calls, environment } = await rig({ pollMs: 1_000 })
    const other = make({ worker: 'w2' })
    const { stop } = started(other.run)
    await settled()
    const event = escalation
    await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event })
    await settled()
    expect(calls).toHaveLength(0)
    await environment.advance(1_000)
    await eventually(() => expect(calls).toHaveLength(1))
    await stop()
  })

  it('wakes up for the next attempt of what failed, not only when it looks again', async () => {
    const { runtime, tell, calls, environment, store } = await rig({
      pollMs: 60_000,
      services: {
        openTicket: async (_, { attempt }: Call) => {
          // by now the worker rests, and knows of no earlier end than the lease
          await settled()
          if (attempt === 1) throw new Error('down')
          return []
        },
      },
    })
    const { stop } = started(runtime.run)
    await tell(escalation)
    await eventually(async () => expect(await store.waiting()).toMatchObject([{ lastErrorCode: 'Error' }]))
    await eventually(async () => {
      await environment.advance(100)
      expect(calls).toHaveLength(2)
    })
    await stop()
  })

  it('fires a clock when its business time has come', async () => {
    const { runtime, tell, clock, record, environment, store } = await rig({ pollMs: 30 * 86_400_000 })
    const { stop } = started(runtime.run)
    await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' })
    await eventually(async () => expect(await store.waiting()).toEqual([]))
    await settled()
    const id = Object.keys((await record()).context.deadlines).find((name) =>
      name.startsWith('disableConfirmDue'),
    )
    expect(id).toBeDefined()
    clock.tick(86_400_000)
    await environment.advance(86_400_000)
    await eventually(async () =>
      expect((await record()).context.deadlines[id ?? '']).toMatchObject({ status: 'fired' }),
    )
    await stop()
    expect(await runtime.audit()).toEqual([])
  })

  it('ends when it is told to: calls are aborted and their orders are free at once', async () => {
    let signal: AbortSignal | undefined
    const { runtime, make, tell, calls } = await rig({
      services: {
        openTicket: (_, call) => {
          signal = call.signal
          return call.attempt === 1 ? new Promise(() => {}) : Promise.resolve([])
        },
      },
    })
    const { stop } = started(runtime.run)
    await tell(escalation)
    await eventually(() => expect(signal).toBeDefined())
    await stop()
    expect(signal?.aborted).toBe(true)
    expect(await make({ worker: 'w2' }).drain()).toMatchObject({ carriedOut: 1 })
    expect(calls).toHaveLength(2)
  })

  it('calls nobody for what it was still claiming when it was told to end', async () => {
    const controller = new AbortController()
    const store = memoryStore()
    const late: Store = {
      ...store,
      claim: async (query) => {
        const work = await store.claim(query)
        if (work.length > 0) controller.abort()
        return work
      },
    }
    const { runtime, make, tell, calls } = await rig({ store: late })
    await tell(escalation)
    await runtime.run({ signal: controller.signal })
    expect(calls).toEqual([])
    expect(await make({ worker: 'w2' }).drain()).toMatchObject({ carriedOut: 1 })
  })

  it('ends at once when it is told so before it begins', async () => {
    const { runtime, tell, calls } = await rig()
    await tell(escalation)
    const controller = new AbortController()
    controller.abort()
    await runtime.run({ signal: controller.signal })
    expect(await runtime.drain({ signal: controller.signal })).toMatchObject({ carriedOut: 0 })
    expect(calls).toEqual([])
  })

  const failing = (times: number): Store => {
    const store = memoryStore()
    let left = times
    return {
      ...store,
      claim: (query) => {
        left -= 1
        return left < 0 ? store.claim(query) : Promise.reject(new StoreError('busy'))
      },
    }
  }

  it('outlives a store that is busy for a while, and says so', async () => {
    const { runtime, tell, calls, environment, failures } = await rig({ store: failing(5) })
    await tell(escalation)
    const { stop } = started(runtime.run)
    await settled()
    await eventually(async () => {
      await environment.advance(20_000)
      expect(calls).toHaveLength(1)
    })
    expect(failures).toHaveLength(5)
    await stop()
  })

  it('outlives any length of trouble, and never waits longer between two tries', async () => {
    const { runtime, tell, calls, environment, failures } = await rig({ store: failing(60) })
    await tell(escalation)
    const { stop } = started(runtime.run)
    await settled()
    for (let tries = 1; tries < 60; tries += 1) {
      expect(failures).toHaveLength(tries)
      await environment.advance(20_000)
    }
    await environment.advance(20_000)
    await eventually(() => expect(calls).toHaveLength(1))
    await stop()
  })

  it('tells of work that could be neither ended nor given back, and leaves it to its lease', async () => {
    const store = memoryStore()
    const broken: Store = { ...store, release: () => Promise.reject(new StoreError('unavailable')) }
    const { runtime, tell, failures, environment } = await rig({
      store: broken,
      leaseMs: 5_000,
      services: { openTicket: () => Promise.reject(new Error('down')) },
    })
    await tell(escalation)
    expect(await runtime.drain()).toMatchObject({
      carriedOut: 0,
      waiting: [{ attempts: 1, lastErrorCode: null }],
    })
    expect(failures).toMatchObject([
      { error: { code: 'PLUGGED_IN_FAILED', part: 'services', kind: 'openTicket' } },
      { error: new StoreError('unavailable') },
    ])
    await environment.advance(5_000)
    expect(await runtime.drain()).toMatchObject({ waiting: [{ attempts: 2 }] })
  })

  it('keeps no listener and no timer of calls that are over', async () => {
    const { runtime, tell, environment, store } = await rig()
    const { stop } = started(runtime.run)
    for (let n = 0; n < 20; n += 1) await tell(n % 2 ? escalation : note('x'))
    await eventually(async () => expect(await store.waiting()).toEqual([]))
    await eventually(() => expect(environment.sleepers.size).toBe(1))
    await stop()
    expect(environment.sleepers.size).toBe(0)
  })
})
