import { createRuntime, type Store, systemEnvironment } from '../../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { otherSide } from './other-side.ts'

export const lives = Array.from({ length: 40 }, (_, n) => `life-${n}`)

const firstDay = '2026-03-02T10:00:00+08:00'
/** By then two clocks have run out that wait for what the other side said it would do. */
const laterDay = '2026-03-03T10:00:00+08:00'

/** Told to each terminal: sale is taken away, people are told so, and the host is read back. */
const event: LifecycleEvent = { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' }

export interface Playing {
  /** File of the other side. */
  effects: string
  /** Hours that the wall clock is ahead: the leases of whoever died before are over. */
  hoursLater?: number | undefined
  /** Told after each effect, before it can be recorded. */
  acted?: (() => void) | undefined
}

/** Is the first day over? Clocks that ran out meanwhile are told as of when they did. */
const isLater = async (store: Store): Promise<boolean> =>
  (await store.lifecycleIds('', 1, '2026-03-02T10:00:00.001+08:00')).length > 0

/** What is told and done from the beginning to the end; who does it again after a crash goes on where the other stopped. */
export async function playOn(store: Store, playing: Playing): Promise<void> {
  const { effects, hoursLater = 0, acted } = playing
  let today = firstDay
  const runtime = createRuntime({
    store,
    services: otherSide(effects, acted),
    clock: { now: () => today },
    environment: { ...systemEnvironment, now: () => Date.now() + hoursLater * 3_600_000 },
    concurrency: lives.length,
  })
  if (!(await isLater(store))) {
    await runtime.openAll(
      lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
    )
    await Promise.all(
      lives.map((lifecycleId) => runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: p1, event })),
    )
    await runtime.drain()
  }
  today = laterDay
  await runtime.drain()
}
