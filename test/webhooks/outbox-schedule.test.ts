import { describe, expect, it } from 'vitest'
import { deliverySchedule } from '../../src/webhooks/index.ts'
import { pauseAfter } from '../../src/webhooks/outbox/schedule.ts'
import { note } from '../runtime/rig.ts'
import { terminal } from '../support/samples.ts'
import { outboxRig, places, status } from './outbox-rig.ts'

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]

describe('the schedule of a delivery', () => {
  it('is 0 s, 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h', async () => {
    expect(deliverySchedule).toEqual([
      ...[
        0,
        5 * second,
        5 * minute,
        30 * minute,
        2 * hour,
        5 * hour,
        10 * hour,
        14 * hour,
        20 * hour,
        24 * hour,
      ],
    ])
    const { outbox, advance, posted, told } = await outboxRig({
      answer: () => status(500),
      disableAfterMs: 99 * day,
    })
    await outbox.drain()
    for (const pause of deliverySchedule.slice(1)) {
      const before = posted.length
      // Chance adds up to a tenth, and here always nearly all of it.
      await advance(pause * 1.1 - 1)
      await outbox.drain()
      expect(posted).toHaveLength(before)
      await advance(1)
      await outbox.drain()
      expect(posted).toHaveLength(before + 1)
    }
    const [{ id } = { id: '' }] = posted
    const givenUp = { endpointId: 'portal', id, lifecycleId: 'life-1', version: 0, failures: 10 }
    expect(told.givenUp).toEqual([{ ...givenUp, lastFailure: 'HTTP_500' }])
    await advance(99 * hour)
    await outbox.drain()
    expect(posted).toHaveLength(10)
    expect(await outbox.health()).toMatchObject({ endpoints: [{ givenUp: 1, waiting: 0, oldest: null }] })
  })

  it('begins anew for what was given up, when it is asked to', async () => {
    let isDown = true
    const { outbox, posted } = await outboxRig({
      schedule: [0],
      answer: () => status(isDown ? 500 : 200),
    })
    await outbox.drain()
    await outbox.drain()
    expect(posted).toHaveLength(1)
    isDown = false
    await outbox.redeliver('portal', { from: null })
    expect(await outbox.drain()).toEqual({ delivered: 1, failed: 0 })
    expect(new Set(posted.map(({ id }) => id)).size).toBe(1)
    expect(await outbox.health()).toMatchObject({ endpoints: [{ givenUp: 0 }] })
  })

  it('ends for what was given up and may not be told any more, when everything is sent again', async () => {
    const made = await outboxRig({ schedule: [0], answer: () => status(500) })
    await made.outbox.drain()
    // A life that was purged, or a change whose order has left the record: the feed does not have it any more.
    const runtime = { ...made.runtime, async *changes() {} }
    const outbox = made.make({ runtime })
    await outbox.redeliver('portal', { from: null })
    expect(await outbox.drain()).toEqual({ delivered: 0, failed: 0 })
    expect(await outbox.health()).toMatchObject({ endpoints: [{ givenUp: 0, waiting: 0 }] })
    expect(made.posted).toHaveLength(1)
  })

  it('adds a tenth at most, and waits no less than the receiver asks for', () => {
    expect(pauseAfter([0, 100], 1, { asked: 0, random: 0 })).toBe(100)
    expect(pauseAfter([0, 100], 1, { asked: 0, random: 0.999 })).toBe(110)
    expect(pauseAfter([0, 100], 1, { asked: 500, random: 0.999 })).toBe(500)
    expect(pauseAfter([0, 100], 2, { asked: 500, random: 0 })).toBeNull()
  })

  it.each([301, 302, 307, 400, 401, 403, 404, 409, 422, 500, 502, 199])(
    'goes on after a %i',
    async (code) => {
      const { outbox, advance, posted, told } = await outboxRig({
        answer: (_, nth) => status(nth === 1 ? code : 200),
      })
      expect(await outbox.drain()).toEqual({ delivered: 0, failed: 1 })
      await advance(5_500)
      expect(await outbox.drain()).toEqual({ delivered: 1, failed: 0 })
      expect([posted.length, told.disabled]).toEqual([2, []])
    },
  )
})

describe('a receiver that asks to be left alone', () => {
  const asking = (retryAfter: string, code = 503) =>
    outboxRig({ answer: (_, nth) => status(nth === 1 ? code : 200, nth === 1 ? { retryAfter } : {}) })

  it('is sent nothing at all meanwhile', async () => {
    const { outbox, advance, runtime, posted } = await asking('120')
    await outbox.drain()
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    await advance(119_999)
    await outbox.drain()
    expect(posted).toHaveLength(1)
    await advance(1)
    await outbox.drain()
    expect(new Set(places(posted))).toEqual(new Set(['life-1/0', 'life-2/0']))
  })

  it('may name a date, and no more than a day', async () => {
    const { outbox, environment, advance, posted } = await asking('999999999', 429)
    await outbox.drain()
    await advance(day - 1)
    await outbox.drain()
    expect(posted).toHaveLength(1)
    await advance(1)
    await outbox.drain()
    expect(posted).toHaveLength(2)
    const until = new Date(environment.now() + 60_000).toUTCString()
    const dated = await asking(until)
    await dated.outbox.drain()
    await dated.advance(50_000)
    await dated.outbox.drain()
    expect(dated.posted).toHaveLength(1)
  })
})

describe('an event that fails again and again', () => {
  it('holds up no other life, and its own only for three attempts', async () => {
    const { outbox, tell, runtime, advance, posted } = await outboxRig({
      answer: ({ data }) => status(data.lifecycleId === 'life-1' && data.version === 0 ? 500 : 200),
    })
    await tell(note('a'))
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    await outbox.drain()
    expect(places(posted).toSorted()).toEqual(['life-1/0', 'life-2/0'])
    await advance(6 * second)
    await outbox.drain()
    expect(places(posted).slice(2)).toEqual(['life-1/0'])
    await advance(6 * minute)
    await outbox.drain()
    expect(places(posted).slice(3)).toEqual(['life-1/0', 'life-1/1'])
  })
})
