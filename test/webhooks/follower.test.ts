import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  changeEvents,
  createFollower,
  type FollowerOptions,
  memoryCases,
  type ReceivedChange,
  type VerifiedWebhook,
} from '../../src/webhooks/index.ts'

interface Case {
  readonly version: number
  readonly state: string
}

const change = (
  version: number,
  type = 'keys.removed',
  event: object = { serial: 'sn-1', method: 'zeroised' },
) => {
  const payload = { type, timestamp: '2026-03-02T12:00:00Z', data: { lifecycleId: 'life-1', version, event } }
  const read = changeEvents(payload)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const message: VerifiedWebhook<ReceivedChange> = {
    ...{ ok: true, id: `life-1:${version}`, timestamp: 1_772_425_800, event: read.event, repeated: false },
  }
  return message
}

/** The acquirer's side has come to a version; reads are counted. */
const portal = (differs: Partial<FollowerOptions<Case>> = {}) => {
  const acquirer = { version: 1, reads: 0 }
  const known = memoryCases<Case>()
  const read = async () => {
    acquirer.reads += 1
    return { version: acquirer.version, state: `state ${acquirer.version}` }
  }
  return { acquirer, known, follower: createFollower<Case>({ read, known, ...differs }) }
}

describe('a change event', () => {
  it('narrows on its type to the event that changed the record', () => {
    const event = {} as ReceivedChange
    if (event.type === 'keys.removed') {
      expectTypeOf(event.data.event.serial).toEqualTypeOf<string>()
      expectTypeOf(event.data.version).toEqualTypeOf<number>()
    }
  })

  const readOf = (data: object) => {
    const read = changeEvents({ type: 'opened', timestamp: '2026-03-02T12:00:00Z', data })
    return read.ok ? read.event.type : read.issues
  }

  it.each([0, 1, Number.MAX_SAFE_INTEGER])('is one with the version %i', (version) => {
    expect(readOf({ lifecycleId: 'life-1', version, event: {} })).toBe('opened')
  })

  it.each([
    ['a version below none', { version: -1 }],
    ['half a version', { version: 1.5 }],
    ['a version beyond what is exact', { version: 2 ** 53 }],
    ['a version that is a text', { version: '1' }],
    ['no version', { version: undefined }],
    ['no life', { lifecycleId: undefined }],
    ['a life of no form', { lifecycleId: 'a b' }],
    ['an event that is a list', { event: [] }],
    ['an event that is none', { event: null }],
    ['no event', { event: undefined }],
  ])('with %s is unknown', (_, differs) => {
    expect(readOf({ lifecycleId: 'life-1', version: 1, event: {}, ...differs })).toBe('unknown(opened)')
  })

  it.each(['timer.due', 'migrated', 'opened'])('of the type %s has its event as it came', (type) => {
    const data = { lifecycleId: 'life-1', version: 1, event: { any: ['thing'] } }
    const timestamp = '2026-03-02T12:00:00Z'
    const read = changeEvents({ type, timestamp, data: { ...data, more: 1 } })
    expect(read).toEqual({ ok: true, event: { type, timestamp, data } })
  })

  it.each([
    ['a newer type', 'keys.rotated', {}],
    ['a known type in a newer form', 'keys.removed', { serial: 'sn-1', method: 'melted' }],
  ])('of %s is unknown, and still tells that something has changed', async (_, type, event) => {
    const { known, follower } = portal()
    expect(change(1, type, event).event.type).toBe(`unknown(${type})`)
    expect(await follower.receive(change(1, type, event))).toMatchObject({ status: 200, outcome: 'read' })
    expect(known.get('life-1')).toEqual({ version: 1, state: 'state 1' })
  })

  it.each(['opened', 'timer.due', 'migrated'])('may be %s', (type) => {
    expect(change(3, type, { anything: 1 }).event).toMatchObject({
      type,
      data: { version: 3, event: { anything: 1 } },
    })
  })
})

describe('a follower', () => {
  it('reads once for a gap, and nothing for what comes late', async () => {
    const { acquirer, known, follower } = portal()
    acquirer.version = 5
    expect(await follower.receive(change(5))).toMatchObject({ outcome: 'read' })
    for (const version of [2, 4, 3, 5, 5]) {
      expect(await follower.receive(change(version))).toMatchObject({ status: 200, outcome: 'current' })
    }
    expect([known.get('life-1')?.version, acquirer.reads]).toEqual([5, 1])
  })

  it('does not let a slow reading overwrite a newer one', async () => {
    let resolve = (_: Case) => {}
    const slow = new Promise<Case>((settle) => {
      resolve = settle
    })
    const readings = [slow, Promise.resolve({ version: 2, state: 'newer' })]
    const { known, follower } = portal({ read: () => readings.shift() ?? slow })
    const first = follower.receive(change(1))
    expect(await follower.receive(change(2))).toMatchObject({ outcome: 'read' })
    resolve({ version: 1, state: 'older' })
    expect(await first).toMatchObject({ status: 200 })
    expect(known.get('life-1')).toEqual({ version: 2, state: 'newer' })
  })

  it('ends at the newest state whatever the order and the number of its messages', async () => {
    const versions = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 })
    const run = async (order: readonly number[], asynchronous: fc.Scheduler) => {
      const known = memoryCases<Case>()
      const newest = Math.max(...order)
      const read = asynchronous.scheduleFunction(async () => ({ version: newest, state: 'newest' }))
      const follower = createFollower<Case>({ read, known })
      const all = Promise.all(order.map((version) => follower.receive(change(version))))
      const followed = await asynchronous.waitFor(all)
      expect(followed.map(({ status }) => status)).toEqual(order.map(() => 200))
      expect(known.get('life-1')?.version).toBe(newest)
    }
    await fc.assert(fc.asyncProperty(versions, fc.scheduler(), run), { numRuns: 30 })
  })

  it('asks to repeat when what it read is behind, and keeps it all the same', async () => {
    const { acquirer, known, follower } = portal()
    expect(await follower.receive(change(2))).toEqual({
      ...{ status: 503, outcome: 'behind', code: 'WEBHOOK_READ_BEHIND', retryAfter: 5 },
    })
    expect(known.get('life-1')?.version).toBe(1)
    acquirer.version = 2
    expect(await follower.receive(change(2))).toMatchObject({ status: 200, outcome: 'read' })
  })

  it('has nothing to keep of a case that is not its own any more', async () => {
    const { follower } = portal({ read: async () => undefined })
    expect(await follower.receive(change(2))).toMatchObject({ status: 200, outcome: 'gone' })
  })

  it('asks to repeat when reading fails', async () => {
    const failures: unknown[] = []
    const read = () => Promise.reject(new Error('no connection'))
    const { follower } = portal({ read, onFailure: (error) => failures.push(error) })
    expect(await follower.receive(change(2))).toMatchObject({ status: 503, outcome: 'failed' })
    expect(failures).toHaveLength(1)
  })

  it('passes over what names no case', async () => {
    const read = changeEvents({ type: 'x', timestamp: '2026-03-02T12:00:00Z', data: {} })
    if (!read.ok) throw new Error('not read')
    const { follower } = portal()
    expect(await follower.receive({ ...change(1), event: read.event })).toMatchObject({
      outcome: 'passedOver',
    })
  })
})
