import { describe, expect, it } from 'vitest'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { diceOf } from '../../support/dice.ts'
import { flipsOr, type Outcome, outcomeOf, spelled } from '../flips.ts'
import { eventually } from '../manual-environment.ts'
import { changeTo } from '../records.ts'
import { escalation, note, rig } from '../rig.ts'
import { newHome } from './homes.ts'
import { through } from './through.ts'

/** Where a text of a row may be damaged. */
const places = [
  ...['record.context', 'record.value', 'record.at', 'record.head', 'journal.body', 'journal.hash'],
  ...['journal.prev_hash', 'timer.due', 'timer.deadline_id', 'work.code', 'work.duties', 'policy.body'],
  ...['work_order.kind', 'work_order.order_id'],
]

describe('Rows of PostgreSQL in which a character was changed', () => {
  it('are refused, change nothing, or are found by an audit', async () => {
    const { store, pool, schema } = newHome()
    const made = await rig({ store })
    await made.tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
    await made.tell(note('a'))
    await made.tell(escalation)
    const before = await spelled(store)
    const dice = diceOf(7)
    const count: Record<Outcome, number> = { refused: 0, same: 0, found: 0, unnoticed: 0, untyped: 0 }
    const worst: string[] = []
    for (let n = 0; n < flipsOr(400); n += 1) {
      const [table, column] = (places[n % places.length] ?? '').split('.')
      const { rows } = await pool.query(
        `SELECT ctid::text AS id, ${column} AS text FROM ${schema}.${table} ORDER BY ${column}`,
      )
      const row = rows[dice.below(rows.length)]
      const text = String(row?.text)
      const at = dice.below(text.length)
      const other = text[at] === 'x' ? 'y' : 'x'
      const put = (value: string, id: unknown) =>
        pool.query(
          `UPDATE ${schema}.${table} SET ${column} = $1 WHERE ctid = $2::tid RETURNING ctid::text AS id`,
          [value, id],
        )
      const damaged = await put(`${text.slice(0, at)}${other}${text.slice(at + 1)}`, row?.id)
      // a store of its own: nothing is remembered
      const outcome = await outcomeOf(() => postgresStore(pool, { schema }), before)
      count[outcome] += 1
      if (outcome === 'unnoticed' || outcome === 'untyped')
        worst.push(`${table}.${column}: ${text.slice(at - 20, at + 20)}`)
      await put(text, damaged.rows[0]?.id)
    }
    console.log(count)
    expect({ ...count, worst }).toMatchObject({ unnoticed: 0, untyped: 0, worst: [] })
    expect(await spelled(store)).toBe(before)
    await store.close()
  })
})

describe('postgresStore, when the disk of its server is full', () => {
  const onFullDisk = () => {
    const { store, pool, schema } = newHome()
    let isFull = false
    // as the server says it, in the middle of a transaction or at its end
    const full = through(pool, async (text, ask) => {
      if (isFull && /^(WITH|INSERT|UPDATE|COMMIT)/.test(text.trimStart()))
        throw Object.assign(new Error('could not extend file'), { code: '53100' })
      return ask()
    })
    return {
      home: store,
      store: postgresStore(full, { schema, listen: false }),
      fill: (to: boolean) => (isFull = to),
    }
  }

  it('says so, has stored nothing of the commit, and stores all of it when there is room', async () => {
    const { home, store, fill } = onFullDisk()
    await store.commit([await changeTo({})])
    fill(true)
    const changes = await Promise.all([2, 3, 4].map((n) => changeTo({ lifecycleId: `life-${n}` })))
    await expect(store.commit(changes)).rejects.toMatchObject({ failure: 'full', retryable: false })
    expect(await store.lifecycleIds('', 9)).toEqual(['life-1'])
    fill(false)
    expect(await store.commit(changes)).toEqual(['committed', 'committed', 'committed'])
    await home.close()
  })

  it('lets run go on when there is room again, and asks under the same key', async () => {
    const { home, store, fill } = onFullDisk()
    const { runtime, tell, calls, failures, environment, orders } = await rig({ store })
    await tell(escalation)
    fill(true)
    const stopping = new AbortController()
    const running = runtime.run({ signal: stopping.signal })
    await eventually(() => expect(failures.length).toBeGreaterThan(0))
    for (let minute = 0; minute < 5; minute += 1) await environment.advance(60_000)
    expect(new Set(failures.map(({ error }) => (error as { failure?: string }).failure))).toEqual(
      new Set(['full']),
    )
    fill(false)
    for (let n = 0; n < 200 && (await orders())[0]?.status !== 'confirmed'; n += 1)
      await environment.advance(60_000)
    expect(await orders()).toMatchObject([{ status: 'confirmed' }])
    expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    stopping.abort()
    await running
    expect(await runtime.audit()).toEqual([])
    await home.close()
  })
})
