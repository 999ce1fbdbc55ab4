import { expect } from 'vitest'
import { checkClosure, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, drained, readClosed, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { cny, statusRead } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const yen = { amount: 5, currency: 'JPY' }
/** A chargeback. */
const opened = (amount: { amount: number; currency: string }): LifecycleEvent => ({
  type: 'dispute.opened',
  caseId: 'case-1',
  amount,
  dueAt: '2026-09-01T00:00:00+08:00',
})
const preAuth = (
  amount: { amount: number; currency: string },
  state: 'authorised' | 'voided' = 'authorised',
): LifecycleEvent => ({
  ...{ type: 'transaction.reported', ref: 'auth-1', kind: 'preAuth', state, amount },
  occurredAt: '2026-03-01T12:00:00+08:00',
})

const told = async ({ tell }: World, event: LifecycleEvent) =>
  (await tell(sys, event)).issues.map(({ code }) => code)
const regions = async (world: World) => {
  const value = await world.value()
  return (value as { closing: { clearing: Record<string, string> } }).closing.clearing
}

/** Money in another currency than the terminal's. */
export const currencyStories: Stories = {
  'a transaction in another currency is one all the same, and is finished before the terminal is closed [R-029]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained)
      expect(await regions(world)).toMatchObject({ transactions: 'done' })
      expect(await told(world, preAuth(yen))).toEqual(['CURRENCY_MISMATCH'])
      expect(await regions(world)).toMatchObject({ transactions: 'open' })
      expect(await told(world, preAuth(yen, 'voided'))).toEqual(['CURRENCY_MISMATCH'])
      expect(await regions(world)).toMatchObject({ transactions: 'done' })
    },

  'what is told of a transaction in another currency changes its state, and no amount that is known': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts)
    const sale = { ...preAuth(cny(700), 'voided'), kind: 'sale' } as LifecycleEvent
    await world.tell(sys, sale)
    await told(world, { ...sale, state: 'completed', amount: yen } as LifecycleEvent)
    const { transactions } = await world.context()
    expect(transactions['auth-1']).toMatchObject({ state: 'completed', amount: cny(700) })
    expect(await regions(world)).toMatchObject({ settlement: 'open' })
  },

  'a sale in another currency outdates no statement': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts)
    await told(world, { ...preAuth(yen), kind: 'sale', state: 'completed' } as LifecycleEvent)
    expect((await world.context()).closing?.statement?.stale).toBe(false)
  },

  'a case in another currency is open, counts for no amount, and is told again in that of the terminal':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts)
      expect(await told(world, opened(yen))).toEqual(['CURRENCY_MISMATCH'])
      expect(await regions(world)).toMatchObject({ settlement: 'open' })
      const needs = requirements(await world.record(), { at: world.at(), actor: m1 })
      const due = [...needs.currentlyDue, ...needs.pendingVerification, ...needs.eventuallyDue]
      expect(due.find(({ code }) => code === 'DISPUTE_OPEN')).not.toHaveProperty('amount')
      const { balances } = checkClosure(await world.record(), { at: world.at(), actor: m1 })
      expect(balances.disputes).toEqual(cny(0))
      // the same number in the terminal's currency is another amount
      expect(await told(world, opened(cny(5)))).toEqual([])
      expect((await world.context()).disputes['case-1']?.amount).toEqual(cny(5))
      await told(world, opened({ amount: 9, currency: 'USD' }))
      expect((await world.context()).disputes['case-1']?.amount).toEqual(cny(5))
      const lost = {
        type: 'dispute.closed',
        caseId: 'case-1',
        outcome: 'lost',
        liability: 'merchant',
      } as const
      await world.tell(sys, lost)
      expect((await world.context()).charges['dispute:case-1']?.amount).toEqual(cny(5))
    },

  'a case that is lost in another currency charges nobody, and is not carried over': async (open) => {
    const world = await open()
    await run(world, approved)
    await told(world, opened(yen))
    const carry = {
      type: 'obligation.carriedOver',
      obligationId: 'o',
      kind: 'dispute',
      ref: 'case-1',
      amount: cny(5),
      owner: 'acquirer-1',
      basis: 'later',
      reviewAt: '2026-12-01T00:00:00+08:00',
    } as const
    await world.tell(p1, { type: 'act.proposed', act: carry })
    await world.refuse(p2, carry, 'CURRENCY_MISMATCH')
    const lost = { type: 'dispute.closed', caseId: 'case-1', outcome: 'lost', liability: 'merchant' } as const
    expect(await told(world, lost)).toEqual(['CURRENCY_MISMATCH'])
    expect((await world.context()).charges).not.toHaveProperty('dispute:case-1')
    expect(await regions(world)).toMatchObject({ charges: 'done' })
  },

  'a reading that tells what is owed in another currency closes no terminal: it is read again': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed)
    const reading = () => statusRead('off', world.at(), 'closed')
    await world.tell(sys, { ...reading(), unsettled: yen } as LifecycleEvent)
    expect((await world.context()).status).toMatchObject({ registry: 'closed', unsettled: null })
    expect(await world.value()).toEqual({ closing: 'verifying' })
    await world.tell(sys, reading())
    expect(await world.value()).toBe('closed')
  },

  'what is told in another currency after the closure is kept with an issue as well': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    expect(await told(world, opened(yen))).toEqual(['CURRENCY_MISMATCH'])
    expect((await world.context()).tail).toMatchObject([{ kind: 'dispute.opened', ref: 'case-1' }])
  },
}
