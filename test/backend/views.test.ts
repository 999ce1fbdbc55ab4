import { describe, expect, it } from 'vitest'
import { asPortalRefusal } from '../../src/backend/refusals.ts'
import { caseOf } from '../../src/backend/views/case.ts'
import { devicesOf } from '../../src/backend/views/devices.ts'
import { documentsOf } from '../../src/backend/views/documents.ts'
import { holdsOf } from '../../src/backend/views/holds.ts'
import { notesOf, requestsOf } from '../../src/backend/views/messages.ts'
import { chargesOf, depositsOf, settlementOf } from '../../src/backend/views/money.ts'
import { fitting, pageOf } from '../../src/backend/views/page.ts'
import { statusOf } from '../../src/backend/views/status.ts'
import { transactionsOf } from '../../src/backend/views/transactions.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import type { LifecycleContext, LifecycleRecord } from '../../src/machine/index.ts'
import { deadline, device, recordWith } from '../runtime/records.ts'
import { m1, p1 } from '../support/people.ts'

const cny = (amount: number) => ({ amount, currency: 'CNY' })
const due = '2026-04-02T09:30:00+08:00'
const at = '2026-03-02T09:30:00+08:00'
const running = (id: string, status: 'running' | 'paused' = 'running') => ({
  [id]: { ...deadline('verifyDue', due, status), id },
})

/** Parts of a context that a view looks at; a test writes only those. */
const having = (parts: { [Part in keyof LifecycleContext]?: unknown }): LifecycleRecord => {
  const record = recordWith({}, 3)
  return { ...record, context: { ...record.context, ...(parts as Partial<LifecycleContext>) } }
}

describe('a hold is shown', () => {
  const hold = {
    ...{ holdId: 'hold-1', code: 'NETWORK_FAULT', caps: ['sale'], status: 'effective', release: 'test' },
    ...{ test: 'network', disclosure: 'open', startsAt: at, until: due, source: 'deviceScreen' },
    ...{ words: 'no network', side: 'terminal', fault: null, orderRef: 'o-1', chargeId: 'c-1' },
    ...{ serial: 'SN-1', placedBy: p1, agentId: 'agent-1', remedy: null, eased: false },
  }
  const shown = (differs: object = {}, deadlines: object = {}) =>
    holdsOf(having({ holds: { 'hold-1': { ...hold, ...differs } }, deadlines }))[0]

  it('with its cause, its end and whose it is, and not with who placed it', () => {
    const { agentId: _, eased: __, placedBy: ___, ...told } = hold
    expect(shown()).toEqual({ ...told, placedBy: { role: 'provider', onBehalfOf: null }, reviewAt: null })
  })

  it('with what was done about it, and whether somebody has seen that it was', () => {
    const remedy = { evidence: ['doc-1'], claimedBy: 'm1', verifiedBy: null }
    expect(shown({ remedy })?.remedy).toEqual({ evidence: ['doc-1'], verified: false })
    const seen = { ...remedy, verifiedBy: 'p2' }
    expect(shown({ remedy: seen })?.remedy).toEqual({ evidence: ['doc-1'], verified: true })
  })

  it('with the clock that it is looked at again by, while that runs', () => {
    for (const id of ['holdReview:hold-1', 'fundsHoldReview:hold-1']) {
      expect(shown({}, running(id))?.reviewAt).toBe(due)
      expect(shown({}, running(id, 'paused'))?.reviewAt).toBeNull()
    }
    expect(shown({}, running('holdReview:hold-2'))?.reviewAt).toBeNull()
  })
})

describe('the money of a case is shown', () => {
  const account = { token: 'secret-token', name: 'Lin', enteredBy: 'p1', verifiedBy: null, changedAt: at }

  it('with whose the account is and whether it was verified, and never with which it is', () => {
    const shown = (verifiedBy: string | null) =>
      settlementOf(having({ payoutAccount: { ...account, verifiedBy } })).account
    expect(shown(null)).toEqual({ holder: 'Lin', changedAt: at, verified: false })
    expect(shown('p2')).toEqual({ holder: 'Lin', changedAt: at, verified: true })
    expect(settlementOf(having({ payoutAccount: null })).account).toBeNull()
  })

  it('with the clocks that run', () => {
    const deadlines = { ...running('settlementObjection'), ...running('payoutDue', 'paused') }
    expect(settlementOf(having({ deadlines }))).toMatchObject({ objectionUntil: due, payoutDue: null })
    expect(settlementOf(having({ deadlines: running('payoutDue') }))).toMatchObject({
      ...{ objectionUntil: null, payoutDue: due },
    })
  })

  it('with what is left of each charge, what was paid on it and until when it may be objected to', () => {
    const charge = {
      ...{ kind: 'damage', amount: cny(900), carriedOver: 100, status: 'determined', raisedBy: 'p1' },
      ...{ feeTableVersion: 't1', ground: 'SN-1' },
    }
    const charges = {
      a: { ...charge, chargeId: 'a', payments: { 'pay-1': 200, 'deposit:d-1': 50 } },
      b: { ...charge, chargeId: 'b', payments: { 'pay-2': 800 } },
    }
    const deadlines = running('chargeObjection:a')
    const { raisedBy: _, ...told } = charge
    expect(chargesOf(having({ charges, deadlines }))).toEqual([
      {
        ...{ ...told, chargeId: 'a', open: cny(550), carriedOver: cny(100), objectionUntil: due },
        payments: [
          { ref: 'pay-1', amount: cny(200) },
          { ref: 'deposit:d-1', amount: cny(50) },
        ],
      },
      {
        ...{ ...told, chargeId: 'b', open: cny(0), carriedOver: cny(100), objectionUntil: null },
        payments: [{ ref: 'pay-2', amount: cny(800) }],
      },
    ])
  })

  it('with what is left of each deposit, and what of it went where', () => {
    const refund = { amount: 300, status: 'confirmed', reference: 'r-1', excess: 0 }
    const deposit = {
      ...{ depositId: 'd-1', kind: 'guarantee', amount: cny(1_000), heldBy: 'acq-1' },
      ...{ releaseRule: 'custody', refunds: { 'o-1': refund }, deductions: { a: 50 }, carriedOver: 20 },
    }
    const shown = depositsOf(having({ deposits: { 'd-1': deposit }, deadlines: running('depositDue:d-1') }))
    expect(shown).toEqual([
      {
        ...{ depositId: 'd-1', kind: 'guarantee', amount: cny(1_000), heldBy: 'acq-1' },
        ...{ releaseRule: 'custody', open: cny(630), carriedOver: cny(20), refundDue: due },
        refunds: [{ refundId: 'r-1', orderId: 'o-1', status: 'confirmed', amount: cny(300) }],
        deductions: [{ ref: 'a', amount: cny(50) }],
      },
    ])
  })
})

describe('other lists are shown', () => {
  it.each([
    [null, false, 'unchecked'],
    ['p2', false, 'checked'],
    [null, true, 'rejected'],
    ['p2', true, 'rejected'],
  ])('papers, by whether somebody has seen them: %s, %s', (checkedBy, isRejected, state) => {
    const told = { id: 'doc-1', type: 'business_licence', digest: 'ab', facts: {}, supersedes: null }
    const paper = { ...told, checkedBy, isRejected, addedBy: 'm1', for: 'application-1' }
    const shown = documentsOf(having({ documents: { 'doc-1': paper } }))
    expect(shown).toEqual([{ ...told, state, for: 'application-1' }])
  })

  it('devices, without who erased them and their single batches', () => {
    const [shown] = devicesOf(having({ devices: { 'SN-1': { ...device('SN-1'), erasedBy: 'p1' } } }))
    expect(shown).toMatchObject({ serial: 'SN-1', handedOver: null, wiped: null })
    expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(['erasedBy']))
    expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(['batches']))
  })

  it('notes by the role of their writers, and requests without theirs', () => {
    const written = { role: 'merchant', visibility: 'merchant', personId: 'm1' }
    expect(notesOf(having({ notes: { n: { id: 'n', text: 'x', at, written } } }))).toEqual([
      { id: 'n', text: 'x', at, role: 'merchant', visibility: 'merchant' },
    ])
    const request = { requestId: 'r', kind: 'depositRefund', madeAt: at, madeBy: 'm1' }
    const [shown] = requestsOf(having({ requests: { r: request } }))
    expect(shown).toEqual({ requestId: 'r', kind: 'depositRefund', madeAt: at })
  })

  it('what the host said of the terminal, in its currency', () => {
    const { status } = recordWith({}, 3).context
    expect(statusOf(having({ status: { ...status, unsettled: 70, contradicted: 2 } }))).toMatchObject({
      ...{ unsettled: cny(70), contradicted: 2 },
    })
    const none = having({ status: { ...status, unsettled: null, contradicted: undefined } })
    expect(statusOf(none)).toMatchObject({ unsettled: null, contradicted: 0 })
  })
})

describe('a page of a list', () => {
  const page = (items: readonly { name: string }[], cursor?: string) =>
    pageOf(items, ({ name }) => [name], cursor)
  const named = (count: number, text = '') =>
    Array.from({ length: count }, (_, place) => ({ name: String(place).padStart(4, '0') + text }))

  it('has two hundred items at most', () => {
    expect(page(named(200))).toEqual({ items: named(200), nextCursor: null })
    const first = page(named(201))
    expect(first.items).toEqual(named(200))
    expect(page(named(201), first.nextCursor ?? '')).toEqual({
      items: named(201).slice(200),
      nextCursor: null,
    })
  })

  it('has a million characters at most, and one item whatever its length', () => {
    const overhead = JSON.stringify({ name: '0000' }).length
    const half = named(3, 'x'.repeat(500_000 - overhead))
    expect(page(half).items).toHaveLength(2)
    const more = named(2, 'x'.repeat(500_001 - overhead))
    expect(page(more).items).toHaveLength(1)
    expect(page(named(2, 'x'.repeat(2_000_000))).items).toHaveLength(1)
    expect(fitting(half)).toHaveLength(2)
  })

  it('goes on only behind a place of its own kind', () => {
    for (const cursor of ['', 'x', btoa('[1]'), btoa('["a","b"]'), btoa('{}')])
      expect(() => page(named(1), cursor)).toThrow(
        expect.objectContaining({ issues: [{ path: '/cursor', code: 'CURSOR_UNKNOWN' }] }),
      )
  })
})

it.each([
  ['LIFECYCLE_UNKNOWN', 'NOT_FOUND'],
  ['LIFECYCLE_PURGED', 'NOT_FOUND'],
  ['COMMAND_ID_REUSED', 'IDEMPOTENCY_KEY_REUSED'],
])('What the runtime calls %s is %s to a portal', (code, refusal) => {
  const error = asPortalRefusal(new InvalidInputError({ issues: [{ path: '/lifecycleId', code }] }))
  expect(error).toMatchObject({ code: 'REFUSED', refusal })
})

it('What is wrong with a command is told of the key that its caller knows', () => {
  const error = new InvalidInputError({
    issues: [
      { path: '/commandId', code: 'RESERVED' },
      { path: '/event', code: 'REQUIRED' },
    ],
  })
  expect(asPortalRefusal(error)).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [
      { path: '/idempotencyKey', code: 'RESERVED' },
      { path: '/event', code: 'REQUIRED' },
    ],
  })
  const other = new Error('x')
  expect(asPortalRefusal(other)).toBe(other)
})

describe('a case is shown', () => {
  const shown = (parts: Parameters<typeof having>[0]) =>
    caseOf({ record: having(parts), head: null, capabilities: {}, requirements: {}, actions: [] } as never)
  const { closing } = recordWith({ closedAt: at }, 3).context

  it('with its closure, and until when it is kept', () => {
    expect(shown({ closing, deadlines: running('retention') }).closing).toEqual({
      ...{ reason: 'NO_LONGER_NEEDED', startedAt: at, confirmedAt: at, closedAt: at, keepUntil: due },
    })
    expect(shown({ closing, deadlines: {} }).closing).toMatchObject({ keepUntil: null })
    expect(shown({ closing: null }).closing).toBeNull()
  })

  it('with what is proposed, whether it was served and imposed, and not by whom', () => {
    const proposal = { proposalId: 'p-1', reason: 'FRAUD', basis: 'law', imposedBy: null, appeal: null }
    const told = { proposalId: 'p-1', reason: 'FRAUD', basis: 'law', appeal: null }
    expect(shown({ proposal }).proposal).toEqual({ ...told, servedAt: null, imposed: false })
    const imposed = { ...proposal, imposedBy: 'p1', servedAt: at }
    expect(shown({ proposal: imposed }).proposal).toEqual({ ...told, servedAt: at, imposed: true })
    expect(shown({ proposal: null }).proposal).toBeNull()
  })

  it('with what was noticed, and with the end of its journal where it is known', () => {
    const issue = { code: 'STALE_READ', at, ref: null, data: {}, by: 'p1' }
    expect(shown({ issues: [issue] }).issues).toEqual([{ code: 'STALE_READ', at, ref: null, data: {} }])
    expect(shown({})).not.toHaveProperty('head')
    expect(shown({}).applicationId).toBeNull()
  })
})

it('A transaction is shown with what is proposed for it, by whose role, and whether it is open', () => {
  const sale = {
    ...{ ref: 't-1', kind: 'sale', state: 'pending', amount: cny(100), occurredAt: at, serial: 'SN-1' },
    ...{ test: false, changedAt: at, resolution: { handling: 'void', accepted: false, proposedBy: m1 } },
  }
  const [shown] = transactionsOf(having({ transactions: { 't-1': sale } }), 'all')
  expect(shown).toMatchObject({
    ...{ ref: 't-1', open: true, amount: cny(100) },
    resolution: { handling: 'void', accepted: false, proposedBy: 'merchant' },
  })
})
