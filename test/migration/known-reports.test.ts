import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { type JournalEntry, reportKey, toldOf } from '../../src/machine/index.ts'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { contentFrom, keyOfReport } from '../../src/runtime/known-reports.ts'
import { connect } from '../../src/runtime/sqlite/connection.ts'
import { createFillTold } from '../../src/runtime/sqlite/fill-told.ts'
import { versions } from '../../src/runtime/sqlite/schema.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { collect } from '../runtime/collect.ts'
import { forgetful } from '../runtime/forgetful.ts'
import { changeTo } from '../runtime/records.ts'
import { sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { formatOneStore } from './format-1-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-known-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const keyIn = (lifecycleId: string, { cause, actor }: JournalEntry) => {
  const report = 'type' in cause ? reportKey({ event: cause, actor }) : undefined
  return report && keyOfReport(lifecycleId, report)
}
const reportsOf = async (store: Store, lifecycleId: string) => {
  const entries = await collect(store.journal(lifecycleId))
  return (await Promise.all(entries.map((entry) => keyIn(lifecycleId, entry)))).filter(
    (key) => key !== undefined,
  )
}
const untoldIn = (path: string): readonly string[] => {
  const database = new DatabaseSync(path)
  const rows = database.prepare('SELECT lifecycle_id FROM untold ORDER BY lifecycle_id').all()
  database.close()
  return rows.map((row) => String(row.lifecycle_id))
}

/** A file of version 1 with one life that was told so many sales. */
function soldBefore(name: string, sales: number, bodyOf = (body: string, _: number) => body): string {
  const path = join(folder, `${name}.db`)
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA synchronous = OFF; ${versions[0]}; PRAGMA user_version = 1; BEGIN`)
  database.exec(`INSERT INTO record VALUES ('life-1', 1, 'm', 0, '2026-03-02T10:00:00+08:00', '{}', '{}', 'h',
    'acq-1', 'M1', 'T1', 0, NULL)`)
  const insert = database.prepare("INSERT INTO journal VALUES ('life-1', ?, 'p', 'h', ?)")
  for (let seq = 0; seq < sales; seq += 1) insert.run(seq, bodyOf(JSON.stringify(entryOf(seq)), seq))
  database.exec('COMMIT')
  database.close()
  return path
}
const entryOf = (seq: number, amount = 1) => ({
  ...{ seq, version: seq, at: '2026-03-02T10:00:00+08:00', commandId: `c-${seq}`, actor: sys },
  cause: {
    ...{ type: 'transaction.reported', ref: `sale-${seq}`, kind: 'sale', state: 'completed', by: sys, seq },
    ...{ amount: cny(amount), occurredAt: '2026-03-01T12:00:00+08:00', at: '2026-03-02T10:00:00+08:00' },
  },
  ...{ from: null, to: 'live', orderIds: [], issues: seq === 2 ? [{}] : [] },
})
const keyOfSale = async (seq: number) => (await keyIn('life-1', entryOf(seq) as never)) ?? ''

/** The store over a file, and a second process that fills it in its own time. */
const opened = (path: string) => {
  const database = new DatabaseSync(path)
  return { store: sqliteStore(path), database, ...connect(database) }
}
const entryIn = (row: unknown) => JSON.parse((row as { body: string }).body)

const putBack = async (from: string, to: string) => {
  const database = new DatabaseSync(from)
  await backup(database, to)
  database.close()
}

describe('the reports of a file of version 1', () => {
  it('are known by their keys when one of its lives is told a report, each life for itself', async () => {
    const { path } = formatOneStore('closure', folder)
    const store = sqliteStore(path)
    const ids = await store.lifecycleIds('', 99)
    let known = 0
    for (const [n, lifecycleId] of ids.entries()) {
      expect(untoldIn(path)).toEqual(ids.slice(n))
      await store.told(lifecycleId, '0'.repeat(32))
      for (const key of await reportsOf(store, lifecycleId)) {
        expect(await store.told(lifecycleId, key)).toMatchObject({ key })
        known += 1
      }
    }
    expect(untoldIn(path)).toEqual([])
    expect(known).toBeGreaterThan(20)
    await store.close()
  })

  it('are not told twice through a runtime', async () => {
    const { path, now } = formatOneStore('closure', folder)
    const plain = sqliteStore(path)
    const { store, switches } = forgetful(plain)
    const runtime = createRuntime({
      store,
      services: silentServices,
      clock: { now: () => now },
      access: 'any',
    })
    const news: string[] = []
    const tellAll = async (round: string) => {
      news.length = 0
      for (const { lifecycleId, context } of await plain.find({}))
        for (const { cause } of await collect(plain.journal(lifecycleId))) {
          if (!('type' in cause) || cause.type !== 'transaction.reported') continue
          const { by, at, seq, ...event } = cause
          const { acquirerId } = context.identity
          const sender = { ...sys, acquirerId, organisationId: acquirerId }
          const command = { lifecycleId, commandId: `${round}-${seq}`, actor: sender, event }
          const answer = await runtime.dispatch(command)
          if (!answer.accepted || !answer.noop) news.push(event.ref)
        }
    }
    await tellAll('again')
    expect(news).toEqual([])
    switches.knows = false
    await tellAll('without the index')
    expect(news.length).toBeGreaterThan(0)
    await plain.close()
  })

  it('are read in steps, and what cannot be read is passed over', async () => {
    const path = soldBefore('steps', 450, (body, seq) => (seq === 300 ? body.slice(1) : body))
    const store = sqliteStore(path)
    const known = async (seq: number) => store.told('life-1', await keyOfSale(seq))
    expect(await known(0)).toMatchObject({ counted: true })
    expect(await known(2), 'it came with an issue').toMatchObject({ counted: false })
    expect(await known(299)).toBeDefined()
    expect(await known(300)).toBeUndefined()
    expect(await known(449)).toBeDefined()
    await store.close()
  })

  it('are begun anew where they were stopped', async () => {
    const path = soldBefore('stopped', 450)
    const { store, database, read, write } = opened(path)
    let steps = 0
    const stopping: typeof write = (work) => {
      steps += 1
      return steps === 2 ? Promise.reject(new Error('stopped')) : write(work)
    }
    const fill = createFillTold({ read, write: stopping }, entryIn)
    await expect(fill('life-1')).rejects.toThrow('stopped')
    expect(untoldIn(path)).toEqual(['life-1'])
    for (const seq of [0, 449]) expect(await store.told('life-1', await keyOfSale(seq))).toBeDefined()
    expect(untoldIn(path)).toEqual([])
    database.close()
    await store.close()
  })

  it('never take the place of what was told since', async () => {
    const path = soldBefore('overtaken', 3)
    const { store, database, read, write } = opened(path)
    let goOn = () => {}
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const late: typeof write = async (work) => {
      await gate
      return write(work)
    }
    const slow = createFillTold({ read, write: late }, entryIn)
    const filled = slow('life-1')
    const key = await keyOfSale(1)
    await store.told('life-1', key)
    const change = await changeTo({ lifecycleId: 'life-2' })
    const told = { key, content: 7, counted: true }
    await store.commit([{ ...change, told }])
    goOn()
    await filled
    expect(await store.told('life-1', key)).toEqual(told)
    database.close()
    await store.close()
  })

  it('are read to the last, also what was committed while they were', async () => {
    const path = soldBefore('meanwhile', 3)
    const { store, database, read, write } = opened(path)
    const corrected = { ...entryOf(1, 900), seq: 3 }
    const insert = database.prepare(
      "INSERT INTO journal (lifecycle_id, seq, prev_hash, hash, body, acquirer_id) VALUES ('life-1', ?, 'p', 'h', ?, 'acq-1')",
    )
    let isFirst = true
    const overtaken: typeof write = (work) => {
      if (isFirst) insert.run(3, JSON.stringify(corrected))
      isFirst = false
      return write(work)
    }
    await createFillTold({ read, write: overtaken }, entryIn)('life-1')
    const before = await store.told('life-1', await keyOfSale(0))
    const newest = await store.told('life-1', await keyOfSale(1))
    expect(newest?.content).not.toBe(before?.content)
    expect(newest).toMatchObject({ content: contentFrom(toldOf(corrected.cause as never, []).content) })
    database.close()
    await store.close()
  })

  it('are known after the file was put back from a copy of before', async () => {
    const path = soldBefore('copied', 3)
    const store = sqliteStore(path)
    const copy = join(folder, 'copy.db')
    await putBack(path, copy)
    const known = async () => (await store.told('life-1', await keyOfSale(1))) !== undefined
    expect([await known(), await known()]).toEqual([true, true])
    await putBack(copy, path)
    expect(untoldIn(path)).toEqual(['life-1'])
    expect(await known()).toBe(true)
    await store.close()
  })
})
