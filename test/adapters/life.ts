import type { LifecycleInput } from 'terminal-lifecycle/machine'
import { createRuntime, type Failure, memoryStore, systemEnvironment } from 'terminal-lifecycle/runtime'
import { byHand, type Call, type HandTask, type OrderKind, type Services } from 'terminal-lifecycle/schemas'
import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1 } from '../support/people.ts'
import { signing } from '../support/signing.ts'

const hour = 3_600_000
export type Acts = readonly (readonly [Actor, LifecycleEvent])[]
export type Life = Awaited<ReturnType<typeof openLife>>

/** What the adapter is made with. */
export interface Around {
  readonly clock: { now(): string }
  readonly rest: Services
}

/** A terminal whose orders an adapter carries out; what it cannot do lies on the desk. Time passes only between acts. */
export async function openLife(input: LifecycleInput, servicesOf: (around: Around) => Services) {
  let now = Date.parse('2026-03-02T01:00:00Z')
  let wall = now
  const clock = {
    now: () => {
      now += 1
      return new Date(now).toISOString()
    },
  }
  const failures: Failure[] = []
  const desk = new Map<string, HandTask>()
  const rest = byHand(async (task, { orderId }: Call) => desk.set(orderId, task))
  const runtime = createRuntime({
    ...{ store: memoryStore(), services: servicesOf({ clock, rest }), clock },
    environment: { ...systemEnvironment, now: () => wall },
    onFailure: (failure) => failures.push(failure),
  })
  await runtime.open(input)
  const { lifecycleId } = input
  const merchant = { ...m1, organisationId: input.merchantId }
  const record = async () => (await runtime.get(lifecycleId, { actor: p1 })) ?? expect.fail('no record')

  /** Everything that is ordered is tried; what failed or is pending, after its pause. */
  async function work(rounds = 3): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await runtime.drain()
      wall += hour
      now += 1_000
    }
  }
  const sign = signing()
  let told = 0
  async function act(...acts: Acts): Promise<void> {
    for (const [actor, event] of acts) {
      told += 1
      now += event.type === 'settlement.confirmed' ? 48 * hour : 1_000
      const who = actor.role === 'merchant' ? merchant : actor
      const signed = await sign(event, await record())
      const answer = await runtime.dispatch({
        lifecycleId,
        commandId: `c-${told}`,
        actor: who,
        event: signed,
      })
      expect(answer.accepted ? answer.issues : [event.type, answer.blockers]).toEqual([])
      await work()
    }
  }
  const orders = async () => Object.values((await record()).context.orders)
  return {
    ...{ runtime, failures, desk, work, act, record, clock },
    /** The last order of this kind. */
    order: async (kind: OrderKind) =>
      (await orders()).findLast((one) => one.kind === kind) ?? expect.fail(`no order ${kind}`),
    /** What is waited for, by everybody: code, whose it is, what clears it. */
    waits: async () => {
      const all = await runtime.requirements(lifecycleId, { actor: p1 })
      return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification]
    },
    /** Tasks of this kind on the desk, in the order in which they came. */
    tasks: (kind: OrderKind) => [...desk.values()].filter((task) => task.kind === kind),
    pass: async (days: number) => {
      now += days * 24 * hour
      await work()
    },
  }
}
