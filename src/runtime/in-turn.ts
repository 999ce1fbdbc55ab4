/** Runs tasks with the same key one after another, tasks with different keys side by side. */
export type InTurn = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>

/**
 * Callers in one process wait for each other instead of losing the race for a record's version again and again. Between
 * processes the store's comparison of versions decides.
 */
export function createInTurn(): InTurn {
  const lasts = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const mine = (lasts.get(key) ?? Promise.resolve()).then(task)
    const settled: Promise<unknown> = mine
      .catch(() => undefined)
      .then(() => {
        if (lasts.get(key) === settled) lasts.delete(key)
      })
    lasts.set(key, settled)
    return mine
  }
}
