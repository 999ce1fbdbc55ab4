import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { diceOf } from '../../support/dice.ts'
import { eventFor } from '../../support/random-events.ts'
import type { Acquirer } from '../system/acquirer.ts'
import type { Messages } from '../system/messages.ts'
import type { Office } from '../system/office.ts'
import type { World } from '../system/world.ts'
import { type Day, Enough } from './enough.ts'

const reports = [
  'transaction.reported',
  'dispute.opened',
  'dispute.closed',
  'batch.uploaded',
  'keys.removed',
] as const

/** What a lie about money was in truth, once it comes out. */
export const tellTruths = (acquirer: Acquirer, messages: Messages): void => {
  acquirer.onTruth = (key, lie, { operation, body }) => {
    const kind = operation === 'payOut' ? 'payout' : 'refund'
    const about = operation === 'payOut' ? { payoutId: body.payoutId } : { depositId: body.depositId }
    const said = { ...about, orderId: key, amount: body.amount }
    const event =
      lie === 'pretendsDone'
        ? { type: `${kind}.returned`, ...said, reason: 'it never left' }
        : { type: `${kind}.confirmed`, ...said }
    const lifecycleId = key.split('/')[0] ?? ''
    messages.tell(lifecycleId, event as LifecycleEvent)
  }
}

/** The host tells of what happens at terminals, by webhook, as it comes. */
export async function hostReports(
  { world, office, messages, day }: { world: World; office: Office; messages: Messages; day: Day },
  lifecycleId: string,
): Promise<void> {
  const { chance, scheduler } = world
  for (let nth = 1; nth <= 4; nth += 1) {
    await scheduler.pause(1_000 * (1 + chance.below('host pause', 600)), 'host looks')
    if (world.faults.isCalm || world.now > day.until) throw new Enough()
    const record = office.truth.record(lifecycleId)
    if (!record || !world.mayAct(`host#${nth}`)) continue
    const dice = diceOf(chance.below('host dice', 2 ** 31))
    // A note and a hold are requests: only the id of its message makes a note one, which no record knows again by itself.
    const note = { type: 'note.recorded', kind: 'note', text: `seen at the host, ${nth}` } as const
    const hold = { type: 'hold.placed', holdId: `host-${nth}`, code: 'SYSTEM_MAINTENANCE' } as const
    const event = dice.chance(0.4)
      ? dice.one([note, hold])
      : eventFor(dice.one(reports), record, dice, world.instant())
    scheduler.note(`host#${nth} ${event.type}`)
    messages.tell(lifecycleId, event)
  }
}
