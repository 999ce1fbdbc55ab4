import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { statementTexts } from '../../src/runtime/sqlite/statements.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { escalation, rig, ticket } from './rig.ts'

const minute = 60_000

describe('health', () => {
  it('has nothing to report where nothing waits', async () => {
    const { runtime } = await rig()
    expect(await runtime.health()).toEqual({
      ...{ reachable: true, oldestOrder: null, clocksBehind: { count: 0, oldest: null } },
      ...{ pastDue: 0, unmigrated: 0, unreadable: [], breakers: [] },
    })
  })

  it('tells how long the oldest order has waited, by the clock, and why', async () => {
    const { runtime, tell, clock } = await rig({
      services: { openTicket: () => Promise.reject(new Error('down')) },
    })
    await tell(escalation)
    clock.tick(5 * minute)
    await tell(escalation)
    await runtime.drain()
    clock.tick(minute)
    expect(await runtime.health()).toMatchObject({
      oldestOrder: {
        ...{ lifecycleId: 'life-1', orderId: ticket, kind: 'openTicket' },
        ...{ attempts: 1, lastErrorCode: 'Error', ageMs: 6 * minute + 1_000 },
      },
    })
  })

  it('tells of clocks that nobody fires', async () => {
    const { runtime, tell, clock, record } = await rig()
    await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
    expect(await runtime.health()).toMatchObject({ clocksBehind: { count: 0 } })
    clock.tick(400 * 24 * 60 * minute)
    const running = Object.values((await record()).context.deadlines)
      .filter(({ status }) => status === 'running')
      .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
    expect(await runtime.health()).toMatchObject({
      clocksBehind: {
        count: running.length,
        oldest: { lifecycleId: 'life-1', deadlineId: running[0]?.id, due: running[0]?.due },
      },
    })
    await runtime.drain()
    expect(await runtime.health()).toMatchObject({ clocksBehind: { count: 0, oldest: null } })
  })

  it.each([
    ['memory', memoryStore],
    ['SQLite', () => storeOver(new DatabaseSync(':memory:'))],
  ])('counts what is overdue over all houses, as their requirements say it, in %s', async (_, make) => {
    const { runtime, tell, clock } = await rig({ store: make() })
    const houses = ['acquirer-1', 'acquirer-2', 'acquirer-3']
    const event = { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' } as const
    for (const acquirerId of houses.slice(1)) {
      const lifecycleId = `of-${acquirerId}`
      const actor = { ...p1, organisationId: acquirerId, acquirerId }
      await runtime.open(terminal({ lifecycleId, terminalId: 'T2', acquirerId }))
      await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor, event })
    }
    await tell(event)
    const counts = new Set<number>()
    for (let day = 0; day < 12; day += 1) {
      let pastDue = 0
      for (const acquirerId of houses) {
        const actor = { ...p1, organisationId: acquirerId, acquirerId }
        for (const { lifecycleId } of await runtime.find({}, { actor }))
          pastDue += (await runtime.requirements(lifecycleId, { actor })).pastDue.length
      }
      expect(await runtime.health()).toMatchObject({ pastDue })
      counts.add(pastDue)
      clock.tick(24 * 60 * minute)
    }
    expect(counts.size).toBeGreaterThan(1)
  })

  it('names records that could not be read, until they can be', async () => {
    const database = new DatabaseSync(':memory:')
    const { runtime, make } = await rig({ store: storeOver(database) })
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    const [stored] = database.prepare("SELECT context FROM record WHERE lifecycle_id = 'life-1'").all()
    const write = database.prepare("UPDATE record SET context = ? WHERE lifecycle_id = 'life-1'")
    write.run('{')
    const readers = [
      (one: typeof runtime) => one.get('life-1', asP1).catch(() => undefined),
      (one: typeof runtime) => one.find({}, asP1),
      (one: typeof runtime) => one.audit(),
    ]
    for (const read of readers) {
      const one = make()
      write.run('{')
      expect(await one.health()).toMatchObject({ unreadable: [] })
      await read(one)
      expect(await one.health()).toMatchObject({ unreadable: ['life-1'] })
      write.run(String(stored?.context))
      await read(one)
      expect(await one.health()).toMatchObject({ unreadable: [] })
    }
  })

  it('says why the store cannot be read instead of failing itself', async () => {
    const store = memoryStore()
    const down = { ...store, health: () => Promise.reject(new StoreError('unavailable')) }
    const { runtime } = await rig({ store: down })
    expect(await runtime.health()).toEqual({
      reachable: false,
      failure: 'unavailable',
      unreadable: [],
      breakers: [],
    })
  })

  it('tells of an order whose record cannot be read, without its age', async () => {
    const database = new DatabaseSync(':memory:')
    const { runtime, tell } = await rig({ store: storeOver(database) })
    await tell(escalation)
    database.exec("UPDATE record SET context = '{'")
    expect(await runtime.health()).toMatchObject({
      oldestOrder: { orderId: ticket, ageMs: null },
      unreadable: ['life-1'],
    })
  })

  it('reads no table from end to end', async () => {
    const database = new DatabaseSync(':memory:')
    await storeOver(database).health('2026-03-02T10:00:00+08:00')
    for (const name of ['oldestOrder', 'dueCount', 'firstDue', 'unmigrated', 'changedIds'] as const) {
      const plan = database
        .prepare(`EXPLAIN QUERY PLAN ${statementTexts[name]}`)
        .all(...Array(statementTexts[name].split('?').length - 1).fill(0))
      const details = plan.map(({ detail }) => String(detail))
      // the first order of a table that is in their order is one row
      if (name === 'oldestOrder') expect(details).toEqual(['SCAN work_order'])
      else expect(details[0]).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/)
    }
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statementTexts.pastDue}`).all(0)
    expect(plan.map(({ detail }) => String(detail)).filter((detail) => detail.includes('SCAN work'))).toEqual(
      [],
    )
  })
})
