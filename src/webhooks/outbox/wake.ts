/** Tells those who rest that something has changed. */
export interface Wake {
  wake(): void
  /** How often. */
  readonly count: number
  /** Resolves when that is more than `seen`, or when the signal is aborted; it never rejects. */
  next(seen: number, signal: AbortSignal): Promise<void>
}

export function createWake(): Wake {
  const resting = new Set<() => void>()
  let count = 0
  return {
    wake() {
      count += 1
      for (const rise of resting) rise()
    },
    get count() {
      return count
    },
    next: (seen, signal) =>
      new Promise((resolve) => {
        const rise = () => {
          resting.delete(rise)
          signal.removeEventListener('abort', rise)
          resolve()
        }
        resting.add(rise)
        signal.addEventListener('abort', rise, { once: true })
        if (count > seen || signal.aborted) rise()
      }),
  }
}
