import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'

import { prepareDatabase } from '../../src/runtime/sqlite/database.ts'
import { statementTexts } from '../../src/runtime/sqlite/statements.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { silentServices } from '../support/world.ts'
import { eventually, settled } from './manual-environment.ts'
import { changeTo, order } from './records.ts'
import { escalation, rig } from './rig.ts'

/** Notices that nobody ever answers. */
const hanging = { notify: () => new Promise<readonly LifecycleEvent[]>(() => {}) }
const stolen: LifecycleEvent = { type: 'hold.placed', holdId: 'h-urgent', code: 'RULE_VIOLATION' }

const notice = (orderId: string) => {
  const params = { audience: 'merchant', template: 'service_suspended', phase: 'at', ref: null } as const
  return {
    ...order(orderId),
    kind: 'notify',
    params: { ...params, disclosure: 'open', reply: null },
  } as const
}

/** A rig with so many notices in its store, and a way to end its run. */
async function withNotices(count: number, options: Parameters<typeof rig>[0] = {}) {
  const own = await rig({ ...options, services: hanging })
  const { runtime, store } = own
  // so few of each life that they are not taken for a circle
  for (let life = 0; life < count / 8; life += 1) {
    const lifecycleId = `notices-${life}`
    const orders = Array.from({ length: 8 }, (_, n) => notice(`${lifecycleId}/0/${n}`))
    await store.commit([await changeTo({ lifecycleId, terminalId: `2000000${life}`, orders })])
  }
  const controller = new AbortController()
  const ended = runtime.run({ signal: controller.signal })
  const stop = async () => {
    controller.abort()
    await ended
  }
  return { ...own, stop }
}

describe('a lane for each kind of order', () => {
  it.each([
    ['memory', memoryStore],
    ['SQLite', () => sqliteStore(':memory:')],
  ])(
    'has an urgent stop begun behind 200 hanging notices, before any lease runs out (%s)',
    async (_, open) => {
      const { tell, calls, environment, stop } = await withNotices(200, { store: open() })
      await eventually(() => expect(calls.filter(({ kind }) => kind === 'notify')).toHaveLength(4))
      const before = environment.now()
      await tell(stolen)
      await eventually(() => expect(calls.map(({ kind }) => kind)).toContain('disableAcceptance'))
      expect(environment.now()).toBe(before)
      await stop()
    },
  )

  it('holds up no other kind with calls that hang, and is itself held to its number', async () => {
    const { tell, calls, orders, stop } = await withNotices(8, { concurrency: { notify: 2 } })
    for (let n = 0; n < 6; n += 1) await tell(escalation)
    await eventually(async () => {
      const tickets = (await orders()).filter(({ kind }) => kind === 'openTicket')
      expect(tickets.map(({ status }) => status)).toEqual(Array(6).fill('confirmed'))
    })
    await settled()
    expect(calls.filter(({ kind }) => kind === 'notify')).toHaveLength(2)
    await stop()
  })

  it('rests while the lane that has something to do is full', async () => {
    const { calls, store, stop } = await withNotices(8)
    await eventually(() => expect(calls).toHaveLength(4))
    let claims = 0
    const { claim } = store
    store.claim = (query) => {
      claims += 1
      return claim(query)
    }
    await settled()
    expect(claims).toBeLessThan(3)
    await stop()
  })

  it('leaves a kind to other processes where it has no room for it', async () => {
    const { runtime, make, tell, calls } = await rig({ concurrency: { openTicket: 0 } })
    await tell(escalation)
    expect(await runtime.drain()).toMatchObject({ carriedOut: 0, waiting: [{ attempts: 0 }] })
    expect(await make({ concurrency: 1 }).drain()).toMatchObject({ carriedOut: 1, waiting: [] })
    expect(calls).toHaveLength(1)
  })

  it.each([-1, 1.5, Number.NaN, { notify: Number.POSITIVE_INFINITY }])(
    'is refused a number that is none: %s',
    (concurrency) => {
      const services = silentServices
      expect(() => createRuntime({ store: memoryStore(), services, concurrency })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      )
    },
  )
})

describe('the database', () => {
  it('finds what is next of a kind in an index, without sorting and without reading the others', () => {
    const database = new DatabaseSync(':memory:')
    prepareDatabase(database)
    const plan = (sql: string) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array(sql.split('?').length - 1).fill(1))
        .map(({ detail }) => String(detail))
        .join('; ')
    const used = 'INDEX work_order_lane (kind=?'
    expect(plan(statementTexts.claimableOrders)).toContain(`USING ${used} AND claimable_at<?)`)
    expect(plan(statementTexts.claimableOrders)).not.toMatch(/B-TREE|SCAN/)
    expect(plan(statementTexts.nextOrder)).toContain(`USING COVERING ${used})`)
    database.close()
  })
})
