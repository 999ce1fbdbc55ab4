import { expect } from 'vitest'
import type { OrderKind } from '../../../src/domain/index.ts'
import type { Store } from '../../../src/runtime/index.ts'
import type { Lie } from './lies.ts'
import { lying } from './lying.ts'

/** A lie is somebody's task at once, everywhere where tasks are looked for, and ends with a right answer. */
export async function isSeenAndMended(kind: OrderKind, lie: Lie, store: Store): Promise<void> {
  const { order, requirement, listed, failures, work, putRight, since, record } = await lying(
    kind,
    lie,
    store,
  )
  await work()
  const { orderId } = await order()
  const due = await requirement()
  expect(due).toMatchObject({ ref: orderId, owner: 'provider' })
  expect(await listed()).toMatchObject({ lifecycleId: 'life-1', code: due?.code, ref: orderId })
  expect(failures).toContainEqual(expect.objectContaining({ lifecycleId: 'life-1', orderId }))

  const { version } = await record()
  putRight()
  await work()
  const told = await since(version)
  expect(told.filter((type) => due?.clearedBy.includes(type))).not.toEqual([])
  expect((await order()).status).not.toBe('ordered')
  expect(await requirement()).toBeUndefined()
  expect(await listed()).toBeUndefined()
}
