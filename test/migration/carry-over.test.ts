import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import type { Actor } from '../../src/domain/index.ts'
import { type Answer, type JournalEntry, recordFormat } from '../../src/machine/index.ts'
import {
  createRuntime,
  memoryPapers,
  type ReadEntry,
  type Runtime,
  type Store,
} from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { casesOfFormat1 } from '../golden/format-1.ts'
import { collect } from '../runtime/collect.ts'
import { silentServices } from '../support/world.ts'
import { formatOneStore } from './format-1-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-carry-over-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rowsOf = (path: string, sql: string) => {
  const database = new DatabaseSync(path)
  const rows = database.prepare(sql).all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

/** All rows of work, with who holds them and how often they were tried. */
const workIn = (path: string) => ({
  orders: rowsOf(path, 'SELECT * FROM work_order ORDER BY position'),
  timers: rowsOf(path, 'SELECT * FROM timer ORDER BY lifecycle_id, deadline_id'),
  devices: rowsOf(path, 'SELECT * FROM device ORDER BY serial, lifecycle_id'),
})

/** Each life as it is stored, nothing of it read by this release. */
const storedIn = (path: string) =>
  rowsOf(path, 'SELECT lifecycle_id, version, format, value, context FROM record ORDER BY lifecycle_id').map(
    ({ lifecycle_id, version, format, value, context }) => ({
      lifecycleId: String(lifecycle_id),
      version: Number(version),
      format: Number(format),
      value: JSON.parse(String(value)) as unknown,
      context: JSON.parse(String(context)) as { application: unknown },
    }),
  )

const isMigrated = ({ cause }: JournalEntry) => 'migrated' in cause

/** Knows the answers, but not any more to which question: those of the day had another shape. */
const forgetful = (store: Store): Store => ({
  ...store,
  answered: async (...key) => {
    const answer = await store.answered(...key)
    return answer && { ...answer, fingerprint: null }
  },
})

function open(name: CaseName, differs: (store: Store) => Store = (store) => store) {
  const { path, now } = formatOneStore(name, folder)
  const store = sqliteStore(path)
  const [{ newest } = { newest: 0 }] = rowsOf(path, 'SELECT max(kept_at) AS newest FROM inbox') as {
    newest: number
  }[]
  const environment = {
    // answers are kept by wall time, and nothing of it has passed
    now: () => newest,
    sleep: async () => undefined,
    random: () => 0,
    uuid: () => 'worker-2',
  }
  const make = (): Runtime =>
    createRuntime({
      store: differs(store),
      services: silentServices,
      clock: { now: () => now },
      environment,
      papers: memoryPapers(),
    })
  return { path, now, store, make, runtime: make(), before: storedIn(path), work: workIn(path) }
}

const note: LifecycleEvent = { type: 'note.recorded', kind: 'note', text: 'the first thing it is told' }

const actorIn = (acquirerId: string): Actor => ({
  role: 'provider',
  personId: 'p1',
  organisationId: acquirerId,
  acquirerId,
  duties: ['operations'],
})

/** Deadlines that ran out while nobody ran anything are no fault of the store. */
const faults = async (runtime: Runtime) =>
  (await runtime.audit({ overdueMs: Number.MAX_SAFE_INTEGER })).filter(
    ({ code }) => code !== 'DEADLINE_OVERDUE',
  )

async function expectCarriedOver(runtime: Runtime, life: ReturnType<typeof storedIn>[number], more = 0) {
  const { lifecycleId, version, value, context } = life
  const record = (await runtime.get(lifecycleId, asHost)) ?? expect.fail('no record')
  expect(record.version).toBe(version + 1 + more)
  expect(record.context.identity.openedInFormat).toBe(1)
  if (context.application !== null) expect(record.context.application).toMatchObject({ request: null })
  const entries: readonly ReadEntry[] = await collect(runtime.journal(lifecycleId, asHost))
  expect(entries.filter(isMigrated)).toHaveLength(1)
  expect(entries[version + 1]).toMatchObject({
    commandId: `migrate:${recordFormat}`,
    actor: { role: 'system', personId: 'system' },
    cause: { from: 1, migrated: { format: recordFormat, version: version + 1 } },
    from: value,
    to: value,
    orderIds: [],
    issues: [],
  })
}

describe.each(casesOfFormat1)('a store of format 1: %s', (name) => {
  it('is carried over, life by life, and nothing else of it is changed', async () => {
    const { runtime, path, before, work, store } = open(name)
    expect(before.every(({ format }) => format === 1)).toBe(true)
    // chains are checked, and nothing is retold by rules of another day
    expect(await faults(runtime)).toEqual([])
    expect(await runtime.migrateAll()).toEqual({ migrated: before.length, remaining: 0, failed: [] })
    expect(workIn(path)).toEqual(work)
    expect(storedIn(path).every(({ format }) => format === recordFormat)).toBe(true)
    for (const life of before) await expectCarriedOver(runtime, life)
    expect(await faults(runtime)).toEqual([])
    expect(await runtime.migrateAll()).toEqual({ migrated: 0, remaining: 0, failed: [] })
    await store.close()
  })

  it('is carried over with the first thing that it is told', async () => {
    const { runtime, path, before, store } = open(name)
    for (const life of before) {
      const { lifecycleId, version } = life
      const acquirerId = (await runtime.get(lifecycleId, asHost))?.context.identity.acquirerId ?? ''
      const actor = actorIn(acquirerId)
      const command = { lifecycleId, commandId: 'first', actor, event: note, expectedVersion: version }
      const answer = await runtime.dispatch(command)
      expect(answer).toMatchObject({ accepted: true, entry: { seq: version + 2 } })
      expect(await runtime.dispatch(command)).toEqual(answer)
      await expectCarriedOver(runtime, life, 1)
    }
    expect(storedIn(path).every(({ format }) => format === recordFormat)).toBe(true)
    expect(await faults(runtime)).toEqual([])
    await store.close()
  })

  it('gives its answers again, before and after', async () => {
    const { runtime, path, before, store } = open(name, forgetful)
    const kept = rowsOf(path, 'SELECT lifecycle_id, command_id, brief FROM inbox').map((row) => ({
      lifecycleId: String(row.lifecycle_id),
      commandId: String(row.command_id),
      brief: JSON.parse(String(row.brief)) as { accepted: boolean; version: number; noop: boolean },
    }))
    const recalled = async () => {
      const answers: Answer[] = []
      for (const { lifecycleId, commandId } of told) {
        answers.push(
          await runtime.dispatch({ lifecycleId, commandId, actor: actorIn('ACQ-HUANAN'), event: note }),
        )
      }
      return answers
    }
    // what the runtime and the workers told themselves is asked for by nobody
    const told = kept.filter(({ commandId }) => /^[^:/]+$/.test(commandId))
    expect(told.length).toBeGreaterThan(0)
    const first = await recalled()
    await runtime.migrateAll()
    const second = await recalled()
    for (const [index, { brief, lifecycleId }] of told.entries()) {
      const version = before.find((life) => life.lifecycleId === lifecycleId)?.version ?? Number.NaN
      const expected = brief.accepted ? { accepted: true, noop: brief.noop, record: { format: 2 } } : brief
      expect(first[index]).toMatchObject(expected)
      expect(second[index]).toMatchObject(expected)
      if (!brief.accepted || brief.noop) continue
      // the entry of then, and the record as it was carried over
      const entry = { seq: brief.version }
      expect(first[index]).toMatchObject({ entry, record: { version } })
      expect(second[index]).toMatchObject({ entry, record: { version: version + 1 } })
    }
    await store.close()
  })
})

describe('a life of format 1', () => {
  it('gives nobody a conflict who saw it before it was carried over', async () => {
    const { runtime, before, store } = open('closure')
    const life = before.find(({ version }) => version > 3) ?? expect.fail('no life')
    await runtime.migrateAll()
    const { lifecycleId, version } = life
    const actor = actorIn((await runtime.get(lifecycleId, asHost))?.context.identity.acquirerId ?? '')
    const say = (commandId: string, expectedVersion: number) =>
      runtime.dispatch({ lifecycleId, commandId, actor, event: note, expectedVersion })
    await expect(say('too-old', version - 1)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(await say('seen', version)).toMatchObject({ accepted: true })
    await expect(say('too-late', version)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    await expect(say('too-late', version + 1)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(await say('now', version + 2)).toMatchObject({ accepted: true })
    await store.close()
  })

  it('is carried over once by many who speak to it at the same time', async () => {
    const { make, before, store } = open('closure')
    const [life] = before
    const lifecycleId = life?.lifecycleId ?? ''
    const runtimes = [make(), make(), make()]
    const actor = actorIn((await runtimes[0]?.get(lifecycleId, asHost))?.context.identity.acquirerId ?? '')
    const told = runtimes.map((runtime, n) =>
      runtime.dispatch({ lifecycleId, commandId: `c-${n}`, actor, event: note }),
    )
    const all = await Promise.all([...told, ...runtimes.map((runtime) => runtime.migrateAll())])
    expect(all.slice(0, 3)).toMatchObject(told.map(() => ({ accepted: true })))
    const runtime = make()
    for (const { lifecycleId: id } of before) {
      expect((await collect(runtime.journal(id, asHost))).filter(isMigrated)).toHaveLength(1)
    }
    expect(await faults(runtime)).toEqual([])
    await store.close()
  })

  it('is carried over so many at a time, and no further once it is stopped', async () => {
    const { runtime, before, store } = open('closure')
    expect(await runtime.migrateAll({ limit: 3 })).toEqual({
      migrated: 3,
      remaining: before.length - 3,
      failed: [],
    })
    const signal = AbortSignal.abort()
    expect(await runtime.migrateAll({ signal })).toEqual({
      migrated: 0,
      remaining: before.length - 3,
      failed: [],
    })
    expect(await runtime.migrateAll()).toEqual({ migrated: before.length - 3, remaining: 0, failed: [] })
    await store.close()
  })

  it('is carried over at the business time of that moment, never before what it was told last', async () => {
    const { runtime, now, before, store } = open('dead')
    const { lifecycleId = '', version = 0 } = before[0] ?? {}
    const last = (await runtime.get(lifecycleId, asHost))?.at ?? ''
    const early = open('dead')
    const set = createRuntime({
      store: early.store,
      services: silentServices,
      clock: { now: () => '2000-01-01T00:00:00Z' },
    })
    await set.migrateAll()
    await runtime.migrateAll()
    const atOf = async (of: Runtime) =>
      (await collect(of.journal(lifecycleId, { ...asHost, after: version })))[0]?.at
    expect(await atOf(runtime)).toBe(now)
    expect(await atOf(set)).toBe(last)
    // nothing has happened to the terminal
    expect((await runtime.get(lifecycleId, asHost))?.at).toBe(last)
    await Promise.all([store.close(), early.store.close()])
  })

  it('that cannot be read keeps no other back, and remains', async () => {
    const { path, before, store, now } = open('closure')
    const [life] = before
    const database = new DatabaseSync(path)
    database.prepare("UPDATE record SET context = '{' WHERE lifecycle_id = ?").run(life?.lifecycleId ?? '')
    database.close()
    const failures: unknown[] = []
    const runtime = createRuntime({
      store,
      services: silentServices,
      clock: { now: () => now },
      onFailure: (failure) => failures.push(failure),
    })
    expect(await runtime.migrateAll()).toMatchObject({ migrated: before.length - 1, remaining: 1 })
    expect(failures).toMatchObject([{ lifecycleId: life?.lifecycleId, error: { code: 'CORRUPT_RECORD' } }])
    await store.close()
  })

  it('whose chain was altered is found out, carried over or not', async () => {
    const { runtime, path, before, store } = open('dead')
    const database = new DatabaseSync(path)
    database
      .prepare("UPDATE journal SET body = json_set(body, '$.at', '2020-01-01T00:00:00Z') WHERE seq = 1")
      .run()
    database.close()
    expect(await faults(runtime)).toMatchObject([{ code: 'CHAIN_BROKEN' }])
    await runtime.migrateAll()
    expect(await faults(runtime)).toMatchObject([{ code: 'CHAIN_BROKEN' }])
    expect(before).toHaveLength(1)
    await store.close()
  })
})
