import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import { createLifecycle, type LifecycleInput, openRecord, requirements } from '../../src/machine/index.ts'
import { TerminalInput } from '../../src/schemas/index.ts'
import { codesOf } from '../schemas/codes-of.ts'
import { cny, digestOf, paper, serial, start, terminal } from '../support/samples.ts'

const far = '2099-01-01T00:00:00.000+08:00'
const device = { serial, owner: 'provider', tenancy: 'sole' } as const
const unread = { registry: 'active', unsettled: null, capabilities: {} } as const
const account = { token: 'account-1', name: '青禾便利店', changedAt: '2026-01-01T00:00:00+08:00' }
const sale = { ref: 'sale-1', kind: 'sale', state: 'captured', amount: cny(5) } as const
const backup = { hash: digestOf('backup'), verified: true, waived: false }

const issuesOf = (differs: Partial<LifecycleInput>) => {
  try {
    openRecord(terminal(differs), { at: start })
    return 'opened'
  } catch (error) {
    return error instanceof InvalidInputError ? error.issues : error
  }
}

const ahead: readonly (readonly [path: string, differs: Partial<LifecycleInput>])[] = [
  ['/lastTransactionAt', { lastTransactionAt: far }],
  ['/status/readAt', { status: { ...unread, acceptance: 'on', readAt: far } }],
  [
    '/payoutAccount/changedAt',
    { payoutAccount: { ...account, enteredBy: 'p1', verifiedBy: 'p2', changedAt: far } },
  ],
  [
    '/transactions/0/occurredAt',
    { transactions: [{ ...sale, occurredAt: far, serial: null, test: false, resolution: null }] },
  ],
  ['/devices/0/lastTransactionAt', { devices: [{ ...device, lastTransactionAt: far }] }],
  ['/devices/0/drainedUpTo', { devices: [{ ...device, drainedUpTo: far }] }],
  ['/devices/0/keysRevokedAt', { devices: [{ ...device, keysRevokedAt: far }] }],
  ['/devices/0/receivedAt', { devices: [{ ...device, receivedAt: far }] }],
  ['/devices/0/retiredAt', { devices: [{ ...device, retiredAt: far }] }],
  ['/devices/0/backup/upTo', { devices: [{ ...device, backup: { ...backup, upTo: far } }] }],
]

describe('an opening is judged like a report', () => {
  it.each(ahead)('what has happened does not lie ahead: %s', (path, differs) => {
    expect(issuesOf(differs)).toContainEqual({ path, code: 'IN_THE_FUTURE' })
  })

  it('the report of a loss comes along, and is one', () => {
    const lost = { ...device, custody: 'lost', lossReport: 'report-1' } as const
    const path = '/devices/0/lossReport'
    expect(issuesOf({ devices: [lost] })).toContainEqual({ path, code: 'DOCUMENT_UNKNOWN' })
    const other = { 'report-1': paper('training_record', 'report-1') }
    expect(issuesOf({ devices: [lost], documents: other })).toContainEqual({
      path,
      code: 'EVIDENCE_UNSUITABLE',
    })
    const report = { 'report-1': paper('loss_report', 'report-1') }
    expect(issuesOf({ devices: [lost], documents: report })).toBe('opened')
  })

  it('a hold of one device is of one that the terminal sells on', () => {
    const held = (name: string) => ({
      holds: [{ holdId: 'h', code: 'HARDWARE_FAULT', serial: name }] as const,
    })
    const unknown = { path: '/holds/0/serial', code: 'DEVICE_UNKNOWN' }
    expect(issuesOf(held('SN-9'))).toContainEqual(unknown)
    const retired = { ...device, serial: 'SN-9', role: 'retired', retiredAt: '2026-01-01T00:00:00Z' } as const
    expect(issuesOf({ ...held('SN-9'), devices: [device, retired] })).toContainEqual(unknown)
    expect(issuesOf(held(serial))).toBe('opened')
  })

  it('no terminal takes over from itself, and which one it took over from is kept [R-042]', () => {
    const own = terminal().terminalId
    expect(issuesOf({ predecessorTerminalId: own })).toContainEqual({
      path: '/predecessorTerminalId',
      code: 'DUPLICATE_ITEM',
    })
    expect(codesOf(TerminalInput, terminal({ predecessorTerminalId: own }))).toContain(
      'DUPLICATE_ITEM /predecessorTerminalId',
    )
    const { identity } = openRecord(terminal({ predecessorTerminalId: '10000009' }), { at: start }).context
    expect(identity.predecessorTerminalId).toBe('10000009')
  })

  it('a host whose clock is three seconds ahead is believed', () => {
    const readAt = new Date(Date.parse(start) + 3_000).toISOString()
    expect(issuesOf({ status: { ...unread, acceptance: 'on', readAt } })).toBe('opened')
  })

  it.each(['p1', 'P1', ' p1 '])('nobody verifies an account of his own: p1 and %j', (verifiedBy) => {
    expect(issuesOf({ payoutAccount: { ...account, enteredBy: 'p1', verifiedBy } })).toContainEqual({
      path: '/payoutAccount/verifiedBy',
      code: 'SECOND_PERSON_REQUIRED',
    })
    expect(issuesOf({ payoutAccount: { ...account, enteredBy: 'p1', verifiedBy: 'p2' } })).toBe('opened')
  })

  it('the same name in another writing is the same name', () => {
    const written = { ...account, name: ' 青禾　便利店', enteredBy: 'p1', verifiedBy: 'p2' }
    const { payoutAccount } = openRecord(terminal({ payoutAccount: written }), { at: start }).context
    expect(payoutAccount?.verifiedBy).toBe('p2')
  })

  it('an account in another name waits to be verified here', () => {
    const record = openRecord(
      terminal({ payoutAccount: { ...account, name: 'Somebody Else', enteredBy: 'p1', verifiedBy: 'p2' } }),
      { at: start },
    )
    expect(record.context.payoutAccount).toMatchObject({ name: 'Somebody Else', verifiedBy: null })
  })

  it('an account that was changed an hour ago cools off here for the rest of its day', () => {
    const changedAt = new Date(Date.parse(start) - 3_600_000).toISOString()
    const payoutAccount = { ...account, enteredBy: 'p1', verifiedBy: 'p2', changedAt }
    const { deadlines } = openRecord(terminal({ payoutAccount }), { at: start }).context
    const { status, due } = deadlines.payoutAccountCooling ?? {}
    expect([status, Date.parse(due ?? '') - Date.parse(start)]).toEqual(['running', 23 * 3_600_000])
  })

  it.each([
    ['/holds/0/caps', 'HOLD_LIMITS_NOTHING', { caps: [] }],
    ['/holds/0/chargeId', 'CHARGE_UNKNOWN', { chargeId: 'nope' }],
  ])('a hold that comes along is one that could be placed: %s', (path, code, differs) => {
    const holds = [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS', ...differs } as const]
    expect(issuesOf({ holds })).toEqual([{ path, code }])
  })

  const held = { holdId: 'hold-1', code: 'RULE_VIOLATION' } as const
  const owed = { chargeId: 'charge-1', kind: 'rental', amount: cny(5) } as const
  const pledge = { depositId: 'deposit-1', kind: 'device_pledge', amount: cny(5), heldBy: 'a' } as const
  const sold = { ...sale, occurredAt: '2026-03-01T00:00:00Z', serial: null, test: false, resolution: null }
  it.each([
    ['devices', device],
    ['holds', held],
    ['deposits', pledge],
    ['charges', owed],
    ['transactions', { ...sold, state: 'pending' }],
  ] as const)('of two %s under one name none is lost without a word', (list, item) => {
    const twice = { [list]: [item, item] } as Partial<LifecycleInput>
    expect(issuesOf(twice)).toContainEqual({ path: `/${list}`, code: 'DUPLICATE_ITEM' })
    expect(codesOf(TerminalInput, terminal(twice))).toContain(`DUPLICATE_ITEM /${list}`)
  })

  it('what follows from a fact here bears a name that nothing else has', () => {
    for (const holdId of ['suspension:application-1', 'lost:1', 'reactivation:0', 'evidence:1'])
      expect(issuesOf({ holds: [{ ...held, holdId }] })).toEqual([
        { path: '/holds/0/holdId', code: 'REFERENCE_IN_USE' },
      ])
    for (const chargeId of ['settlement:net', 'dispute:1', 'overpayment:1', 'deposit:1'])
      expect(issuesOf({ charges: [owed, { ...owed, chargeId }] })).toEqual([
        { path: '/charges/1/chargeId', code: 'REFERENCE_IN_USE' },
      ])
  })

  it.each([
    ['zeroised', { keys: 'zeroised' }],
    ['destroyed', { keys: 'destroyed' }],
    ['revoked', { keysRevokedAt: '2026-03-01T10:00:00+08:00' }],
  ] as const)('no terminal sells from the first day on a device whose keys are %s', (_, keys) => {
    const second = { ...device, serial: 'second-7', ...keys }
    const opened = openRecord(terminal({ devices: [device, second] }), { at: start })
    expect(opened.value).toMatchObject({ live: { service: { suspended: 'testing' } } })
    expect(Object.values(opened.context.orders).map(({ kind }) => kind)).toContain('disableAcceptance')
    const whole = openRecord(terminal({ devices: [device, { ...second, role: 'retired' }] }), { at: start })
    expect(whole.value).toMatchObject({ live: { service: 'inService' } })
    const closing = { reason: 'DORMANT', startedAt: '2026-02-01T00:00:00+08:00' } as const
    const takenOver = { source: 'old system', asOf: '2026-03-01T00:00:00+08:00' }
    const ending = openRecord(terminal({ devices: [second], closing, takenOver }), { at: start })
    expect(ending.context.holds).toEqual({})
  })

  it.each([
    ['RMB', {}, 'CURRENCY_UNKNOWN'],
    ['ZZZ', {}, 'CURRENCY_UNKNOWN'],
    [
      'USD',
      { deposits: [{ depositId: 'd', kind: 'guarantee', amount: cny(5), heldBy: 'a' }] },
      'CURRENCY_MISMATCH',
    ],
  ] as const)('all money is in one currency that there is: %s', (currency, differs, code) => {
    expect(issuesOf({ deposits: [], ...differs, currency })).toEqual([{ path: '/currency', code }])
    expect(issuesOf({ deposits: [], currency: 'USD' })).toBe('opened')
  })

  it('what is damaged is refused as input, by where it is', () => {
    const documents = { a: { id: 'b', type: 'waiver', digest: digestOf('waiver') } } as const
    expect(issuesOf({ documents })).toEqual([{ path: '/documents/a/id', code: 'INVALID' }])
  })

  it('what cannot all be true is refused as input, by the name of what it contradicts', () => {
    const wiped = { ...device, erasure: 'completed', erasedBy: 'p1' } as const
    const issues = issuesOf({ devices: [wiped] })
    expect(issues).toEqual([{ path: '', code: expect.stringMatching(/^I\d+_/) }])
  })

  it('that brings a device with nothing to erase, which is there all the same, wants it erased', () => {
    const here = { ...device, erasure: 'moot', custody: 'received', receivedAt: start } as const
    const erasureOf = (differs: object) =>
      openRecord(terminal({ devices: [{ ...here, ...differs }] }), { at: start }).context.devices[serial]
        ?.erasure
    expect(erasureOf({})).toBe('none')
    expect(erasureOf({ custody: 'merchant', receivedAt: null })).toBe('none')
    expect(erasureOf({ keys: 'destroyed' })).toBe('moot')
    expect(erasureOf({ custody: 'lossAccepted', receivedAt: null })).toBe('moot')
  })

  it('gives its orders and clocks as lists of the caller, who may do with them what he likes', () => {
    const holds = [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' } as const]
    const { record, orders, deadlines } = createLifecycle().open(terminal({ holds }), {
      at: start,
      commandId: 'open',
    })
    const asked = () => requirements(record, { at: start, viewer: 'provider' })
    const before = asked()
    expect(before.deadlines).toHaveLength(1)
    for (const list of [orders, deadlines]) (list as unknown[]).splice(0)
    expect(asked()).toEqual(before)
  })
})
