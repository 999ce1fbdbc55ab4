import { describe, expect, it } from 'vitest'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { watched } from '../../src/runtime/unreadable.ts'
import { changeTo } from './records.ts'

/** As somebody else may have written one: methods of a class, which need their own object. */
class ClassStore implements Pick<Store, 'load' | 'commit' | 'find'> {
  readonly #store = memoryStore()
  load(...asked: Parameters<Store['load']>) {
    return this.#store.load(...asked)
  }
  commit(...asked: Parameters<Store['commit']>) {
    return this.#store.commit(...asked)
  }
  find(...asked: Parameters<Store['find']>) {
    return this.#store.find(...asked)
  }
}

describe('a store that is watched', () => {
  it.each([
    ['an object', memoryStore],
    ['a frozen object', () => Object.freeze(memoryStore())],
    ['of a class', () => new ClassStore() as unknown as Store],
  ])('does what it did, also where it is %s', async (_, make) => {
    const { store } = watched(make())
    expect(await store.commit([await changeTo({})])).toEqual(['committed'])
    expect(await store.load('life-1')).toMatchObject({ record: { version: 0 } })
    expect(await store.find({})).toHaveLength(1)
  })
})
