import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

type State =
  | 'authorised'
  | 'pending'
  | 'completed'
  | 'settled'
  | 'voided'
  | 'refunded'
  | 'declined'
  | 'expired'
const open = ['authorised', 'pending'] as const
const ended = ['completed', 'settled', 'voided', 'refunded', 'declined', 'expired'] as const
const began = '2026-03-01T11:59:00+08:00'
/** A second later, written by a clock of another place. */
const then = '2026-03-01T03:59:01Z'

const told = (state: State, occurredAt: string): LifecycleEvent => ({
  ...{ type: 'transaction.reported', ref: 'sale-1', kind: 'sale', state, amount: cny(700), occurredAt },
})
const stateOf = async ({ context }: World) => (await context()).transactions['sale-1']?.state

/** What is told behind what came after it. */
export const outOfOrderStories: Stories = {
  'how a transaction began, told behind how it ended, opens it no more [R-029]': async (openWorld) => {
    for (const state of ended)
      for (const late of open) {
        const world = await openWorld()
        await run(world, approved, saleOff, drained)
        await world.tell(sys, told(state, then))
        const { issues } = await world.tell(sys, told(late, began))
        expect(issues).toMatchObject([
          { code: 'NOT_EXPECTED_IN_STATE', ref: 'sale-1', data: { known: state, told: late } },
        ])
        expect(await stateOf(world)).toBe(state)
      }
  },

  'what is open again later, or at that moment, is open [R-029]': async (openWorld) => {
    for (const at of [then, '2026-03-01T12:30:00+08:00']) {
      const world = await openWorld()
      await run(world, approved, saleOff, drained)
      await world.tell(sys, told('declined', then))
      await world.tell(sys, told('authorised', at))
      expect(await stateOf(world)).toBe('authorised')
      // the first word comes once more, and is no newer
      const again = await world.tell(sys, told('declined', then))
      expect(again.noop).toBe(true)
      expect(await stateOf(world)).toBe('authorised')
    }
  },

  'what ended has left the record: its beginning comes behind it, and the end told again counts [R-029]':
    async (openWorld) => {
      for (const state of ended) {
        const world = await openWorld()
        await world.tell(sys, told(state, then))
        await world.tell(sys, told('authorised', began))
        expect(await stateOf(world)).toBe('authorised')
        await world.tell(sys, told(state, then))
        await run(world, approved, saleOff, drained)
        expect(await world.value()).toMatchObject({ closing: { clearing: { transactions: 'done' } } })
      }
    },
}
