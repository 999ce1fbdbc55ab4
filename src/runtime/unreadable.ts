import { isTerminalLifecycleError, StoreError } from '../errors/index.ts'
import type { Skipped, Store } from './store.ts'

/** So many are named; where more cannot be read, something else is wrong. */
const mostNamed = 1_000

export interface Watched {
  store: WatchedStore
  /** Lives whose record could not be read when somebody wanted it, and was not read since. */
  unreadable(): readonly string[]
}

export type WatchedStore = Store & { newest: NonNullable<Store['newest']> }

/** It is one record that cannot be read, and not the store. */
export const isOfTheRecord = (error: unknown): boolean =>
  isTerminalLifecycleError(error) && (error.code === 'CORRUPT_RECORD' || error.code === 'FUTURE_VERSION')

const ourOwn = (thrown: unknown): unknown =>
  isTerminalLifecycleError(thrown) ? thrown : new StoreError('failed', thrown)

/** A store of somebody else's may throw anything: what comes out is an error of ours. */
const owned = (ask: () => unknown): unknown => {
  try {
    const answer = ask()
    if (!(answer instanceof Promise)) return answer
    return answer.catch((thrown: unknown) => {
      throw ourOwn(thrown)
    })
  } catch (thrown) {
    throw ourOwn(thrown)
  }
}

type WatchedMethods = Pick<WatchedStore, 'load' | 'newest' | 'find'>

/** Not a copy: the methods of a class would be left behind, and each needs the object it belongs to. */
const withOwn = (store: Store, own: WatchedMethods): WatchedStore =>
  new Proxy({} as WatchedStore, {
    get(_, name: keyof WatchedMethods) {
      const method: unknown = own[name] ?? store[name]
      if (typeof method !== 'function') return method
      return (...given: unknown[]) => owned(() => Reflect.apply(method, store, given))
    },
  })

/** The same store, with a memory for records that cannot be read. */
export function watched(store: Store): Watched {
  const ids = new Set<string>()
  const met = (lifecycleId: string, error: unknown) => {
    if (isOfTheRecord(error) && ids.size < mostNamed) ids.add(lifecycleId)
  }
  async function read(lifecycleId: string, load: () => ReturnType<Store['load']>) {
    try {
      const stored = await load()
      if (stored) ids.delete(lifecycleId)
      return stored
    } catch (error) {
      met(lifecycleId, error)
      throw error
    }
  }
  const own: WatchedMethods = {
    load: (lifecycleId, within) => read(lifecycleId, () => store.load(lifecycleId, within)),
    newest: (lifecycleId) =>
      read(lifecycleId, () => (store.newest ? store.newest(lifecycleId) : store.load(lifecycleId))),
    async find(query, skipped, within) {
      const told: Skipped = (lifecycleId, error) => {
        met(lifecycleId, error)
        skipped?.(lifecycleId, error)
      }
      const records = await store.find(query, skipped && told, within)
      for (const { lifecycleId } of records) ids.delete(lifecycleId)
      return records
    },
  }
  return { store: withOwn(store, own), unreadable: () => [...ids].sort() }
}
