import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, orderOf, run } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { closureRequested, cny, reviewApproved, serial, statusRead } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

/** What a closure waits for once, and what it does not wait for again. */
export const confirmationStories: Stories = {
  'a confirmation of an earlier attempt says nothing of the last one; one that names none is of the last':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts)
      const first = await orderOf(world, 'confirmClosure')
      await run(world, confirmed)
      await world.tell(sys, statusRead('off', world.at(), 'active'))
      await world.tell(sys, { type: 'closure.confirmed', providerRef: 'late', orderId: first })
      expect(await world.value()).toEqual({ closing: 'confirming' })
      const { closing, issues } = await world.context()
      expect(closing).toMatchObject({ attempt: 2, confirmedAt: null })
      expect(issues).toMatchObject([{ code: 'NOT_EXPECTED_IN_STATE', ref: 'late' }])
      await world.tell(sys, { type: 'closure.confirmed', providerRef: 'closure-2' })
      expect(await world.value()).toEqual({ closing: 'verifying' })
    },

  'a device that was replaced and has come back is not waited for once more when the closure begins': async (
    open,
  ) => {
    const world = await open()
    const replaced = { newSerial: 'sn-2', owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, ...replaced })
    const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
    await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1', bagNo: 'bag-1' })
    await world.tell(m1, closureRequested({ serialNumber: 'sn-2' }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    const { deadlines } = await world.context()
    const awaited = Object.values(deadlines).filter(
      ({ name, status }) => name === 'deviceReturnDue' && status === 'running',
    )
    expect(awaited.map(({ ref }) => ref)).toEqual(['sn-2'])
  },

  'the first confirmation counts, and not the day on which it is told once more': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed)
    const first = (await world.context()).closing?.confirmedAt
    await world.pass(1)
    await world.tell(sys, { type: 'closure.confirmed', providerRef: 'closure-2' })
    const { closing, issues } = await world.context()
    expect(first).not.toBeNull()
    expect([closing?.confirmedAt, issues]).toEqual([first, []])
  },

  'what the provider’s own people say of the end counts while nothing is left to do, what a system says always':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts)
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS', caps: ['payout'] })
      await world.tell(sys, {
        ...{ type: 'transaction.reported', ref: 'late-1', kind: 'sale', state: 'completed' },
        ...{ amount: cny(700), occurredAt: world.at() },
      } as LifecycleEvent)
      const heard = async () => (await world.context()).closing?.confirmedAt !== null
      await world.tell(p1, { type: 'closure.confirmed', providerRef: 'by-hand' })
      expect(await heard()).toBe(false)
      await world.tell(sys, { type: 'closure.confirmed', providerRef: 'register-1' })
      expect(await heard()).toBe(true)
    },

  'a number that is read as open again and again becomes somebody’s work after as many attempts as the policy says':
    async (open) => {
      for (const [verifyAttempts, tickets] of [
        [1, 1],
        [2, 0],
      ] as const) {
        const world = await open(undefined, undefined, { ...defaultPolicy, verifyAttempts })
        await run(world, approved, ...clearingParts, confirmed)
        await world.tell(sys, statusRead('off', world.at(), 'active'))
        const topics = (await world.orders()).map(({ params }) => 'topic' in params && params.topic)
        expect(topics.filter((topic) => topic === 'closure_not_effective')).toHaveLength(tickets)
      }
    },
}
