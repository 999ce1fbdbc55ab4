import { describe, expect, test } from 'vitest'
import {
  audiences,
  type ClockName,
  type Locale,
  locales,
  type SuspensionReason,
  textOf,
} from '../../src/domain/index.ts'
import {
  type Application,
  createLifecycle,
  type Deadline,
  type Hold,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import { describeNotice, type Notice } from '../../src/words/index.ts'
import { terminal } from '../support/samples.ts'

const opened = (input: Partial<ReturnType<typeof terminal>> = {}): LifecycleRecord =>
  createLifecycle().open({ ...terminal(), ...input }, { at: '2026-03-02T09:00:00+08:00', commandId: 'open' })
    .record

const licence = (record: LifecycleRecord): LifecycleRecord => ({
  ...record,
  context: {
    ...record.context,
    holds: {
      'hold-1': {
        holdId: 'hold-1',
        code: 'LICENCE_EXPIRED',
        caps: ['sale', 'preAuth'],
        status: 'effective',
        release: 'application',
        test: 'smoke',
        disclosure: 'open',
        startsAt: '2026-03-02T20:30:00Z',
        until: null,
        source: null,
        words: null,
        side: 'terminal',
        fault: null,
        orderRef: null,
        chargeId: null,
        placedBy: { role: 'provider', personId: 'p', organisationId: 'a', acquirerId: 'a', duties: [] },
        remedy: null,
        eased: false,
      },
    },
  },
})
const suspended: Notice = {
  template: 'service_suspended',
  audience: 'merchant',
  ref: 'hold-1',
  disclosure: 'open',
}

describe('the notice of a suspension', () => {
  test('says why, since when, what does not work, what to do and whom to ask [R-115]', () => {
    const { subject, body } = describeNotice(suspended, licence(opened()), 'zh-CN', {
      contact: '400-000-0000',
    })
    expect(subject).toBe('已停用（终端10000001）')
    expect(body.split('\n')).toEqual([
      '终端10000001自2026年3月3日04:30起由支付机构停用，不能收款。',
      '原因：营业执照过期。',
      '停用的功能：消费、预授权。',
      '恢复办法：先消除原因，再申请解除停用，并附上：营业执照。审核一般不超过7个工作日。',
      '恢复收款前，设备须通过测试。',
      '如有异议，请书面向支付机构提出。',
      '如有疑问，请联系支付机构（400-000-0000），并告知终端号10000001。',
    ])
  })

  test('asks of a merchant that reported a loss for proof, and of one that asked for a pause for an application', () => {
    const record = licence(opened())
    const said = (release: 'evidence' | 'application') => {
      const [hold] = Object.values(record.context.holds)
      const placedBy = { ...hold?.placedBy, role: 'merchant' }
      const holds = { 'hold-1': { ...hold, placedBy, release } } as typeof record.context.holds
      return describeNotice(suspended, { ...record, context: { ...record.context, holds } }, 'en').body
    }
    expect(said('evidence')).toContain('no application is needed')
    expect(said('application')).toContain('When you want to use it again, apply')
    expect(said('application')).not.toContain('If you disagree')
  })

  test('has its dates in the zone of the calendar', () => {
    const calendar = { utcOffsetMinutes: 0 }
    const { body } = describeNotice(suspended, licence(opened()), 'en', { calendar })
    expect(body).toContain('Suspended since 2 March 2026, 20:30 by: Payment provider.')
  })

  test('tells customers why it is, where that is no matter of money or conduct, and what it means [R-300]', () => {
    const record = licence(opened())
    const [hold] = Object.values(record.context.holds)
    const said = (code: SuspensionReason, until: string | null, locale: Locale) => {
      const holds = { 'hold-1': { ...hold, code, until } } as typeof record.context.holds
      const paused = { ...record, context: { ...record.context, holds } }
      return describeNotice({ ...suspended, audience: 'customers' }, paused, locale).body.split('\n')
    }
    const meaning = 'Please pay in another way. We apologise for the inconvenience.'
    const not = 'The card terminal of 青禾便利店 does not work at present'
    for (const [code, why] of [
      ['HARDWARE_FAULT', 'a technical problem'],
      ['SYSTEM_MAINTENANCE', 'maintenance or a check'],
      ['BUSINESS_ADJUSTMENT', 'a decision of the business'],
    ] as const) {
      const [first, second] = said(code, null, 'en')
      expect([first, second]).toEqual([`${not}, because of ${why}.`, meaning])
    }
    const [ending] = said('SYSTEM_MAINTENANCE', '2026-03-05T02:00:00Z', 'en')
    expect(ending).toContain('planned until 5 March 2026, 10:00')
    expect(said('SYSTEM_MAINTENANCE', null, 'zh-CN')[0]).toContain('因维护或检查')
    for (const code of ['ACCOUNT_ARREARS', 'RULE_VIOLATION'] as const)
      expect(said(code, null, 'en').slice(0, 2)).toEqual([`${not}.`, meaning])
  })

  test('tells customers nothing of money or conduct', () => {
    const { body } = describeNotice({ ...suspended, audience: 'customers' }, licence(opened()), 'en')
    expect(body).not.toMatch(/licence|reason|because/i)
    expect(body).toContain('does not work at present.')
  })

  test.each([
    ['LICENCE_EXPIRED', ['merchant', 'provider']],
    ['ACCOUNT_ARREARS', ['merchant', 'provider']],
    ['HARDWARE_FAULT', audiences],
  ] as const)(
    'tells of the clock of a hold for %s what it is about to whom it concerns alone',
    (code, to) => {
      const { context, ...record } = licence(opened())
      const hold = { ...context.holds['hold-1'], code } as Hold
      const clock = { id: 'holdEnd:hold-1', name: 'holdEnd', ref: 'hold-1', due: '2026-03-09T23:59:59+08:00' }
      const deadlines = { [clock.id]: { ...clock, status: 'running' } as Deadline }
      const held = { ...record, context: { ...context, holds: { 'hold-1': hold }, deadlines } }
      // the acquirer's own words may name it to anybody
      const wording = { subject: '{clock}', body: '{clock}{about}' }
      for (const template of ['deadline_near', 'deadline_passed'] as const)
        for (const locale of locales) {
          const reason = textOf('suspensionReason', code, locale)
          const told = audiences.filter((audience) => {
            const notice: Notice = { template, audience, ref: clock.id, disclosure: 'open' }
            return describeNotice(notice, held, locale, { wording }).body.includes(reason)
          })
          expect(told, `${template} ${locale}`).toEqual(audiences.filter((one) => to.includes(one as never)))
        }
    },
  )

  test('names the application that a clock is about, and none where the clock is about something else', () => {
    const { context, ...record } = opened()
    const application = { applicationId: 'application-7', documents: [], holdIds: [] }
    const wording = { subject: '{clock}', body: '{clock}{about}' }
    const body = (name: ClockName) => {
      const clock = {
        id: name,
        name,
        ref: null,
        due: '2026-03-09T23:59:59+08:00',
        status: 'running',
      } as Deadline
      const filed = {
        ...context,
        application: application as unknown as Application,
        deadlines: { [name]: clock },
      }
      const notice: Notice = { ...suspended, template: 'deadline_near', ref: name }
      return describeNotice(notice, { ...record, context: filed }, 'en', { wording }).body
    }
    for (const name of [
      'reviewDue.closure',
      'reviewDue.suspension',
      'informationDue',
      'resubmitUntil',
    ] as const)
      expect(body(name), name).toContain('application-7')
    for (const name of ['drainDue', 'statementDue', 'payoutDue'] as const)
      expect(body(name), name).not.toContain('application-7')
  })

  test('leaves out what the record no longer has', () => {
    const { body } = describeNotice(suspended, opened(), 'en')
    expect(body.split('\n')).toEqual([
      'Terminal 10000001 is suspended and takes no payments.',
      'If you have questions, contact your payment provider and quote terminal 10000001.',
    ])
  })

  test("is said in the provider's own words, as far as they can be said", () => {
    const wording = { subject: 'Terminal {terminal}', body: 'Stopped: {reason}.\nUntil {until}.' }
    const { subject, body } = describeNotice(suspended, licence(opened()), 'en', { wording })
    expect([subject, body]).toEqual(['Terminal 10000001', 'Stopped: Business licence expired.'])
  })
})
