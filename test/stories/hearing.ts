import { expect } from 'vitest'
import { type EventType, eventTypes } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { handledEvents } from '../../src/machine/questions/explain.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { m1, p2 } from '../support/people.ts'
import { closureRequested, terminal } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

/** Where the specification wants each event heard; written down here a second time, apart from the chart. */
const everywhere: readonly EventType[] = [
  'hold.placed',
  'hold.remedyClaimed',
  'hold.remedyVerified',
  'hold.lifted',
  'hold.rescinded',
  'hold.reviewed',
  'closure.confirmed',
  'status.reported',
  'transaction.reported',
  'batch.uploaded',
  'dispute.opened',
  'dispute.closed',
  'device.lost',
  'device.found',
  'device.shipped',
  'device.received',
  'device.inspected',
  'erasure.completed',
  'erasure.failed',
  'keys.removed',
  'payout.confirmed',
  'payout.failed',
  'payout.returned',
  'payoutAccount.changed',
  'payoutAccount.verified',
  'charge.raised',
  'charge.disputed',
  'charge.determined',
  'charge.met',
  'refund.confirmed',
  'refund.failed',
  'refund.returned',
  'unbinding.confirmed',
  'unbinding.failed',
  'order.claimed',
  'order.confirmed',
  'order.failed',
  'order.cancelled',
  'act.proposed',
  'representative.appointed',
  'counterparty.declaredUnreachable',
  'document.added',
  'note.recorded',
  'notice.sent',
  'timer.due',
  'order.repeated',
  'answer.refused',
  'order.parked',
  'order.revived',
  'request.made',
  'request.declined',
  'charge.waived',
  'document.checked',
  'followUp.done',
]
const liveAndClosing: readonly EventType[] = [
  'closure.appealed',
  'appeal.decided',
  'closure.cancelled',
  'hold.reclassified',
  'resolution.proposed',
  'resolution.accepted',
  'loss.accepted',
  'device.declaredUnreadable',
  'return.authorised',
  'backup.recorded',
  'backup.verified',
  'backup.waived',
  'erasure.authorised',
  'erasure.verified',
  'unbinding.ordered',
  'reading.accepted',
  'batch.closedByHost',
  'device.registered',
  'agent.assigned',
  'agent.released',
]
const live: readonly EventType[] = [
  ...everywhere,
  ...liveAndClosing,
  'closure.proposed',
  'suspension.extended',
  'closure.imposed',
  'device.replaced',
  'suspension.requested',
  'reinstatement.requested',
  'closure.requested',
]
const closing: readonly EventType[] = [
  ...everywhere,
  ...liveAndClosing,
  'device.declaredUnreturned',
  'settlement.stated',
  'settlement.confirmed',
  'settlement.disputed',
  'settlement.deemedAccepted',
  'payout.ordered',
  'deposit.deducted',
  'refund.ordered',
  'obligation.carriedOver',
]
const closed: readonly EventType[] = [
  ...everywhere,
  'payout.ordered',
  'deposit.deducted',
  'refund.ordered',
  'obligation.discharged',
]
const waiting: readonly EventType[] = [
  'application.supplemented',
  'application.withdrawn',
  'application.lapsed',
]
const reviewing: readonly EventType[] = [
  'review.informationRequested',
  'review.rejected',
  'review.approved',
  'application.withdrawn',
]

const { machine } = createLifecycle()
const hears = (record: LifecycleRecord, expected: readonly EventType[]): void =>
  expect([...handledEvents(machine, record)].sort()).toEqual([...expected].sort())

export const hearingStories: Stories = {
  'each event is heard in exactly the states that the specification names': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'check', code: 'NETWORK_FAULT' }] }))
    hears(await world.record(), live)
    await world.tell(m1, closureRequested())
    hears(await world.record(), [...live, ...reviewing])
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a stamp'],
    })
    hears(await world.record(), [...live, ...waiting])
  },

  'a rejected application, a device test, clearing, confirming, verifying and closed hear theirs': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p2, { type: 'hold.lifted', holdId: 'check' })
    hears(await world.record(), [...live, 'test.passed', 'test.failed'])
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-1',
      code: 'other',
      reason: 'blurred',
      resubmittable: true,
    })
    hears(await world.record(), [...live, ...waiting, 'test.passed', 'test.failed'])
    await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
    const plain = await open()
    await run(plain, approved)
    hears(await plain.record(), closing)
    await run(plain, ...clearingParts)
    hears(await plain.record(), closing)
    await run(plain, confirmed)
    hears(await plain.record(), closing)
    await run(plain, readClosed)
    hears(await plain.record(), closed)
  },

  'every event is heard somewhere': async () => {
    const heard = new Set<EventType>([
      ...live,
      ...closing,
      ...closed,
      ...waiting,
      ...reviewing,
      'test.passed',
      'test.failed',
    ])
    expect([...heard].sort()).toEqual([...eventTypes].sort())
  },
}
