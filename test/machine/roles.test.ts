import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, eventTypes, profileOf, roles } from '../../src/domain/index.ts'
import { handledEvents } from '../../src/machine/explain.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { diceOf } from '../support/dice.ts'
import { agent, m1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { eventFor } from '../support/random-events.ts'
import { closureRequested, terminal } from '../support/samples.ts'

const { machine, step } = createLifecycle()
const people: Readonly<Record<(typeof roles)[number], Actor>> = {
  merchant: m1,
  provider: p2,
  serviceProvider: agent,
  system: sys,
}

describe('A18 roles', () => {
  let records: readonly LifecycleRecord[] = []
  beforeAll(async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p2, { type: 'hold.lifted', holdId: 'check' })
    await world.tell(m1, closureRequested())
    const plain = openPlay()
    for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(plain)
    const rejected = openPlay()
    await rejected.tell(m1, closureRequested())
    await rejected.tell(p2, {
      type: 'review.rejected',
      applicationId: 'application-1',
      code: 'other',
      reason: 'blurred',
      resubmittable: true,
    })
    records = [...world.history, ...rejected.history, ...plain.history]
  })

  for (const type of eventTypes.filter((name) => name !== 'timer.due')) {
    const wrong = roles.filter((role) => !profileOf(type).roles.includes(role))
    if (wrong.length === 0) continue
    it(`${type} is refused to ${wrong.join(', ')}`, () => {
      const dice = diceOf(7)
      const record = records.findLast((item) => handledEvents(machine, item).has(type))
      if (record === undefined) throw new Error(`Nothing hears ${type}`)
      const at = new Date(Date.parse(record.at) + 1_000).toISOString()
      const event =
        type === 'act.proposed'
          ? { type, act: eventFor('refund.ordered', record, dice, at) }
          : eventFor(type, record, dice, at)
      for (const role of wrong) {
        const answer = step(record, { commandId: 'c', at, actor: people[role], event: event as never })
        expect(answer).toMatchObject({
          accepted: false,
          code: 'BLOCKED',
          blockers: [{ code: 'ROLE_NOT_ALLOWED', ref: type }],
        })
      }
    })
  }

  it('a service provider without a mandate is not heard at all', () => {
    const { mandateRef: _, ...nobody } = agent
    const record = records[0] as LifecycleRecord
    const event = { type: 'note.recorded', kind: 'note', text: 'hello' } as const
    expect(step(record, { commandId: 'c', at: record.at, actor: nobody, event })).toMatchObject({
      accepted: false,
      blockers: [{ code: 'MANDATE_MISSING' }],
    })
  })
})
