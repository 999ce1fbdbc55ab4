import { type Actor, eventTypes } from '../../../src/domain/index.ts'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { diceOf } from '../../support/dice.ts'
import { eventFor } from '../../support/random-events.ts'
import type { Office } from '../system/office.ts'
import type { World } from '../system/world.ts'
import type { Promised } from './counter.ts'
import { type Day, Enough } from './enough.ts'
import type { Staff } from './staff.ts'
import { writeOf } from './write.ts'

const forms: ReadonlySet<string> = new Set([
  'closure.requested',
  'suspension.requested',
  'reinstatement.requested',
])
const sendable = eventTypes.filter(
  (type) => type !== 'timer.due' && type !== 'act.proposed' && !type.startsWith('order.') && !forms.has(type),
)

/** Somebody who means well and is often wrong: any event that could be meant for this record, by anybody. */
export async function meddle(
  {
    world,
    office,
    staff,
    promised,
    day,
  }: {
    world: World
    office: Office
    staff: Staff
    promised: Promised[]
    day: Day
  },
  lifecycleId: string,
  merchant: Actor,
): Promise<void> {
  const { chance, scheduler } = world
  const people = [merchant, staff.actor('provider', 'p1'), staff.actor('provider', 'p9')]
  const most = 1 + chance.below('meddler acts', 5)
  for (let nth = 1; nth <= most; nth += 1) {
    await scheduler.pause(1_000 * (1 + chance.below('meddler pause', 120)), 'meddler comes')
    if (world.faults.isCalm || day.acts <= 0 || world.now > day.until) throw new Enough()
    const id = `meddler#${nth}`
    const record = office.truth.record(lifecycleId)
    if (!record || !world.hits('wrongAct', 'meddler') || !world.mayAct(id)) continue
    const dice = diceOf(chance.below('meddler dice', 2 ** 31))
    const type = dice.one(sendable)
    const event = eventFor(type, record, dice, world.instant())
    const actor = dice.one(people)
    const told: Promised = { lifecycleId, key: `meddler-${nth}`, told: 'unknown' }
    promised.push(told)
    scheduler.note(`${id} ${actor.personId}: ${type}`)
    try {
      await writeOf(lifecycleId, event)(staff.clientOf(actor), { idempotencyKey: told.key })
      told.told = 'done'
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      if (error.code !== 'OUTCOME_UNKNOWN') told.told = 'refused'
    }
    scheduler.note(`${id} ${told.told}`)
  }
}
