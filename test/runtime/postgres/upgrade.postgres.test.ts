import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createRuntime } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { bundled } from '../../support/bundled.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { doneBy } from '../crash/other-side.ts'
import { escalation, note } from '../rig.ts'
import { newSchema, testPool } from './homes.ts'
import { nextRelease, nextReleaseAlone } from './next-release.ts'
import type { Pool } from './pg.ts'
import { type Server, startServer } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true }))

const programs = { old: '', next: '', alone: '' }
beforeAll(async () => {
  const entry = join(import.meta.dirname, 'server-child.ts')
  const make = (name: string, changes = {}) =>
    bundled(entry, join(folder, `${name}.mjs`), import.meta.dirname, changes)
  programs.old = await make('old')
  programs.next = await make('next', nextRelease)
  programs.alone = await make('alone', nextReleaseAlone)
})

let pool: Pool
let schema: string
let effects: string
beforeEach(async () => {
  pool = testPool()
  schema = newSchema()
  effects = join(folder, schema)
  writeFileSync(effects, '')
})
afterEach(async () => {
  await pool.query(`DROP SCHEMA ${schema} CASCADE`)
  await pool.end()
})

const start = (release: keyof typeof programs, name: string): Server =>
  startServer(programs[release], name, inject('postgresUrl'), schema, effects)

const lives = Array.from({ length: 60 }, (_, n) => `life-${n}`)
const hold: LifecycleEvent = { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' }
const events: readonly LifecycleEvent[] = [note('one'), escalation, note('two'), hold, note('three')]
const ordersOfEach = 5

const clock = { now: () => '2026-03-02T10:00:00+08:00' }

/** As today's release opens them; a record that goes back to an older format is refused by the table itself. */
async function openLives(ids: readonly string[]) {
  const store = postgresStore(pool, { schema })
  const runtime = createRuntime({ store, services: silentServices, clock })
  await runtime.openAll(
    ids.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
  )
  await pool.query(`CREATE FUNCTION ${schema}.forward() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.format < OLD.format THEN RAISE EXCEPTION 'back to an older format'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER forward BEFORE UPDATE ON ${schema}.record FOR EACH ROW EXECUTE FUNCTION ${schema}.forward()`)
  return store
}

const countOf = async (where: string): Promise<number> =>
  Number((await pool.query(`SELECT count(*) AS n FROM ${schema}.record WHERE ${where}`)).rows[0]?.n)

/** Each server in its turn; who is refused because it is the older one asks the next. */
function inTurns(servers: Server[]) {
  const heard: Record<string, Record<string, number>> = {}
  let turn = 0
  return {
    heard,
    async tell(lifecycleId: string, n: number, event: LifecycleEvent): Promise<void> {
      for (;;) {
        turn += 1
        const server = servers[turn % servers.length]
        if (!server) throw new Error('no server')
        const { value, code = value === true ? 'accepted' : 'refused' } = await server.ask({
          dispatch: { lifecycleId, commandId: `c-${n}`, event },
        })
        const counts = heard[server.name] ?? {}
        heard[server.name] = { ...counts, [code]: (counts[code] ?? 0) + 1 }
        if (code === 'accepted') return
        expect(code).toBe('FUTURE_VERSION')
      }
    },
  }
}

describe('servers of two releases over one database', () => {
  it('lose nothing and repeat nothing in a rolling restart under load', async () => {
    const store = await openLives(lives)
    const [one, two] = [start('old', 'old-1'), start('old', 'old-2')]
    const servers = [one, two]
    const { heard, tell } = inTurns(servers)
    const waiting = [...lives]
    let told = 0
    const milestones: (() => void)[] = []
    const whenTold = (count: number) =>
      new Promise<void>((resolve) => {
        milestones[count] = resolve
      })
    const [some, half, most] = [whenTold(40), whenTold(120), whenTold(200)]
    const tellAll = Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
          for (const [n, event] of events.entries()) {
            await tell(id, n, event)
            told += 1
            milestones[told]?.()
          }
      }),
    )

    await some
    const three = start('next', 'next-1')
    // Its first question brings the tables to its own version, under load.
    expect(await three.ask({ work: true })).toEqual({ value: true })
    servers.push(three)
    const before = { ...heard['old-1'] }
    await half
    servers.splice(servers.indexOf(two), 1, start('next', 'next-2'))
    await two.stop()
    await most
    servers.splice(servers.indexOf(one), 1)
    await one.stop()
    await tellAll

    // The old one went on with what it can read, and said why not where it cannot.
    const after = heard['old-1'] ?? {}
    expect(after.accepted ?? 0).toBeGreaterThan(before.accepted ?? 0)
    expect(after.FUTURE_VERSION ?? 0).toBeGreaterThan(0)
    for (const name of ['next-1', 'next-2']) expect(Object.keys(heard[name] ?? {})).toEqual(['accepted'])
    while ((await store.waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))

    for (const lifecycleId of lives) {
      const ids = (await collect(store.journal(lifecycleId))).map(({ commandId }) => commandId)
      expect(ids.filter((id) => id.startsWith('c-'))).toEqual(events.map((_, n) => `c-${n}`))
      expect(ids.filter((id) => id.endsWith('#confirmed'))).toHaveLength(ordersOfEach)
    }
    const { effects: done, effectsTwice } = doneBy(effects)
    expect({ done: done.length, effectsTwice }).toEqual({
      done: lives.length * ordersOfEach,
      effectsTwice: 0,
    })
    process.stderr.write(`rolling restart: ${JSON.stringify(heard)}\n`)

    expect(await three.ask({ migrateAll: { dryRun: true } })).toMatchObject({ value: { failed: [] } })
    expect(await three.ask({ migrateAll: { dryRun: false } })).toMatchObject({ value: { remaining: 0 } })
    expect(await three.ask({ audit: true })).toEqual({ value: [] })
    expect(await countOf('format <> 3')).toBe(0)
    for (const server of servers) await server.stop()
  })

  it('project again what the older one wrote, at the next look', async () => {
    const store = await openLives(lives.slice(0, 12))
    const runtime = createRuntime({ store, services: silentServices, clock })
    for (const lifecycleId of lives.slice(0, 12))
      await runtime.dispatch({ lifecycleId, commandId: 'c-0', actor: p1, event: hold })
    await runtime.drain()
    const [old, next] = [start('old', 'old'), start('next', 'next')]
    expect(await next.ask({ work: true })).toEqual({ value: true })
    expect(await countOf('projection = 2 AND projected = version')).toBe(12)
    for (const lifecycleId of lives.slice(0, 5))
      expect(await old.ask({ dispatch: { lifecycleId, commandId: 'c-1', event: note('one') } })).toEqual({
        value: true,
      })
    expect(await countOf('projection = 2 AND projected = version')).toBe(7)
    expect(await next.ask({ work: true })).toEqual({ value: true })
    expect(await countOf('projection = 2 AND projected = version')).toBe(12)
    expect(await next.ask({ audit: true })).toEqual({ value: [] })
    for (const server of [old, next]) await server.stop()
  })

  it('stop the older one where the newer one can have none beside it', async () => {
    await openLives(lives.slice(0, 2))
    const old = start('old', 'old')
    const command = { lifecycleId: 'life-0', commandId: 'c-1', event: note('one') }
    expect(await old.ask({ dispatch: command })).toEqual({ value: true })
    const next = start('alone', 'next')
    expect(await next.ask({ work: true })).toEqual({ value: true })
    expect(await old.ask({ dispatch: { ...command, commandId: 'c-2' } })).toEqual({ code: 'FUTURE_VERSION' })
    expect(await next.ask({ dispatch: { ...command, commandId: 'c-2' } })).toEqual({ value: true })
    const another = start('old', 'another')
    expect(await another.ask({ work: true })).toEqual({ code: 'FUTURE_VERSION' })
    for (const server of [old, next, another]) await server.stop()
  })
})
