import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { type DeliveryClaim, memoryDeliveries, type Sent } from '../../src/webhooks/index.ts'
import { eventually, settled } from '../runtime/manual-environment.ts'
import { note } from '../runtime/rig.ts'
import { terminal } from '../support/samples.ts'
import { hmacKey } from './kit.ts'
import { endpoint, ok, outboxRig, places, status } from './outbox-rig.ts'

/** Starts `run` and gives a way to end it. */
function started(run: (options: { signal: AbortSignal }) => Promise<void>) {
  const controller = new AbortController()
  const ended = run({ signal: controller.signal })
  return async () => {
    controller.abort()
    await ended
  }
}

describe('run', () => {
  it('sends what this process commits without time passing, and leaves nothing behind when it ends', async () => {
    const { outbox, tell, posted, sleepers } = await outboxRig()
    const stop = started(outbox.run)
    await eventually(() => expect(places(posted)).toEqual(['life-1/0']))
    await tell(note('a'))
    await tell(note('b'))
    await eventually(() => expect(places(posted)).toEqual(['life-1/0', 'life-1/1', 'life-1/2']))
    await stop()
    expect(sleepers.size).toBe(0)
  })

  it('tries again when it is time, and notices what another process enabled', async () => {
    const answers = [500, 410, 200]
    const { outbox, make, advance, posted } = await outboxRig({
      answer: () => status(answers.shift() ?? 200),
    })
    const stop = started(outbox.run)
    await eventually(() => expect(posted).toHaveLength(1))
    await advance(5_500)
    await eventually(() => expect(posted).toHaveLength(2))
    await settled()
    await make().enable('portal')
    await advance(1_000)
    await eventually(() => expect(posted).toHaveLength(3))
    await stop()
  })

  it('rests where there is nothing to do, or nothing may be done', async () => {
    const deliveries = memoryDeliveries()
    let asked = 0
    const counting = {
      ...deliveries,
      standing: (id: string) => {
        asked += 1
        return deliveries.standing(id)
      },
      claim: (claim: DeliveryClaim) => {
        asked += 1
        return deliveries.claim(claim)
      },
    }
    const { outbox, advance } = await outboxRig({ deliveries: counting, answer: () => status(410) })
    const stop = started(outbox.run)
    await eventually(async () => expect((await deliveries.standing('portal')).disabled).toBe('gone'))
    for (let seconds = 0; seconds < 10; seconds += 1) {
      await settled()
      asked = 0
      await advance(1_000)
      expect(asked).toBeLessThan(10)
    }
    await outbox.enable('portal')
    await stop()
  })

  it('goes on after a store that failed, and tells of it', async () => {
    const deliveries = memoryDeliveries()
    let isDown = true
    const failing = {
      ...deliveries,
      standing: async (id: string) => {
        if (isDown) throw new StoreError('full')
        return deliveries.standing(id)
      },
    }
    const { outbox, advance, posted, told } = await outboxRig({ deliveries: failing })
    const stop = started(outbox.run)
    await eventually(() => expect(told.failures).toHaveLength(1))
    expect(told.failures[0]).toMatchObject({ endpointId: 'portal', error: { failure: 'full' } })
    expect(await outbox.health()).toEqual({ reachable: false, failure: 'full' })
    isDown = false
    await advance(20_000)
    await eventually(() => expect(posted).toHaveLength(1))
    await stop()
  })

  it('gives back at once what was not sent when it ends', async () => {
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    const { outbox, make, posted, deliveries } = await outboxRig({
      answer: async (_, nth): Promise<Sent> => {
        begin()
        if (nth > 1) return ok
        await settled()
        return { kind: 'failed', code: 'STOPPED' }
      },
    })
    const stop = started(outbox.run)
    await begun
    await stop()
    expect(await deliveries.standing('portal')).toMatchObject({ waiting: 1, oldest: { failures: 0 } })
    await make({ worker: 'w2' }).drain()
    expect(places(posted)).toEqual(['life-1/0', 'life-1/0'])
  })
})

describe('a slow endpoint', () => {
  const url = 'https://slow.example.com/'
  const slow = endpoint({ id: 'slow', url })

  it('holds up no other, and has no more under way than it may', async () => {
    const { outbox, runtime, posted, advance } = await outboxRig({
      endpoints: [slow, endpoint()],
      concurrency: 2,
      answer: (one) => (one.url === url ? new Promise<Sent>(() => undefined) : ok),
    })
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    await runtime.openAll(ids.map((id) => ({ input: terminal({ lifecycleId: id, terminalId: id }) })))
    const stop = started(outbox.run)
    await eventually(() => expect(posted.filter((one) => one.url !== url)).toHaveLength(7))
    expect(posted.filter((one) => one.url === url)).toHaveLength(2)
    // A transport that never comes back loses its place after half a lease.
    await advance(30_000)
    await eventually(() => expect(posted.filter((one) => one.url === url)).toHaveLength(4))
    await stop()
  })

  it('is sent what happens to one terminal one after another', async () => {
    let [underWay, most] = [0, 0]
    const { outbox, tell, posted } = await outboxRig({
      answer: async () => {
        underWay += 1
        most = Math.max(most, underWay)
        await settled()
        underWay -= 1
        return ok
      },
    })
    for (const text of ['a', 'b', 'c']) await tell(note(text))
    await outbox.drain()
    expect([most, places(posted)]).toEqual([1, ['life-1/0', 'life-1/1', 'life-1/2', 'life-1/3']])
  })
})

describe('what a host brings', () => {
  it('may throw: the delivery failed, and somebody is told', async () => {
    const { outbox, told } = await outboxRig({
      answer: () => Promise.reject(new Error('socket')),
      onGivenUp: () => {
        throw new Error('nobody listens')
      },
    })
    expect(await outbox.drain()).toEqual({ delivered: 0, failed: 1 })
    expect(told.failures).toMatchObject([
      { endpointId: 'portal', error: { code: 'PLUGGED_IN_FAILED', part: 'transport' } },
    ])
    expect(await outbox.health()).toMatchObject({
      endpoints: [{ oldest: { lastFailure: 'TRANSPORT_FAILED' } }],
    })
  })

  it('may have keys that sign nothing: then nothing is sent, and no key is repeated', async () => {
    const { outbox, posted, told } = await outboxRig({
      endpoints: [endpoint({ secrets: async () => [hmacKey, 'whsec_hunter2'] })],
    })
    expect(await outbox.drain()).toEqual({ delivered: 0, failed: 1 })
    expect(posted).toEqual([])
    expect(told.failures).toMatchObject([
      { error: { issues: [{ path: '/keys/1', code: 'INVALID_FORMAT' }] } },
    ])
    expect(String(told.failures[0]?.error)).not.toContain('hunter2')
    expect(JSON.stringify(await outbox.health())).not.toContain('hunter2')
  })
})
