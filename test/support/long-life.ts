import type { Actor } from '../../src/domain/index.ts'
import {
  type Command,
  createLifecycle,
  type Lifecycle,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { testClock } from './clock.ts'
import { m1, p1, p2, sys } from './people.ts'
import { batch, cny, serial, start, statusRead, terminal } from './samples.ts'
import { stepped } from './stepped.ts'
import { day, type World, worldOf } from './world.ts'

export interface LongLife {
  /** So many days of a shop that sells, with all that happens to a terminal in them. */
  live(days: number, salesADay: number): Promise<void>
  readonly world: World
  /** What was reported of sales, as it was told. */
  readonly sales: readonly LifecycleEvent[]
  /** Orders that have ended. */
  ended(): number
}

type Sale = Extract<LifecycleEvent, { type: 'transaction.reported' }>

const minute = 60_000

/**
 * A terminal that lives for years: sales in their states, batches and readings each day; each week work of the platform, whose
 * orders the acquirer's systems carry out; requests, notes, disputes and arguments with the host now and then.
 *
 * @param watch sees each record, and what was told before it
 */
export const longLife = (
  watch: (record: LifecycleRecord) => void = () => {},
  { open, step }: Pick<Lifecycle, 'open' | 'step'> = createLifecycle(),
): LongLife => {
  const clock = testClock(start)
  let { record } = open(terminal(), { at: clock.now(), commandId: 'open' })
  let ended = 0
  let today = 0
  const sales: LifecycleEvent[] = []
  const take = (command: Command) => {
    const answer = step(record, command)
    if (!answer.accepted) return answer
    ended += answer.orders.filter(({ status }) => status !== 'ordered').length
    record = answer.record
    watch(record)
    return answer
  }
  const world = worldOf(stepped(clock, () => record, take))
  const tell = (actor: Actor, event: LifecycleEvent) => world.tell(actor, event)
  /** What the acquirer's systems were asked for, they have done. */
  const carryOut = async (): Promise<void> => {
    for (const { orderId, status } of Object.values(record.context.orders))
      if (status === 'ordered') await tell(sys, { type: 'order.confirmed', orderId })
  }
  const sell = async (place: number): Promise<void> => {
    const sale: Sale = {
      type: 'transaction.reported',
      ...{ ref: `${today}-${place}`, kind: 'sale', state: 'completed' },
      ...{ amount: cny(1_000 + place), occurredAt: clock.now(), serial },
    }
    sales.push(sale)
    await tell(sys, sale)
    if (place % 10 === 1) {
      const settled: Sale = { ...sale, state: 'settled' }
      sales.push(settled)
      await tell(sys, settled)
    }
  }
  const work = async (): Promise<void> => {
    const holdId = `work-${today}`
    await tell(p1, { type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE', side: 'platform' })
    await carryOut()
    await tell(sys, statusRead('off', world.at()))
    await tell(p1, { type: 'hold.lifted', holdId })
    await carryOut()
    await tell(sys, statusRead('on', world.at()))
    await carryOut()
  }
  const month = async (): Promise<void> => {
    const name = `m-${today}`
    await tell(m1, { type: 'request.made', requestId: name, kind: 'repair' })
    await tell(p1, { type: 'request.declined', requestId: name, reason: 'no part' })
    await tell(p1, {
      type: 'note.recorded',
      kind: 'followUpOpened',
      text: 'call back',
      followUpId: `f-${today}`,
    })
    await tell(p1, { type: 'followUp.done', followUpId: `f-${today}` })
    // the host says something else than was ordered, for a moment
    await tell(sys, statusRead('off', world.at()))
    await carryOut()
    await tell(sys, statusRead('on', world.at()))
    await carryOut()
    await tell(p2, { type: 'dispute.opened', caseId: name, amount: cny(500), dueAt: world.at() })
    await tell(p2, { type: 'dispute.closed', caseId: name, outcome: 'won', liability: 'provider' })
  }
  const oneDay = async (salesADay: number): Promise<void> => {
    today += 1
    const opening = Date.parse(clock.now())
    for (let place = 0; place < salesADay; place += 1) {
      clock.tick(minute)
      await sell(place)
    }
    await tell(sys, batch(world.at(), `batch-${today}`))
    if (today % 7 === 0) await work()
    if (today % 30 === 0) await month()
    await world.pass(Math.max(minute, day - (Date.parse(clock.now()) - opening)) / day)
    await carryOut()
  }
  return {
    world,
    sales,
    ended: () => ended,
    live: async (days, salesADay) => {
      for (let passed = 0; passed < days; passed += 1) await oneDay(salesADay)
    },
  }
}
