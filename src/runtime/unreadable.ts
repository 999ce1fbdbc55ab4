import { isTerminalLifecycleError, StoreError } from '../errors/index.ts'
import type { Skipped, Store } from './store.ts'

/** So many are named; where more cannot be read, something else is wrong. */
const mostNamed = 1_000

export interface Watched {
  store: Store
  /** Lives whose record could not be read when somebody wanted it, and was not read since. */
  unreadable(): readonly string[]
}

const isOfTheRecord = (error: unknown): boolean =>
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

/** Not a copy: the methods of a class would be left behind, and each needs the object it belongs to. */
const withOwn = (store: Store, own: Partial<Store>): Store =>
  new Proxy({} as Store, {
    get(_, name: keyof Store) {
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
  const own: Pick<Store, 'load' | 'find'> = {
    async load(lifecycleId, within) {
      try {
        const stored = await store.load(lifecycleId, within)
        if (stored) ids.delete(lifecycleId)
        return stored
      } catch (error) {
        met(lifecycleId, error)
        throw error
      }
    },
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
