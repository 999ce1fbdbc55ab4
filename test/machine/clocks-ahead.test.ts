import { describe, expect, it } from 'vitest'
import { believed } from '../../src/machine/facts/time.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial } from '../support/samples.ts'

const second = 1_000
const now = '2026-03-02T01:00:00.000Z'
const later = (milliseconds: number, from = now) => new Date(Date.parse(from) + milliseconds).toISOString()

describe('an instant that another machine wrote', () => {
  it.each([-60_000, 0, second, 5 * second])('is believed where it is %i ms ahead', (ahead) => {
    expect(believed(later(ahead), now)).toBe(later(ahead))
  })

  it.each([5 * second + 1, 60_000, 3_600_000, 86_400_000])('is now where it is %i ms ahead', (ahead) => {
    expect(believed(later(ahead), now)).toBe(now)
  })
})

type Told = (ahead: string) => LifecycleEvent

/** What is told with an instant of its own, and what the record keeps of that. */
const told: readonly (readonly [Told, (context: LifecycleContext) => string | null | undefined])[] = [
  [
    (readAt) => ({
      ...{ type: 'status.reported', acceptance: 'off', registry: 'active', unsettled: cny(0), readAt },
      source: 'host',
    }),
    ({ status }) => status.readAt,
  ],
  [
    (occurredAt) => ({
      ...{ type: 'transaction.reported', ref: 'ahead', kind: 'sale', state: 'completed', occurredAt },
      ...{ amount: cny(100), serial },
    }),
    ({ lastTransactionAt }) => lastTransactionAt,
  ],
  [
    (upTo) => ({
      ...{ type: 'batch.uploaded', serial, batchNo: 'ahead', upTo, count: 0, total: cny(0) },
      hostTotals: { count: 0, total: cny(0) },
    }),
    ({ devices }) => devices[serial]?.drainedUpTo,
  ],
  [
    (upTo) => ({
      ...{ type: 'backup.recorded', serial, upTo, hash: 'a'.repeat(64) },
      ...{ method: 'computer', encrypted: true, containsCardholderData: false },
    }),
    ({ devices }) => devices[serial]?.backup?.upTo,
  ],
  [
    (upTo) => ({ type: 'settlement.stated', statementId: 'ahead', upTo, net: cny(0) }),
    ({ closing }) => closing?.statement?.upTo,
  ],
]

describe('nothing is known of the future', () => {
  it.each(told.map(([event, kept]) => [event(now).type, event, kept] as const))(
    'by %s of a machine whose clock is an hour ahead',
    async (type, event, kept) => {
      const world = openPlay()
      await run(world, approved, saleOff, drained)
      const by = type === 'backup.recorded' ? m1 : sys
      await world.tell(by, event(later(3_600_000, world.at())))
      const known = kept(await world.context()) ?? expect.fail('nothing is kept of it')
      expect(Date.parse(known)).toBeLessThanOrEqual(Date.parse((await world.record()).at))
    },
  )
})
