import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { createInbox, reportedEvents } from '../../src/webhooks/index.ts'
import { m1, p1, sys } from '../support/people.ts'
import { cny, serial, terminal } from '../support/samples.ts'
import { beginClosing, lifeWithInbox, messageOf, reports } from './life.ts'
import { sameAsTold } from './same-as-told.ts'

const keys: LifecycleEvent = { type: 'keys.removed', serial, method: 'zeroised' }
const stated: LifecycleEvent = {
  type: 'settlement.stated',
  statementId: 's-1',
  upTo: '2026-03-02T11:00:00+08:00',
  net: cny(1),
}

describe('an inbox', () => {
  it.each([1, 2, 50])(
    'has one effect of a message that comes %i times, and answers 200 each time',
    async (times) => {
      const { inbox, journal } = await lifeWithInbox()
      const statuses = []
      for (let time = 0; time < times; time++)
        statuses.push((await inbox.receive(messageOf(keys, 'evt_1'))).status)
      expect(statuses).toEqual(Array(times).fill(200))
      expect((await journal()).map(({ commandId }) => commandId).slice(1)).toEqual(['webhook:evt_1'])
    },
  )

  it('has one effect of fifty deliveries at the same moment', async () => {
    const { inbox, journal } = await lifeWithInbox()
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => inbox.receive(messageOf(keys, 'evt_1'))),
    )
    expect(receipts.every(({ ok }) => ok)).toBe(true)
    expect(await journal()).toHaveLength(2)
  })

  it('has one effect when the process dies between the commit and the answer', async () => {
    const store = memoryStore()
    const { inbox, runtime, clock, journal } = await lifeWithInbox({ store })
    const commit = store.commit.bind(store)
    store.commit = async (changes) => {
      await commit(changes)
      throw new StoreError('unavailable')
    }
    expect(await inbox.receive(messageOf(keys, 'evt_1'))).toMatchObject({ status: 503 })
    store.commit = commit
    const afterRestart = createInbox(runtime, { actor: sys, clock })
    expect(await afterRestart.receive(messageOf(keys, 'evt_1'))).toMatchObject({
      ...{ status: 200, outcome: 'recorded' },
    })
    expect(await journal()).toHaveLength(2)
  })

  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])(
    'makes over %s of any order and number of messages what the same reports make when they are told',
    async (_, home) => {
      await fc.assert(sameAsTold(home), { numRuns: 3 })
    },
  )

  it('never lets an older reading overwrite a newer one, and says so', async () => {
    const heard: unknown[] = []
    const { inbox, record } = await lifeWithInbox({
      onIssues: (issues, about) => heard.push({ codes: issues.map(({ code }) => code), about }),
    })
    const [morning, , , , , , , noon] = reports as [LifecycleEvent, ...LifecycleEvent[]]
    await inbox.receive(messageOf(noon as LifecycleEvent, 'evt_noon'))
    const status = (await record())?.context.status
    const receipt = await inbox.receive(messageOf(morning, 'evt_morning'))
    expect(receipt).toMatchObject({ ok: true, answer: { issues: [{ code: 'STALE_READ' }] } })
    expect((await record())?.context.status).toEqual(status)
    expect(heard).toEqual([{ codes: ['STALE_READ'], about: { lifecycleId: 'life-1', id: 'evt_morning' } }])
  })

  it('finds the life by the order that the event answers', async () => {
    const { inbox, runtime, record } = await lifeWithInbox()
    const event: LifecycleEvent = { type: 'note.recorded', kind: 'escalation', text: 'no answer' }
    await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event })
    const [orderId = ''] = Object.keys((await record())?.context.orders ?? {})
    const receipt = await inbox.receive(messageOf(keys, 'evt_1', { orderId }))
    expect(receipt).toMatchObject({ outcome: 'recorded', lifecycleId: 'life-1' })
  })

  it('finds the life by the numbers of its terminal', async () => {
    const { inbox } = await lifeWithInbox()
    const { acquirerId, merchantId, terminalId } = terminal()
    const ref = `${acquirerId}:${merchantId}:${terminalId}`
    expect(await inbox.receive(messageOf(keys, 'evt_1', { terminalRef: ref }))).toMatchObject({
      lifecycleId: 'life-1',
    })
    expect(await inbox.receive(messageOf(keys, 'evt_2', { terminalRef: `${ref}9` }))).toMatchObject({
      code: 'WEBHOOK_LIFE_UNKNOWN',
    })
  })

  it('asks whose number it was when the event happened, and believes none of two', async () => {
    const { runtime, clock, record } = await lifeWithInbox()
    const [found] = [await record()]
    const asked: unknown[] = []
    const find: typeof runtime.find = async (query) => {
      asked.push(query)
      return found ? [found, found] : []
    }
    const inbox = createInbox({ ...runtime, find }, { actor: sys, clock })
    const at = '2026-02-01T12:00:00+08:00'
    const receipt = await inbox.receive(messageOf(keys, 'evt_1', { terminalRef: 'a:b:c' }, at))
    expect(receipt).toMatchObject({ status: 422, code: 'WEBHOOK_LIFE_UNKNOWN' })
    expect(asked).toEqual([{ acquirerId: 'a', merchantId: 'b', terminalId: 'c', at, limit: 2 }])
  })

  it('asks to repeat an event for a life that is not open yet, for a day', async () => {
    const { inbox, runtime, clock } = await lifeWithInbox({ open: false })
    const message = messageOf(keys, 'evt_1')
    expect(await inbox.receive(message)).toMatchObject({
      status: 503,
      code: 'WEBHOOK_LIFE_UNKNOWN',
      retryAfter: 1800,
    })
    await runtime.open(terminal())
    expect(await inbox.receive(message)).toMatchObject({ status: 200, outcome: 'recorded' })
    const other = messageOf(keys, 'evt_2', { lifecycleId: 'life-2' })
    clock.tick(24 * 3_600_000)
    const late = await inbox.receive(other)
    expect(late).toMatchObject({ ok: false, status: 422, code: 'WEBHOOK_LIFE_UNKNOWN' })
    expect(late).not.toHaveProperty('retryAfter')
  })

  it('takes a step that came too early when it is repeated, once', async () => {
    const { inbox, runtime, clock, journal } = await lifeWithInbox()
    const message = messageOf(stated, 'evt_1', undefined, '2026-03-02T12:29:55+08:00')
    expect(await inbox.receive(message)).toMatchObject({
      ...{ status: 503, code: 'WEBHOOK_EVENT_REFUSED', retryAfter: 5 },
      blockers: [{ code: expect.any(String) }],
    })
    await beginClosing(runtime)
    expect(await inbox.receive(message)).toMatchObject({ status: 503 })
    clock.tick(60_000)
    for (let time = 0; time < 3; time++) {
      expect(await inbox.receive(message)).toMatchObject({ status: 200, outcome: 'recorded' })
      clock.tick(20 * 60_000)
    }
    const told = (await journal()).filter(
      ({ cause }) => 'type' in cause && cause.type === 'settlement.stated',
    )
    expect(told.map(({ commandId }) => commandId)).toEqual(['webhook+1:evt_1'])
  })

  it('never asks to repeat what its sender may not tell', async () => {
    const { inbox } = await lifeWithInbox({ actor: { ...m1, organisationId: terminal().merchantId } })
    expect(await inbox.receive(messageOf(keys, 'evt_1'))).toMatchObject({
      ...{ ok: false, status: 422, code: 'WEBHOOK_EVENT_REFUSED' },
      blockers: [{ code: 'ROLE_NOT_ALLOWED' }],
    })
  })

  it('passes over a type that it does not know, and tells of it', async () => {
    const heard: unknown[] = []
    const { inbox } = await lifeWithInbox({ onUnknown: ({ type }, id) => heard.push([type, id]) })
    const read = reportedEvents({ type: 'keys.rotated', timestamp: '2026-03-02T12:00:00Z', data: {} })
    if (!read.ok) throw new Error('not read')
    const message = { ...messageOf(keys, 'evt_1'), event: read.event }
    expect(await inbox.receive(message)).toEqual({ ok: true, status: 200, outcome: 'passedOver' })
    expect(heard).toEqual([['unknown(keys.rotated)', 'evt_1']])
  })

  it('does not take another message under an id that was used', async () => {
    const { inbox } = await lifeWithInbox()
    await inbox.receive(messageOf(keys, 'evt_1'))
    const other = messageOf({ ...keys, method: 'destroyed' } as LifecycleEvent, 'evt_1')
    expect(await inbox.receive(other)).toMatchObject({ status: 422, code: 'WEBHOOK_ID_REUSED' })
  })

  it('keeps the numbers of two senders apart', async () => {
    const { runtime, clock, journal } = await lifeWithInbox()
    for (const [source, event] of [
      ['tms', keys],
      ['host', reports[0] as LifecycleEvent],
    ] as const)
      await createInbox(runtime, { actor: sys, clock, source }).receive(messageOf(event, '1'))
    expect((await journal()).slice(1).map(({ commandId }) => commandId)).toEqual([
      'webhook.tms:1',
      'webhook.host:1',
    ])
    expect(() => createInbox(runtime, { actor: sys, clock, source: 'a b' })).toThrow('/source')
  })

  it('keeps two senders apart as often as their messages are tried again', async () => {
    const { runtime, clock, journal } = await lifeWithInbox()
    const other = { ...stated, statementId: 's-2', upTo: '2026-03-02T11:30:00+08:00' }
    const senders = [
      { source: 'tms', message: messageOf(stated, '1') },
      { source: 'host', message: messageOf(other, '1') },
    ].map(({ source, message }) => {
      const inbox = createInbox(runtime, { actor: sys, clock, source })
      return () => inbox.receive(message)
    })
    for (const send of senders) expect(await send()).toMatchObject({ status: 503 })
    await beginClosing(runtime)
    for (const hours of [1, 4, 12]) {
      clock.tick(hours * 3_600_000)
      for (const send of senders) expect(await send()).toMatchObject({ status: 200, outcome: 'recorded' })
    }
    const told = (await journal()).filter(
      ({ cause }) => 'type' in cause && cause.type === 'settlement.stated',
    )
    expect(told.map(({ cause }) => 'statementId' in cause && cause.statementId)).toEqual(['s-1', 's-2'])
  })

  it('answers 503 while the store is down, and says why to us alone', async () => {
    const failures: unknown[] = []
    const store = memoryStore()
    const { inbox } = await lifeWithInbox({ store, onFailure: (error) => failures.push(error) })
    store.commit = () => Promise.reject(new StoreError('unavailable'))
    expect(await inbox.receive(messageOf(keys, 'evt_1'))).toMatchObject({
      status: 503,
      code: 'WEBHOOK_NOT_STORED',
    })
    expect(failures).toEqual([new StoreError('unavailable')])
  })

  it('asks nobody to repeat what is told of a life that was purged, and says so to us', async () => {
    const failures: unknown[] = []
    const { acquirerId, merchantId, terminalId } = terminal()
    const store = memoryStore()
    const stone = {
      lifecycleId: 'life-1',
      acquirerId,
      merchantId,
      terminalId,
      entries: 9,
      head: '0'.repeat(64),
    }
    const when = { closedAt: '2016-01-02T10:00:00+08:00', purgedAt: '2026-02-02T10:00:00+08:00' }
    await store.bury?.([{ ...stone, ...when, restsUntil: null, purgedBy: 'p1', basis: 'a law' }])
    const options = {
      store,
      open: false,
      onFailure: (error: unknown, id: string) => failures.push([error, id]),
    }
    const { inbox } = await lifeWithInbox(options)
    const receipt = await inbox.receive(messageOf(keys, 'evt_1'))
    expect(receipt).toMatchObject({ status: 422, code: 'WEBHOOK_LIFE_UNKNOWN' })
    expect(receipt).not.toHaveProperty('retryAfter')
    expect(failures).toEqual([
      [expect.objectContaining({ issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_PURGED' }] }), 'evt_1'],
    ])
  })

  it('asks in whose name a message is told, and refuses one that is told in nobody\u2019s', async () => {
    const asked: string[] = []
    const actor = ({ id }: { id: string }) => {
      asked.push(id)
      return id === 'evt_1' ? sys : undefined
    }
    const { inbox, journal } = await lifeWithInbox({ actor })
    expect(await inbox.receive(messageOf(keys, 'evt_1'))).toMatchObject({ outcome: 'recorded' })
    const refused = await inbox.receive(messageOf(keys, 'evt_2'))
    expect(refused).toMatchObject({ ok: false, status: 422, code: 'WEBHOOK_EVENT_REFUSED' })
    expect([asked, (await journal()).length]).toEqual([['evt_1', 'evt_2'], 2])
  })

  it('says which of its parts failed when nobody can tell in whose name', async () => {
    const actor = () => {
      throw new Error('no such sender: hunter2')
    }
    const { inbox } = await lifeWithInbox({ actor })
    const error = await inbox.receive(messageOf(keys, 'evt_1')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'PLUGGED_IN_FAILED', part: 'actor', reason: 'Error' })
    expect(String(error)).not.toContain('hunter2')
  })

  it('throws for an actor that is none, because no sender can mend that', async () => {
    const { inbox } = await lifeWithInbox({ actor: { ...sys, role: 'nobody' as 'system' } })
    await expect(inbox.receive(messageOf(keys, 'evt_1'))).rejects.toMatchObject({
      issues: [{ path: '/actor/role' }],
    })
  })
})
