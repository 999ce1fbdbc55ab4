import { describe, expect, it } from 'vitest'
import { audiences } from '../../src/domain/index.ts'
import { byId, clocks, closing, dayOf, device, due, hold, holds, record, told, valuesOf } from './made.ts'

describe('what a notice says of an application', () => {
  const closed = (applicationId: string) => closing({ request: { applicationId } })
  it.each([
    ['the closure that is under way', closed('a-1'), 'application for the closure'],
    ['another one', closed('a-2'), 'application'],
    ['a pause that was approved', holds(hold('suspension:a-1')), 'application for a suspension'],
    ['a pause under another name', holds(hold('suspension:a-2')), 'application'],
    ['none that is known', {}, 'application'],
  ])('is which one it was: %s', (_, changes, kind) => {
    expect(valuesOf('application_approved', 'a-1', changes)).toMatchObject({ kind, reference: 'a-1' })
  })

  it.each([
    ['the one that filed it', 'agent-1', 'agent-1', true],
    ['one that came after it', 'agent-1', 'agent-2', false],
    ['another than the merchant itself', undefined, 'agent-1', false],
    ['nobody any more', 'agent-1', undefined, false],
  ])('is what is wrong with it to the service provider only where that is %s', (_, filed, now, isTold) => {
    const changes = {
      agent: now === undefined ? null : { agentId: now, tasks: [], since: due(1) },
      application: {
        ...{ applicationId: 'a-1', kind: 'closure', agentId: filed, informationItems: ['the third page'] },
        rejection: { code: 'documents_incomplete', reason: 'a page is missing', resubmittable: true },
      },
    }
    for (const [template, secret] of [
      ['information_requested', 'the third page'],
      ['application_rejected', 'a page is missing'],
    ] as const) {
      expect(told(template, 'a-1', changes, 'serviceProvider').body.includes(secret)).toBe(isTold)
      expect(told(template, 'a-1', changes).body).toContain(secret)
    }
  })

  const cleared = { status: 'cleared' }
  it.each([
    [
      'of several the first end',
      [hold('h-1', cleared), hold('h-2', cleared), hold('h-3', cleared)],
      dayOf(8),
    ],
    ['of one', [hold('h-1', cleared), hold('h-2')], dayOf(9)],
    [
      'not of what ends without it',
      [hold('h-1', cleared), hold('h-2', { ...cleared, release: 'evidence' })],
      dayOf(9),
    ],
    ['not of a clock that was taken back', [hold('h-4', cleared)], undefined],
    ['of none', [hold('h-1')], undefined],
  ])('is until when an approval is good: %s', (_, all, end) => {
    const ends = clocks(
      ...(['approvalValidity:h-1', 'approvalValidity:h-2', 'approvalValidity:h-3'] as const).map(
        (id, n) => [id, 9 - (n === 1 ? 1 : 0)] as const,
      ),
      ['approvalValidity:h-4', 2, 'cancelled'],
    )
    expect(valuesOf('application_approved', 'a-1', { ...holds(...all), ...ends }).due).toBe(end)
  })
})

it.each([
  [['sale'], 'full', true],
  [['preAuth', 'sale'], 'smoke', true],
  [['sale'], 'none', false],
  [['payout'], 'full', false],
])(
  'A notice says that a test is owed where sales stop and one is asked for: %j, %s',
  (caps, test, isOwed) => {
    const says = 'must pass a test before it takes payments again'
    for (const [template, status] of [
      ['application_approved', 'cleared'],
      ['terminal_restricted', 'effective'],
      ['work_planned', 'planned'],
    ] as const)
      expect(told(template, 'h-1', holds(hold('h-1', { status, caps, test }))).body.includes(says)).toBe(
        isOwed,
      )
  },
)

describe('what a notice says of a closure', () => {
  it('is its reason to the merchant and to the provider’s people, and in nobody’s own words to others', () => {
    for (const audience of audiences) {
      const { openReason } = valuesOf('closure_started', null, closing(), audience)
      expect([audience, openReason !== undefined]).toEqual([audience, audience === 'provider'])
    }
  })

  it('is which devices come back, by the first of their days, and no other day', () => {
    const devices = {
      devices: byId(
        'serial',
        device('SN-1', 'provider', 'merchant'),
        device('SN-2', 'serviceProvider', 'merchant'),
        device('SN-3', 'merchant', 'merchant'),
        device('SN-4', 'provider', 'inspected'),
      ),
    }
    const days = clocks(
      ...(['SN-1', 'SN-2', 'SN-3', 'SN-4'] as const).map(
        (serial, n) => [`deviceReturnDue:${serial}`, 9 - n] as const,
      ),
      ['closureNotice', 1],
    )
    const proposal = {
      proposal: { proposalId: 'x', reason: 'RULE_VIOLATION', basis: 'because', appeal: null },
    }
    const all = { ...closing(), ...days, ...proposal }
    expect(valuesOf('closure_started', null, { ...all, ...devices })).toMatchObject({
      ...{ serials: 'SN-1, SN-2', due: dayOf(8) },
    })
    const none = valuesOf('closure_started', null, { ...all, devices: {} })
    expect([none.serials, none.due, none.remark]).toEqual([undefined, undefined, 'because'])
  })

  it.each([
    [null, true, true],
    ['open', true, true],
    ['dismissed', true, false],
    [null, false, false],
  ])('is that it may be appealed against: %s, where that is allowed: %s', (appeal, appealAllowed, may) => {
    const policy = { ...record.context.policy, appealAllowed }
    const proposal = { proposalId: 'x', reason: 'RULE_VIOLATION', basis: 'because', appeal }
    const { body } = told('closure_proposed', null, { policy, proposal })
    expect(body.includes('You can appeal')).toBe(may)
  })

  it('is the day of its end by the clocks of the calendar', () => {
    const ended = closing({ closedAt: '2026-04-01T17:30:00Z' })
    expect(valuesOf('terminal_closed', null, ended).closedAt).toBe('2 April 2026')
  })
})

describe('what a notice says of a hold', () => {
  it.each([
    ['provider', true],
    ['customers', false],
  ] as const)('is a reason that is a matter of the business, to %s: %s', (audience, isTold) => {
    const changes = holds(hold('h-1', { code: 'BUSINESS_ADJUSTMENT' }))
    expect(valuesOf('service_suspended', 'h-1', changes, audience).openReason !== undefined).toBe(isTold)
  })

  it.each([
    ['application', true],
    ['evidence', true],
    ['provider', false],
    ['authority', false],
    ['none', false],
  ])('is which papers help, where it ends by %s', (release, helps) => {
    const changes = holds(hold('h-1', { release }))
    expect(valuesOf('service_suspended', 'h-1', changes).papers !== undefined).toBe(helps)
  })

  it.each([
    [{ role: 'merchant' }, true],
    [{ role: 'provider', onBehalfOf: 'merchant' }, true],
    [{ role: 'provider', onBehalfOf: 'authority' }, false],
    [{ role: 'provider' }, false],
  ])('is whether the merchant asked for it: %j', (placedBy, asked) => {
    const { body } = told('service_suspended', 'h-1', holds(hold('h-1', { placedBy })))
    expect(body.includes('As you asked')).toBe(asked)
    expect(body.includes('If you disagree')).toBe(!asked)
  })

  it('is, at its end, what else is in force now, each reason once', () => {
    const changes = holds(
      hold('h-1', { code: 'RULE_VIOLATION' }),
      ...[hold('h-2'), hold('h-3'), hold('h-4', { code: 'ACCOUNT_ARREARS', status: 'planned' })],
      hold('h-5', { code: 'HARDWARE_FAULT', status: 'lifted' }),
    )
    expect(valuesOf('restriction_lifted', 'h-1', changes).otherReasons).toBe('Business licence expired')
    expect(valuesOf('restriction_lifted', 'h-1', holds(hold('h-1'))).otherReasons).toBeUndefined()
  })
})

describe('what is hidden', () => {
  const hidden = hold('h(1', { disclosure: 'hidden', words: 'an odd transfer', orderRef: 'court.7' })
  const base = { ...holds(hidden), ...clocks(['holdReview:h(1', 9], ['drainDue', 9, 'cancelled']) }
  it.each([
    ['named by itself', 'terminal_restricted', 'h(1'],
    ['named by its clock', 'deadline_passed', 'holdReview:h(1'],
  ] as const)('is told to nobody but the provider: %s', (_, template, ref) => {
    expect(told(template, ref, base).subject).toBe('About terminal 10000001')
    expect(told(template, ref, base, 'provider').subject).not.toBe('About terminal 10000001')
  })

  it.each([
    ['see h(1 for more', false],
    ['见h(1号', false],
    ['see court.7', false],
    ['see courtX7', true],
    ['because of an odd transfer there', false],
    ['see case-court.70', true],
    ['nothing of it', true],
  ])('is in no remark of somebody: %j', (basis, isTold) => {
    const proposal = { proposalId: 'x', reason: 'RULE_VIOLATION', basis, appeal: null }
    expect(valuesOf('closure_proposed', null, { ...base, proposal }).remark !== undefined).toBe(isTold)
  })

  it('and what was taken back is told as nothing', () => {
    const late = valuesOf('closure_proposed', null, {
      ...{ proposal: { proposalId: 'x', reason: 'RULE_VIOLATION', basis: 'x', appeal: null } },
      ...clocks(['closureNotice', 9, 'cancelled']),
    })
    expect(late.due).toBeUndefined()
  })
})
