import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { asHost } from '../../examples/quickstart/people.ts'
import { createRuntime, type Runtime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { goldenLife, peopleOf, runtimeWith } from '../backend/recorded.ts'
import { formatOneStore } from '../migration/format-1-stores.ts'
import { silentServices } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-records-at-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Actor = Parameters<Runtime['get']>[1]['actor']

/** What `overview` tells of each version by itself, which retells the journal each time. */
const oneByOne = async (runtime: Runtime, lifecycleId: string, actor: Actor, versions: readonly number[]) =>
  Promise.all(
    versions.map(async (version) => {
      const { record } = (await runtime.overview(lifecycleId, { actor, version })) ?? {}
      return [version, record] as const
    }),
  )
const upTo = (version: number) => Array.from({ length: version + 1 }, (_, at) => at)

describe('a record as it was at several versions', () => {
  it.each(['m1', 'p1'] as const)('is what each of them is by itself, for %s', async (person) => {
    const life = await goldenLife('closure')
    const { lifecycleId, version } = life.record
    const [runtime, actor] = [runtimeWith(life), peopleOf(life.record)[person]]
    const versions = upTo(version)
    const records = await runtime.recordsAt(lifecycleId, { actor, versions: versions.toReversed() })
    expect(records?.size).toBe(versions.length)
    for (const [at, record] of await oneByOne(runtime, lifecycleId, actor, versions))
      expect(records?.get(at)).toEqual(record)
  })

  it('is of what an older format told as it was when it was carried over', async () => {
    const { path, now } = formatOneStore('closure', folder)
    const store = sqliteStore(path)
    const runtime = createRuntime({ store, services: silentServices, clock: { now: () => now } })
    const [record] = await store.find({})
    if (!record) throw new Error('a store without lives')
    const { lifecycleId } = record
    const { actor } = asHost
    const same = async (versions: readonly number[]) => {
      const records = await runtime.recordsAt(lifecycleId, { actor, versions })
      for (const [at, one] of await oneByOne(runtime, lifecycleId, actor, versions))
        expect(records?.get(at)).toEqual(one)
    }
    await same(upTo(record.version))
    await runtime.migrateAll()
    const event = { type: 'note.recorded', kind: 'note', text: 'after the upgrade' } as const
    await runtime.dispatch({ lifecycleId, commandId: 'note', actor, event })
    const { version = 0 } = (await runtime.get(lifecycleId, { actor })) ?? {}
    expect(version).toBeGreaterThan(record.version + 1)
    await same(upTo(version))
    await store.close()
  })

  it('is refused for a version that the life has not been through', async () => {
    const life = await goldenLife('closure')
    const { lifecycleId, version } = life.record
    const ask = { actor: peopleOf(life.record).p1, versions: [0, version + 1] }
    await expect(runtimeWith(life).recordsAt(lifecycleId, ask)).rejects.toMatchObject({
      issues: [{ path: '/versions/1', code: 'NOT_ALLOWED_VALUE' }],
    })
  })

  it('is called damaged where the journal does not tell of it', async () => {
    const { record, entries } = await goldenLife('closure')
    const runtime = runtimeWith({ record, entries: entries.slice(0, 5) })
    const ask = { actor: peopleOf(record).p1, versions: [2, 9] }
    await expect(runtime.recordsAt(record.lifecycleId, ask)).rejects.toMatchObject({
      code: 'CORRUPT_RECORD',
      path: '/journal/9',
    })
  })
})
