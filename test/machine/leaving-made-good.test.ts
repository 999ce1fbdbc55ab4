import { beforeAll, describe, expect, it } from 'vitest'
import { mostEnded } from '../../src/domain/index.ts'
import { orders } from '../../src/machine/leaving/orders.ts'
import type { LifecycleContext } from '../../src/machine/shape/context.ts'
import type { Order } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { serial } from '../support/samples.ts'

const later = '2027-03-02T10:00:00+08:00'
let bare: LifecycleContext
beforeAll(async () => {
  const world = openPlay()
  await world.tell(p1, { type: 'hold.placed', holdId: 'over', code: 'SYSTEM_MAINTENANCE', side: 'platform' })
  await world.tell(p1, { type: 'hold.lifted', holdId: 'over' })
  bare = { ...(await world.context()), deadlines: {} }
})

const given = { orderedAt: '2026-03-02T09:00:00+08:00', claimed: false } as const
const contextOf = (all: readonly Partial<Order>[]): LifecycleContext => {
  const named = all.map((order, place) => ({ ...given, ...order, orderId: `life-1/${place}/0` }) as Order)
  return { ...bare, orders: Object.fromEntries(named.map((order) => [order.orderId, order])) }
}
/** Places of those that stay. */
const stay = (...all: readonly Partial<Order>[]) => {
  const context = contextOf(all)
  const left = orders(context, later)
  return Object.keys(context.orders).flatMap((id, place) => (Object.hasOwn(left, id) ? [place] : []))
}

const revoked = (status: Order['status'], of = serial): Partial<Order> => ({
  ...{ kind: 'revokeKeys', status },
  params: { serial: of, reason: 'lost' },
})

describe('an order that failed', () => {
  it('stays until the same was ordered again and has ended otherwise than by being taken back', () => {
    expect(stay(revoked('failed'))).toEqual([0])
    expect(stay(revoked('failed'), revoked('ordered'))).toEqual([0, 1])
    expect(stay(revoked('failed'), revoked('cancelled'))).toEqual([0, 1])
    expect(stay(revoked('failed'), revoked('confirmed'))).toEqual([])
    expect(stay(revoked('failed'), revoked('failed'))).toEqual([1])
  })

  it('is not made good by what was ordered for another device', () => {
    expect(stay(revoked('failed'), revoked('confirmed', 'SN-2'))).toEqual([0])
  })
})

describe('an order that is done', () => {
  it('goes, however often the same was ordered before', () => {
    expect(stay(revoked('confirmed'), revoked('confirmed'))).toEqual([])
  })

  it('is kept by a ticket about it, and by nothing else that is called as it is', () => {
    const notice: Partial<Order> = {
      ...{ kind: 'notify', status: 'ordered' },
      params: { template: 'restriction_placed', audience: 'merchant', phase: 'past', ref: 'life-1/0/0' },
    } as unknown as Partial<Order>
    expect(stay(revoked('confirmed'), notice)).toEqual([1])
  })

  it('where nothing goes the ledger is the same one', () => {
    const context = contextOf([revoked('failed'), revoked('ordered')])
    expect(orders(context, later)).toBe(context.orders)
  })
})

describe('a notice that is older than those that people still read', () => {
  const notice = (status: Order['status'], differs: object = {}): Partial<Order> =>
    ({
      ...{ kind: 'notify', status },
      params: { template: 'restriction_placed', audience: 'merchant', phase: 'past', ref: null, ...differs },
    }) as unknown as Partial<Order>
  const newer = Array.from({ length: mostEnded }, () => notice('confirmed', { template: 'closed' }))
  const staysFor = (one: Partial<Order>) => stay(one, ...newer)[0] === 0

  it('stays where it failed, but not about a hold that has ended', () => {
    expect(staysFor(notice('failed'))).toBe(true)
    expect(staysFor(notice('failed', { ref: 'over' }))).toBe(false)
  })

  it('stays where it failed and is for a service provider, who is told by its own office', () => {
    expect(staysFor(notice('failed', { ref: 'over', audience: 'serviceProvider' }))).toBe(true)
  })

  it('stays where it told of the proposal that is there, even taken back', () => {
    const proposal = { proposalId: 'proposal-1' } as NonNullable<LifecycleContext['proposal']>
    const before = bare
    bare = { ...bare, proposal }
    expect(staysFor(notice('cancelled', { ref: 'proposal-1' }))).toBe(true)
    expect(staysFor(notice('cancelled', { ref: 'proposal-2' }))).toBe(false)
    bare = before
    expect(staysFor(notice('cancelled', { ref: 'proposal-1' }))).toBe(false)
  })
})
