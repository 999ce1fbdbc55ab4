import { expect } from 'vitest'
import { needsAccount, type PayoutMethod, payoutMethods } from '../../src/domain/index.ts'
import { checkClosure, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  orderOf,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const payOut = (differs: object = {}): LifecycleEvent => ({
  type: 'payout.ordered',
  payoutId: 'payout-1',
  amount: cny(50_000),
  ...differs,
})
const giveBack = (differs: object = {}): LifecycleEvent => ({
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-1',
  amount: cny(200_000),
  ...differs,
})

/** Closing as the form asked, everything done but the money. */
const owing = async (open: OpenWorld, payoutMethod?: PayoutMethod): Promise<World> => {
  const world = await open()
  const { tell } = world
  await tell(m1, closureRequested(payoutMethod && { payoutMethod }))
  await tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained, backedUp, erased, keysRemoved, returned)
  await tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 's' })
  return world
}

const kinds = {
  payOut: { act: payOut, order: (world: World, event: LifecycleEvent) => world.tell(p3, event) },
  refundDeposit: { act: giveBack, order: byTwo },
} as const
type Kind = keyof typeof kinds
const both = Object.keys(kinds) as Kind[]

/** Asked of two people where it takes two: the second one hears why not. */
const refuse = async (world: World, event: LifecycleEvent, ...codes: Parameters<World['refuse']>[2][]) => {
  if (event.type === 'refund.ordered') await world.tell(p1, { type: 'act.proposed', act: event as never })
  await world.refuse(p3, event, ...codes)
}

const paramsOf = async (world: World, kind: Kind) => {
  const { orders } = await world.context()
  return orders[await orderOf(world, kind)]?.params
}
const claim = async (world: World, kind: Kind): Promise<LifecycleEvent> => ({
  type: 'order.claimed',
  orderId: await orderOf(world, kind),
})
const failed = async (world: World, kind: Kind): Promise<string> => {
  const orderId = await orderOf(world, kind)
  await world.tell(sys, { type: 'order.failed', orderId, code: 'CARD_EXPIRED', retryable: false })
  return orderId
}
const asksForAccount = async (world: World) => {
  const { currentlyDue, eventuallyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return [...currentlyDue, ...eventuallyDue].some(({ code }) => code === 'ACCOUNT_UNVERIFIED')
}

/** How the money travels, and what must be verified for it. */
export const payoutMethodStories: Stories = {
  'money travels as the form asked: a transfer waits for its account, nothing else does [R-194 R-195]':
    async (open) => {
      for (const asked of [undefined, ...payoutMethods])
        for (const kind of both) {
          const method = asked ?? 'directTransfer'
          const world = await owing(open, asked)
          const { act, order } = kinds[kind]
          if (needsAccount(method)) {
            await refuse(world, act(), 'ACCOUNT_UNVERIFIED')
            await run(world, accountVerified)
          }
          await order(world, act())
          const accountToken = needsAccount(method) ? 'account-1' : null
          expect(await paramsOf(world, kind)).toMatchObject({ method, accountToken })
          await world.tell(sys, await claim(world, kind))
        }
    },

  'the order may name another method than the form, either way [R-195]': async (open) => {
    for (const kind of both) {
      const { act, order } = kinds[kind]
      for (const method of ['cheque', 'originalRoute'] as const) {
        const world = await owing(open)
        // also where there is an account, the order names none
        if (method === 'cheque') await run(world, accountVerified)
        await order(world, act({ method }))
        expect(await paramsOf(world, kind)).toMatchObject({ method, accountToken: null })
      }
      const world = await owing(open, 'originalRoute')
      await refuse(world, act({ method: 'directTransfer' }), 'ACCOUNT_UNVERIFIED')
      await run(world, accountVerified)
      await order(world, act({ method: 'directTransfer' }))
      expect(await paramsOf(world, kind)).toMatchObject({
        method: 'directTransfer',
        accountToken: 'account-1',
      })
    }
  },

  'an account that cools off holds up transfers and no other money [R-195]': async (open) => {
    for (const kind of both) {
      const { act, order } = kinds[kind]
      const world = await owing(open)
      await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-9', name: '青禾便利店' })
      const evidence = [paper('payout_account_verification')]
      await world.tell(p3, { type: 'payoutAccount.verified', token: 'account-9', evidence })
      await refuse(world, act(), 'COOLING_OFF')
      await order(world, act({ method: 'cheque' }))
      // nor does it stop what is on its way already
      await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-8', name: '青禾便利店' })
      await world.tell(sys, await claim(world, kind))
    }
  },

  'money that is held stays, however it would travel [R-195]': async (open) => {
    for (const method of payoutMethods)
      for (const kind of both) {
        const { act, order } = kinds[kind]
        const world = await owing(open, method)
        await run(world, accountVerified)
        const words = 'money laundering is looked into'
        const held = { type: 'hold.placed', holdId: 'funds', code: 'OTHER', caps: ['payout'], words } as const
        await world.tell(p1, held)
        await refuse(world, act(), 'FUNDS_HELD')
        await world.tell(p2, {
          type: 'hold.rescinded',
          holdId: 'funds',
          reason: 'another merchant was meant',
        })
        await order(world, act())
        await world.tell(p1, { ...held, holdId: 'funds-2' })
        await world.refuse(sys, await claim(world, kind), 'ORDER_ENDED', 'FUNDS_HELD')
      }
  },

  'the way it came is closed: the same is ordered again by the method that is agreed instead [R-194 R-195]':
    async (open) => {
      for (const kind of both) {
        const { act, order } = kinds[kind]
        const world = await owing(open, 'originalRoute')
        await order(world, act())
        expect(await asksForAccount(world)).toBe(false)
        const orderId = await failed(world, kind)
        expect(await asksForAccount(world)).toBe(true)
        const again = { type: 'order.repeated', orderId } as const
        await world.refuse(p1, { ...again, method: 'directTransfer' }, 'ACCOUNT_UNVERIFIED')
        await world.tell(p1, { ...again, method: 'cheque' })
        expect(await asksForAccount(world)).toBe(false)
        expect(await paramsOf(world, kind)).toMatchObject({ method: 'cheque', accountToken: null })
        // a cheque that never arrived, and once more as it went last
        const lost = await failed(world, kind)
        expect(await asksForAccount(world)).toBe(false)
        await world.tell(p1, { ...again, orderId: lost })
        expect(await paramsOf(world, kind)).toMatchObject({ method: 'cheque', accountToken: null })
        // given up for good, and ordered anew
        const last = await failed(world, kind)
        await world.tell(p1, {
          type: 'order.cancelled',
          orderId: last,
          reason: 'the merchant has an account',
        })
        await run(world, accountVerified)
        await order(world, act({ method: 'directTransfer' }))
        expect(await paramsOf(world, kind)).toMatchObject({ accountToken: 'account-1' })
        await world.tell(sys, await claim(world, kind))
      }
    },

  'a transfer that is repeated goes to the account of today, once it has cooled [R-195]': async (open) => {
    for (const kind of both) {
      const { act, order } = kinds[kind]
      const world = await owing(open)
      await run(world, accountVerified)
      await order(world, act())
      const again = { type: 'order.repeated', orderId: await failed(world, kind) } as const
      await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
      await world.refuse(p1, again, 'ACCOUNT_UNVERIFIED', 'COOLING_OFF')
      const evidence = [paper('payout_account_verification')]
      await world.tell(p3, { type: 'payoutAccount.verified', token: 'account-2', evidence })
      await world.refuse(p1, again, 'COOLING_OFF')
      await world.pass(2)
      await world.tell(p1, again)
      expect(await paramsOf(world, kind)).toMatchObject({ accountToken: 'account-2' })
      // to the account of yesterday nothing goes, however well it was verified
      await run(world, accountVerified)
      await world.refuse(sys, await claim(world, kind), 'ORDER_ENDED', 'ACCOUNT_UNVERIFIED')
    }
  },

  'who verifies an account has looked at the one on record: neither the one before it nor any other counts [R-194]':
    async (open) => {
      const world = await open()
      const verify = (token: string) =>
        ({ type: 'payoutAccount.verified', token, evidence: [paper('payout_account_verification')] }) as const
      await world.refuse(p3, verify('account-2'), 'ACCOUNT_UNVERIFIED')
      for (const token of ['account-1', 'account-2'])
        await world.tell(m1, { type: 'payoutAccount.changed', token, name: '青禾便利店' })
      for (const token of ['account-1', 'account-3'])
        await world.refuse(p3, verify(token), 'ACCOUNT_UNVERIFIED')
      await world.tell(p3, verify('account-2'))
      expect((await world.context()).payoutAccount).toMatchObject({ token: 'account-2', verifiedBy: 'p3' })
    },

  'only money has a method: no other order is repeated by one [R-195]': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' })
    const orderId = await orderOf(world, 'notify')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'DOWN', retryable: false })
    await world.refuse(p1, { type: 'order.repeated', orderId, method: 'cheque' }, 'METHOD_UNSUITABLE')
    await world.tell(p1, { type: 'order.repeated', orderId })
  },

  'the same order by another method is another order [R-195]': async (open) => {
    for (const kind of both) {
      const { act, order } = kinds[kind]
      const world = await owing(open, 'originalRoute')
      await order(world, act())
      expect(await world.send(p3, act())).toMatchObject({ accepted: true, noop: true })
      expect(await world.send(p3, act({ method: 'originalRoute' }))).toMatchObject({ noop: true })
      const other = await world.send(p3, act({ method: 'cheque' }))
      const codes = other.accepted ? [] : other.blockers.map(({ code }) => code)
      expect(codes).toContain('REFERENCE_IN_USE')
    }
  },

  'nobody is asked for an account that no money needs [R-194 R-195]': async (open) => {
    for (const payoutMethod of payoutMethods) {
      const world = await open()
      const before = checkClosure(await world.record(), { at: world.at(), actor: m1 })
      expect(before.later.map(({ code }) => code)).toContain('ACCOUNT_UNVERIFIED')
      await world.tell(m1, closureRequested({ payoutMethod }))
      expect(await asksForAccount(world)).toBe(needsAccount(payoutMethod))
      await world.tell(p2, reviewApproved('application-1', ['business_licence']))
      expect(await asksForAccount(world)).toBe(needsAccount(payoutMethod))
    }
    const paid = await owing(open)
    expect(await asksForAccount(paid)).toBe(true)
    for (const kind of both) await kinds[kind].order(paid, kinds[kind].act({ method: 'cheque' }))
    expect(await asksForAccount(paid)).toBe(false)
    for (const kind of both) {
      const orderId = await failed(paid, kind)
      expect(await asksForAccount(paid)).toBe(true)
      await paid.tell(p1, { type: 'order.repeated', orderId })
      expect(await asksForAccount(paid)).toBe(false)
    }
    const orderId = await orderOf(paid, 'payOut')
    await paid.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: cny(50_000) })
    // a late sale: nobody knows any more what is owed
    const late = { ref: 'late', kind: 'sale', state: 'settled', offline: false, test: false } as const
    await paid.tell(sys, {
      type: 'transaction.reported',
      ...late,
      amount: cny(100),
      occurredAt: paid.at(),
    })
    expect(await asksForAccount(paid)).toBe(true)
  },
}
