import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, byTwo, drained, erased, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { batch, cny, digestOf, paper, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const authorise: LifecycleEvent = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }

const verified: LifecycleEvent = { type: 'erasure.verified', serial }

const cancelled: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}

const court: LifecycleEvent = {
  type: 'hold.placed',
  holdId: 'court',
  code: 'AUTHORITY_ORDER',
  caps: ['erasure'],
  orderRef: 'court-1',
}

const authority = { ...p1, onBehalfOf: 'authority' } as const

const wiped = (orderId?: string): LifecycleEvent => ({
  type: 'erasure.completed',
  serial,
  method: 'purge',
  tool: 'remote',
  ...(orderId !== undefined && { orderId }),
})

const deviceOf = async ({ context }: World) => (await context()).devices[serial]

/** Ready to be wiped, and somebody has begun; the other side may have said that it will. */
const wiping = async (world: World, accepted: boolean): Promise<string> => {
  await run(world, approved, saleOff, drained, backedUp)
  await world.tell(p1, authorise)
  const orderId = await orderOf(world, 'eraseDevice')
  await world.tell(sys, { type: 'order.claimed', orderId })
  if (accepted) await world.tell(sys, { type: 'order.confirmed', orderId })
  return orderId
}

/** How a device is wiped, and what its wipe rests on. */
export const erasureStories: Stories = {
  'a wipe that somebody has begun cannot be called off by cancelling the closure': async (open) => {
    const world = await open()
    const orderId = await wiping(world, false)
    await world.tell(authority, court)
    await world.refuse(p1, cancelled, 'IRREVERSIBLE_ACT_DONE')
    await world.tell(sys, { type: 'erasure.failed', serial, reason: 'not reached', orderId })
    await world.tell(p1, cancelled)
  },

  'a wipe that its receiver has accepted cannot be called off either, unless it is told to have failed':
    async (open) => {
      const world = await open()
      const orderId = await wiping(world, true)
      await world.tell(authority, court)
      await world.refuse(p1, cancelled, 'IRREVERSIBLE_ACT_DONE')
      await world.tell(sys, { type: 'erasure.failed', serial, reason: 'not reached', orderId })
      await world.tell(p1, cancelled)
    },

  'the end of a wipe that lost its authorisation does not count for the next one': async (open) => {
    const world = await open()
    const first = await wiping(world, true)
    await world.tell(authority, court)
    await world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' })
    await world.tell(p1, authorise)
    await world.tell(sys, { type: 'erasure.failed', serial, reason: 'timeout', orderId: first })
    expect((await deviceOf(world))?.erasure).toBe('authorised')
    const { issues } = await world.tell(sys, wiped(first))
    expect(issues.map(({ code }) => code)).toEqual(['UNAUTHORISED_ERASURE'])
    await world.refuse(p2, verified, 'ERASURE_NOT_COMPLETED')
    await world.tell(sys, wiped(await orderOf(world, 'eraseDevice')))
    await world.tell(p2, verified)
  },

  'the end of a wipe that is told a second time is no second wipe': async (open) => {
    const world = await open()
    const orderId = await wiping(world, false)
    await world.tell(sys, wiped(orderId))
    expect(await world.tell(sys, wiped(orderId))).toMatchObject({ noop: true })
    await world.tell(p2, verified)
    expect(await world.tell(sys, wiped(orderId))).toMatchObject({ noop: true })
    expect((await world.context()).issues).toEqual([])
  },

  'an erasure that its verifier finds undone is authorised and done again': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(p1, authorise)
    await world.tell(p1, wiped())
    await world.tell(p2, { type: 'erasure.failed', serial, reason: 'journal still readable' })
    await world.refuse(p2, verified, 'ERASURE_NOT_COMPLETED')
    await run(world, erased)
    expect((await deviceOf(world))?.erasure).toBe('verified')
  },

  'what was ordered to be erased is no longer to be erased once the device is given up': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.pass(20)
    await world.tell(p1, authorise)
    await byTwo(world, { type: 'device.declaredUnreturned', serial })
    await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
    expect((await deviceOf(world))?.erasure).toBe('moot')
    const orderId = await orderOf(world, 'eraseDevice')
    expect((await world.context()).orders[orderId]?.status).toBe('cancelled')
  },

  'a back-up that claims to reach into the future covers no later transaction': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const hash = digestOf('backup')
    await world.tell(m1, {
      type: 'backup.recorded',
      serial,
      upTo: '2099-01-01T00:00:00Z',
      hash,
      method: 'computer',
      encrypted: true,
      containsCardholderData: false,
    })
    await world.tell(sys, { type: 'backup.verified', serial, hash })
    await world.tell(sys, {
      type: 'transaction.reported',
      ref: 'late',
      kind: 'sale',
      state: 'settled',
      amount: cny(500),
      occurredAt: world.at(),
    })
    await world.tell(sys, batch(world.at(), 'batch-2'))
    await world.refuse(p1, authorise, 'BACKUP_STALE')
  },

  'a back-up that was waived stands for what was known then, not for what is sold a year later': async (
    open,
  ) => {
    const world = await open()
    const statement = paper('server_side_records_statement')
    await byTwo(world, { type: 'backup.waived', serial, statement })
    await world.pass(300)
    await world.tell(sys, {
      type: 'transaction.reported',
      ref: 'much-later',
      kind: 'sale',
      state: 'settled',
      amount: cny(500),
      occurredAt: world.at(),
    })
    await run(world, approved, saleOff, drained)
    await world.refuse(p1, authorise, 'BACKUP_STALE')
    await byTwo(world, {
      type: 'backup.waived',
      serial,
      statement: paper('server_side_records_statement', 's-2'),
    })
    await world.tell(p1, authorise)
  },
}
