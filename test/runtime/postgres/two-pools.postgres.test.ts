import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change, EntryPlace, Store } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { changesTo, changeTo, device, order } from '../records.ts'
import { newSchema, testPool } from './homes.ts'
import type { Pool } from './pg.ts'

let schema: string
let pools: Pool[]
let stores: Store[]
beforeEach(() => {
  schema = newSchema()
  pools = [testPool(), testPool(), testPool(), testPool()]
  // Far beyond what any wait takes: a busy machine makes a test slow, never red.
  stores = pools.map((pool) => postgresStore(pool, { schema, busyTimeoutMs: 600_000 }))
})
afterEach(async () => {
  await pools[0]?.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  for (const pool of pools) await pool.end()
})

/** Each store is given its own, all at the same moment. */
const atOnce = async (changes: readonly Change[]) =>
  (await Promise.all(changes.map((change, n) => stores[n % stores.length]?.commit([change])))).flat()

const taking = (n: number) => ({ lifecycleId: `life-${n}`, terminalId: `T${n}` })
const four = [0, 1, 2, 3]

describe('stores of several processes over one database', () => {
  it('make the tables once, however many begin at the same moment', async () => {
    expect(await Promise.all(stores.map((store) => store.has('life-1')))).toEqual(four.map(() => false))
  })

  it('let one of them win each version', async () => {
    for (const change of await changesTo(...Array.from({ length: 12 }, () => ({})))) {
      const outcomes = await atOnce(
        four.map((n) => ({ ...change, commandId: `${change.commandId} of ${n}` })),
      )
      expect(outcomes.sort()).toEqual(['committed', 'conflict', 'conflict', 'conflict'])
    }
  })

  it('keep one answer to a command that reaches all of them', async () => {
    const [opening, ...rest] = await changesTo(...Array.from({ length: 8 }, () => ({})))
    if (!opening) throw new Error('no change')
    await stores[0]?.commit([opening])
    for (const change of rest) {
      const outcomes = await atOnce(four.map(() => change))
      expect(outcomes.sort()).toEqual(['committed', 'duplicate', 'duplicate', 'duplicate'])
    }
  })

  it('bind a device in one life, of several that take it at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const devices = [device(`SN-${round}`)]
      const lives = await Promise.all(four.map((n) => changeTo({ ...taking(round * 10 + n), devices })))
      const outcomes = await atOnce(lives)
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1)
      const winner = lives[outcomes.indexOf('committed')]?.lifecycleId
      for (const outcome of outcomes.filter((one) => one !== 'committed'))
        expect(outcome).toEqual({ held: 'device', ref: `SN-${round}`, lifecycleId: winner })
    }
  })

  it('open a number in one life, of several that take it at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const lives = await Promise.all(
        four.map((n) => changeTo({ lifecycleId: `life-${round}-${n}`, terminalId: `T${round}` })),
      )
      expect((await atOnce(lives)).sort()).toEqual(['committed', 'conflict', 'conflict', 'conflict'])
    }
  })

  it('claim each order and each clock once, and no more than a lane has room for', async () => {
    const lives = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        changeTo({ ...taking(n), orders: [0, 1, 2].map((m) => order(`life-${n}/0/${m}`)) }),
      ),
    )
    await stores[0]?.commit(lives)
    const claimed: string[] = []
    const at = '2026-03-02T10:00:00+08:00'
    await Promise.all(
      stores.map(async (store, n) => {
        for (;;) {
          const found = await store.claim({
            ...{ worker: `w${n}`, now: 0, at, leaseUntil: 1_000 },
            room: { timers: 3, openTicket: 3 },
          })
          expect(found.length).toBeLessThanOrEqual(3)
          if (found.length === 0 && (await store.next(0, { openTicket: 1 })).claimableAt === 1_000) return
          for (const one of found) if (one.kind === 'order') claimed.push(one.orderId)
        }
      }),
    )
    expect(claimed).toHaveLength(120)
    expect(new Set(claimed).size).toBe(120)
  })

  it('tell every commit once to who follows them, in one order, whoever committed it', async () => {
    const each = 25
    const writers = stores.map(async (store, n) => {
      const changes = await changesTo(...Array.from({ length: each }, () => taking(n)))
      for (const change of changes) await store.commit([change])
    })
    let isWritten = false
    const written = Promise.all(writers).then(() => {
      isWritten = true
    })
    const told: EntryPlace[] = []
    let whileTheyWrote = 0
    const reader = stores[3]
    while (told.length < each * stores.length) {
      const page = await reader?.changes({ after: told.at(-1) ?? null, limit: 3 })
      told.push(...(page ?? []))
      if (!isWritten) whileTheyWrote += page?.length ?? 0
      if (isWritten && page?.length === 0) break
    }
    await written
    const whole = await reader?.changes({ after: null, limit: 1_000 })
    const named = (places: readonly EntryPlace[] = []) => places.map((one) => `${one.lifecycleId}/${one.seq}`)
    expect(named(told)).toEqual(named(whole))
    expect(new Set(named(told)).size).toBe(each * stores.length)
    expect(whileTheyWrote).toBeGreaterThan(each)
  })
})
