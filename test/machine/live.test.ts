import { describe, expect, it } from 'vitest'
import { orderKinds } from '../../src/domain/index.ts'
import { RefusedError } from '../../src/errors/index.ts'
import { connectServices, createLifecycle } from '../../src/machine/index.ts'
import type { Call, Services } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { closureRequested, reviewApproved, serial, statusRead, terminal } from '../support/samples.ts'

const calls: Call[] = []
const silent = Object.fromEntries(
  orderKinds.map((kind) => [
    kind,
    async (_: unknown, call: Call) => {
      calls.push(call)
      return []
    },
  ]),
) as unknown as Services

describe('live mode', () => {
  it('keeps the actor in step with the record, and carries the orders out', async () => {
    const clock = testClock()
    const services: Services = { ...silent, readStatus: async () => [statusRead('off', clock.next())] }
    const live = connectServices(createLifecycle(), services, { clock }).open(terminal())
    expect(live.actor.getSnapshot().hasTag('canSell')).toBe(true)
    clock.tick(1_000)
    live.tell(m1, closureRequested())
    clock.tick(1_000)
    live.tell(p2, reviewApproved('application-1', ['business_licence']))
    await live.settled()
    expect(live.actor.getSnapshot().value).toMatchObject({ closing: { clearing: { acceptance: 'done' } } })
    expect(live.actor.getSnapshot().context).toEqual(live.record().context)
    expect(live.journal().map(({ seq }) => seq)).toEqual(live.journal().map((_, index) => index))
    expect(calls.every(({ orderId, idempotencyKey }) => orderId === idempotencyKey)).toBe(true)
    live.stop()
  })

  it('answers a refusal like everywhere else, and the actor does not move', () => {
    const clock = testClock()
    const live = connectServices(createLifecycle(), silent, { clock }).open(terminal())
    const answer = live.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    expect(answer).toMatchObject({ accepted: false, code: 'BLOCKED' })
    expect(live.record().version).toBe(0)
    live.stop()
  })

  it('tells the record when the other side refuses, and hands over what failed otherwise', async () => {
    const clock = testClock()
    const failed: unknown[] = []
    let broken = true
    const services: Services = {
      ...silent,
      notify: async () => {
        if (broken) throw new TypeError('no network')
        return []
      },
      disableAcceptance: async () => {
        throw new RefusedError({ refusal: 'UNKNOWN_TERMINAL' })
      },
    }
    const again: (() => Promise<void>)[] = []
    const onFailure = (failure: { error: unknown; again: () => Promise<void> }) => {
      failed.push(failure.error)
      again.push(failure.again)
    }
    const live = connectServices(createLifecycle(), services, { clock, onFailure }).open(terminal())
    live.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
    await live.settled()
    expect(live.record().context.issues).toMatchObject([
      { code: 'ORDER_FAILED', data: { code: 'UNKNOWN_TERMINAL' } },
    ])
    expect(failed).toHaveLength(2)
    broken = false
    for (const once of again) await once()
    const { orders } = live.record().context
    expect(
      Object.values(orders).filter(({ kind, status }) => kind === 'notify' && status === 'ordered'),
    ).toEqual([])
    live.stop()
  })

  it('a clock that runs out is told as soon as it is due', async () => {
    const clock = testClock()
    const live = connectServices(createLifecycle(), silent, { clock }).open(terminal())
    const startsAt = new Date(Date.parse(clock.now()) + 60).toISOString()
    live.tell(p1, { type: 'hold.placed', holdId: 'planned', code: 'SYSTEM_MAINTENANCE', startsAt })
    expect(live.actor.getSnapshot().hasTag('canSell')).toBe(true)
    clock.tick(60)
    await expect.poll(() => live.actor.getSnapshot().hasTag('canSell')).toBe(false)
    live.stop()
  })
})
