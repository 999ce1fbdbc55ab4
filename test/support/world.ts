import { expect } from 'vitest'
import {
  type Actor,
  type BlockerCode,
  defaultPolicy,
  type LifecyclePolicy,
  orderKinds,
} from '../../src/domain/index.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import type {
  Accepted,
  Answer,
  LifecycleContext,
  LifecycleInput,
  LifecycleRecord,
  StateValue,
} from '../../src/machine/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import type { LifecycleEvent, Order, Services } from '../../src/schemas/index.ts'
import { testClock } from './clock.ts'
import { ordersGiven } from './orders-given.ts'
import { asP1 } from './people.ts'
import { start, terminal } from './samples.ts'
import { signing } from './signing.ts'

/** One terminal that is told what happens; every command comes a second later than the last. */
export interface World {
  send(actor: Actor, event: LifecycleEvent): Promise<Answer>
  /** Must be accepted; says why if it is not. */
  tell(actor: Actor, event: LifecycleEvent): Promise<Accepted>
  /** Must be refused with exactly these codes. */
  refuse(actor: Actor, event: LifecycleEvent, ...codes: BlockerCode[]): Promise<void>
  /** Lets days pass; clocks that run out meanwhile are told. */
  pass(days: number): Promise<void>
  /** A moment later than everything told so far. */
  at(): string
  record(): Promise<LifecycleRecord>
  value(): Promise<StateValue>
  context(): Promise<LifecycleContext>
  /** All that were ever given, as they last stood. */
  orders(): Promise<readonly Order[]>
}

/** How a story gets its terminal; the same stories run over pure steps and over every store. */
export type OpenWorld = (input?: LifecycleInput, from?: string, policy?: LifecyclePolicy) => Promise<World>
export type Stories = Readonly<Record<string, (open: OpenWorld) => Promise<void>>>

export const day = 24 * 3_600_000

/** A form that is refused before the machine sees it; anything else is thrown on. */
const misfitIn = (thrown: unknown): InvalidInputError => {
  if (thrown instanceof InvalidInputError && thrown.issues.length > 0) return thrown
  throw thrown
}

/** The conveniences that every world has, over its three verbs. */
export const worldOf = (
  own: Pick<World, 'send' | 'pass' | 'at' | 'record'> & Partial<Pick<World, 'orders'>>,
): World => ({
  orders: async () => Object.values((await own.record()).context.orders),
  ...own,
  tell: async (actor, event) => {
    const answer = await own.send(actor, event)
    if (!answer.accepted) expect.fail(`${event.type} was refused: ${JSON.stringify(answer.blockers)}`)
    return answer
  },
  refuse: async (actor, event, ...codes) => {
    const answer = await own.send(actor, event).catch(misfitIn)
    if (answer instanceof InvalidInputError) {
      // the door reads the form alone: it says what is wrong with the form, and not what the record adds
      for (const { code } of answer.issues) expect(codes).toContain(code)
      return
    }
    const got = answer.accepted ? 'accepted' : answer.blockers.map(({ code }) => code)
    expect({ event: event.type, codes: got }).toEqual({ event: event.type, codes })
  },
  value: async () => (await own.record()).value,
  context: async () => (await own.record()).context,
})

/** Services that accept everything and tell nothing more; the stories tell the facts themselves. */
export const silentServices = Object.fromEntries(
  orderKinds.map((kind) => [kind, () => Promise.resolve([])]),
) as unknown as Services

/** Behind a runtime: every command goes through `dispatch`. */
export const openWorld = async (
  input: LifecycleInput = terminal(),
  from: string = start,
  store: Store = memoryStore(),
  policy: LifecyclePolicy = defaultPolicy,
) => {
  const clock = testClock(from)
  // What the machine says to whoever speaks; who may come at all is a story of its own (test/runtime/strangers.test.ts).
  const orders = ordersGiven()
  const runtime = createRuntime({
    store: orders.noting(store),
    services: silentServices,
    clock,
    policy,
    access: 'any',
  })
  await runtime.open(input)
  const { lifecycleId } = input
  let told = 0
  const sign = signing()
  const world = worldOf({
    orders: async () => orders.all(),
    at: clock.next,
    send: async (actor, event) => {
      clock.tick(1_000)
      told += 1
      const commandId = `command-${told}`
      const record = 'digest' in event ? await runtime.get(lifecycleId, asP1) : undefined
      const signed = await sign(event, record)
      return runtime.dispatch({ lifecycleId, commandId, actor, event: signed })
    },
    pass: async (days) => {
      clock.tick(days * day)
      await runtime.drain()
    },
    record: async () => {
      const found = await runtime.get(lifecycleId, asP1)
      if (found === undefined) throw new Error(`No record of ${lifecycleId}`)
      return found
    },
  })
  return { ...world, runtime, lifecycleId }
}
