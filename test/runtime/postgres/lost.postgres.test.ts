import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRuntime, type Store } from '../../../src/runtime/index.ts'
import { type PgClient, postgresStore } from '../../../src/runtime/postgres.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { note } from '../rig.ts'
import { startCluster } from './cluster.ts'
import { newSchema, testPool } from './homes.ts'
import { openPool, type Pool } from './pg.ts'
import { type Around, through } from './through.ts'

let schema: string
let pool: Pool
let other: Pool
beforeEach(() => {
  schema = newSchema()
  pool = testPool({ application_name: schema })
  other = testPool()
})
afterEach(async () => {
  await other.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await other.end()
  await pool.end()
})

const command = (n: number) =>
  ({ lifecycleId: 'life-1', commandId: `c-${n}`, actor: p1, event: note(`${n}`) }) as const

const pidOf = async (client: PgClient | undefined) =>
  Number((await client?.query('SELECT pg_backend_pid() AS pid'))?.rows[0]?.pid)
const terminate = (pid: number) => other.query('SELECT pg_terminate_backend($1)', [pid])

/** A runtime whose commits go through `around` from the second on: the first one opens the life. */
async function cutOff(around: Around) {
  let isOpen = false
  const store = postgresStore(
    through(pool, (text, ask, client) => (isOpen ? around(text, ask, client) : ask())),
    { schema },
  )
  const runtime = createRuntime({ store, services: silentServices })
  await runtime.open(terminal({ lifecycleId: 'life-1' }))
  isOpen = true
  return { store, runtime }
}

const entriesOf = async (store: Store) =>
  (await collect(store.journal('life-1'))).map(({ commandId }) => commandId)

describe('a connection that is lost', () => {
  it('before the end of a commit leaves nothing of it, and the command can be sent again', async () => {
    let cuts = 0
    const { store, runtime } = await cutOff(async (text, ask, client) => {
      if (text === 'COMMIT' && cuts === 0) {
        cuts += 1
        await terminate(await pidOf(client))
      }
      return ask()
    })
    await expect(runtime.dispatch(command(1))).rejects.toMatchObject({
      ...{ code: 'STORE_FAILED', failure: 'unavailable', retryable: true },
    })
    expect(await entriesOf(store)).toHaveLength(1)
    expect(await store.answered('life-1', 'c-1')).toBeUndefined()
    expect(await runtime.dispatch(command(1))).toMatchObject({ accepted: true })
    expect((await entriesOf(store)).slice(1)).toEqual(['c-1'])
    expect(cuts).toBe(1)
  })

  it('between a commit and its acknowledgement loses nothing, and the command is answered once', async () => {
    let cuts = 0
    const { store, runtime } = await cutOff(async (text, ask) => {
      const result = await ask()
      if (text === 'COMMIT' && cuts === 0) {
        cuts += 1
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      }
      return result
    })
    await expect(runtime.dispatch(command(1))).rejects.toMatchObject({
      ...{ failure: 'unavailable', reason: 'Error ECONNRESET' },
    })
    expect(await runtime.dispatch(command(1))).toMatchObject({ accepted: true, noop: false })
    expect(await runtime.dispatch(command(2))).toMatchObject({ accepted: true })
    expect((await entriesOf(store)).slice(1)).toEqual(['c-1', 'c-2'])
    expect(await runtime.audit()).toEqual([])
  })

  it('at any moment of a commit leaves all of it or nothing', async () => {
    let queries = 0
    let cutAt = 0
    const { store, runtime } = await cutOff(async (_, ask, client) => {
      if (!client) return ask()
      queries += 1
      // at the same moment: sometimes the server is faster, sometimes not
      const gone = queries === cutAt ? pidOf(client).then(terminate) : undefined
      const answer = ask()
      await Promise.allSettled([answer, gone])
      return answer
    })
    let rejected = 0
    for (let n = 1; n <= 12; n += 1) {
      queries = 0
      cutAt = 1 + (n % 6)
      await runtime.dispatch(command(n)).catch(() => {
        rejected += 1
      })
      cutAt = 0
      // One that was lost after its last answer is found out by whoever borrows it next.
      const again = await runtime.dispatch(command(n)).catch((error: unknown) => {
        expect(error).toMatchObject({ failure: 'unavailable', retryable: true })
        return runtime.dispatch(command(n))
      })
      expect(again).toMatchObject({ accepted: true })
    }
    expect(rejected).toBeGreaterThan(3)
    const wanted = Array.from({ length: 12 }, (_, n) => `c-${n + 1}`)
    expect((await entriesOf(store)).slice(1)).toEqual(wanted)
    expect(await runtime.audit()).toEqual([])
  })

  it('while nobody uses it is replaced, and ends no process', async () => {
    const { store } = await cutOff((_, ask) => ask())
    const idle = await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
      [schema],
    )
    expect(idle.rows.length).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await store.has('life-1')).toBe(true)
  })
})

describe('a server that is started again', () => {
  it('has everything that was acknowledged, and is worked with as before', async () => {
    const cluster = await startCluster()
    const own = openPool(cluster.url)
    const store = postgresStore(own)
    const failures: unknown[] = []
    const runtime = createRuntime({
      ...{ store, services: silentServices, pollMs: 20 },
      onFailure: ({ error }) => failures.push(error),
    })
    const stop = new AbortController()
    const running = runtime.run({ signal: stop.signal })
    await runtime.open(terminal({ lifecycleId: 'life-1' }))
    const acknowledged: string[] = []
    const write = async () => {
      for (let n = 1; acknowledged.length < 40; n += 1) {
        const sent = await runtime.dispatch(command(n)).catch(() => undefined)
        if (sent) acknowledged.push(`c-${n}`)
        else await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const writing = write()
    while (acknowledged.length < 5) await new Promise((resolve) => setTimeout(resolve, 5))
    await cluster.restart()
    await writing
    stop.abort()
    await running
    const entries = await entriesOf(store)
    expect(acknowledged.filter((one) => !entries.includes(one))).toEqual([])
    expect(await runtime.audit()).toEqual([])
    expect((await own.query('SHOW fsync')).rows).toEqual([{ fsync: 'on' }])
    await own.end()
    await cluster.stop()
  })
})
