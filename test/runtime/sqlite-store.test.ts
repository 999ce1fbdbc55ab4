import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordFormat } from '../../src/machine/index.ts'
import { briefOf } from '../../src/runtime/brief.ts'
import { prepareDatabase } from '../../src/runtime/sqlite/database.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { collect } from './collect.ts'
import { atomicityCase } from './conformance-commit.ts'
import { changesTo, changeTo, deadline, device, order, recordWith } from './records.ts'
import { storeConformance } from './store-conformance.ts'
import { WithoutTransactions } from './without-transactions.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-'))
})
afterEach(() => rm(folder, { recursive: true }))

const path = () => join(folder, 'terminals.db')

storeConformance('sqliteStore on a file', async () => sqliteStore(path()))

describe('the suite', () => {
  it('notices a store that writes without a transaction', async () => {
    const database = new WithoutTransactions(':memory:')
    prepareDatabase(database)
    await expect(atomicityCase.run(storeOver(database))).rejects.toThrow('expected')
    database.close()
  })
})

const at = '2026-03-02T10:00:00+08:00'
const room = { timers: 9, openTicket: 9 }
const wanted = {
  orders: [order('life-1/0/1')],
  deadlines: [deadline('verifyDue', '2026-03-02T09:00:00+08:00')],
  devices: [device('SN-1')],
}

describe('sqliteStore on a file', () => {
  it('sees everything again when the file is opened again', async () => {
    const change = await changeTo(wanted)
    const first = sqliteStore(path())
    await first.commit([change])
    await first.claim({ worker: 'w1', now: 0, at, leaseUntil: 1_000, room: { timers: 1 } })
    await first.close()

    const second = sqliteStore(path())
    expect(await second.load('life-1')).toEqual({
      record: recordWith(wanted, 0),
      head: change.entry?.hash,
      format: recordFormat,
    })
    expect((await second.answered('life-1', 'command-0'))?.brief).toEqual(briefOf(change.answer))
    expect(await collect(second.journal('life-1'))).toEqual([change.entry])
    expect(await second.find({ serial: 'SN-1' })).toHaveLength(1)
    expect(await second.claim({ worker: 'w2', now: 999, at, leaseUntil: 2_000, room })).toMatchObject([
      { kind: 'order', orderId: 'life-1/0/1', attempt: 1 },
    ])
    expect(await second.claim({ worker: 'w2', now: 1_000, at, leaseUntil: 2_000, room })).toMatchObject([
      { kind: 'timer', deadlineId: 'verifyDue', attempt: 2 },
    ])
    await second.close()
  })

  it('is shared by two stores that write in turn, one winning each version', async () => {
    const stores = [sqliteStore(path()), sqliteStore(path())]
    const changes = await changesTo({}, {}, {}, {})
    for (const change of changes) {
      const outcomes = await Promise.all(
        stores.map((store, n) => store.commit([{ ...change, commandId: `${change.commandId} of ${n}` }])),
      )
      expect(outcomes.flat().sort()).toEqual(['committed', 'conflict'])
    }
    await Promise.all(stores.map((store) => store.close()))
  })

  it('waits for the disk before it acknowledges', async () => {
    const store = sqliteStore(path())
    await store.close()
    const database = new DatabaseSync(path())
    prepareDatabase(database)
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  it('keeps up to 64 MB of pages at hand, and a file of papers no more than SQLite would', () => {
    const pagesOf = (database: DatabaseSync) =>
      Number(database.prepare('PRAGMA cache_size').get()?.cache_size)
    const [own, other, bare] = [':memory:', ':memory:', ':memory:'].map((where) => new DatabaseSync(where))
    if (!own || !other || !bare) expect.fail('they are there')
    prepareDatabase(own)
    prepareDatabase(other, {
      applicationId: 1,
      versions: ['CREATE TABLE paper (body BLOB); PRAGMA application_id = 1'],
    })
    expect(pagesOf(own)).toBe(-65_536)
    expect(pagesOf(other)).toBe(pagesOf(bare))
    for (const database of [own, other, bare]) database.close()
  })

  it('lets timers and input have their turn while it is busy', async () => {
    const store = sqliteStore(path())
    let turns = 0
    const count = () => {
      turns += 1
      immediate = setImmediate(count)
    }
    let immediate = setImmediate(count)
    const changes = await changesTo(...Array.from({ length: 50 }, () => ({})))
    const before = turns
    for (const change of changes) await store.commit([change])
    clearImmediate(immediate)
    expect(turns - before).toBeGreaterThanOrEqual(50)
    await store.close()
  })

  const alter = (sql: string) => {
    const database = new DatabaseSync(path())
    database.exec(sql)
    database.close()
  }

  it.each([
    ['UPDATE record SET context = \'{"identity"\'', { code: 'CORRUPT_RECORD', path: '/context' }],
    ["UPDATE record SET value = 'null'", { code: 'CORRUPT_RECORD' }],
    ['UPDATE record SET format = 99', { code: 'FUTURE_VERSION' }],
  ])('names what is wrong with a record after %s', async (sql, expected) => {
    const store = sqliteStore(path())
    await store.commit([await changeTo(wanted)])
    alter(sql)
    await expect(store.load('life-1')).rejects.toMatchObject(expected)
    await expect(store.find({})).rejects.toMatchObject(expected)
    await store.close()
  })

  it.each([
    ["UPDATE journal SET body = 'x'", '/journal/0'],
    ["UPDATE journal SET body = json_set(body, '$.seq', 5)", '/journal/0/seq'],
    ["UPDATE journal SET body = json_remove(body, '$.actor')", '/journal/0/actor'],
  ])('names what is wrong with a journal after %s', async (sql, path_) => {
    const store = sqliteStore(path())
    await store.commit([await changeTo(wanted)])
    alter(sql)
    await expect(collect(store.journal('life-1'))).rejects.toMatchObject({
      path: path_,
      lifecycleId: 'life-1',
    })
    await store.close()
  })

  it.each([
    ["UPDATE inbox SET brief = '7'", '/answers'],
    ["UPDATE inbox SET brief = json_set(brief, '$.deadlineIds', 'x')", '/answers/deadlineIds'],
    ["UPDATE inbox SET brief = '{}'", '/answers/code'],
  ])('names what is wrong with an answer after %s', async (sql, path_) => {
    const store = sqliteStore(path())
    await store.commit([await changeTo(wanted)])
    alter(sql)
    await expect(store.answered('life-1', 'command-0')).rejects.toMatchObject({ path: path_ })
    await store.close()
  })

  it('refuses a file of a newer release', async () => {
    await sqliteStore(path()).close()
    alter('PRAGMA user_version = 99')
    expect(() => sqliteStore(path())).toThrow(
      expect.objectContaining({ code: 'FUTURE_VERSION', found: '99' }),
    )
  })

  it('refuses a database of another application and leaves it alone', async () => {
    alter('CREATE TABLE theirs (x)')
    const before = await readFile(path())
    expect(() => sqliteStore(path())).toThrow(expect.objectContaining({ failure: 'foreign' }))
    expect((await readFile(path())).equals(before)).toBe(true)
    alter('INSERT INTO theirs VALUES (1)')
  })

  it('says what failed, in words of its own', async () => {
    expect(() => sqliteStore(join(folder, 'no such folder', 'a.db'))).toThrow(
      expect.objectContaining({ failure: 'unavailable' }),
    )
    const store = sqliteStore(path())
    await store.close()
    await expect(store.load('life-1')).rejects.toMatchObject({ failure: 'closed' })
    await expect(store.commit([await changeTo({})])).rejects.toMatchObject({ failure: 'closed' })
  })
})
