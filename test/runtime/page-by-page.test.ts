import { describe, expect, it } from 'vitest'
import { createRuntime, memoryStore, restoreStore, type Store } from '../../src/runtime/index.ts'
import { createMigrateAll } from '../../src/runtime/migrate-all.ts'
import type { Change, StoredRecord } from '../../src/runtime/store.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { closedLife, paperHome } from './closed-life.ts'
import { changesTo, changeTo, deadline, type Wanted } from './records.ts'

const closedAt = '2026-03-02T10:00:00+08:00'
const later = '2036-03-03T10:00:00+08:00'
const archivist = { ...p1, acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['intake'] as const }

const runtimeOver = (store: Store) =>
  createRuntime({ store, services: silentServices, clock: { now: () => later } })
const numbered = (count: number, name = 'life') =>
  Array.from({ length: count }, (_, n) => `${name}-${String(n).padStart(4, '0')}`)

/** Closed so long ago that nothing keeps them. */
async function closedLives(store: Store, ids: readonly string[], differs: Wanted = {}): Promise<void> {
  const clocks = { deadlines: [deadline('tidQuarantine', closedAt, 'fired')] }
  const changes: Change[] = []
  for (const lifecycleId of ids)
    changes.push(
      ...(await changesTo({ lifecycleId, ...differs }, { lifecycleId, closedAt, ...clocks, ...differs })),
    )
  expect(new Set(await store.commit(changes))).toEqual(new Set(['committed']))
}

describe('What is done for all lives is done for each, also where there are more than are read at a time:', () => {
  it('all that may be purged are purged', async () => {
    const store = memoryStore()
    await closedLives(store, numbered(120))
    const { purged } = await runtimeOver(store).purge({ actor: archivist })
    expect(purged.map(({ lifecycleId }) => lifecycleId)).toEqual(numbered(120))
    expect(await store.lifecycleIds('', 1_000)).toEqual([])
  })

  it('a paper stays as long as any of its lives needs it', async () => {
    const [store, { documents, documentId, onFile }] = [memoryStore(), await paperHome()]
    for (const id of numbered(210)) await closedLife(store, id, onFile)
    const last = await changeTo({ lifecycleId: 'open' })
    if (!last.answer.accepted) throw new Error('no change')
    const { record } = last.answer
    const context = { ...record.context, ...onFile }
    await store.commit([{ ...last, answer: { ...last.answer, record: { ...record, context } } }])
    const { purged, papers } = await runtimeOver(store).purge({
      actor: archivist,
      papers: documents,
      limit: 1,
    })
    expect([purged.length, papers]).toEqual([1, []])
    expect((await documents.state(documentId, later))?.status).toBe('usable')
  })

  it('all tombstones and all entries are restored', async () => {
    const [source, target] = [memoryStore(), memoryStore()]
    await closedLives(source, numbered(420, 'gone'))
    await runtimeOver(source).purge({ actor: archivist })
    await runtimeOver(source).openAll(
      numbered(230).map((lifecycleId) => ({ input: terminal({ lifecycleId, terminalId: lifecycleId }) })),
    )
    await restoreStore(source, target)
    const [ids, stones] = [await target.lifecycleIds('', 1_000), await target.tombstones?.('', 1_000)]
    expect(ids).toEqual(numbered(230))
    expect(stones?.map(({ lifecycleId }) => lifecycleId)).toEqual(numbered(420, 'gone'))
  })

  it('an opening that is only tried is held against all that had its number', async () => {
    const store = memoryStore()
    const input = terminal({ lifecycleId: 'next', terminalId: 'T1' })
    const number = { terminalId: 'T1', acquirerId: 'acquirer-1', merchantId: input.merchantId }
    await closedLives(store, numbered(205), number)
    await store.commit([await changeTo({ lifecycleId: 'now', ...number })])
    const [opened] = await runtimeOver(store).openAll([{ input }], { dryRun: true })
    expect(opened?.outcome).toBe('refused')
  })

  it('all that stay in an older format are counted', async () => {
    const ids = numbered(1_205)
    const store = {
      unmigrated: async (after: string, limit: number) => ids.filter((id) => id > after).slice(0, limit),
      load: async (lifecycleId: string) =>
        ({ record: { lifecycleId }, format: 1 }) as unknown as StoredRecord,
    } as Partial<Store> as Store
    const migrateAll = createMigrateAll({
      ...{ store, carryOver: async () => ({}) as StoredRecord, onFailure: () => undefined },
      inTurn: (_, work) => work(),
    })
    expect(await migrateAll({ limit: 1 })).toEqual({ migrated: 1, remaining: 1_204, failed: [] })
  })
})
