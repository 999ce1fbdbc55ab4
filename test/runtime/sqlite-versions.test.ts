import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { speakerKey } from '../../src/runtime/access.ts'
import { versions } from '../../src/runtime/sqlite/schema.ts'
import { statementTexts } from '../../src/runtime/sqlite/statements.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { workOf } from '../../src/runtime/work-of.ts'
import { canonicalJson } from '../../src/schemas/index.ts'
import { formatOneStore } from '../migration/format-1-stores.ts'
import { changeTo, deadline, device, recordWith } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true }))

function ask(path: string, sql: string) {
  const database = new DatabaseSync(path)
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

const versionOf = (path: string) => Number(ask(path, 'PRAGMA user_version')[0]?.user_version)

/** What SQLite says of every table, column by column, and of every index. */
const schemaOf = (path: string) =>
  ask(
    path,
    `SELECT m.type, m.name, c.name AS part, c.type AS kind, c.pk FROM sqlite_schema m
     LEFT JOIN pragma_table_xinfo(m.name) c ORDER BY m.name, c.cid`,
  )

/** A file as the release before wrote it, with one record for each context. */
function versionOne(name: string, contexts: readonly string[]): string {
  const path = join(folder, `${name}.db`)
  const database = new DatabaseSync(path)
  database.exec(`${versions[0]}; PRAGMA user_version = 1`)
  const insert = database.prepare(
    `INSERT INTO record VALUES (?, 2, 'm', 0, '2026-03-02T10:00:00+08:00', '{}', ?, 'h', 'acq-1', 'M1', ?, 0, NULL)`,
  )
  for (const [n, context] of contexts.entries()) insert.run(`life-${n}`, context, `T${n}`)
  database.close()
  return path
}

const contextWith = (agentId?: string) =>
  JSON.stringify(recordWith(agentId === undefined ? {} : { agentId }, 0).context)

const contextOf = (lifecycleId: string) => JSON.stringify(recordWith({ lifecycleId }, 0).context)

describe('a file of version 1', () => {
  it('is upgraded when it is opened, and opened again without further ado', async () => {
    const { path } = formatOneStore('closure', folder)
    expect(versionOf(path)).toBe(1)
    for (let times = 0; times < 2; times += 1) {
      const store = sqliteStore(path)
      expect(await store.find({})).toHaveLength(13)
      await store.close()
      expect(versionOf(path)).toBe(versions.length)
    }
  })

  it('has the same tables and indexes afterwards as a new one', async () => {
    const { path } = formatOneStore('stolen', folder)
    const fresh = join(folder, 'fresh.db')
    for (const one of [path, fresh]) await sqliteStore(one).close()
    expect(schemaOf(path)).toEqual(schemaOf(fresh))
  })

  it('knows the service provider of each record, and keeps a record that cannot be read', async () => {
    const path = versionOne('agents', [contextWith('agent-1'), contextWith(), '{"agent":'])
    await sqliteStore(path).close()
    const rows = ask(path, 'SELECT agent_id FROM record ORDER BY lifecycle_id')
    expect(rows.map((row) => row.agent_id)).toEqual(['agent-1', null, null])
  })

  it('knows who speaks for the merchant, and for a service provider that is there', async () => {
    const representatives = {
      merchant: { personId: 'Lü "7"', organisationId: 'law-office', mandateRef: 'power-1' },
      serviceProvider: { personId: 'a7', organisationId: 'law-office', mandateRef: 'power-2' },
    }
    const contexts = [{ representatives }, { representatives, agentId: 'agent-1' }, {}].map((wanted) =>
      JSON.stringify(recordWith(wanted, 0).context),
    )
    const path = versionOne('representatives', contexts)
    await sqliteStore(path).close()
    const own = (row: number) => [
      speakerKey('law-office', 'Lü "7"'),
      [null, speakerKey('law-office', 'a7')][row],
    ]
    const rows = ask(path, 'SELECT merchant_speaker, agent_speaker FROM record ORDER BY lifecycle_id')
    expect(rows.map((row) => [row.merchant_speaker, row.agent_speaker])).toEqual([
      own(0),
      own(1),
      [null, null],
    ])
  })

  it('tells its commits in their order to those whose lives they are', async () => {
    const { path } = formatOneStore('dead', folder)
    const stored = ask(path, 'SELECT lifecycle_id, seq FROM journal ORDER BY rowid')
    const store = sqliteStore(path)
    const changes = async (acquirerId: string) =>
      (await store.changes({ after: null, limit: 9_999 }, undefined, { acquirerId }))?.map(
        ({ lifecycleId, seq }) => ({ lifecycle_id: lifecycleId, seq }),
      )
    const [record] = await store.find({ limit: 1 })
    expect(await changes(record?.context.identity.acquirerId ?? '')).toEqual(stored)
    expect(await changes('another house')).toEqual([])
    await store.close()
  })

  it('knows who has a device, and until when a number rests', async () => {
    const devices = [
      device('7', null, { tenancy: 'shared' }),
      device('a "b".c', '2026-03-01T00:00:00Z'),
      device('SN-3', null, { binding: 'unbound' }),
    ]
    const deadlines = [deadline('tidQuarantine', '2026-09-01T09:30:00.250+08:00')]
    const damaged = '{"devices":'
    const context = JSON.stringify(recordWith({ devices, deadlines }, 0).context)
    const path = versionOne('between', [context, damaged])
    for (const { serial } of devices)
      ask(path, `INSERT INTO device VALUES ('life-0', '${serial}', NULL), ('life-1', '${serial}', NULL)`)
    await sqliteStore(path).close()
    expect(ask(path, 'SELECT lifecycle_id, serial, bound_as FROM device WHERE bound_as IS NOT NULL')).toEqual(
      [
        { lifecycle_id: 'life-0', serial: '7', bound_as: 'shared' },
        { lifecycle_id: 'life-0', serial: 'a "b".c', bound_as: 'sole' },
      ],
    )
    expect(ask(path, 'SELECT rests_until FROM record ORDER BY lifecycle_id')).toEqual([
      { rests_until: Date.parse('2026-09-01T01:30:00.250Z') },
      { rests_until: null },
    ])
  })

  it('knows when each life was told something last', async () => {
    const path = versionOne('told', [contextWith(), contextWith()])
    ask(path, "UPDATE record SET at = '2026-03-02T02:00:00.250Z' WHERE lifecycle_id = 'life-1'")
    const store = sqliteStore(path)
    expect(await store.lifecycleIds('', 9, '2026-03-02T10:00:00+08:00')).toEqual(['life-0', 'life-1'])
    expect(await store.lifecycleIds('', 9, '2026-03-02T10:00:00.250+08:00')).toEqual(['life-1'])
    expect(await store.lifecycleIds('', 9, '2026-03-02T10:00:00.251+08:00')).toEqual([])
    await store.close()
  })

  it('keeps its young answers, whatever the clock says at the first commit', async () => {
    const { path } = formatOneStore('closure', folder)
    const answers = () => Number(ask(path, 'SELECT count(*) AS n FROM inbox')[0]?.n)
    const before = answers()
    const store = sqliteStore(path)
    const change = await changeTo({ lifecycleId: 'life-x', terminalId: 'T-x', acquirerId: 'acq-x' })
    for (const keptAt of [Date.UTC(2046, 0), Date.UTC(2026, 0)])
      await store.commit([{ ...change, commandId: `c-${keptAt}`, keptAt }])
    await store.close()
    expect(answers()).toBe(before + 1)
  })

  it('is given the work of each record, and the names by which it is found, when somebody asks first', async () => {
    const { path } = formatOneStore('closure', folder)
    const store = sqliteStore(path)
    const records = await store.find({})
    const rows = (await Promise.all(records.map(({ lifecycleId }) => store.workOf(lifecycleId)))).map((own) =>
      own.map(canonicalJson).sort(),
    )
    expect(rows).toEqual(records.map((record) => workOf(record).map(canonicalJson).sort()))
    expect(rows.flat().length).toBeGreaterThan(10)
    for (const { lifecycleId } of records)
      for await (const { orderIds } of store.journal(lifecycleId))
        for (const orderId of orderIds)
          expect((await store.find({ orderId })).map((record) => record.lifecycleId)).toEqual([lifecycleId])
    const closed = records.filter(({ value }) => value === 'closed').map((record) => record.lifecycleId)
    expect((await store.find({ state: 'closed' })).map((record) => record.lifecycleId)).toEqual(closed)
    expect((await store.find({ applicationId: 'APP-2026-0302' })).length).toBeGreaterThan(0)
    await store.close()
  })

  it('goes on giving it where it was stopped, and leaves out what cannot be read', async () => {
    const path = versionOne('stopped', [contextWith(), '{"agent":', contextOf('life-2')])
    ask(path, `UPDATE record SET value = '{"live":{"service":"inService","application":"none"}}'`)
    await sqliteStore(path).close()
    expect(ask(path, 'SELECT lifecycle_id FROM unprojected')).toHaveLength(3)
    ask(path, "DELETE FROM unprojected WHERE lifecycle_id = 'life-0'")
    const store = sqliteStore(path)
    await store.work({ viewer: 'provider', at: 0, limit: 1 })
    expect(ask(path, 'SELECT lifecycle_id FROM unprojected')).toEqual([])
    expect(ask(path, 'SELECT lifecycle_id FROM life').map((row) => row.lifecycle_id)).toEqual(['life-2'])
    await store.close()
  })

  it('stays what it was when the upgrade cannot be finished', () => {
    const path = versionOne('unfinished', [contextWith('agent-1')])
    ask(path, 'CREATE INDEX record_scope ON record (at)')
    const before = schemaOf(path)
    expect(() => sqliteStore(path)).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }))
    expect(versionOf(path)).toBe(1)
    expect(schemaOf(path)).toEqual(before)
  })
})

describe('the row of a record', () => {
  it('names the service provider that is assigned now', async () => {
    const path = join(folder, 'row.db')
    const store = sqliteStore(path)
    const stored = () => ask(path, 'SELECT agent_id FROM record').map((row) => row.agent_id)
    const opening = await changeTo({ agentId: 'agent-1' })
    await store.commit([opening])
    expect(stored()).toEqual(['agent-1'])
    const assigned = await changeTo({ agentId: 'agent-2' }, 1, opening.entry?.hash)
    await store.commit([assigned])
    expect(stored()).toEqual(['agent-2'])
    await store.commit([await changeTo({}, 2, assigned.entry?.hash)])
    expect(stored()).toEqual([null])
    await store.close()
  })

  it('is found by whose terminal it is without a look at the table', () => {
    const path = join(folder, 'row.db')
    const plan = ask(
      path,
      `EXPLAIN QUERY PLAN SELECT 1 FROM record INDEXED BY record_scope
       WHERE lifecycle_id = 'a' AND acquirer_id = 'b' AND merchant_id = 'c' AND agent_id = 'd'`,
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH record USING COVERING INDEX record_scope (lifecycle_id=? AND acquirer_id=? AND merchant_id=? AND agent_id=?)',
    ])
  })

  it('is held against other lives without going through all of them', () => {
    const path = join(folder, 'row.db')
    const planOf = (text: string) =>
      ask(path, `EXPLAIN QUERY PLAN ${text.replace(/\?\d*|:\w+/g, "'x'")}`).map(({ detail }) => detail)
    expect(planOf(statementTexts.restingNumber)).toEqual([
      'MERGE (UNION ALL)',
      ...['LEFT', 'SEARCH record USING INDEX record_terminal (terminal_id=?)'],
      ...['RIGHT', 'SEARCH tombstone USING INDEX tombstone_number (terminal_id=? AND acquirer_id=?)'],
    ])
    expect(planOf(statementTexts.boundElsewhere)[0]).toBe('SEARCH device USING PRIMARY KEY (serial=?)')
  })
})
