import { afterEach, beforeEach, describe, it } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { betweenCases } from './conformance-between.ts'
import { changesCases } from './conformance-changes.ts'
import { claimCases } from './conformance-claim.ts'
import { closeCases } from './conformance-close.ts'
import { commitCases } from './conformance-commit.ts'
import { filterCases } from './conformance-filters.ts'
import { findCases } from './conformance-find.ts'
import { healthCases } from './conformance-health.ts'
import { laneCases } from './conformance-lanes.ts'
import { purgeCases } from './conformance-purge.ts'
import { restoreCases } from './conformance-restore.ts'
import { scopeCases } from './conformance-scope.ts'
import { toldCases } from './conformance-told.ts'
import { workCases } from './conformance-work.ts'

/** One thing that every store does. */
export interface StoreCase {
  /** Continues "a store …". */
  readonly name: string
  readonly run: (store: Store) => Promise<void>
}

const storeCases: readonly StoreCase[] = [
  ...commitCases,
  ...toldCases,
  ...betweenCases,
  ...claimCases,
  ...laneCases,
  ...changesCases,
  ...findCases,
  ...filterCases,
  ...scopeCases,
  ...healthCases,
  ...workCases,
  ...purgeCases,
  ...restoreCases,
  ...closeCases,
]

/** Holds a store to what the runtime relies on; `open` gives an empty one for each case. */
export function storeConformance(name: string, open: () => Promise<Store>): void {
  describe(`${name}: a store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    for (const { name: sentence, run } of storeCases) it(sentence, () => run(store))
  })
}
