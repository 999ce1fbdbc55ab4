import { orderKinds } from 'terminal-lifecycle/domain'
import type { Store } from 'terminal-lifecycle/runtime'

type Claiming = Pick<Store, 'claim' | 'waiting'>

/**
 * A store that gives nothing out while something is under way, and then what was ordered first, so that a story is the same each
 * time it is told. For a runtime with `concurrency: 1`. Elsewhere one kind of order never waits for another.
 */
export const oneByOne = <Whole extends Claiming>(store: Whole): Whole => ({
  ...store,
  claim: async (query) => {
    const isBusy = [...orderKinds, 'timers' as const].some((lane) => query.room[lane] !== 1)
    if (isBusy) return []
    const timers = await store.claim({ ...query, room: { timers: 1 } })
    if (timers.length > 0) return timers
    for (const kind of new Set((await store.waiting()).map((order) => order.kind))) {
      const orders = await store.claim({ ...query, room: { [kind]: 1 } })
      if (orders.length > 0) return orders
    }
    return []
  },
})
