import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, paper } from '../support/samples.ts'

const reported = (ref: string, amount: number): LifecycleEvent => ({
  ...{ type: 'transaction.reported', ref, kind: 'preAuth', state: 'authorised', amount: cny(amount) },
  occurredAt: '2026-03-01T12:00:00+08:00',
})
const proposed = (txnRef: string) => ({ type: 'resolution.proposed', txnRef, handling: 'void' }) as const
const accepted = (txnRef: string) => ({ type: 'resolution.accepted', txnRef, handling: 'void' }) as const

describe('what two agree on about a transaction', () => {
  it('is agreed on again when it turns out to be another amount, and stands when the same is told again', async () => {
    const world = openPlay()
    const resolution = async () => (await world.context()).transactions.hotel?.resolution
    await world.tell(sys, reported('hotel', 90_000))
    await world.tell(m1, proposed('hotel'))
    await world.tell(sys, {
      ...reported('hotel', 90_000),
      occurredAt: '2026-03-01T12:00:01+08:00',
    } as LifecycleEvent)
    expect(await resolution()).toMatchObject({ handling: 'void', proposedBy: { personId: 'm1' } })
    await world.tell(sys, reported('hotel', 95_000))
    expect(await resolution()).toBeNull()
    await world.refuse(p1, accepted('hotel'), 'COUNTERPARTY_MUST_ACCEPT')
    await world.tell(m1, proposed('hotel'))
    await world.tell(p1, accepted('hotel'))
  })

  it('is decided without who is out of reach by the time to empty the device only if it was known by then', async () => {
    const world = openPlay()
    await world.tell(sys, reported('known', 90_000))
    const declared = { type: 'counterparty.declaredUnreachable', party: 'merchant' } as const
    const out = { ...declared, evidence: [paper('service_of_notice')] }
    await run(world, approved, saleOff, (w) => byTwo(w, out))
    await world.pass(4)
    expect((await world.context()).deadlines.drainDue?.status).toBe('fired')
    await world.tell(sys, reported('late', 70_000))
    for (const ref of ['known', 'late']) await world.tell(p1, proposed(ref))
    await world.tell(p2, accepted('known'))
    await world.refuse(p2, accepted('late'), 'NOTICE_RUNNING')
    await world.pass(31)
    await world.tell(p2, accepted('late'))
  })
})
