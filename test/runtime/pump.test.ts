import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../../src/errors/index.ts'
import { defaultRetry } from '../../src/runtime/backoff.ts'
import { defaultBreaker } from '../../src/runtime/breaker.ts'
import { createPump } from '../../src/runtime/pump.ts'
import { capacityOf } from '../../src/runtime/room.ts'
import type { Store } from '../../src/runtime/store.ts'
import type { Call } from '../../src/schemas/index.ts'
import { asP1 } from '../support/people.ts'
import { statusRead } from '../support/samples.ts'
import { eventually, manualEnvironment, settled } from './manual-environment.ts'
import { escalation, note, rig, ticket } from './rig.ts'
import { HttpErrorLike } from './service-errors.ts'

const unhandled: unknown[] = []
const remember = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  process.on('unhandledRejection', remember)
})
afterEach(async () => {
  await settled()
  process.off('unhandledRejection', remember)
  expect(unhandled.splice(0)).toEqual([])
})

describe('drain', () => {
  it('carries out an order once, under its own key, and ends it', async () => {
    const { runtime, tell, calls, orders } = await rig()
    await tell(escalation)
    expect(await runtime.drain()).toEqual({ carriedOut: 1, timersFired: 0, waiting: [], breakers: [] })
    expect(calls).toMatchObject([
      {
        kind: 'openTicket',
        orderId: ticket,
        idempotencyKey: ticket,
        attempt: 1,
        params: { topic: 'escalation' },
      },
    ])
    expect(calls[0]?.identity).toEqual({
      lifecycleId: 'life-1',
      acquirerId: 'acquirer-1',
      merchantId: '898440354110001',
      terminalId: '10000001',
      currency: 'CNY',
    })
    expect(await orders()).toMatchObject([{ orderId: ticket, status: 'confirmed' }])
    expect(await runtime.drain()).toEqual({ carriedOut: 0, timersFired: 0, waiting: [], breakers: [] })
    expect(await runtime.audit()).toEqual([])
  })

  it('stores the order before the first byte leaves', async () => {
    const seen: unknown[] = []
    const { tell, runtime, orders } = await rig({
      services: {
        openTicket: async () => {
          seen.push(...(await orders()).map(({ orderId, status }) => ({ orderId, status })))
          return []
        },
      },
    })
    await tell(escalation)
    await runtime.drain()
    expect(seen).toEqual([{ orderId: ticket, status: 'ordered' }])
  })

  it('tells the record what a service answers, by role system', async () => {
    const at = '2026-03-02T09:00:00+08:00'
    const { runtime, tell, record } = await rig({
      services: { openTicket: async () => [statusRead('on', at), note('ticket 7 opened')] },
    })
    await tell(escalation)
    await runtime.drain()
    expect((await record()).context.status).toMatchObject({ acceptance: 'on', readAt: at })
    const told = []
    for await (const { commandId, actor } of runtime.journal('life-1', { ...asP1, after: 1 }))
      told.push([commandId, actor.role])
    expect(told).toEqual([
      [`${ticket}#0`, 'system'],
      [`${ticket}#1`, 'system'],
      [`${ticket}#confirmed`, 'system'],
    ])
  })

  it('ends an order as failed when the other side refuses for good', async () => {
    const { runtime, tell, orders, calls, record } = await rig({
      services: { openTicket: () => Promise.reject(new RefusedError({ refusal: 'NO_SUCH_TERMINAL' })) },
    })
    await tell(escalation)
    expect((await runtime.drain()).waiting).toEqual([])
    expect(await orders()).toMatchObject([{ status: 'failed' }])
    expect((await record()).context.issues).toMatchObject([
      { code: 'ORDER_FAILED', data: { code: 'NO_SUCH_TERMINAL' } },
    ])
    expect(calls).toHaveLength(1)
  })

  it('tries anything else again, with the same key, after a pause that grows', async () => {
    const { runtime, tell, calls, environment, failures } = await rig({
      services: {
        openTicket: async (_: unknown, { attempt }: Call) => {
          if (attempt < 4) throw new HttpErrorLike(503)
          return []
        },
      },
    })
    await tell(escalation)
    for (const pause of [100, 200, 400]) {
      const { waiting } = await runtime.drain()
      expect(waiting).toMatchObject([{ orderId: ticket, lastErrorCode: 'HTTP_503' }])
      await environment.advance(pause - 1)
      expect((await runtime.drain()).carriedOut).toBe(0)
      await environment.advance(1)
    }
    expect(await runtime.drain()).toMatchObject({ carriedOut: 1, waiting: [] })
    expect(calls.map(({ idempotencyKey, attempt }) => [idempotencyKey, attempt])).toEqual(
      [1, 2, 3, 4].map((attempt) => [ticket, attempt]),
    )
    expect(failures).toHaveLength(3)
    expect(failures[0]).toMatchObject({ lifecycleId: 'life-1', orderId: ticket })
  })

  it('waits as long as the other side asks for', async () => {
    const { runtime, tell, calls, environment } = await rig({
      services: {
        openTicket: () => Promise.reject(Object.assign(new Error('busy'), { retryAfterMs: 60_000 })),
      },
    })
    await tell(escalation)
    await runtime.drain()
    await environment.advance(60_000)
    await runtime.drain()
    expect(calls).toHaveLength(1)
    await environment.advance(100)
    await runtime.drain()
    expect(calls).toHaveLength(2)
  })

  it('keeps the order and says why when a service throws before it returns a promise', async () => {
    const openTicket = () => {
      throw new TypeError('no')
    }
    const { runtime, tell, record } = await rig({ services: { openTicket } })
    await tell(escalation)
    expect((await runtime.drain()).waiting).toMatchObject([{ attempts: 1, lastErrorCode: 'TypeError' }])
    expect((await record()).version).toBe(1)
  })

  it('goes on when the one who listens to failures fails as well', async () => {
    const { runtime, tell } = await rig({
      services: { openTicket: () => Promise.reject(new Error('down')) },
      onFailure: () => {
        throw new Error('no log today')
      },
    })
    await tell(escalation)
    expect((await runtime.drain()).waiting).toMatchObject([{ attempts: 1, lastErrorCode: 'Error' }])
  })

  it('carries out what follows from an order in the same go', async () => {
    const { runtime, tell, calls } = await rig({
      services: { openTicket: async ({ ref }) => (ref === 'stop' ? [] : []) },
    })
    await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' })
    const { carriedOut } = await runtime.drain()
    const kinds = calls.map(({ kind }) => kind)
    expect(kinds).toContain('disableAcceptance')
    expect(kinds.indexOf('readStatus')).toBeGreaterThan(kinds.indexOf('disableAcceptance'))
    expect(carriedOut).toBe(calls.length)
  })

  it('puts off what many wish at the same time once, and nothing that comes in its time', async () => {
    for (const [apart, done] of [
      [1_000, 20],
      [60_000, 25],
    ] as const) {
      const { runtime, tell, clock, environment } = await rig({ concurrency: 25 })
      for (let n = 0; n < 25; n += 1) {
        clock.tick(apart)
        await tell(escalation)
      }
      expect((await runtime.drain()).carriedOut).toBe(done)
      await environment.advance(100)
      expect(await runtime.drain()).toMatchObject({ carriedOut: 25 - done, waiting: [] })
    }
  })

  it('paces a host that confirms what it is told and never does it', async () => {
    const { runtime, tell, calls, clock } = await rig({
      services: {
        readStatus: async () => {
          clock.tick(1)
          return [statusRead('on', clock.now())]
        },
      },
    })
    await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' })
    const { waiting } = await runtime.drain()
    expect(waiting).toMatchObject([{ lastErrorCode: 'PACED' }])
    expect(calls.length).toBeLessThan(60)
  })

  it('works on several orders at a time, and on no more than it may', async () => {
    let now = 0
    let most = 0
    const { runtime, tell } = await rig({
      concurrency: 3,
      services: {
        openTicket: async () => {
          now += 1
          most = Math.max(most, now)
          await settled()
          now -= 1
          return []
        },
      },
    })
    for (let n = 0; n < 8; n += 1) await tell(escalation)
    expect(await runtime.drain()).toMatchObject({ carriedOut: 8, waiting: [] })
    expect(most).toBe(3)
    expect(await runtime.audit()).toEqual([])
  })

  it('does nothing for an order that ended after it was claimed', async () => {
    const { runtime, tell, calls, store } = await rig()
    await tell(escalation)
    await tell({ type: 'order.cancelled', orderId: ticket, reason: 'settled by phone' })
    const work = {
      lifecycleId: 'life-1',
      orderId: ticket,
      orderKind: 'openTicket',
      attempt: 1,
      failures: 1,
      worker: 'w1',
    } as const
    let offered = false
    const claim: typeof store.claim = async (query) => {
      if (offered) return store.claim(query)
      offered = true
      return [{ ...work, kind: 'order' }]
    }
    const { runtime: late } = await rig({ store: { ...store, claim } })
    await late.drain()
    expect(calls).toEqual([])
    expect(await runtime.audit()).toEqual([])
  })
})

it('A worker that rests leaves nobody behind who waits for what is committed', async () => {
  const environment = manualEnvironment()
  const waiting: AbortSignal[] = []
  const nothing = async () => []
  const pump = createPump({
    store: {
      claim: nothing,
      next: async () => ({ claimableAt: null, due: null }),
    } as Partial<Store> as Store,
    ...{ environment, clock: { now: () => '2026-03-02T09:00:00Z' }, worker: 'w1', leaseMs: 60_000 },
    ...{ pollMs: 1_000, retry: defaultRetry, breaker: defaultBreaker, capacity: capacityOf(1) },
    ...{ onFailure: () => undefined, carryOut: async () => null, fire: async () => null },
    changes: {
      ...{ count: 0, changed: () => undefined },
      next(_, signal) {
        waiting.push(signal)
        return new Promise(() => {})
      },
    },
  })
  const controller = new AbortController()
  const ended = pump.run({ signal: controller.signal })
  await eventually(async () => {
    await environment.advance(1_000)
    expect(waiting.length).toBeGreaterThan(2)
  })
  expect(waiting.slice(0, -1).map(({ aborted }) => aborted)).not.toContain(false)
  controller.abort()
  await ended
})
