import { vi } from 'vitest'

/** Lets a call run while time passes as fast as it can, and tells how much of it had passed at each attempt and at the end. */
export const inFakeTime = async <Result>(
  work: (elapsed: () => number) => Promise<Result>,
): Promise<{ result: Result; took: number }> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  try {
    const began = performance.now()
    const elapsed = () => performance.now() - began
    let took: number | undefined
    const running = work(elapsed).finally(() => {
      took = elapsed()
    })
    running.catch(() => {})
    for (let step = 0; took === undefined && step < 200_000; step += 1) {
      // What waits for no timer has its turn first.
      for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      if (took === undefined) await vi.advanceTimersToNextTimerAsync()
    }
    return { result: await running, took: took ?? Number.NaN }
  } finally {
    vi.useRealTimers()
  }
}
