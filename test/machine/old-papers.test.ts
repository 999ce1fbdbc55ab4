import { describe, expect, it } from 'vitest'
import { shortOf } from '../../src/machine/facts/paid.ts'
import { decisionFaultOf, faultOf, isSeen, type Paper } from '../../src/machine/facts/papers.ts'
import { paper, start } from '../support/samples.ts'

/** As a record of format 1 knew it: its type, and nobody who brought it. */
const old = (type: Parameters<typeof paper>[0], facts?: Paper['facts']): Paper => {
  const { facts: _, ...known } = paper(type)
  return { ...known, ...(facts && { facts }), addedBy: '', checkedBy: null, isRejected: false }
}
const asOfNow = (one: Paper): Paper => ({ ...one, addedBy: 'm1' })

describe('a paper that came on file before anything was read off papers', () => {
  it('counts by its type, where the same of now says nothing', () => {
    for (const fault of [faultOf, decisionFaultOf]) {
      expect(fault(old('identity_proof'), start)).toBeUndefined()
      expect(fault(asOfNow(old('identity_proof')), start)).toBeDefined()
    }
    expect(isSeen(old('identity_proof'))).toBe(true)
    expect(isSeen(asOfNow(old('identity_proof')))).toBe(false)
  })

  it('runs out like any other', () => {
    const past = { validTo: '2026-01-01T00:00:00+08:00' }
    expect(faultOf(old('business_licence', past), start)?.code).toBe('DOCUMENT_EXPIRED')
    expect(faultOf(old('business_licence', { validTo: '2031-01-01T00:00:00+08:00' }), start)).toBeUndefined()
  })

  it('pays the whole of what is owed; one of now pays what it says, and a waiver without an amount all of it', () => {
    expect(shortOf([old('payment_proof')], 9_900)).toEqual([])
    expect(shortOf([asOfNow(old('payment_proof'))], 9_900)).toMatchObject([
      { code: 'EVIDENCE_UNSUITABLE', data: { owed: 9_900, covered: 0 } },
    ])
    expect(shortOf([old('payment_proof', { amount: 5_000, currency: 'CNY' })], 9_900)).toMatchObject([
      { data: { covered: 5_000 } },
    ])
    expect(shortOf([asOfNow(old('waiver'))], 9_900)).toEqual([])
  })

  it('pays with others what they say together, to the last fen', () => {
    const said = (amount: number) => asOfNow(old('payment_proof', { amount, currency: 'CNY' }))
    expect(shortOf([said(5_000), said(4_900)], 9_900)).toEqual([])
    expect(shortOf([said(5_000), said(4_899)], 9_900)).toMatchObject([{ data: { covered: 9_899 } }])
    // what is let off without an amount is all of it, whatever was paid besides
    expect(shortOf([said(1), asOfNow(old('waiver'))], 9_900)).toEqual([])
    // an agreement of another kind beside it has no amount, and where nothing is owed nothing is short
    expect(shortOf([said(1), asOfNow(old('supporting_evidence'))], 9_900)).toEqual([])
    expect(shortOf([said(0)], 0)).toEqual([])
  })
})
