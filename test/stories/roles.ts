import { expect } from 'vitest'
import { type Actor, type EventType, eventTypes, type Role } from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'
import { handledEvents } from '../../src/machine/questions/explain.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { agent, m1, p2, sys } from '../support/people.ts'
import { eventFor } from '../support/random-events.ts'
import { closureRequested, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const people: Readonly<Record<Role, Actor>> = {
  merchant: m1,
  provider: p2,
  serviceProvider: agent,
  system: sys,
}

/** Who may send what, as the specification has it; written down here a second time, apart from the profiles. */
const senders: Readonly<Record<string, readonly EventType[]>> = {
  'merchant provider serviceProvider system': ['document.added', 'note.recorded'],
  'merchant provider serviceProvider': [
    'hold.remedyClaimed',
    'suspension.requested',
    'reinstatement.requested',
    'closure.requested',
    'test.passed',
    'test.failed',
    'device.lost',
    'device.found',
    'device.shipped',
    'suspension.extended',
    'followUp.done',
  ],
  'merchant provider system': ['erasure.completed', 'erasure.failed'],
  'provider serviceProvider system': ['hold.placed'],
  'merchant provider': [
    'hold.lifted',
    'resolution.proposed',
    'resolution.accepted',
    'backup.recorded',
    'payoutAccount.changed',
  ],
  'merchant serviceProvider': ['application.supplemented', 'application.withdrawn', 'request.made'],
  'provider system': [
    'closure.confirmed',
    'status.reported',
    'transaction.reported',
    'batch.uploaded',
    'backup.verified',
    'keys.removed',
    'settlement.stated',
    'payout.confirmed',
    'payout.failed',
    'payout.returned',
    'charge.met',
    'refund.confirmed',
    'refund.failed',
    'refund.returned',
    'unbinding.confirmed',
    'unbinding.failed',
    'dispute.opened',
    'dispute.closed',
  ],
  merchant: ['closure.appealed', 'settlement.confirmed', 'settlement.disputed', 'charge.disputed'],
  system: [
    'order.claimed',
    'order.confirmed',
    'order.failed',
    'order.parked',
    'answer.refused',
    'notice.sent',
    'timer.due',
  ],
}

const rolesOf = (type: EventType): readonly string[] => {
  const [roles = 'provider'] = Object.entries(senders).find(([, types]) => types.includes(type)) ?? []
  return roles.split(' ')
}

const wrongRoles = (type: EventType): readonly Role[] =>
  (Object.keys(people) as Role[]).filter((role) => !rolesOf(type).includes(role))

const { machine } = createLifecycle()

/** The clock's own event has no sender: it comes as a timer, never as an event. */
const sendable = eventTypes.filter((type) => type !== 'timer.due')

class Impostors {
  readonly #left = new Set<EventType>(sendable.filter((type) => wrongRoles(type).length > 0))
  readonly #dice: Dice = diceOf(7)
  tried = 0

  get left(): readonly EventType[] {
    return [...this.#left]
  }

  /** Sends what this state hears, and has not been tried elsewhere, as everybody who may not. */
  async haveAGo(world: World): Promise<void> {
    const record = await world.record()
    const heard = handledEvents(machine, record)
    for (const type of this.left.filter((one) => heard.has(one))) {
      this.#left.delete(type)
      const about = type === 'act.proposed' ? 'refund.ordered' : type
      const made = eventFor(about, record, this.#dice, world.at())
      const event = (type === 'act.proposed' ? { type, act: made } : made) as LifecycleEvent
      for (const role of wrongRoles(type)) {
        const answer = await world.send(people[role], event)
        this.tried += 1
        expect({ type, role, answer }).toMatchObject({
          answer: { accepted: false, code: 'BLOCKED', blockers: [{ code: 'ROLE_NOT_ALLOWED', ref: type }] },
        })
      }
    }
    expect(await world.record()).toEqual(record)
  }
}

export const roleStories: Stories = {
  'A18 every event is refused to everybody who may not send it, and the record stays as it is': async (
    open,
  ) => {
    const impostors = new Impostors()
    const held = await open(terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }] }))
    await impostors.haveAGo(held)
    await held.tell(p2, { type: 'hold.lifted', holdId: 'check' })
    await impostors.haveAGo(held)
    await held.tell(m1, closureRequested())
    await impostors.haveAGo(held)
    await held.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-1',
      code: 'other',
      reason: 'blurred',
      resubmittable: true,
    })
    await impostors.haveAGo(held)

    const plain = await open()
    for (const part of [approved, ...clearingParts, confirmed, readClosed]) {
      await part(plain)
      await impostors.haveAGo(plain)
    }
    expect(impostors.left).toEqual([])
    expect(impostors.tried).toBeGreaterThan(150)
    console.log(`A18: ${impostors.tried} pairs of event and wrong role, all refused, nothing changed`)
  },

  'A18 a service provider without a mandate is not heard at all': async (open) => {
    const { mandateRef: _, ...nobody } = agent
    const world = await open()
    await world.refuse(nobody, { type: 'note.recorded', kind: 'note', text: 'hello' }, 'MANDATE_MISSING')
    expect((await world.record()).version).toBe(0)
  },
}
