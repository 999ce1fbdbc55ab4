import { describe, expect, it } from 'vitest'
import { misfits } from '../../src/machine/index.ts'
import type { LifecycleEvent, Order, OrderKind } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { batch, cny, paper, serial, statusRead } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const orderOf = async (world: World, kind: OrderKind): Promise<Order> =>
  (await world.orders()).findLast((order) => order.kind === kind) ?? expect.fail(`no order ${kind}`)

/** Why what a service told is no answer to its order, in the life as it is. */
const unfit = async (world: World, order: Order, ...told: readonly LifecycleEvent[]) =>
  misfits(await world.context(), order, told)

const justAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString()
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
const stated = (upTo: string): LifecycleEvent => ({
  type: 'settlement.stated',
  statementId: 'statement-1',
  upTo,
  net: cny(50_000),
})

/** Given up, and switched off: the host is asked for its batch, then for its statement. */
const closing = async () => {
  const world = openPlay()
  await run(world, approved, saleOff)
  return world
}

describe('what a service told is an answer to its order', () => {
  it('where a statement goes as far as it was asked for, and not a moment less', async () => {
    const world = await closing()
    await run(world, drained)
    const order = await orderOf(world, 'requestStatement')
    const { upTo } = order.params as { upTo: string }
    expect(await unfit(world, order, stated(upTo))).toEqual([])
    expect(await unfit(world, order, stated(justBefore(upTo)))).toEqual(['STATEMENT_STALE'])
  })

  it('where a batch has the last transaction of its device in it', async () => {
    const world = await closing()
    const order = await orderOf(world, 'uploadBatch')
    const last = (await world.context()).devices[serial]?.lastTransactionAt ?? expect.fail('never used')
    expect(await unfit(world, order, batch(last, 'batch-1'))).toEqual([])
    expect(await unfit(world, order, batch(justBefore(last), 'batch-1'))).toEqual(['DEVICE_NOT_DRAINED'])
    const other = { ...batch(last, 'batch-1'), serial: 'another' } as LifecycleEvent
    expect(await unfit(world, order, other)).toEqual(['WRONG_SERIAL'])
  })

  it('where the host was read since it was asked to be', async () => {
    const world = openPlay()
    await world.tell(p1, { type: 'hold.placed', holdId: 'own', code: 'ACCOUNT_ARREARS' })
    const { orderId } = await orderOf(world, 'disableAcceptance')
    await world.tell(sys, { type: 'order.confirmed', orderId })
    const order = await orderOf(world, 'readStatus')
    const { orderedAt } = order
    expect(await unfit(world, order, statusRead('off', justAfter(orderedAt)))).toEqual([])
    // what is read at the very instant proves nothing
    for (const early of [orderedAt, justBefore(orderedAt)])
      expect(await unfit(world, order, statusRead('off', early))).toEqual(['STALE_READ'])
    // one that is young enough is an answer, whatever older one comes with it
    const both = [statusRead('on', justBefore(orderedAt)), statusRead('off', justAfter(orderedAt))]
    expect(await unfit(world, order, ...both)).toEqual([])
    expect(await unfit(world, order)).toEqual([])
  })

  it('where it speaks of what was ordered: of another wipe, another result or another order it is none', async () => {
    const world = await closing()
    const order = await orderOf(world, 'uploadBatch')
    expect(order.params).toMatchObject({ serial })
    const other: LifecycleEvent = { type: 'keys.removed', serial, method: 'revokedAtHost' }
    expect(await unfit(world, order, other)).toEqual(['RESULT_UNKNOWN'])
    const accepted = (orderId: string): LifecycleEvent => ({ type: 'order.confirmed', orderId })
    expect(await unfit(world, order, accepted('another'))).toEqual(['ORDER_UNKNOWN'])
    expect(await unfit(world, order, accepted('another'), other)).toEqual(['ORDER_UNKNOWN', 'RESULT_UNKNOWN'])
    expect(await unfit(world, order, accepted(order.orderId))).toEqual([])
    // a status says nothing of another order, and may come with any answer
    expect(await unfit(world, order, statusRead('off', world.at()))).toEqual([])
    // whatever else comes with an answer, the answer is there
    expect(await unfit(world, order, other, accepted(order.orderId))).toEqual([])
  })

  it('where a wipe was of the device that was to be wiped', async () => {
    const world = await closing()
    await run(world, drained)
    const waived: LifecycleEvent = {
      type: 'backup.waived',
      serial,
      statement: paper('server_side_records_statement'),
    }
    await world.tell(p1, { type: 'act.proposed', act: waived as never })
    await world.tell(p2, waived)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    const order = await orderOf(world, 'eraseDevice')
    const wiped = (one: string): LifecycleEvent => ({
      type: 'erasure.completed',
      serial: one,
      method: 'purge',
      tool: 'vendor tool 4',
    })
    expect(await unfit(world, order, wiped(serial))).toEqual([])
    expect(await unfit(world, order, wiped('another'))).toEqual(['WRONG_SERIAL'])
    await world.tell(sys, wiped(serial))
  })
})
