import { vi } from 'vitest'
import type { Environment } from '../../src/runtime/index.ts'

interface Sleeper {
  until: number
  wake: () => void
}

/** Wall time that moves only when it is told to, and chance that is always the same. */
export function manualEnvironment(random = 1 - Number.EPSILON): Environment & {
  advance(milliseconds: number): Promise<void>
  readonly sleepers: ReadonlySet<Sleeper>
} {
  let now = 1_000_000
  let made = 0
  const sleepers = new Set<Sleeper>()
  return {
    sleepers,
    now: () => now,
    random: () => random,
    uuid: () => `uuid-${++made}`,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const sleeper = {
          until: now + milliseconds,
          wake: () => {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', sleeper.wake)
            resolve()
          },
        }
        sleepers.add(sleeper)
        if (signal?.aborted) sleeper.wake()
        else signal?.addEventListener('abort', sleeper.wake, { once: true })
      }),
    async advance(milliseconds) {
      now += milliseconds
      for (const sleeper of [...sleepers]) if (sleeper.until <= now) sleeper.wake()
      await settled()
    },
  }
}

/** What can go on without time passing has very likely gone on; to see that something did not happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1))
}

/** Something that must come true without time passing, however busy the machine is. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 300_000, interval: 2 })
