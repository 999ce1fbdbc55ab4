import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type * as summed from '../../examples/custom-store/figures.ts'
import type * as watched from '../../examples/custom-store/watched-store.ts'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { storeConformance } from '../runtime/store-conformance.ts'
import { projectOf } from './project.ts'

const project = projectOf('custom-store', 'built')
afterAll(() => project.remove())
const { watchedStore }: typeof watched = await import(join(project.folder, 'watched-store.ts'))
const { createFigures }: typeof summed = await import(join(project.folder, 'figures.ts'))

storeConformance('the example of a store of one’s own', async () =>
  watchedStore(
    memoryStore(),
    () => {},
    () => 0,
  ),
)

describe('The example of a store of one’s own', () => {
  it('tells of each call how long it took, and of each failure its code alone', async () => {
    let ms = 0
    const figures = createFigures()
    const failing: Store = {
      ...memoryStore(),
      load: () => Promise.reject(new Error('a name, a number')),
    }
    const store = watchedStore(failing, figures.add, () => (ms += 250))
    await store.has('life-1')
    await store.has('life-2')
    await expect(store.load('life-1')).rejects.toThrow('a name, a number')
    expect(figures.text().split('\n')).toEqual([
      'store_calls_total{method="has"} 2',
      'store_seconds_total{method="has"} 0.500000',
      'store_calls_total{method="load"} 1',
      'store_seconds_total{method="load"} 0.250000',
      'store_errors_total{method="load",code="UNKNOWN"} 1',
    ])
  })

  it('passes on what a later version may ask of a store, and what is no method', async () => {
    const later = Object.assign(memoryStore(), { later: async () => 'asked', size: 3 })
    const store = watchedStore(
      later,
      () => {},
      () => 0,
    ) as typeof later
    expect([await store.later(), store.size]).toEqual(['asked', 3])
  })
})
