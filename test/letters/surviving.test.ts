import { describe, expect, it } from 'vitest'
import { type Letter, lettersOf } from '../../src/letters/index.ts'
import {
  approved,
  byTwo,
  clearingParts,
  confirmed,
  orderOf,
  readClosed,
  refunded,
} from '../support/closure.ts'
import { p3, sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import { openPlayed, type Played } from './kit.ts'
import { obligationsAddUp } from './sums.ts'

const named = async (world: Played, wanted: string): Promise<Letter> =>
  (await lettersOf(await world.source(), { locale: 'en' })).find(({ name }) => name === wanted) ??
  expect.fail(`no ${wanted}`)

describe('What outlives a closure', () => {
  it('is stated with its amount and day, late cases too [R-037]', async () => {
    const world = openPlayed()
    for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(world)
    const dueAt = new Date(Date.parse(world.at()) + 20 * 86_400_000).toISOString()
    await world.tell(sys, { type: 'dispute.opened', caseId: 'case-late', amount: cny(12_800), dueAt })
    await world.tell(p3, {
      type: 'charge.raised',
      chargeId: 'late-1',
      kind: 'rental',
      amount: cny(900),
      feeTableVersion: 'standard',
    })
    const { facts } = await named(world, 'result_notice:application-1:closed')
    expect(facts).toMatchObject({
      survivingObligations: [
        { kind: 'charge', owedBy: 'merchant', of: 'rental', amount: cny(900) },
        { kind: 'dispute', amount: cny(12_800), due: dueAt },
        { kind: 'rules' },
        { kind: 'customerData' },
        { kind: 'vouchers' },
      ],
    })
  })

  const carried = {
    type: 'obligation.carriedOver',
    kind: 'deposit',
    ref: 'deposit-1',
    owner: 'acquirer-1',
    basis: 'insolvency',
    reviewAt: '2027-01-01T00:00:00+08:00',
  } as const

  it('is met from the oldest on by what is paid afterwards [R-037]', async () => {
    const world = openPlayed()
    const inParts = async () => {
      for (const [obligationId, amount] of [
        ['part-1', 120_000],
        ['part-2', 80_000],
      ] as const)
        await byTwo(world, { ...carried, obligationId, amount: cny(amount) })
    }
    const parts = clearingParts.map((part) => (part === refunded ? inParts : part))
    for (const part of [approved, ...parts, confirmed, readClosed]) await part(world)
    const back = { depositId: 'deposit-1', refundId: 'refund-1', amount: cny(150_000) }
    await byTwo(world, { type: 'refund.ordered', ...back })
    const orderId = await orderOf(world, 'refundDeposit')
    await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(150_000) })
    const { facts } = await named(world, 'result_notice:application-1:closed')
    expect(facts).toMatchObject({
      survivingObligations: [{ kind: 'deposit', amount: cny(50_000) }, { kind: 'rules' }, {}, {}],
    })
    expect(obligationsAddUp(await world.source(), 'in parts')).toBe(1)
  })

  /** A closure that goes on although a case is open, because two people carried it over. */
  const withDispute = async (): Promise<Played> => {
    const world = openPlayed()
    await approved(world)
    const dueAt = '2026-06-01T00:00:00+08:00'
    await world.tell(sys, { type: 'dispute.opened', caseId: 'case-1', amount: cny(300), dueAt })
    const dispute = {
      ...carried,
      kind: 'dispute',
      ref: 'case-1',
      obligationId: 'o-1',
      amount: cny(300),
    } as const
    await byTwo(world, dispute)
    return world
  }

  it('is owed by the same party whether a case was carried over or came afterwards', async () => {
    const world = await withDispute()
    for (const part of [...clearingParts, confirmed, readClosed]) await part(world)
    const dueAt = new Date(Date.parse(world.at()) + 20 * 86_400_000).toISOString()
    await world.tell(sys, { type: 'dispute.opened', caseId: 'case-late', amount: cny(200), dueAt })
    const { facts } = await named(world, 'result_notice:application-1:closed')
    expect(facts).toMatchObject({
      survivingObligations: [
        { kind: 'dispute', owedBy: 'merchant', amount: cny(300) },
        { kind: 'dispute', owedBy: 'merchant', amount: cny(200) },
        ...[{}, {}, {}],
      ],
    })
  })

  it('is a case that the merchant lost since, and none that it won', async () => {
    const ends = [
      [{ outcome: 'won', liability: 'provider' }, []],
      [{ outcome: 'lost', liability: 'merchant' }, [{ kind: 'dispute', amount: cny(300) }]],
    ] as const
    for (const [end, left] of ends) {
      const world = await withDispute()
      await world.tell(sys, { type: 'dispute.closed', caseId: 'case-1', ...end })
      for (const part of [...clearingParts, confirmed, readClosed]) await part(world)
      const { facts } = await named(world, 'result_notice:application-1:closed')
      expect(facts).toMatchObject({ survivingObligations: [...left, { kind: 'rules' }, {}, {}] })
      expect(obligationsAddUp(await world.source(), end.outcome)).toBe(left.length)
    }
  })
})
