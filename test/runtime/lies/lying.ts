import { expect } from 'vitest'
import type { EventType, OrderKind } from '../../../src/domain/index.ts'
import type { Store } from '../../../src/runtime/index.ts'
import type { Call, Services } from '../../../src/schemas/index.ts'
import { asP1, p1 } from '../../support/people.ts'
import { worldOf } from '../../support/world.ts'
import { rig } from '../rig.ts'
import type { Lie } from './lies.ts'
import { type Events, stages } from './stages.ts'

const hour = 3_600_000
const day = 24 * hour

/** A life with an order of this kind, and a mapping that tells the lie until it is put right. */
export async function lying(kind: OrderKind, { told }: Lie, store: Store) {
  const right = stages[kind].right as (params: unknown, call: Call, now: string) => Events
  let isRight = false
  let answers: (truth: Events) => unknown = (truth) => truth
  const service = async (params: never, call: Call): Promise<Events> => {
    const truth = right(params, call, own.clock.next())
    return (isRight ? truth : answers(truth)) as Events
  }
  const own = await rig({ store, services: { [kind]: service } as Partial<Services> })
  const world = worldOf({
    at: own.clock.next,
    record: own.record,
    send: (actor, event) => own.send(event, actor),
    pass: async (days) => {
      own.clock.tick(days * day)
      await own.runtime.drain()
    },
  })
  for (const part of stages[kind].reached) await part(world)
  answers = told

  const order = async () =>
    (await own.orders()).find((one) => one.kind === kind) ?? expect.fail(`no order ${kind}`)
  /** What the provider has to do about the order. */
  const requirement = async () => {
    const { orderId } = await order()
    const { currentlyDue, pastDue } = await own.runtime.requirements('life-1', { actor: p1 })
    return [...currentlyDue, ...pastDue].find(({ ref }) => ref === orderId)
  }
  /** The same, as the work list of all lives has it. */
  const listed = async () => {
    const { orderId } = await order()
    const { items } = await own.runtime.work({ owner: 'provider' }, { actor: p1 })
    return items.find(({ ref }) => ref === orderId)
  }
  /** Types of what was told since. */
  const since = async (version: number): Promise<readonly EventType[]> => {
    const types: EventType[] = []
    for await (const { cause } of own.runtime.journal('life-1', { ...asP1, after: version }))
      if ('type' in cause) types.push(cause.type)
    return types
  }
  return {
    ...own,
    order,
    requirement,
    listed,
    since,
    /** Past every pause, so that what failed is tried once more. */
    work: async () => {
      own.clock.tick(hour)
      await own.environment.advance(day)
      await own.runtime.drain()
    },
    putRight: () => {
      isRight = true
    },
  }
}
