import { expect } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { everywhere } from './claiming.ts'
import { changeTo } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const at = '2026-03-02T10:00:00+08:00'

const calls: Readonly<Record<string, (store: Store) => unknown>> = {
  load: (store) => store.load('life-a'),
  answered: (store) => store.answered('life-a', 'command-1'),
  commit: async (store) => store.commit([await changeTo({ lifecycleId: 'life-b' })]),
  waiting: (store) => store.waiting(),
  next: (store) => store.next(0, everywhere),
  timers: (store) => store.timers('life-a'),
  health: (store) => store.health(at),
  find: (store) => store.find({}),
  workOf: (store) => store.workOf('life-a'),
  lifecycleIds: (store) => store.lifecycleIds('', 10),
  journal: (store) => store.journal('life-a')[Symbol.asyncIterator]().next(),
}

export const closeCases: readonly StoreCase[] = [
  {
    name: 'that was closed refuses every call, and is closed again without one',
    async run(store) {
      await store.commit([await changeTo({ lifecycleId: 'life-a' })])
      await store.close()
      await store.close()
      for (const [name, call] of Object.entries(calls))
        await expect((async () => call(store))(), `${name} of a closed store`).rejects.toMatchObject({
          code: 'STORE_FAILED',
          failure: 'closed',
        })
    },
  },
]
