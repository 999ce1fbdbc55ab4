import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, confirmed, drained, orderOf, run } from '../support/closure.ts'
import { m1, onlyAs, p1, p2, sys } from '../support/people.ts'
import { closureRequested, cny, digestOf, paper, statusRead } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const clock = async ({ context }: World, name: string) =>
  Object.values((await context()).deadlines).findLast((deadline) => deadline.name === name)
const stands = async (world: World, name: string) => (await clock(world, name))?.status

const pastDue = async (world: World, actor: Actor) =>
  requirements(await world.record(), { at: world.at(), actor }).pastDue.flatMap(({ code, ref }) =>
    code === 'CLOCK_RUN_OUT' && ref?.startsWith('holdReview') ? [ref] : [],
  )
const stillOwed = { type: 'hold.reviewed', holdId: 'h', reason: 'still owed' } as const

const preAuth = (at: string): LifecycleEvent => ({
  type: 'transaction.reported',
  ref: 'hotel-1',
  kind: 'preAuth',
  state: 'authorised',
  amount: cny(90_000),
  occurredAt: at,
})
const handled = { txnRef: 'hotel-1', handling: 'void' } as const

/** A clock that nobody can stop flags what is not late, and enables what nobody needs. */
export const clockStories: Stories = {
  'the clock of an order to stop selling ends with that order, not only with a reading': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
    expect(await stands(world, 'disableConfirmDue')).toBe('running')
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'arrears', reason: 'another shop' })
    expect(await stands(world, 'disableConfirmDue')).toBe('cancelled')
  },

  'an order that leaves sale alone is waited for until the host has accepted it: no reading proves it':
    async (open) => {
      const world = await open()
      await world.tell(p1, {
        type: 'hold.placed',
        holdId: 'refunds',
        code: 'OTHER',
        words: 'too many refunds',
        caps: ['refund'],
        release: 'provider',
      })
      const orderId = await orderOf(world, 'disableAcceptance')
      expect(await stands(world, 'disableConfirmDue')).toBe('running')
      await world.tell(sys, { type: 'order.confirmed', orderId })
      expect(await stands(world, 'disableConfirmDue')).toBe('cancelled')
    },

  'nobody waits for the reading of a closed number once the closure is back in clearing': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed)
    expect(await world.value()).toEqual({ closing: 'verifying' })
    expect(await stands(world, 'verifyDue')).toBe('running')
    await world.tell(sys, statusRead('on', world.at()))
    expect(await world.value()).toMatchObject({ closing: { clearing: {} } })
    expect(await stands(world, 'verifyDue')).toBe('cancelled')
  },

  'a pre-authorisation from a clock that runs ahead is due a month from now, and not at all once both sides agree':
    async (open) => {
      const world = await open()
      await world.tell(sys, preAuth('2199-01-01T00:00:00Z'))
      const due = Date.parse((await clock(world, 'preAuthMax'))?.due ?? '')
      expect((due - Date.parse(world.at())) / 86_400_000).toBeCloseTo(30, 1)
      await world.tell(p1, { type: 'resolution.proposed', ...handled })
      await world.tell(m1, { type: 'resolution.accepted', ...handled })
      expect(await stands(world, 'preAuthMax')).toBe('cancelled')
    },

  'a review that was late before the question is due anew after the answer': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.pass(22)
    expect(await stands(world, 'reviewDue.closure')).toBe('fired')
    const applicationId = 'application-1'
    await world.tell(p2, { type: 'review.informationRequested', applicationId, items: ['a stamp'] })
    await world.tell(m1, {
      type: 'application.supplemented',
      applicationId,
      documents: [paper('supporting_evidence')],
      digest: digestOf('again'),
    })
    expect(await stands(world, 'reviewDue.closure')).toBe('running')
  },

  'a hold that somebody looked at again is kept, and looked at again a month later': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' })
    await world.pass(31)
    expect(await pastDue(world, m1)).toContain('holdReview:h')
    await world.tell(p1, stillOwed)
    for (const reader of [p1, m1]) expect(await pastDue(world, reader)).toEqual([])
    await world.pass(29)
    expect(await stands(world, 'holdReview')).toBe('running')
    await world.pass(2)
    expect(await stands(world, 'holdReview')).toBe('fired')
    await world.refuse(p1, { ...stillOwed, holdId: 'other' }, 'HOLD_UNKNOWN')
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'another shop' })
    await world.refuse(p1, stillOwed, 'HOLD_ENDED')
  },

  'nobody reviews a hold that has not begun, or one that only owes its test': async (open) => {
    const world = await open()
    const startsAt = new Date(Date.parse(world.at()) + 9 * 86_400_000).toISOString()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'h',
      code: 'HARDWARE_FAULT',
      startsAt,
      release: 'evidence',
    })
    await world.refuse(p1, stillOwed, 'NOT_YET_DUE')
    await world.pass(10)
    await world.tell(p1, stillOwed)
    await world.tell(p2, {
      type: 'hold.remedyClaimed',
      holdId: 'h',
      evidence: [paper('repair_or_replacement_record')],
    })
    await world.tell(p1, { type: 'hold.remedyVerified', holdId: 'h' })
    await world.refuse(p1, stillOwed, 'HOLD_ENDED')
    expect(await stands(world, 'holdReview')).toBe('cancelled')
  },

  'who may not place a hold decides neither that it stays nor that it ends, whatever its reason': async (
    open,
  ) => {
    const technician = onlyAs(p1, 'technician')
    const odd = { type: 'hold.placed', code: 'OTHER', words: 'a survey', release: 'provider' } as const
    for (const grave of [{ caps: ['payout'] }, { disclosure: 'hidden' }, {}] as const) {
      const world = await open()
      await world.tell(p2, { ...odd, ...grave, holdId: 'h' })
      const mayPlace = Object.keys(grave).length === 0
      for (const event of [stillOwed, { type: 'hold.lifted', holdId: 'h' }] as const)
        if (mayPlace) await world.tell(technician, event)
        else await world.refuse(technician, event, 'DUTY_REQUIRED')
    }
  },

  'the planned end of a pause means nothing while the terminal closes, and counts again when it does not':
    async (open) => {
      const world = await open()
      const until = new Date(Date.parse(world.at()) + 20 * 86_400_000).toISOString()
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', until })
      await run(world, approved)
      expect(await stands(world, 'holdEnd')).toBe('cancelled')
      await world.pass(10)
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'a mistake' })
      expect(await clock(world, 'holdEnd')).toMatchObject({ status: 'running', due: until })
      await world.tell(p2, { type: 'hold.lifted', holdId: 'h' })
      expect(await stands(world, 'holdEnd')).toBe('cancelled')
    },

  'a closure that is dropped before its statement was asked for asks for none on its way out': async (
    open,
  ) => {
    const world = await open()
    await run(world, drained, approved)
    await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'they sell again' })
    const { orders, deadlines } = await world.context()
    expect(Object.values(orders).map(({ kind }) => kind)).not.toContain('requestStatement')
    expect(deadlines.statementDue).toBeUndefined()
  },

  'a hold has one review, also when another reason makes it one about money': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'odd', code: 'UNKNOWN', caps: ['sale', 'preAuth'] })
    expect(await stands(world, 'holdReview')).toBe('running')
    await byTwo(world, {
      type: 'hold.reclassified',
      holdId: 'odd',
      code: 'RULE_VIOLATION',
      caps: ['sale', 'preAuth', 'payout'],
    })
    expect(await stands(world, 'fundsHoldReview')).toBe('running')
    expect(await stands(world, 'holdReview')).toBe('cancelled')
  },
}
