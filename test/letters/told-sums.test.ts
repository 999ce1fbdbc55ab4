import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/domain/index.ts'
import { type Letter, type LetterSource, type LetterType, lettersOf } from '../../src/letters/index.ts'
import { cny } from '../support/samples.ts'
import { byId, carried, charge, clocks, closing, deposit, due } from '../words/made.ts'
import { openPlayed, textsOf } from './kit.ts'

type Made = Readonly<Record<string, unknown>>

/** The letters of a life whose books hold this. */
const lettersWith = async (
  changes: Made,
  value: 'closed' | 'live' = 'live',
  causes: readonly Made[] = [],
) => {
  const { record, entries } = await openPlayed().source()
  const told = causes.map((cause, place) => ({
    ...{ seq: place + 2, at: due(place + 1), cause, from: record.value, to: record.value },
  }))
  const made = {
    record: { ...record, context: { ...record.context, ...changes }, ...(value === 'closed' && { value }) },
    entries: [...entries, ...told],
  }
  return lettersOf(made as unknown as LetterSource, { locale: 'en' })
}
const factsIn = <Type extends LetterType>(letters: readonly Letter[], type: Type) =>
  letters.find((one): one is Letter<Type> & Letter => one.type === type) ?? expect.fail(`no ${type}`)

const stated = (net: number, more: Made = {}) =>
  closing({
    statement: { statementId: 's-1', upTo: due(1), net, status: 'stated', stale: false },
    settlementCarriedOver: 0,
    ...more,
  })
const paid = (status: string, amount: number, excess = 0) => ({ status, amount, excess })
const sums = async (changes: Made, value?: 'closed') => {
  const { facts } = factsIn(await lettersWith(changes, value), 'settlement_voucher')
  return [facts.owed, facts.paidOut, facts.carriedOver, facts.stillOwed].map(({ amount }) => amount)
}

describe('What a voucher says is owed', () => {
  const ofNet = (amount: number) => byId('chargeId', charge('settlement:net', { amount: cny(amount) }))
  it.each([
    ['of what came', { credit: 700 }, [1_200, 0, 0, 1_200]],
    [
      'less what arrived',
      { payouts: { a: paid('confirmed', 200), b: paid('ordered', 100) } },
      [500, 200, 0, 300],
    ],
    ['not less what was paid too much', { payouts: { a: paid('confirmed', 300, 50) } }, [500, 250, 0, 250]],
    ['nothing, where more arrived', { payouts: { a: paid('confirmed', 600) } }, [500, 600, 0, 0]],
    ['less what was carried over', stated(500, { settlementCarriedOver: 150 }), [500, 0, 150, 350]],
    ['nothing, where the merchant owes it', { ...stated(-500), charges: ofNet(300) }, [0, 0, 0, 0]],
    [
      'what was charged for an earlier, larger debt',
      { ...stated(-500), charges: ofNet(900) },
      [400, 0, 0, 400],
    ],
  ])('is %s', async (_, changes, wanted) => {
    expect(await sums({ ...stated(500), ...changes })).toEqual(wanted)
  })

  it('is, after the closure, less what was discharged as a settlement, and as nothing else', async () => {
    const carriedOver = byId(
      'obligationId',
      carried('o-1', 'settlement', 's-1', 150, true),
      carried('o-2', 'deposit', 's-1', 50, true),
      carried('o-3', 'settlement', 's-1', 20),
    )
    const books = { ...stated(500, { settlementCarriedOver: 400 }), carriedOver }
    expect(await sums(books, 'closed')).toEqual([500, 0, 150, 350])
  })

  it('is of a charge what is open of it, and never less than nothing', async () => {
    const charges = byId(
      'chargeId',
      charge('whole', { payments: { p: 25_00 } }),
      charge('part', { payments: { 'deposit:d': 3_00, p: 2_00 }, carriedOver: 5_00 }),
      charge('unknown', { kind: 'of-a-later-day' }),
    )
    const letter = factsIn(await lettersWith({ ...stated(500), charges }), 'settlement_voucher')
    expect(letter.facts.charges.map(({ open }) => open.amount)).toEqual([0, 10_00, 20_00])
    expect(letter.facts.charges[1]).toMatchObject({ paid: cny(2_00), deducted: cny(3_00) })
    expect(textsOf(letter)).toContain(textOf('charge', 'other', 'en'))
  })
})

describe('What a voucher says of payouts', () => {
  it('is what arrived and what came back, each on its own day', async () => {
    const order = (orderId: string, method: string) => ({ orderId, kind: 'payOut', params: { method } })
    const books = {
      ...stated(500),
      orders: byId('orderId', order('a', 'original'), order('b', 'original')),
      payouts: {
        a: paid('confirmed', 300, 50),
        b: paid('returned', 200),
        c: paid('ordered', 70),
        d: paid('failed', 80),
        e: paid('confirmed', 10),
      },
    }
    const causes = [
      { type: 'payout.confirmed', orderId: 'a' },
      { type: 'payout.confirmed', orderId: 'b' },
      { type: 'payout.returned', orderId: 'b' },
    ]
    const letter = factsIn(await lettersWith(books, 'live', causes), 'settlement_voucher')
    expect(letter.facts.payouts).toEqual([
      { at: due(1), amount: cny(250), method: 'original', isReturned: false },
      { at: due(3), amount: cny(200), method: 'original', isReturned: true },
      { at: null, amount: cny(10), method: null, isReturned: false },
    ])
    const table = letter.sections.flatMap((one) => ('table' in one ? one.table.rows : []))
    expect(table.map(([day, what]) => [day, what])).toEqual([
      ['1 April 2026', 'Paid to you'],
      ['3 April 2026', 'Sent back by the bank, owed again'],
      ['–', 'Paid to you'],
      ['Device deposit', '¥2,000.00'],
    ])
  })
})

describe('What outlives a closure is stated', () => {
  const left = async (changes: Made, causes: readonly Made[] = []) => {
    const letters = await lettersWith({ ...closing({ closedAt: due(2) }), ...changes }, 'closed', causes)
    const { facts } = factsIn(letters, 'result_notice')
    return facts.survivingObligations
      .filter(({ amount }) => amount !== null)
      .map(({ kind, owedBy, of, amount, due: end }) => [kind, owedBy, of, amount?.amount, end])
  }
  const deposits = byId('depositId', deposit('d-1'))

  it('as far as it was carried over, and not twice', async () => {
    const carriedOver = byId(
      'obligationId',
      carried('o-1', 'deposit', 'd-1', 95_00),
      carried('o-2', 'charge', 'c-1', 20_00),
      carried('o-3', 'deposit', 'd-1', 5_00, true),
      carried('o-4', 'charge', 'd-1', 7_00),
      carried('o-5', 'deposit', 'd-2', 7_00),
      carried('o-7', 'deposit', 'd-2', 8_00, true),
      carried('o-6', 'dispute', 'case-1', 0),
    )
    const charges = byId('chargeId', charge('c-1', { kind: 'rental' }))
    expect(await left({ deposits, charges, carriedOver })).toEqual([
      ['deposit', 'provider', null, 95_00, due(20)],
      ['charge', 'merchant', 'rental', 20_00, due(20)],
      ['dispute', 'merchant', null, 0, due(20)],
    ])
  })

  it('a settlement that nobody stated: of what came, what was carried over', async () => {
    const carriedOver = byId('obligationId', carried('o-1', 'settlement', 's-1', 5_00))
    expect(await left({ credit: 8_00, deposits: {}, carriedOver })).toEqual([
      ['settlement', 'provider', null, 5_00, due(20)],
    ])
  })

  it('with the day until which it may be objected to, while that runs', async () => {
    const charges = byId('chargeId', charge('c-1', { kind: 'rental' }), charge('c-2', { kind: 'damage' }))
    const ends = clocks(['chargeObjection:c-1', 9], ['chargeObjection:c-2', 9, 'fired'])
    expect(await left({ deposits: {}, charges, ...ends })).toEqual([
      ['charge', 'merchant', 'rental', 20_00, due(9)],
      ['charge', 'merchant', 'damage', 20_00, null],
    ])
  })

  it('a case only while it is open', async () => {
    const disputes = byId(
      'caseId',
      { caseId: 'a', status: 'open', amount: cny(3_00), dueAt: due(5) },
      { caseId: 'b', status: 'closed', amount: cny(4_00), dueAt: due(5) },
    )
    const opened = ['c', 'd'].map((caseId) => ({
      ...{ type: 'dispute.opened', caseId, amount: cny(5_00), dueAt: due(6) },
    }))
    const tail = [true, false].map((open, place) => ({ kind: 'dispute.opened', open, eventSeq: place + 2 }))
    expect(await left({ deposits: {}, disputes, tail }, opened)).toEqual([
      ['dispute', 'merchant', null, 3_00, due(5)],
      ['dispute', 'merchant', null, 5_00, due(6)],
    ])
  })
})

describe('A voucher is of the day on which its money changed last', () => {
  it.each([
    ['a device was given up', { type: 'device.declaredUnreturned', serial: 'SN-1' }, due(2)],
    ['an assessment lapsed', { timer: 'assessmentDue:SN-1' }, due(2)],
    ['a charge was raised', { type: 'charge.raised', chargeId: 'c-1' }, due(2)],
    ['not when another clock ran out', { timer: 'retention' }, due(1)],
    ['not when something was noted', { type: 'note.recorded' }, due(1)],
  ])('%s', async (_, cause, wanted) => {
    const first = { type: 'settlement.stated', statementId: 's-1' }
    const { issuedAt } = factsIn(await lettersWith(stated(500), 'live', [first, cause]), 'settlement_voucher')
    expect(issuedAt).toBe(wanted)
  })
})
