import { describe, expect, it } from 'vitest'
import { amountOpen, causeOpen, debtOf } from '../../src/machine/clearing/holds.ts'
import { regions } from '../../src/machine/clearing/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import type { Hold } from '../../src/machine/shape/holds.ts'
import { openPlay } from '../support/play.ts'

const { context } = await openPlay().record()
const yuan = (amount: number, currency = context.identity.currency) => ({ amount, currency })
const charge = (chargeId: string, amount: number, differs: object = {}) => ({
  [chargeId]: {
    chargeId,
    kind: 'fee',
    amount: yuan(amount),
    payments: {},
    carriedOver: 0,
    status: 'raised',
    ...differs,
  },
})
const dispute = (caseId: string, amount: number, differs: object = {}) => ({
  [caseId]: { caseId, amount: yuan(amount), status: 'open', carriedOver: false, ...differs },
})
const life = (differs: object): LifecycleContext => ({ ...context, ...differs })
const hold = (code: string, chargeId: string | null = null) => ({ holdId: 'h', code, chargeId }) as Hold
const codes = (found: readonly { code: string; ref?: string | undefined }[]) =>
  found.map(({ code, ref }) => `${code} ${ref}`)

describe('acceptance is off', () => {
  const lacks = (acceptance: string, readAt: string | null, disabledAt: string | null) =>
    regions.acceptance(life({ status: { ...context.status, acceptance, readAt }, disabledAt })).length > 0
  const [before, then, after] = ['2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z', '2026-03-02T03:00:00Z']

  it.each([
    ['where it was read after it was ordered off', 'off', after, then, false],
    ['not where it was read before', 'off', before, then, true],
    ['not where it was read at the same moment', 'off', then, then, true],
    ['not where nobody read it', 'off', null, then, true],
    ['not where nobody read it, nor ordered it off', 'off', null, null, true],
    ['where nobody ordered it off, and it was read', 'off', before, null, false],
    ['not where it was read to be on', 'on', after, then, true],
    ['not where nobody knows', 'unknown', after, then, true],
  ])('%s', (_, acceptance, readAt, disabledAt, lacking) => {
    expect(lacks(acceptance, readAt, disabledAt)).toBe(lacking)
  })
})

describe('what keeps a hold', () => {
  const charges = {
    ...charge('a', 5),
    ...charge('b', 7, { status: 'disputed' }),
    ...charge('paid', 3, { payments: { p: 3 }, status: 'disputed' }),
  }

  it('is the charge that it names, while that is open', () => {
    expect(codes(causeOpen(life({ charges }), hold('RULE_VIOLATION', 'a')))).toEqual(['REMEDY_OPEN h'])
    expect(amountOpen(life({ charges }), hold('RULE_VIOLATION', 'a'))).toBe(5)
    expect(causeOpen(life({ charges }), hold('RULE_VIOLATION', 'paid'))).toEqual([])
    expect(causeOpen(life({ charges }), hold('RULE_VIOLATION', 'none'))).toEqual([])
  })

  it('is all that is open where it is about arrears, and nothing where it is not', () => {
    const ids = (code: string) => debtOf(life({ charges }), hold(code)).map(({ chargeId }) => chargeId)
    expect(ids('ACCOUNT_ARREARS')).toEqual(['a', 'b'])
    expect(ids('ACCOUNT_INSUFFICIENT_BALANCE')).toEqual(['a', 'b'])
    expect(ids('RULE_VIOLATION')).toEqual([])
    expect(amountOpen(life({ charges }), hold('ACCOUNT_ARREARS'))).toBe(12)
  })

  it('is a charge or a case that the parties argue about, where it is about that', () => {
    const about = hold('ACCOUNT_DISPUTE')
    expect(codes(causeOpen(life({ charges }), about))).toEqual(['DISPUTE_OPEN h'])
    expect(amountOpen(life({ charges }), about)).toBe(7)
    expect(causeOpen(life({ charges: charge('a', 5) }), about)).toEqual([])
    expect(
      causeOpen(life({ charges: charge('b', 5, { status: 'disputed', payments: { p: 5 } }) }), about),
    ).toEqual([])
    expect(amountOpen(life({ charges }), hold('RULE_VIOLATION'))).toBe(0)
    const disputes = { ...dispute('x', 11), ...dispute('y', 13, { amount: yuan(13, 'USD') }) }
    expect(codes(causeOpen(life({ disputes }), about))).toEqual(['DISPUTE_OPEN h'])
    expect(amountOpen(life({ disputes, charges }), about)).toBe(18)
    expect(amountOpen(life({ disputes }), hold('RULE_VIOLATION'))).toBe(0)
    for (const over of [{ status: 'closed' }, { carriedOver: true }]) {
      expect(causeOpen(life({ disputes: dispute('x', 11, over) }), about)).toEqual([])
      expect(amountOpen(life({ disputes: dispute('x', 11, over) }), about)).toBe(0)
    }
  })

  it('counts a charge once, that it names and that is argued about', () => {
    expect(amountOpen(life({ charges }), hold('ACCOUNT_DISPUTE', 'b'))).toBe(7)
    expect(codes(causeOpen(life({ charges }), hold('ACCOUNT_DISPUTE', 'b')))).toEqual([
      'REMEDY_OPEN h',
      'DISPUTE_OPEN h',
    ])
  })

  it('is an account that nobody verified, where it is about that', () => {
    const of = (payoutAccount: object | null, code: string) =>
      codes(causeOpen(life({ payoutAccount }), hold(code)))
    const open = ['ACCOUNT_UNVERIFIED h']
    for (const code of ['SETTLEMENT_ACCOUNT_CHANGED', 'ACCOUNT_ABNORMAL']) {
      expect(of({ verifiedBy: null }, code)).toEqual(open)
      expect(of({ verifiedBy: { personId: 'p' } }, code)).toEqual([])
    }
    expect(of(null, 'SETTLEMENT_ACCOUNT_CHANGED')).toEqual(open)
    expect(of(null, 'ACCOUNT_ABNORMAL')).toEqual([])
    expect(of(null, 'RULE_VIOLATION')).toEqual([])
  })
})

describe('charges and deposits are settled', () => {
  const deposit = (differs: object) => ({
    d: { depositId: 'd', amount: yuan(100), refunds: {}, deductions: {}, carriedOver: 0, ...differs },
  })
  const refund = (status: string, amount: number, excess = 0) => ({ r: { amount, excess, status } })

  it('where nothing of a charge is open: it is paid, or carried over', () => {
    const lacks = (differs: object) => regions.charges(life({ charges: charge('a', 5, differs) }))
    expect(lacks({})).toMatchObject([{ code: 'CHARGES_OUTSTANDING', ref: 'a', data: { amount: 5 } }])
    expect(lacks({ payments: { p: 1, q: 1 }, carriedOver: 2 })).toMatchObject([{ data: { amount: 1 } }])
    expect(lacks({ payments: { p: 3 }, carriedOver: 2 })).toEqual([])
    expect(lacks({ payments: { p: 9 } })).toEqual([])
  })

  it('where all of a deposit went back, was deducted or is carried over, and nothing is on its way', () => {
    const lacks = (differs: object) => regions.deposits(life({ deposits: deposit(differs) }))
    expect(lacks({})).toMatchObject([{ code: 'DEPOSIT_NOT_REFUNDED', ref: 'd', data: { amount: 100 } }])
    expect(
      lacks({ refunds: refund('confirmed', 60, 10), deductions: { x: 20 }, carriedOver: 29 }),
    ).toMatchObject([{ data: { amount: 1 } }])
    expect(lacks({ refunds: refund('confirmed', 50), deductions: { x: 20 }, carriedOver: 30 })).toEqual([])
    expect(codes(lacks({ refunds: refund('ordered', 100) }))).toEqual(['REFUND_PENDING d'])
    expect(codes(lacks({ refunds: refund('ordered', 40) }))).toEqual([
      'DEPOSIT_NOT_REFUNDED d',
      'REFUND_PENDING d',
    ])
    expect(codes(lacks({ refunds: refund('failed', 100) }))).toEqual(['DEPOSIT_NOT_REFUNDED d'])
  })
})
