import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, byTwo, drained, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, serial } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

type Part = (world: World) => Promise<void>
const takenBack: LifecycleEvent = {
  type: 'closure.cancelled',
  requestedBy: 'merchant',
  reason: 'found a successor',
}
const registryRef = 'registry-9'
const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
const failed = (orderId: string): LifecycleEvent => ({
  type: 'order.failed',
  orderId,
  code: 'HOST_REFUSED',
  retryable: false,
})

/** Nothing of the number is left to take apart but its device in the register. */
const unbinding: Part = async (world) => {
  await run(world, approved, saleOff, drained)
  await world.tell(p1, { type: 'keys.removed', serial, method: 'revokedAtHost' })
  await world.tell(p1, { type: 'unbinding.ordered', serial, registryRef })
}
const fetched: Part = async (world) => {
  await world.tell(m1, closureRequested({ disposition: 'collection' }))
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained)
  await world.tell(p1, { type: 'return.authorised', serial, seal } as LifecycleEvent)
}
const paidBack: Part = async (world) => {
  await run(world, approved, saleOff, drained, accountVerified)
  await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
  const here = { serial, receiptId: 'receipt-1', bagNo: 'bag-1', sealIntact: true } as const
  await world.tell(p1, { type: 'device.received', ...here })
  await world.tell(p1, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
  const refund = { depositId: 'deposit-1', refundId: 'refund-1', amount: cny(200_000) } as const
  await byTwo(world, { type: 'refund.ordered', ...refund })
}

/** Live again, with an order of the closure that failed. */
const failedBefore = async (open: OpenWorld, part: Part, kind: string) => {
  const world = await open()
  await part(world)
  const orderId = await orderOf(world, kind)
  await world.tell(sys, failed(orderId))
  await world.tell(p1, takenBack)
  return { world, again: { type: 'order.repeated', orderId } as LifecycleEvent }
}

/** What a closure ordered ends with the closure: a terminal that goes on is neither taken apart nor paid back. */
export const takenBackStories: Stories = {
  'nobody repeats the unbinding, the collection or the refund of a closure that was taken back [OQ-08]':
    async (open) => {
      const parts = { unbind: unbinding, collectDevice: fetched, refundDeposit: paidBack }
      for (const [kind, part] of Object.entries(parts)) {
        const { world, again } = await failedBefore(open, part, kind)
        await world.refuse(p1, again, 'ORDER_ENDED')
        expect((await world.orders()).filter((order) => order.kind === kind)).toHaveLength(1)
      }
    },

  'a device that stays is not fetched any more [OQ-08]': async (open) => {
    const world = await open()
    await fetched(world)
    await world.tell(p1, takenBack)
    const [order] = (await world.orders()).filter(({ kind }) => kind === 'collectDevice')
    expect(order?.status).toBe('cancelled')
  },

  'a retired device is fetched whatever becomes of the closure': async (open) => {
    const world = await open()
    const by = { owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: 'SN-2', ...by })
    await world.tell(p1, { type: 'document.added', document: paper('supporting_evidence') })
    await world.tell(p1, {
      type: 'return.authorised',
      serial,
      destination: 'collection',
      addressDocumentId: 'supporting_evidence',
      seal,
    })
    await world.tell(m1, closureRequested({ serialNumber: 'SN-2' }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    await world.tell(p1, takenBack)
    const [order] = (await world.orders()).filter(({ kind }) => kind === 'collectDevice')
    expect(order?.status).toBe('ordered')
    await world.tell(sys, failed(order?.orderId ?? ''))
    await world.tell(p1, { type: 'order.repeated', orderId: order?.orderId ?? '' })
  },

  'an unbinding that failed is not repeated over an open item [R-169]': async (open) => {
    const world = await open()
    await unbinding(world)
    const orderId = await orderOf(world, 'unbind')
    await world.tell(sys, { type: 'unbinding.failed', serial, registryRef, reason: 'busy', orderId })
    const sale = { ref: 'sale-1', kind: 'sale', state: 'pending', amount: cny(500), serial } as const
    const occurredAt = '2026-03-01T17:00:00+08:00'
    await world.tell(sys, { type: 'transaction.reported', ...sale, occurredAt, offline: true })
    await world.refuse(p1, { type: 'order.repeated', orderId }, 'TRANSACTIONS_OPEN')
    const changedAt = world.at()
    await world.tell(sys, { type: 'transaction.reported', ...sale, state: 'voided', occurredAt, changedAt })
    await world.tell(p1, { type: 'order.repeated', orderId })
  },
}
