import type { Instant } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { clocks } from './clocks.ts'
import { devices } from './devices.ts'
import { disputes } from './disputes.ts'
import { holds } from './holds.ts'
import type { Leaves } from './kit.ts'
import { orders } from './orders.ts'
import { issues, tail } from './tail.ts'
import { transactions } from './transactions.ts'

/** Clocks before orders: an order stays as long as a clock waits for it. */
const leaving = {
  transactions,
  deadlines: clocks,
  orders,
  devices,
  disputes,
  tail,
  issues,
} satisfies { [K in keyof LifecycleContext]?: Leaves<K> }
const each = Object.entries(leaving) as readonly (readonly [
  keyof LifecycleContext,
  Leaves<keyof LifecycleContext>,
])[]

export type Leaving = (context: LifecycleContext, at: Instant) => LifecycleContext

/**
 * The record before the next event, without what has ended and is needed by no rule, clock, sum or open dispute. What an event
 * ends is there until the next one, so that its answer shows it; the journal has all of it.
 */
export const withoutEnded: Leaving = (before, at) => {
  let context = holds(before)
  for (const [name, leaves] of each) {
    const left = leaves(context, at)
    if (left !== context[name]) context = { ...context, [name]: left }
  }
  return context
}

/**
 * The record as its next step finds it: without what has ended. Two records of one life that say the same are equal then, also
 * where an earlier release kept more of what had ended.
 *
 * @example canonicalJson(trimmed(fold(entries))) === canonicalJson(trimmed(stored))
 */
export const trimmed = (record: LifecycleRecord): LifecycleRecord => ({
  ...record,
  context: withoutEnded(record.context, record.at),
})
