/** Tells waiting workers of this process that something was committed. */
export interface Changes {
  changed(): void
  /** How many there have been. */
  readonly count: number
  /** Resolves when there have been more than `seen`, or when the signal is aborted. */
  next(seen: number, signal: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>()
  let count = 0
  return {
    changed() {
      count += 1
      for (const wake of waiting) wake()
    },
    get count() {
      return count
    },
    next: (seen, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        signal.addEventListener('abort', wake, { once: true })
        if (count > seen || signal.aborted) wake()
      }),
  }
}
