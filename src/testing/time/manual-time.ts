import { InvalidInputError } from '../../errors/index.ts'
import type { Clock, Environment } from '../../runtime/index.ts'
import { readScenario, type ScenarioName } from '../scenarios/scenarios.ts'

/** Business time and wall time that stand still until a test moves them. */
export interface ManualTime {
  /** Business time, for runtime and mock. */
  readonly clock: Clock
  /** Wall time, sleep, chance and ids, for the runtime. Chance is always the same, and ids count up. */
  readonly environment: Environment
  /** Both go on by so many milliseconds; whoever sleeps until then wakes. */
  advance(ms: number): void
  /** Wall time alone goes on: back-offs and leases run out while nothing becomes due. */
  wait(ms: number): void
  /** Business time alone is set, also back, and the clock is right again. @param at ISO 8601 */
  set(at: string): void
  /**
   * Puts the clock wrong as a scenario says, such as `clock-jumps-a-day-back`.
   *
   * @throws InvalidInputError naming a scenario that is none of a clock's.
   */
  play(name: ScenarioName): void
}

/** Of what is no time nobody would ever wake. */
const checkTime = (ms: number): void => {
  if (!Number.isFinite(ms)) throw new InvalidInputError({ issues: [{ path: '/ms', code: 'OUT_OF_RANGE' }] })
}

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/**
 * Time for tests: nothing waits, nothing depends on when the test runs.
 *
 * @param from ISO 8601.
 * @example
 * const time = manualTime('2026-03-02T09:00:00+08:00')
 * const runtime = createRuntime({ store, services, clock: time.clock, environment: time.environment })
 * time.advance(3 * 86_400_000)
 * await runtime.drain()
 */
export const manualTime = (from = '2026-03-02T09:00:00.000+08:00'): ManualTime => {
  let business = Date.parse(from)
  let wrongBy = 0
  let wall = business
  let made = 0
  const sleepers = new Set<Sleeper>()
  const wait = (ms: number): void => {
    checkTime(ms)
    wall += ms
    for (const sleeper of [...sleepers]) if (sleeper.until <= wall) sleeper.wake()
  }
  return {
    clock: { now: () => new Date(business + wrongBy).toISOString() },
    environment: {
      now: () => wall,
      random: () => 0.5,
      uuid: () => {
        made += 1
        return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
      },
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          const sleeper: Sleeper = {
            until: wall + milliseconds,
            wake: () => {
              sleepers.delete(sleeper)
              signal?.removeEventListener('abort', sleeper.wake)
              resolve()
            },
          }
          sleepers.add(sleeper)
          if (signal?.aborted || milliseconds <= 0) sleeper.wake()
          else signal?.addEventListener('abort', sleeper.wake, { once: true })
        }),
    },
    advance: (ms) => {
      checkTime(ms)
      business += ms
      wait(ms)
    },
    wait,
    set: (at) => {
      wrongBy = 0
      business = Date.parse(at)
    },
    play: (name) => {
      const { clock } = readScenario(name, {}, ['clock'])
      if (!clock) return
      if ('from' in clock) business = Date.parse(clock.from)
      else if ('wrongBy' in clock) wrongBy = clock.wrongBy
      else business += clock.jumpsBy
    },
  }
}
