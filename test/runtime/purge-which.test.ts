import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { archivist, closedLife, runtimeAt } from './closed-life.ts'
import { changesTo } from './records.ts'

const young = '2036-03-01T10:00:00+08:00'

describe('Of closed lives a purge', () => {
  it('takes all whose years have passed, however many, and none that is open', async () => {
    const store = memoryStore()
    for (let n = 0; n < 120; n += 1) await closedLife(store, `life-${n}`)
    await store.commit(await changesTo({ lifecycleId: 'open' }))
    const { purged, refused, kept } = await runtimeAt(store).purge({ actor: archivist })
    expect([purged.length, refused, kept]).toEqual([120, [], 0])
    expect(await store.lifecycleIds('', 9)).toEqual(['open'])
  })

  it('takes no more than it may, and the others next time', async () => {
    const store = memoryStore()
    for (const id of ['a', 'b', 'c']) await closedLife(store, id)
    const purge = () => runtimeAt(store).purge({ actor: archivist, limit: 2 })
    expect((await purge()).purged.map(({ lifecycleId }) => lifecycleId)).toEqual(['a', 'b'])
    expect((await purge()).purged.map(({ lifecycleId }) => lifecycleId)).toEqual(['c'])
  })

  it('takes those of its own acquirer alone, and tells of no other', async () => {
    const store = memoryStore()
    await closedLife(store, 'own')
    await closedLife(store, 'other', {}, { acquirerId: 'acq-2' })
    const { purged, refused } = await runtimeAt(store).purge({ actor: archivist })
    expect([purged.map(({ lifecycleId }) => lifecycleId), refused]).toEqual([['own'], []])
    expect(await store.has('other')).toBe(true)
    await expect(runtimeAt(store).purge({ actor: archivist, lifecycleId: 'other' })).rejects.toMatchObject({
      issues: [{ code: 'LIFECYCLE_UNKNOWN' }],
    })
  })

  it('says of one that is named why it is kept, and of others that are young only how many', async () => {
    const store = memoryStore()
    await closedLife(store)
    const runtime = runtimeAt(store, young)
    expect(await runtime.purge({ actor: archivist })).toMatchObject({ refused: [], kept: 1 })
    const due = '2036-03-02T02:00:00.000Z'
    expect(await runtime.purge({ actor: archivist, lifecycleId: 'life-1' })).toMatchObject({
      refused: [{ lifecycleId: 'life-1', obstacles: [{ code: 'NOT_YET_DUE', ref: 'retention', due }] }],
      kept: 1,
    })
  })

  it('takes none where the store cannot purge', async () => {
    const { purge: _, ...store } = memoryStore()
    await expect(runtimeAt(store).purge({ actor: archivist })).rejects.toMatchObject({
      issues: [{ path: '/store', code: 'NOT_IMPLEMENTED' }],
    })
  })
})
