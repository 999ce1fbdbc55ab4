import { benchRuntime, newLives, openAll, tellAll } from '../../bench/lives.ts'
import type { Store } from '../../src/runtime/index.ts'
import { canonicalJson } from '../../src/schemas/index.ts'
import { collect } from './collect.ts'

/** So many lives as the golden journals tell theirs, told side by side. */
export async function benchLives(store: Store, count: number): Promise<void> {
  const runtime = benchRuntime(store)
  const lives = newLives(count)
  await openAll(runtime, lives)
  await tellAll(runtime, lives, 4)
}

/** All that can be asked of a store; what was never tried is shown as tried once, as a restoration leaves it. */
export const pictureOf = async (store: Store) => {
  const ids = await store.lifecycleIds('', 1_000)
  const changes = await store.changes({ after: null, limit: 10_000 })
  const lives = ids.map(async (id) => ({
    stored: await store.load(id),
    journal: await collect(store.journal(id)),
    orders: (await store.waiting(id)).map((order) => ({ ...order, attempts: Math.max(1, order.attempts) })),
    timers: await store.timers(id),
    work: (await store.workOf(id)).map((row) => canonicalJson(row)).sort(),
  }))
  return { lives: await Promise.all(lives), changes }
}

/** A store that is killed at one of its commits: what came before stands, and it answers nobody any more. */
export const dyingAt = (store: Store, commit: number): Store => {
  let left = commit
  return {
    ...store,
    commit: async (changes) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return store.commit(changes)
    },
  }
}
