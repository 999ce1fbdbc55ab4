import { describe, expect, it } from 'vitest'
import type { OrderKind } from '../../src/domain/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { serial, statusRead } from '../support/samples.ts'
import { lies } from './lies/lies.ts'
import { lying } from './lies/lying.ts'
import { isSeenAndMended } from './lies/seen-and-mended.ts'
import type { Events } from './lies/stages.ts'

/** A sixth of the kinds, in turn; all of them are among the slow tests. */
const mine = Object.entries(lies).map(
  ([name, lie], turn) =>
    [name, lie.kinds.filter((_, index) => index % 6 === turn % Math.min(6, lie.kinds.length)), lie] as const,
)

describe.each(mine)('a mapping that gives %s', (_, kinds, lie) => {
  it.each(kinds)('for %s is seen at once, and mended by a right answer', (kind) =>
    isSeenAndMended(kind, lie, memoryStore()),
  )
})

/** Another kind for each, so that all fifteen have their turn. */
const turns = Object.entries(lies).map(
  ([name, lie], index) => [name, lie.kinds[(index * 4) % lie.kinds.length] as OrderKind, lie] as const,
)

describe('a mapping over a database', () => {
  it.each(turns)('that gives %s for %s is seen at once, and mended by a right answer', (_, kind, lie) =>
    isSeenAndMended(kind, lie, sqliteStore(':memory:')),
  )
})

/** A mapping that is as good as the right one. */
const status: LifecycleEvent = statusRead('off', '2026-03-02T01:00:00Z')
const good: readonly (readonly [string, OrderKind, (right: Events) => Events])[] = [
  ['says more than it was asked', 'payOut', (right) => [status, ...right]],
  ['says only that it was accepted', 'payOut', () => []],
  ['says nothing of any order', 'payOut', () => [status]],
  [
    'says that it was accepted',
    'unbind',
    ([right]) => [{ type: 'order.confirmed', orderId: orderIn(right) }],
  ],
  [
    'does two things at once',
    'eraseDevice',
    (right) => [...right, { type: 'keys.removed', serial, method: 'zeroised' }],
  ],
]
const orderIn = (event: LifecycleEvent | undefined): string =>
  event && 'orderId' in event && event.orderId !== undefined ? event.orderId : expect.fail('no order')

describe('an answer', () => {
  it.each(good)('that %s is taken: %s', async (_, kind, told) => {
    const { order, requirement, failures, work } = await lying(kind, { kinds: [kind], told }, memoryStore())
    await work()
    expect((await order()).status).toBe('confirmed')
    expect(await requirement()).toBeUndefined()
    expect(failures).toEqual([])
  })
})
