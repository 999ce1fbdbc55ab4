import { type Actor, defaultPolicy, type EventType, eventTypes, profileOf } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, carriedOver, clearingParts, confirmed, readClosed, refunded } from '../support/closure.ts'
import type { Dice } from '../support/dice.ts'
import { agent, m1, p1, p2, p3, recorder, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { eventFor } from '../support/random-events.ts'
import { cny, serial, terminal } from '../support/samples.ts'

const people = [m1, m1, p1, p2, p3, p1, p2, sys, sys, agent, recorder]

/** Mostly somebody who may send it. */
const senderOf = (type: EventType, dice: Dice): Actor => {
  const allowed = people.filter(({ role }) => profileOf(type).roles.includes(role))
  return dice.chance(0.85) ? dice.one(allowed) : dice.one(people)
}

/** Somebody tells this record something of this type, some time later. */
export const saying = (
  record: LifecycleRecord,
  type: EventType,
  dice: Dice,
): { actor: Actor; at: string; event: LifecycleEvent } => {
  const actor = senderOf(type, dice)
  const ahead = dice.chance(0.05) ? 40 * 86_400_000 : 1_000 * (1 + dice.below(400_000))
  const at = new Date(Date.parse(record.at) + ahead).toISOString()
  let event = eventFor(type === 'act.proposed' ? 'note.recorded' : type, record, dice, at)
  const proposed = Object.values(record.context.proposedActs).find(({ act }) => act.type === type)
  if (proposed && dice.chance(0.8)) event = proposed.act
  if (type === 'act.proposed') {
    const second = dice.one(
      eventTypes.filter((name) => profileOf(name).second === 'proposal' || name === 'hold.lifted'),
    )
    event = { type, act: eventFor(second, record, dice, at) } as typeof event
  }
  return { actor, at, event }
}

/** What is said next: anything, with a taste for acts of two people, and for what an inspection leaves to be decided. */
export const nextType = ({ context }: LifecycleRecord, dice: Dice): EventType => {
  const proposed = Object.values(context.proposedActs).map(({ act }) => act.type)
  if (dice.chance(0.06)) return 'act.proposed'
  const isUndecided = Object.values(context.devices).some(({ undecided }) => undecided.length > 0)
  if (isUndecided && dice.chance(0.1)) return 'charge.waived'
  return proposed.length > 0 && dice.chance(0.3) ? dice.one(proposed) : dice.one(eventTypes)
}

/** From where the walks set out: every step of two closures, and a terminal with holds, charges and two devices. */
export const startingPoints = async (): Promise<LifecycleRecord[]> => {
  const plain = openPlay(undefined, undefined, undefined, { ...defaultPolicy, appealAllowed: true })
  for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(plain)
  const held = openPlay(
    terminal({
      holds: [
        { holdId: 'hold-1', code: 'ACCOUNT_ARREARS' },
        { holdId: 'hold-2', code: 'NETWORK_FAULT' },
        { holdId: 'hold-3', code: 'FUNDS_ISSUE' },
      ],
      charges: [{ chargeId: 'charge-1', kind: 'arrears', amount: cny(20) }],
      devices: [
        { serial, owner: 'provider', tenancy: 'sole' },
        { serial: 'spare-9', owner: 'merchant', tenancy: 'shared', role: 'retired' },
      ],
    }),
  )
  const owing = openPlay()
  const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
  for (const part of [approved, ...parts, confirmed, readClosed]) await part(owing)
  return [...owing.history.slice(-4), ...plain.history, ...held.history, ...held.history, ...held.history]
}
