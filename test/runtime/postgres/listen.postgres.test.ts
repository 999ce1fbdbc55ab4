import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRuntime } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { escalation, note } from '../rig.ts'
import { newSchema, testPool } from './homes.ts'
import type { Pool } from './pg.ts'

let schema: string
let pools: Pool[]
beforeEach(() => {
  schema = newSchema()
  pools = [testPool(), testPool()]
})
afterEach(async () => {
  await pools[0]?.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  for (const pool of pools) await pool.end()
})

const never = 2_000_000_000

/** Two processes, of which the second hears of the first only because it is told: it looks for itself next month. */
function processes(called: (orderId: string) => void) {
  const [here, there] = pools.map((pool) => postgresStore(pool, { schema }))
  if (!here || !there) throw new Error('no store')
  const openTicket = async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
    called(idempotencyKey)
    return []
  }
  const services = { ...silentServices, openTicket }
  return {
    writer: createRuntime({ store: here, services }),
    worker: createRuntime({ store: there, services, pollMs: never }),
  }
}

/** Somebody to wait for what is called or told. */
function heard<Said>() {
  const all: Said[] = []
  let wake: () => void = () => undefined
  return {
    all,
    say(said: Said) {
      all.push(said)
      wake()
    },
    async until(count: number) {
      while (all.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
  }
}

const listeners = async () =>
  (
    await pools[0]?.query(
      `SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND strpos(query, '${schema}') > 0`,
    )
  )?.rows.map(({ pid }) => Number(pid)) ?? []

async function untilListening(): Promise<number> {
  for (;;) {
    const [pid] = await listeners()
    if (pid !== undefined) return pid
  }
}

describe('processes over one database', () => {
  it('wake each other for orders, again after the connection was lost, and let go of it in the end', async () => {
    const calls = heard<string>()
    const { writer, worker } = processes(calls.say)
    await writer.open(terminal({ lifecycleId: 'life-1' }))
    const stop = new AbortController()
    const running = worker.run({ signal: stop.signal })
    const first = await untilListening()
    await writer.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation })
    await calls.until(1)
    await pools[0]?.query(`SELECT pg_terminate_backend(${first})`)
    while ((await untilListening()) === first);
    await writer.dispatch({ lifecycleId: 'life-1', commandId: 'c-2', actor: p1, event: escalation })
    await calls.until(2)
    expect(new Set(calls.all).size).toBe(2)
    stop.abort()
    await running
    while ((await listeners()).length > 0);
  })

  it('tell each other at once what they commit', async () => {
    const told = heard<string>()
    const { writer, worker } = processes(() => undefined)
    await writer.open(terminal({ lifecycleId: 'life-1' }))
    const stop = new AbortController()
    const following = (async () => {
      for await (const { entry } of worker.changes(null, { actor: p1, signal: stop.signal }))
        told.say(entry.commandId)
    })()
    await untilListening()
    await told.until(1)
    for (const [index, commandId] of ['c-1', 'c-2', 'c-3'].entries()) {
      await writer.dispatch({ lifecycleId: 'life-1', commandId, actor: p1, event: note(commandId) })
      await told.until(index + 2)
    }
    expect(told.all.slice(1)).toEqual(['c-1', 'c-2', 'c-3'])
    stop.abort()
    await following
  })

  it('go on without listening where the pool has one connection only', async () => {
    const pool = testPool({ max: 1 })
    const store = postgresStore(pool, { schema })
    const end = store.listen?.(() => undefined)
    expect(await store.has('life-1')).toBe(false)
    end?.()
    await pool.end()
  })
})
