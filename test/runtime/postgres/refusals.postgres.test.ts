import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { changesTo, changeTo, order } from '../records.ts'
import { newSchema, testPool } from './homes.ts'
import type { Pool } from './pg.ts'
import { through } from './through.ts'

let schema: string
let pool: Pool
beforeEach(() => {
  schema = newSchema()
  pool = testPool()
})
afterEach(async () => {
  await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await pool.end()
})

const open = (options: object = {}) => postgresStore(pool, { schema, ...options })
const isThere = async (name: string) =>
  (await pool.query('SELECT to_regclass($1)::text AS found', [`${schema}.${name}`])).rows[0]?.found !== null

describe('postgresStore', () => {
  it.each(['', 'a b', 'a"; DROP TABLE x; --', 'pg_own', 'a'.repeat(64)])('has no schema named %j', (name) => {
    expect(() => open({ schema: name })).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        issues: [{ path: '/schema', code: 'INVALID_FORMAT' }],
      }),
    )
  })

  it.each([0, -1, 1.5, Number.NaN])('waits for no %j milliseconds', (busyTimeoutMs) => {
    expect(() => open({ busyTimeoutMs })).toThrow(
      expect.objectContaining({ issues: [{ path: '/busyTimeoutMs', code: 'INVALID_FORMAT' }] }),
    )
  })

  it.each(['record (x int)', 'home (x int)', 'home (application text, version int)'])(
    'leaves tables of others alone: %s',
    async (table) => {
      await pool.query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.${table}`)
      await expect(open().has('life-1')).rejects.toMatchObject({ failure: 'foreign' })
      expect(await isThere('journal')).toBe(false)
    },
  )

  it('stands beside tables of others whose names it has no use for', async () => {
    await pool.query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.theirs (x int)`)
    expect(await open().has('life-1')).toBe(false)
  })

  it('refuses tables of a newer release, also when they are changed while it works', async () => {
    const store = open()
    await store.commit([await changeTo({})])
    await pool.query(`UPDATE ${schema}.home SET version = 99`)
    const expected = { code: 'FUTURE_VERSION', found: '99' }
    await expect(open().has('life-1')).rejects.toMatchObject(expected)
    await expect(store.commit([await changeTo({ lifecycleId: 'life-2' })])).rejects.toMatchObject(expected)
  })

  it('waits for a commit of somebody else no longer than it is told to', async () => {
    const store = open()
    const [first, second] = await changesTo({}, {})
    if (!first || !second) throw new Error('no change')
    await store.commit([first])
    // What a commit may stop in the middle is told with it: on a busy machine that has to be enough.
    const impatient = open({ busyTimeoutMs: 1_000 })
    const rival = await pool.connect()
    await rival.query('BEGIN')
    await rival.query(`SELECT 1 FROM ${schema}.home FOR UPDATE`)
    await expect(impatient.commit([second])).rejects.toMatchObject({
      ...{ failure: 'busy', retryable: true, reason: 'error 55P03' },
    })
    await rival.query('ROLLBACK')
    rival.release()
    expect(await store.commit([second])).toEqual(['committed'])
  })

  it('holds up nobody who stops in the middle of a commit', async () => {
    const moments = new EventTarget()
    const committing = once(moments, 'committing')
    const resumed = once(moments, 'resumed')
    let isHeld = false
    const stuck = postgresStore(
      through(pool, async (text, ask) => {
        if (text !== 'COMMIT' || !isHeld) return ask()
        moments.dispatchEvent(new Event('committing'))
        await resumed
        return ask()
      }),
      { schema, busyTimeoutMs: 1_000 },
    )
    const [first, second] = await changesTo({}, {})
    if (!first || !second) throw new Error('no change')
    await open().commit([first])
    isHeld = true
    const lost = stuck.commit([{ ...second, commandId: 'of the one that hangs' }])
    const failed = expect(lost).rejects.toMatchObject({ code: 'STORE_FAILED' })
    // Whoever comes second would be told of a conflict: the one that hangs has to be first.
    await committing
    const store = open()
    while ((await store.commit([second]).catch(() => [])).at(0) !== 'committed');
    moments.dispatchEvent(new Event('resumed'))
    await failed
    expect(await store.answered('life-1', 'of the one that hangs')).toBeUndefined()
  })

  it('says what failed by its SQLSTATE, never by what was to be stored', async () => {
    const store = open()
    const [first] = await changesTo({ orders: [order('secret-order-77')] })
    const rival = await changeTo({ lifecycleId: 'life-2', orders: [order('secret-order-77')] })
    if (!first) throw new Error('no change')
    await store.commit([first])
    const error = await store.commit([rival]).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'STORE_FAILED', failure: 'failed', reason: 'error 23505' })
    const said = `${error} ${JSON.stringify(error)} ${(error as Error).stack}`
    expect(said).not.toContain('secret-order')
    expect(await store.load('life-2')).toBeUndefined()
  })

  it('rejects whatever it is asked once it is closed, and leaves the pool to its owner', async () => {
    const store = open()
    await store.has('life-1')
    await store.close()
    await expect(store.load('life-1')).rejects.toMatchObject({ failure: 'closed' })
    await expect(store.commit([await changeTo({})])).rejects.toMatchObject({ failure: 'closed' })
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('says that a server cannot be reached, and works once it can be', async () => {
    let isDown = true
    const down = () =>
      Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    const store = postgresStore(
      { ...through(pool, (_, ask) => ask()), connect: () => (isDown ? down() : pool.connect()) },
      { schema },
    )
    await expect(store.has('life-1')).rejects.toMatchObject({
      ...{ failure: 'unavailable', reason: 'Error ECONNREFUSED' },
    })
    isDown = false
    expect(await store.has('life-1')).toBe(false)
  })

  it.each([
    'default_transaction_isolation=serializable',
    'default_transaction_isolation=repeatable\\ read',
    'synchronous_commit=off',
  ])('commits durably and reads what is committed where the database is set to %s', async (setting) => {
    const own = testPool({ options: `-c ${setting}` })
    const seen: unknown[] = []
    const spied = through(own, async (text, ask, client) => {
      if (text === 'COMMIT' && client) {
        const asked = `SELECT current_setting('synchronous_commit') AS durable, current_setting('transaction_isolation') AS level`
        seen.push((await client.query(asked)).rows[0])
      }
      return ask()
    })
    const stores = [postgresStore(spied, { schema }), open()]
    for (const change of await changesTo({}, {}, {}, {})) {
      const outcomes = await Promise.all(
        stores.map((store, n) => store.commit([{ ...change, commandId: `${change.commandId} of ${n}` }])),
      )
      expect(outcomes.flat().sort()).toEqual(['committed', 'conflict'])
    }
    // the first one made the tables
    for (const settings of seen.slice(1)) expect(settings).toEqual({ durable: 'on', level: 'read committed' })
    expect(seen.length).toBeGreaterThan(4)
    await own.end()
  })

  it('is content with a role that may neither make nor change tables', async () => {
    await open().has('life-1')
    const role = `role_${schema}`
    await pool.query(`CREATE ROLE ${role}; GRANT USAGE ON SCHEMA ${schema} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`)
    const own = testPool({ options: `-c role=${role}` })
    const store = postgresStore(own, { schema })
    const [first, second] = await changesTo({ orders: [order('life-1/0/1')] }, {})
    if (!first || !second) throw new Error('no change')
    expect(await store.commit([first, second])).toEqual(['committed', 'committed'])
    expect((await store.changes({ after: null, limit: 9 }))?.length).toBe(2)
    await own.end()
    await pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
  })
})
