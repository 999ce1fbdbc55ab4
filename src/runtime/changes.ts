/** Tells waiting workers of this process that something was committed. */
export interface Changes {
  changed(): void
  /** Resolves at the next change, or when the signal is aborted. */
  next(signal: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>()
  return {
    changed() {
      for (const wake of waiting) wake()
    },
    next: (signal) =>
      new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        if (signal.aborted) wake()
        else signal.addEventListener('abort', wake, { once: true })
      }),
  }
}
