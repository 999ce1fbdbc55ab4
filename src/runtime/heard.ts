import type { Store } from './store.ts'

/** Listens to a store for as long as somebody waits for what others commit. */
export interface Heard {
  /** From now on; to be called once it is no longer wanted. */
  begin(): () => void
  during<Result>(work: () => Promise<Result>): Promise<Result>
}

/** @param changed told whenever others may have committed something. */
export function createHeard(store: Pick<Store, 'listen'>, changed: () => void): Heard {
  let wanted = 0
  let stop: (() => void) | undefined

  function begin(): () => void {
    wanted += 1
    if (wanted === 1) stop = store.listen?.(changed)
    return () => {
      wanted -= 1
      if (wanted === 0) stop?.()
    }
  }
  return {
    begin,
    async during(work) {
      const end = begin()
      try {
        return await work()
      } finally {
        end()
      }
    },
  }
}
