import type { Duty } from './actor.ts'
import type { EventType } from './events.ts'

/** Which duties of a provider's person an event asks for; any one of them is enough. */
export type DutyTable = Readonly<Partial<Record<EventType, readonly Duty[]>>>

const list = (duties: readonly Duty[], ...events: EventType[]): DutyTable =>
  Object.fromEntries(events.map((event) => [event, duties]))

/**
 * Who does what at the provider, where the policy says nothing else. An event that is not named is open to each of its
 * people but an auditor. A hold asks for `risk` only where its reason is financial or a matter of compliance; lifting and
 * verifying belong to whoever may place the hold.
 */
export const defaultDuties: DutyTable = {
  ...list(
    ['risk'],
    'hold.placed',
    'hold.remedyVerified',
    'hold.lifted',
    'hold.rescinded',
    'hold.reviewed',
    'hold.reclassified',
    'closure.proposed',
    'closure.imposed',
    'appeal.decided',
  ),
  ...list(['reviewer'], 'review.informationRequested', 'review.rejected', 'review.approved'),
  ...list(
    ['settlement'],
    'settlement.stated',
    'settlement.deemedAccepted',
    'payout.ordered',
    'payoutAccount.verified',
    'refund.ordered',
    'deposit.deducted',
    'charge.determined',
    'charge.waived',
    'obligation.carriedOver',
  ),
  ...list(['settlement', 'collections'], 'obligation.discharged'),
  ...list(['warehouse'], 'return.authorised', 'device.received'),
  ...list(
    ['workshop'],
    'device.inspected',
    'device.declaredUnreadable',
    'erasure.authorised',
    'erasure.completed',
    'erasure.failed',
    'erasure.verified',
  ),
  ...list(['keyCustodian'], 'keys.removed'),
  ...list(['technician'], 'test.passed', 'test.failed'),
  ...list(
    ['intake'],
    'suspension.requested',
    'reinstatement.requested',
    'closure.requested',
    'document.added',
    'unbinding.ordered',
    'device.replaced',
    'device.registered',
    'agent.assigned',
    'agent.released',
  ),
  ...list(['intake', 'reviewer'], 'document.checked'),
  ...list(
    ['operations'],
    'order.repeated',
    'order.revived',
    'reading.accepted',
    'batch.closedByHost',
    'status.reported',
  ),
}
