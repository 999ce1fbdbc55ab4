import { describe, expect, it } from 'vitest'
import { erasure } from '../../src/machine/clearing/data.ts'
import { openObligations, regions } from '../../src/machine/clearing/index.ts'
import { all, lookUp, when } from '../../src/machine/clearing/kit.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { openPlay } from '../support/play.ts'

const { context } = await openPlay().record()
const yuan = (amount: number, currency = context.identity.currency) => ({ amount, currency })
const life = (differs: object): LifecycleContext => ({ ...context, ...differs })
const codes = (found: readonly { code: string; ref?: string | undefined }[]) =>
  found.map(({ code, ref }) => (ref === undefined ? code : `${code} ${ref}`))
const [before, then, after] = ['2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z', '2026-03-02T03:00:00Z']

describe('settlement is over', () => {
  const statement = {
    statementId: 's',
    net: 50,
    upTo: then,
    status: 'confirmed',
    stale: false,
    charged: 0,
    passedOn: false,
  }
  const lacks = (differs: object, around: object = {}) =>
    regions.settlement(
      life({
        closing: { statement: { ...statement, ...differs }, settlementCarriedOver: 0 },
        payouts: { p: { amount: 50, excess: 0, status: 'confirmed' } },
        lastTransactionAt: then,
        ...around,
      }),
    )

  it('where all that a confirmed statement says was paid out', () => {
    expect(lacks({})).toEqual([])
    expect(lacks({}, { payouts: {} })).toMatchObject([
      { code: 'OUTSTANDING_BALANCE', ref: 's', data: { amount: 50 } },
    ])
    expect(lacks({ net: 51 })).toMatchObject([{ data: { amount: 1 } }])
    expect(codes(lacks({}, { payouts: { p: { amount: 50, excess: 0, status: 'ordered' } } }))).toEqual([
      'PAYOUT_PENDING',
    ])
  })

  it('not where there is no statement, nor one that covers all sales', () => {
    for (const closing of [null, { statement: null, settlementCarriedOver: 0 }])
      expect(codes(lacks({}, { closing }))).toEqual(['NO_STATEMENT'])
    expect(codes(lacks({ stale: true }))).toEqual(['STATEMENT_STALE s'])
    expect(codes(lacks({}, { lastTransactionAt: after }))).toEqual(['STATEMENT_STALE s'])
    expect(lacks({}, { lastTransactionAt: before })).toEqual([])
    expect(lacks({}, { lastTransactionAt: null })).toEqual([])
  })

  it('not before the merchant agreed, be there money or not', () => {
    expect(codes(lacks({ status: 'stated' }))).toEqual(['SETTLEMENT_NOT_CONFIRMED s'])
    expect(codes(lacks({ status: 'stated', net: 60 }))).toEqual([
      'SETTLEMENT_NOT_CONFIRMED s',
      'OUTSTANDING_BALANCE s',
    ])
  })

  it('not where the parties argue, until that is passed on with all the money', () => {
    expect(codes(lacks({ status: 'disputed' }))).toEqual(['SETTLEMENT_DISPUTED s'])
    expect(codes(lacks({ status: 'disputed', net: 60 }))).toEqual(['SETTLEMENT_DISPUTED s'])
    expect(codes(lacks({ status: 'disputed', net: 60, passedOn: true }))).toEqual(['SETTLEMENT_DISPUTED s'])
    expect(lacks({ status: 'disputed', passedOn: true })).toEqual([])
  })

  it('not where a case is open that nobody carries over', () => {
    const disputes = (differs: object = {}) => ({
      c: { caseId: 'c', amount: yuan(7), status: 'open', carriedOver: false, ...differs },
    })
    expect(lacks({}, { disputes: disputes() })).toMatchObject([
      { code: 'DISPUTE_OPEN', ref: 'c', data: { amount: 7 } },
    ])
    const [foreign] = lacks({}, { disputes: disputes({ amount: yuan(7, 'USD') }) })
    expect(foreign).toMatchObject({ code: 'DISPUTE_OPEN', ref: 'c' })
    expect(foreign?.data).toBeUndefined()
    expect(lacks({}, { disputes: disputes({ status: 'closed' }) })).toEqual([])
    expect(lacks({}, { disputes: disputes({ carriedOver: true }) })).toEqual([])
  })
})

describe('what a device lacks', () => {
  const device = Object.values(context.devices)[0] as LifecycleContext['devices'][string]
  const of = (differs: object) => ({ ...device, serial: 'd', ...differs }) as typeof device

  it('before its data are gone, step by step', () => {
    const lacks = (state: string) => codes(erasure(of({ erasure: state })))
    expect(lacks('none')).toEqual(['ERASURE_NOT_AUTHORISED d'])
    expect(lacks('failed')).toEqual(['ERASURE_NOT_AUTHORISED d'])
    expect(lacks('authorised')).toEqual(['ERASURE_NOT_COMPLETED d'])
    expect(lacks('completed')).toEqual(['ERASURE_NOT_VERIFIED d'])
    expect(lacks('verified')).toEqual([])
  })

  it('before it is unbound, with its keys gone', () => {
    const lacks = (differs: object) => codes(regions.binding(life({ devices: { d: of(differs) } })))
    expect(lacks({ binding: 'bound' })).toEqual(['DEVICE_STILL_BOUND d'])
    expect(lacks({ binding: 'unbindingOrdered' })).toEqual(['UNBINDING_PENDING d'])
    expect(lacks({ binding: 'unbound', keys: 'loaded', keysRevokedAt: null })).toContain('KEYS_NOT_REMOVED d')
    expect(lacks({ binding: 'unbound', keys: 'loaded', keysRevokedAt: then })).not.toContain(
      'KEYS_NOT_REMOVED d',
    )
    expect(lacks({ binding: 'unbound', keys: 'removed', keysRevokedAt: null })).not.toContain(
      'KEYS_NOT_REMOVED d',
    )
    expect(lacks({ binding: 'bound', keys: 'loaded', keysRevokedAt: null })).not.toContain(
      'KEYS_NOT_REMOVED d',
    )
  })
})

describe('findings', () => {
  it('stand in the order in which they were looked for, without what does not apply', () => {
    const [one, other] = [when(true, 'NO_STATEMENT', 'a', { amount: 1 }), when(true, 'PAYOUT_PENDING')]
    expect(one).toMatchObject({ code: 'NO_STATEMENT', ref: 'a', data: { amount: 1 } })
    expect(when(false, 'NO_STATEMENT')).toBe(false)
    expect(all(other, false, null, undefined, [one as never], [])).toEqual([other, one])
  })

  it('of all regions stand one after another', () => {
    const found = openObligations(life({}))
    expect(found).toEqual(Object.values(regions).flatMap((region) => [...region(life({}))]))
    expect(found.length).toBeGreaterThan(0)
  })

  it('say which name is none of an item', () => {
    const ledger = { a: { n: 1 } }
    expect(lookUp(ledger, 'a', 'HOLD_UNKNOWN')).toEqual({ item: { n: 1 } })
    expect(lookUp(ledger, 'b', 'HOLD_UNKNOWN')).toMatchObject({
      missing: [{ code: 'HOLD_UNKNOWN', ref: 'b' }],
    })
    expect(lookUp(ledger, 'toString', 'HOLD_UNKNOWN').item).toBeUndefined()
    const [missing] = lookUp({ undefined: 1 } as never, undefined, 'HOLD_UNKNOWN').missing ?? []
    expect(missing).toMatchObject({ code: 'HOLD_UNKNOWN' })
  })
})
