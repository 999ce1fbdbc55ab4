import { isTerminalLifecycleError } from '../errors/index.ts'
import type { Store } from './store.ts'

/** So many are named; where more cannot be read, something else is wrong. */
const mostNamed = 1_000

export interface Watched {
  store: Store
  /** Lives whose record could not be read when somebody wanted it, and was not read since. */
  unreadable(): readonly string[]
}

const isOfTheRecord = (error: unknown): boolean =>
  isTerminalLifecycleError(error) && (error.code === 'CORRUPT_RECORD' || error.code === 'FUTURE_VERSION')

/** The same store, with a memory for records that cannot be read. */
export function watched(store: Store): Watched {
  const ids = new Set<string>()
  const met = (lifecycleId: string, error: unknown) => {
    if (isOfTheRecord(error) && ids.size < mostNamed) ids.add(lifecycleId)
  }
  return {
    unreadable: () => [...ids].sort(),
    store: {
      ...store,
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
        const records = await store.find(
          query,
          skipped &&
            ((lifecycleId, error) => {
              met(lifecycleId, error)
              skipped(lifecycleId, error)
            }),
          within,
        )
        for (const { lifecycleId } of records) ids.delete(lifecycleId)
        return records
      },
    },
  }
}
