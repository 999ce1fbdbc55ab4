import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, byTwo, drained, erased, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const refusedWith = async (world: World, actor: Actor, event: LifecycleEvent, code: string) =>
  explain(await world.record(), event, { at: world.at(), actor }).find((blocker) => blocker.code === code)
const dueOf = async (world: World, code: string) => {
  const { currentlyDue, pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...currentlyDue, ...pastDue].find((item) => item.code === code)
}

/** What clears a thing is named for this record, now, with somebody who may do it. */
export const wayStories: Stories = {
  'a second application is answered with the way back, and after a wipe with none': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    const second = closureRequested({ applicationId: 'application-2' })
    expect(await refusedWith(world, m1, second, 'APPLICATION_OPEN')).toMatchObject({
      clearedBy: ['application.withdrawn', 'review.approved', 'review.rejected'],
    })
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await refusedWith(world, m1, second, 'NOT_ALLOWED_IN_STATE')).toMatchObject({
      owner: 'provider',
      clearedBy: ['closure.cancelled'],
    })
    await run(world, saleOff, drained, backedUp, erased)
    expect(await refusedWith(world, m1, second, 'NOT_ALLOWED_IN_STATE')).toMatchObject({ clearedBy: [] })
  },

  'a test comes behind the end of the hold: who would test while one stands is told to end it, and while none does, to place one':
    async (open) => {
      const world = await open()
      const checks = [{ name: 'power' as const, passed: true }]
      const test: LifecycleEvent = { type: 'test.passed', serial, kind: 'smoke', checks }
      const ways = async () => (await refusedWith(world, p1, test, 'NOT_ALLOWED_IN_STATE'))?.clearedBy
      expect(await ways()).toEqual(['hold.placed'])
      await world.tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE' })
      expect(await ways()).toContain('hold.lifted')
      expect(await ways()).not.toContain('hold.placed')
    },

  'money in another currency is told again, in the right one': async (open) => {
    const world = await open()
    const charge = {
      type: 'charge.raised',
      chargeId: 'c-1',
      kind: 'rental',
      feeTableVersion: 'standard',
    } as const
    const wrong = { ...charge, amount: { amount: 5, currency: 'USD' } }
    expect(await refusedWith(world, p1, wrong, 'CURRENCY_MISMATCH')).toMatchObject({
      clearedBy: ['charge.raised'],
    })
  },

  'a paper that lacks comes with the application that lacks it': async (open) => {
    const world = await open()
    const bare = closureRequested()
    const lacking = { ...bare, documents: bare.documents.filter(({ type }) => type === 'closure_request') }
    expect(await refusedWith(world, m1, lacking, 'DOCUMENTS_INCOMPLETE')).toMatchObject({
      owner: 'merchant',
      clearedBy: ['document.added', 'closure.requested'],
    })
  },

  "a device comes back in three turns, each somebody else's [R-217]": async (open) => {
    const world = await open()
    await run(world, approved, saleOff)
    expect((await dueOf(world, 'DEVICE_NOT_RETURNED'))?.clearedBy[0]).toBe('return.authorised')
    await world.tell(p1, {
      type: 'return.authorised',
      serial,
      destination: 'institution',
      seal: { bagNo: 'b-1', trackingNo: 't-1' },
    })
    expect(await dueOf(world, 'DEVICE_NOT_RETURNED')).toMatchObject({ owner: 'merchant' })
    await world.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 't-1' })
    expect(await dueOf(world, 'DEVICE_NOT_RETURNED')).toMatchObject({
      owner: 'provider',
      clearedBy: ['device.received'],
    })
  },

  'the keys of a lost device go with its loss, not with a report about keys': async (open) => {
    const world = await open()
    await run(world, approved, saleOff)
    await world.tell(m1, { type: 'device.lost', serial, kind: 'lost', report: paper('loss_report') })
    expect((await dueOf(world, 'KEYS_NOT_REMOVED'))?.clearedBy).toEqual(['loss.accepted', 'device.found'])
  },

  'nobody is asked to copy or to wipe what nobody has; given up, its keys are still to be revoked [R-161]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained)
      expect(await dueOf(world, 'BACKUP_MISSING')).toBeDefined()
      await world.tell(p1, { type: 'device.lost', serial, kind: 'lost' })
      expect(await dueOf(world, 'BACKUP_MISSING')).toBeUndefined()
      const wipe = async () => (await dueOf(world, 'ERASURE_NOT_AUTHORISED'))?.clearedBy
      expect(await wipe()).toEqual(['loss.accepted', 'device.found'])
      await world.pass(20)
      await byTwo(world, { type: 'device.declaredUnreturned', serial })
      expect(await wipe()).toEqual(['keys.removed', 'device.found'])
      const keys = await dueOf(world, 'KEYS_NOT_REMOVED')
      expect(keys?.clearedBy).toEqual(['keys.removed', 'device.found'])
      await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
      for (const code of ['KEYS_NOT_REMOVED', 'ERASURE_NOT_AUTHORISED'] as const)
        expect(await dueOf(world, code)).toBeUndefined()
    },

  "who owes a charge pays it or objects, and then it is the provider's to take it": async (open) => {
    const world = await open(terminal({ charges: [{ chargeId: 'c-1', kind: 'rental', amount: cny(50) }] }))
    await run(world, approved, saleOff)
    expect(await dueOf(world, 'CHARGES_OUTSTANDING')).toMatchObject({
      owner: 'merchant',
      clearedBy: ['charge.met', 'charge.disputed', 'obligation.carriedOver'],
    })
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'c-1', grounds: 'paid in cash' })
    expect(await dueOf(world, 'CHARGES_OUTSTANDING')).toMatchObject({
      owner: 'provider',
      clearedBy: ['charge.determined', 'obligation.carriedOver'],
    })
    await world.tell(sys, { type: 'charge.met', chargeId: 'c-1', paymentRef: 'r-1', amount: cny(50) })
    expect(await dueOf(world, 'CHARGES_OUTSTANDING')).toBeUndefined()
  },

  "a charge that is decided, or that nobody objected to in time, is the provider's to take from a pledge once the terminal is given up, and the merchant's to pay before":
    async (open) => {
      const charges = [{ chargeId: 'c-1', kind: 'rental', amount: cny(50) }]
      for (const isDecided of [true, false]) {
        const world = await open(
          terminal({ holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }], charges }),
        )
        if (isDecided) {
          await world.tell(m1, { type: 'charge.disputed', chargeId: 'c-1', grounds: 'paid in cash' })
          await world.tell(p2, { type: 'charge.determined', chargeId: 'c-1', amount: cny(40) })
        } else await world.pass(40)
        const live = await dueOf(world, 'REMEDY_OPEN')
        expect([live?.owner, live?.clearedBy[0]]).toEqual(['merchant', 'charge.met'])
        await run(world, approved, saleOff)
        const given = await dueOf(world, 'CHARGES_OUTSTANDING')
        expect([given?.owner, given?.clearedBy[0]]).toEqual(['provider', 'deposit.deducted'])
      }
    },

  'a proof that waits for the provider is not held up by money that has nothing to do with it': async (
    open,
  ) => {
    const world = await open(
      terminal({
        holds: [{ holdId: 'network', code: 'NETWORK_FAULT' }],
        charges: [{ chargeId: 'c-1', kind: 'rental', amount: cny(50) }],
      }),
    )
    const evidence = [paper('device_test_record')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'network', evidence })
    expect(await dueOf(world, 'REMEDY_OPEN')).toMatchObject({
      owner: 'provider',
      clearedBy: ['hold.remedyVerified', 'hold.rescinded'],
    })
  },

  'a hold for what is owed names the payment first': async (open) => {
    const world = await open(
      terminal({
        holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }],
        charges: [{ chargeId: 'c-1', kind: 'rental', amount: cny(50) }],
      }),
    )
    expect(await dueOf(world, 'REMEDY_OPEN')).toMatchObject({
      owner: 'merchant',
      clearedBy: ['charge.met', 'charge.disputed'],
    })
  },

  'a hold for one charge asks for what is left of that, whatever else is owed': async (open) => {
    const world = await open(
      terminal({
        holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'c-1' }],
        charges: [
          { chargeId: 'c-1', kind: 'rental', amount: cny(5_000) },
          { chargeId: 'c-2', kind: 'rental', amount: cny(700) },
        ],
      }),
    )
    const asked = async () => (await dueOf(world, 'REMEDY_OPEN'))?.amount
    expect(await asked()).toEqual(cny(5_000))
    const pay = (paymentRef: string, amount: number) =>
      world.tell(p3, { type: 'charge.met', chargeId: 'c-1', amount: cny(amount), paymentRef })
    await pay('payment-1', 2_000)
    expect(await asked()).toEqual(cny(3_000))
    await pay('payment-2', 3_000)
    expect(await asked()).toBeUndefined()
  },
}
