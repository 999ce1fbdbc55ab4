import { describe, expect, it } from 'vitest'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { found } from '../support/late-events.ts'
import { nthCall } from '../support/nth-call.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { manualEnvironment } from './manual-environment.ts'
import { escalation } from './rig.ts'

const ofStore = ['load', 'answered', 'told', 'commit', 'claim', 'release', 'waiting'] as const

const [, inADrawer] = found()
const commands: readonly LifecycleEvent[] = [
  inADrawer,
  escalation,
  { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' },
  { type: 'hold.rescinded', holdId: 'hold-9', reason: 'never placed' },
  escalation,
]

/** A caller that repeats itself until it is answered, and a worker that does until nothing waits. */
async function play(store: Store, plain: Store) {
  const clock = testClock()
  const environment = manualEnvironment()
  const calls = new Map<string, number>()
  const kinds = new Map<string, string>()
  const counting =
    (kind: string) =>
    async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
      calls.set(idempotencyKey, (calls.get(idempotencyKey) ?? 0) + 1)
      kinds.set(idempotencyKey, kind)
      return []
    }
  const services = Object.fromEntries(
    Object.keys(silentServices).map((kind) => [kind, counting(kind)]),
  ) as unknown as Services
  const runtime = createRuntime({ store, services, clock, environment, worker: 'w1', leaseMs: 1_000 })
  const insist = async <Result>(work: () => Promise<Result>): Promise<Result> =>
    work().catch(() => insist(work))

  await insist(() => runtime.open(terminal()))
  const answers = []
  for (const [n, event] of commands.entries()) {
    clock.tick(1_000)
    const command = { lifecycleId: 'life-1', commandId: `c-${n}`, actor: p1, event }
    answers.push((await insist(() => runtime.dispatch(command))).accepted)
    await insist(() => runtime.drain())
  }
  for (let round = 0; round < 5 && (await plain.waiting()).length > 0; round += 1) {
    await environment.advance(30_000)
    await insist(() => runtime.drain())
  }
  const told = (await collect(plain.journal('life-1'))).map(({ commandId }) => commandId)
  const repeated = [...calls.values()].filter((times) => times > 1).length
  const outcome = {
    answers,
    // which version an order belongs to depends on when it was carried out; what is done, and how often, does not
    effects: [...kinds.values()].toSorted(),
    told: told.filter((commandId) => !commandId.includes('#')),
    entries: told.length,
    waiting: await plain.waiting(),
    findings: await insist(() => runtime.audit()),
  }
  return { outcome, repeated }
}

/** Fails at its first call, at its second, and so on, until a run comes to its end without a failure. */
export function nthCallSuite(name: string, make: () => Store): void {
  async function playOver(wrap: (store: Store) => Store) {
    const plain = make()
    const played = await play(wrap(plain), plain)
    await plain.close()
    return played
  }

  describe(`${name} whose n-th call fails`, () => {
    it.each(['before', 'after'] as const)(
      '%s it did its work changes nothing of what comes out',
      async (when) => {
        const clean = await playOver((store) => store)
        expect(clean.outcome).toMatchObject({
          answers: [true, true, true, false, true],
          waiting: [],
          findings: [],
        })
        expect(clean.repeated).toBe(0)

        let repeated = 0
        let n = 0
        for (let reached = true; reached; ) {
          n += 1
          const flaky = nthCall(n, when)
          const played = await playOver((store) => flaky.wrap(store, ofStore))
          reached = flaky.reached()
          repeated += played.repeated
          expect({ n, ...played.outcome }).toEqual({ n, ...clean.outcome })
        }
        // the loop has hit the moments between a call and its record, where only the key keeps the effect single
        expect(repeated).toBeGreaterThan(0)
        expect(n).toBeGreaterThan(50)
      },
    )
  })
}
