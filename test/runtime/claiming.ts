import type { Room } from '../../src/runtime/room.ts'
import type { ClaimQuery, Store, Work } from '../../src/runtime/store.ts'
import { changesTo, order } from './records.ts'

/** So much of the two lanes that these cases use. */
export const ticketsAndTimers = (each: number): Room => ({ timers: each, openTicket: each })
export const everywhere = ticketsAndTimers(1)

export const minute = 60_000
/** 2026-03-02T10:00:00+08:00 */
export const at = '2026-03-02T10:00:00+08:00'
export const query = (part: Partial<ClaimQuery> = {}): ClaimQuery => ({
  worker: 'w1',
  now: 1_000,
  at,
  leaseUntil: 1_000 + minute,
  room: ticketsAndTimers(10),
  ...part,
})

export const names = (work: readonly Work[]) =>
  work.map((one) => (one.kind === 'order' ? one.orderId : one.deadlineId))

export async function storeTwoOrders(store: Store) {
  const orders = [order('life-1/0/1'), order('life-1/0/2')]
  const changes = await changesTo(
    { orders },
    { orders: [order('life-1/0/1', 'confirmed'), order('life-1/0/2')] },
  )
  const [opening, ending] = changes
  if (!opening || !ending) throw new Error('no change')
  await store.commit([opening])
  return ending
}
