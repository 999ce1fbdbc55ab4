import { describe, expect, it } from 'vitest'
import { openItems } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny } from '../support/samples.ts'

describe('what a terminal still has open', () => {
  it('is what is left of each charge and each deposit, the settlement, and what is under way, tests too', async () => {
    const world = openPlay()
    const sold = (ref: string, state: 'settled' | 'pending', test: boolean): LifecycleEvent => ({
      ...{ type: 'transaction.reported', ref, kind: 'sale', state, test },
      ...{ amount: cny(500), occurredAt: '2026-03-01T12:00:00+08:00' },
    })
    for (const event of [
      sold('a', 'settled', false),
      sold('b', 'pending', false),
      sold('c', 'pending', true),
    ])
      await world.tell(sys, event)
    await world.tell(p1, {
      ...{ type: 'charge.raised', chargeId: 'rental-1', kind: 'rental' },
      ...{ amount: cny(9_000), feeTableVersion: 'standard' },
    })
    await world.tell(sys, {
      type: 'charge.met',
      chargeId: 'rental-1',
      paymentRef: 'pay-1',
      amount: cny(4_000),
    })
    await run(world, approved, saleOff, drained)
    await world.tell(sys, {
      ...{ type: 'settlement.stated', statementId: 'statement-1' },
      ...{ upTo: world.at(), net: cny(50_000) },
    })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    const record = await world.record()
    expect(openItems(record)).toEqual({
      settlement: 50_000,
      charges: new Map([['rental-1', 5_000]]),
      deposits: new Map([['deposit-1', 200_000]]),
      transactions: new Set(['b', 'c']),
    })
  })
})
