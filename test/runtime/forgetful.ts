import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { Store } from '../../src/runtime/index.ts'

const isUnfinished = ({ state }: { state: string }) => state === 'authorised' || state === 'pending'

/** As it stands long after: no report is remembered any more, and transactions that are final have left. */
const longAfter = (record: LifecycleRecord): LifecycleRecord => {
  const { context } = record
  const open = Object.entries(context.transactions).filter(([, one]) => isUnfinished(one))
  return { ...record, context: { ...context, told: {}, transactions: Object.fromEntries(open) } }
}

/** A store whose records have forgotten all that they ever may; with `knows: false` it knows no report by its key either. */
export const forgetful = (store: Store) => {
  const switches = { knows: true }
  const aged: Store = {
    ...store,
    newest: undefined,
    load: async (lifecycleId, within) => {
      const stored = await store.load(lifecycleId, within)
      return stored && { ...stored, record: longAfter(stored.record) }
    },
    told: async (lifecycleId, key) => (switches.knows ? store.told(lifecycleId, key) : undefined),
  }
  return { store: aged, switches }
}
