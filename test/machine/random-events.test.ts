import { describe, expect, it } from 'vitest'
import { eventTypes } from '../../src/domain/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { diceOf } from '../support/dice.ts'
import { openPlay } from '../support/play.ts'
import { eventFor } from '../support/random-events.ts'

describe('the events that chance makes for the questions', () => {
  it('are events that a caller could send: each passes the schema', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const dice = diceOf(11)
    // made elsewhere: a clock has no sender, and a proposed act carries another event
    const made = eventTypes.filter((type) => type !== 'timer.due' && type !== 'act.proposed')
    for (const record of world.history)
      for (const type of made) {
        const { success, error } = LifecycleEvent.safeParse(eventFor(type, record, dice, record.at))
        expect({ type, success, issues: error?.issues }).toEqual({ type, success: true, issues: undefined })
      }
  })
})
