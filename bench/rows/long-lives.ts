import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { longLife } from '../../test/support/long-life.ts'
import { p1, sys } from '../../test/support/people.ts'
import { cny, serial } from '../../test/support/samples.ts'
import type { Row } from '../compare.ts'

const { step } = createLifecycle()

const sale = (ref: string, at: string) =>
  ({
    ...{ type: 'transaction.reported', ref, kind: 'sale', state: 'completed' },
    ...{ amount: cny(100), occurredAt: at, serial },
  }) as const satisfies LifecycleEvent

const after = async (...times: readonly (readonly [days: number, salesADay: number])[]) => {
  const life = longLife()
  for (const [days, salesADay] of times) await life.live(days, salesADay)
  // what is over leaves now, and not with each of the steps that are measured: hours with a report, all else with what comes next
  await life.world.tell(sys, sale('from-here', life.world.at()))
  await life.world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'it is measured' })
  return life.world.record()
}

// A day after its opening; ten years later, with 3 000 orders and a thousand transactions a month that ended; in a busy week.
const young = await after([1, 1])
const old = await after([3_640, 2])
const busy = await after([5, 485])

/**
 * Ten times fifteen sales, each told to the record that the one before has left, as in a life; never so many that the young record is a
 * busy one.
 */
const sell = (record: LifecycleRecord) => (): void => {
  const from = Date.parse(record.at)
  let before = record
  for (let place = 0; place < 150; place += 1) {
    if (place % 15 === 0) before = record
    const at = new Date(from + 1_000 * (place + 1)).toISOString()
    const answer = step(before, {
      commandId: `sale-${place}`,
      at,
      actor: sys,
      event: sale(`sale-${place}`, at),
    })
    if (!answer.accepted) throw new Error(`sale-${place} is refused`)
    before = answer.record
  }
}

export const rows: readonly Row[] = [
  {
    name: 'step, after ten years and 3 000 ended orders',
    reference: 'the same step on the second day',
    budget: 1.3,
    candidate: sell(old),
    control: sell(young),
  },
  {
    name: 'step, with 1 600 reports in the repeat window',
    reference: 'the same step on the second day',
    budget: 1.3,
    candidate: sell(busy),
    control: sell(young),
  },
]
