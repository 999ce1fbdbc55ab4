import type { Store } from '../../../src/runtime/index.ts'
import type { Process } from './process.ts'

/** Wakes those who listen in other processes; a hint may get lost. */
export class Hints {
  readonly #listeners = new Map<() => void, Process>()

  listen(process: Process, changed: () => void): () => void {
    this.#listeners.set(changed, process)
    return () => this.#listeners.delete(changed)
  }

  tell(from: Process): void {
    for (const [changed, process] of this.#listeners) {
      if (process === from || process.isDead || from.world.hits('hintLost', process.name)) continue
      process.world.scheduler.after(1, `${process.name} hears`, () => {
        if (!process.isDead) changed()
      })
    }
  }
}

/** One call of something that keeps things: before it, it, and after it, with what goes wrong at each. */
const kept = async <Result>(
  process: Process,
  label: string,
  isWrite: boolean,
  carryOut: () => Promise<Result>,
): Promise<Result> => {
  const { world } = process
  const where = `${process.name} ${label}`
  await process.hop(label)
  if (isWrite && world.hits('crashBeforeCommit', where)) return process.crash()
  if (world.hits('storeBusy', where)) throw process.failedBy('busy')
  if (world.hits('storeUnavailable', where)) throw process.failedBy('unavailable')
  if (isWrite && world.hits('storeFull', where)) throw process.failedBy('full')
  const result = await carryOut()
  if (!isWrite) return result
  if (world.hits('crashAfterCommit', where)) return process.crash()
  if (world.hits('tornAcknowledge', where)) throw process.failedBy('unavailable')
  await process.hop(`${label} done`)
  return result
}

/** Every method of something that keeps things, as one process sees it. */
export const seenBy = <Home extends object>(
  process: Process,
  home: Home,
  name: string,
  writes: readonly (keyof Home)[],
): Home => {
  const methods = Object.entries(home).map(([method, call]) => [
    method,
    typeof call === 'function'
      ? (...given: unknown[]) =>
          kept(process, `${name}.${method}`, writes.includes(method as keyof Home), async () =>
            call(...given),
          )
      : call,
  ])
  // Each method is made from the method of its name.
  return Object.fromEntries(methods) as Home
}

/** The store as one process sees it. */
export const storeOf = (process: Process, inner: Store, hints: Hints): Store => ({
  ...seenBy(process, inner, 'store', ['commit', 'claim', 'release']),
  commit: (changes) =>
    kept(process, 'store.commit', true, async () => {
      const outcomes = await inner.commit(changes)
      hints.tell(process)
      return outcomes
    }),
  async *journal(lifecycleId, after) {
    await process.hop('store.journal')
    yield* inner.journal(lifecycleId, after)
  },
  listen: (changed) => hints.listen(process, changed),
})
