import { describe, expect, it } from 'vitest'
import { dossierTables } from '../../src/backend/index.ts'
import type { DossierView } from '../../src/contract/index.ts'
import { textsEn, textsZhCn } from '../../src/domain/index.ts'

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const list = (...items: readonly object[]) => ({ items, nextCursor: null })
const entry = (seq: number, cause: object, more: object = {}) => ({
  ...{ seq, version: seq, at: at(seq), commandId: `command-${seq}`, from: null, to: 'closed' },
  ...{ orderIds: [], issues: [], prevHash: `hash-${seq - 1}`, hash: `hash-${seq}`, cause },
  actor: { role: 'provider', personId: 'p1', organisationId: 'acquirer-1' },
  ...more,
})

/** Each kind of line once, and twice where two of a kind are told apart. */
const dossier = {
  settlement: {
    statement: { statementId: 's-1', net: cny(100), status: 'confirmed', upTo: at(1) },
    open: cny(40),
    payouts: [{ payoutId: 'p-1', orderId: 'life-1/3', amount: cny(60), status: 'ordered' }],
  },
  charges: list({
    ...{ chargeId: 'c-1', kind: 'fee', amount: cny(20), open: cny(5), status: 'disputed' },
    ...{ objectionUntil: at(2), payments: [{ ref: 'paid-1', amount: cny(15) }] },
  }),
  deposits: list({
    ...{ depositId: 'd-1', kind: 'device_pledge', amount: cny(500), open: cny(190) },
    ...{ releaseRule: 'onCustody', refundDue: at(3) },
    refunds: [{ refundId: 'r-1', orderId: 'life-1/4', amount: cny(300), status: 'returned' }],
    deductions: [{ ref: 'c-1', amount: cny(10) }],
  }),
  disputes: list(
    { caseId: 'x-1', liability: null, amount: cny(7), outcome: null, status: 'open', dueAt: at(4) },
    { caseId: 'x-2', liability: 'merchant', amount: cny(8), outcome: 'lost', status: 'closed', dueAt: at(5) },
  ),
  obligations: list(
    { obligationId: 'o-1', owner: 'merchant', amount: cny(9), discharged: false, reviewAt: at(6) },
    { obligationId: 'o-2', owner: 'provider', amount: cny(11), discharged: true, reviewAt: at(7) },
  ),
  devices: list(
    {
      ...{ serial: 'SN-1', model: 'A920', role: 'bound', owner: 'provider', tenancy: 'sole' },
      ...{ custody: 'inspected', receivedAt: at(8), inspection: { condition: 'good' } },
      ...{ drainedUpTo: at(9), backup: { upTo: at(10), verified: true }, erasure: 'verified' },
      ...{ keys: 'zeroised', binding: 'unbound', registryRef: 'reg-1' },
    },
    {
      ...{ serial: 'SN-2', model: null, role: 'retired', owner: 'merchant', tenancy: 'shared' },
      ...{ custody: 'merchant', receivedAt: null, inspection: null, drainedUpTo: null, backup: null },
      ...{ erasure: 'none', keys: 'loaded', binding: 'bound', registryRef: null },
    },
  ),
  documents: list(
    {
      ...{ id: 'doc-1', type: 'business_licence', digest: 'aa', state: 'checked', for: 'hold-1' },
      ...{ supersedes: 'doc-0', purgedAt: at(11) },
    },
    { id: 'doc-2', type: 'unknown(LATER)', digest: 'bb', state: 'unchecked', for: null, supersedes: null },
  ),
  journal: list(
    entry(0, { opened: {} }),
    entry(
      1,
      { type: 'hold.placed' },
      {
        from: { live: { service: { suspended: 'held' }, application: 'none' } },
        orderIds: ['life-1/1', 'life-1/2'],
        issues: [{ code: 'STALE_READ' }, { code: 'WRONG_SERIAL', ref: 'SN-1' }],
      },
    ),
    entry(2, { timer: 'verifyDue' }),
    entry(3, { migrated: {} }),
    entry(4, { type: 'unknown(LATER)' }),
  ),
} as unknown as DossierView

/** Nothing in it has to be quoted. */
const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))

describe('Each line of a dossier, cell by cell', () => {
  const tables = dossierTables(dossier, { locale: 'en', texts: textsEn })

  it('of its money', () => {
    expect(rowsOf(tables.money)).toEqual([
      ['statement', 's-1', '', '100', '40', 'CNY', 'confirmed', at(1)],
      ['payout', 'p-1', 'life-1/3', '60', '', 'CNY', 'ordered', ''],
      ['charge', 'c-1', 'fee', '20', '5', 'CNY', 'disputed', at(2)],
      ['payment', 'paid-1', 'c-1', '15', '', 'CNY', '', ''],
      ['deposit', 'd-1', 'device_pledge', '500', '190', 'CNY', 'onCustody', at(3)],
      ['refund', 'r-1', 'd-1', '300', '', 'CNY', 'returned', ''],
      ['deduction', 'c-1', 'd-1', '10', '', 'CNY', '', ''],
      ['dispute', 'x-1', '', '7', '', 'CNY', 'open', at(4)],
      ['dispute', 'x-2', 'merchant', '8', '', 'CNY', 'lost', at(5)],
      ['obligation', 'o-1', 'merchant', '9', '', 'CNY', 'open', at(6)],
      ['obligation', 'o-2', 'provider', '11', '', 'CNY', 'discharged', at(7)],
    ])
    const before = { ...dossier, settlement: { ...dossier.settlement, statement: null } }
    expect(rowsOf(dossierTables(before, { locale: 'en', texts: textsEn }).money)[0]?.[0]).toBe('payout')
  })

  it('of its devices', () => {
    expect(rowsOf(tables.devices)).toEqual([
      ...[
        ['SN-1', 'A920', 'bound', 'provider', 'sole', 'inspected', at(8), 'good', at(9), at(10), 'true'],
      ].map((row) => [...row, 'verified', 'zeroised', 'unbound', 'reg-1']),
      ...[['SN-2', '', 'retired', 'merchant', 'shared', 'merchant', '', '', '', '', '']].map((row) => [
        ...row,
        ...['none', 'loaded', 'bound', ''],
      ]),
    ])
  })

  it.each([
    ['en', textsEn],
    ['zh-CN', textsZhCn],
  ] as const)('of its papers and its journal, with what they are called in %s', (locale, texts) => {
    const { papers, journal } = dossierTables(dossier, { locale, texts })
    expect(rowsOf(papers)).toEqual([
      [
        'doc-1',
        'business_licence',
        texts.document.business_licence,
        'aa',
        'checked',
        'hold-1',
        'doc-0',
        at(11),
      ],
      ['doc-2', 'unknown(LATER)', 'unknown(LATER)', 'bb', 'unchecked', '', '', ''],
    ])
    const told = (seq: number, cause: string, name: string, from = '', orders = '', issues = '') => [
      ...[`${seq}`, at(seq), 'provider', 'p1', 'acquirer-1', cause, name, from, 'closed'],
      ...[`command-${seq}`, orders, issues, `hash-${seq - 1}`, `hash-${seq}`],
    ]
    const from = 'live.service.suspended.held live.application.none'
    expect(rowsOf(journal)).toEqual([
      told(0, 'opened', 'opened'),
      told(
        ...([1, 'hold.placed', texts.event['hold.placed'], from] as const),
        ...(['life-1/1 life-1/2', 'STALE_READ WRONG_SERIAL SN-1'] as const),
      ),
      told(2, 'timer verifyDue', 'timer verifyDue'),
      told(3, 'migrated', 'migrated'),
      told(4, 'unknown(LATER)', 'unknown(LATER)'),
    ])
  })
})
