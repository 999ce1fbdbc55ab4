import { describe, expect, it } from 'vitest'
import { byId, carried, charge, clocks, closing, dayOf, deposit, due, valuesOf } from './made.ts'

describe('what a notice says of money', () => {
  const paid = (status: string, amount: number, excess = 0) => ({ status, amount, excess })
  it.each([
    [
      'what is on its way or gone',
      { refunds: { a: paid('confirmed', 10_00), b: paid('ordered', 5_00) } },
      '85.00',
    ],
    [
      'not what came back or failed',
      { refunds: { a: paid('returned', 10_00), b: paid('failed', 5_00) } },
      '100.00',
    ],
    ['not what was paid too much', { refunds: { a: paid('confirmed', 12_00, 2_00) } }, '90.00'],
    ['what was deducted', { deductions: { 'c-1': 7_00 } }, '93.00'],
    ['what was carried over', { carriedOver: 40_00 }, '60.00'],
  ])('is what is left of a deposit: less %s', (_, more, left) => {
    const changes = { deposits: byId('depositId', deposit('d-1', more)) }
    expect(valuesOf('deposit_deducted', 'd-1', changes).left).toContain(left)
  })

  it.each([
    ['carried over and discharged', carried('o-1', 'deposit', 'd-1', 40_00, true), '60.00'],
    ['carried over and still owed', carried('o-1', 'deposit', 'd-1', 40_00), '100.00'],
    ['of another kind by the same name', carried('o-1', 'charge', 'd-1', 40_00, true), '100.00'],
    ['of another deposit', carried('o-1', 'deposit', 'd-2', 40_00, true), '100.00'],
  ])('is, after the closure, what is left of a deposit: %s', (_, obligation, left) => {
    const changes = {
      ...closing({ closedAt: due(2) }),
      deposits: byId('depositId', deposit('d-1', { carriedOver: 40_00 })),
      carriedOver: byId('obligationId', obligation),
    }
    expect(valuesOf('deposit_deducted', 'd-1', changes).left).toContain(left)
  })

  it('is what was deducted, and nothing of what was given back whole', () => {
    const charges = byId('chargeId', charge('c-1'), charge('c-2', { kind: 'damage' }))
    const deposits = byId('depositId', deposit('d-1', { deductions: { 'c-1': 7_00, 'c-2': 0 } }))
    const { deductions = '' } = valuesOf('deposit_deducted', 'd-1', { charges, deposits })
    expect(deductions).toContain('7.00')
    expect(deductions).not.toContain(', ')
  })

  it.each([
    ['running', dayOf(9)],
    ['fired', undefined],
    ['paused', undefined],
    ['cancelled', undefined],
  ])('is until when a charge may be objected to, while that clock is %s', (status, end) => {
    const changes = {
      charges: byId('chargeId', charge('c-1')),
      ...clocks(['chargeObjection:c-1', 9, status]),
    }
    expect(valuesOf('charge_raised', 'c-1', changes).due).toBe(end)
  })

  const left = (changes: object) =>
    valuesOf('closure_result', null, { ...closing({ closedAt: due(2) }), ...changes }).remaining
  it.each([
    ['running', 'refundable from 9 April 2026'],
    ['fired', 'to be refunded'],
    ['cancelled', 'to be refunded'],
  ])('is what of a deposit is left after the closure, its rest %s', (status, said) => {
    const deposits = byId('depositId', deposit('d-1'))
    expect(left({ deposits, ...clocks(['guaranteeTail:d-1', 9, status]) })).toContain(said)
  })

  it('is each sum once: as carried over, or as what it was', () => {
    const charges = byId('chargeId', charge('c-1'), charge('c-2', { payments: { p: 20_00 } }))
    expect(left({ charges })).toMatch(/20\.00, to be paid$/)
    const obligation = byId('obligationId', carried('o-1', 'charge', 'c-1', 20_00))
    expect(left({ charges, carriedOver: obligation, deposits: {} })).toMatch(
      /^[^;]*20\.00, to be reviewed on 20 April 2026$/,
    )
    const deposits = byId('depositId', deposit('d-1'))
    const kept = byId('obligationId', carried('o-1', 'deposit', 'd-1', 100_00))
    expect(left({ deposits, carriedOver: kept })).toMatch(/^[^;]*100\.00, to be reviewed on 20 April 2026$/)
    expect(left({ charges: {}, deposits: {} })).toBeUndefined()
  })

  it('is nothing of what is settled: discharged, used up or drawn beyond', () => {
    const obligation = byId('obligationId', carried('o-1', 'charge', 'c-1', 20_00, true))
    const deposits = byId('depositId', deposit('d-1', { deductions: { 'c-1': 100_00 } }))
    expect(left({ charges: {}, deposits, carriedOver: obligation })).toBeUndefined()
    const beyond = byId('depositId', deposit('d-1', { deductions: { 'c-1': 120_00 } }))
    expect(valuesOf('deposit_deducted', 'd-1', { deposits: beyond, charges: {} }).left).toBeUndefined()
  })

  it('is of a charge under its reference, where somebody gave it one', () => {
    for (const [chargeId, reference] of [
      ['c-1', 'c-1'],
      ['damage:SN-1', undefined],
    ] as const) {
      const charges = byId('chargeId', charge(chargeId))
      expect(valuesOf('charge_raised', chargeId, { charges }).reference).toBe(reference)
    }
  })
})
