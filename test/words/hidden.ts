import { describe, expect, test } from 'vitest'
import { audiences, limits, locales, noticeTemplates } from '../../src/domain/index.ts'
import type { Deadline, Hold, LifecycleRecord } from '../../src/machine/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import type { ToldNotice } from './told.ts'

const hiddenHold = (record: LifecycleRecord, status: Hold['status']): Hold => ({
  holdId: 'secret-1',
  code: 'MALICIOUS_ATTACK',
  caps: limits,
  status,
  release: 'application',
  test: 'full',
  disclosure: 'hidden',
  startsAt: record.at,
  until: '2031-01-01T00:00:00+08:00',
  source: 'monitoring',
  words: 'an odd transfer',
  side: 'terminal',
  fault: null,
  orderRef: 'order-of-court-7',
  chargeId: null,
  placedBy: { role: 'provider', personId: 'p-secret', organisationId: 'acq', acquirerId: 'acq', duties: [] },
  remedy: null,
  eased: false,
})

const clockOf = (record: LifecycleRecord): Deadline => ({
  id: 'holdReview:secret-1',
  name: 'holdReview',
  ref: 'secret-1',
  due: '2031-02-02T00:00:00+08:00',
  rule: { amount: 30, unit: 'days' },
  calendar: { id: 'prc', version: '1', known: true },
  startedAt: record.at,
  status: 'fired',
  remaining: null,
  enables: [],
})

const withHidden = (record: LifecycleRecord, status: Hold['status']): LifecycleRecord => ({
  ...record,
  context: {
    ...record.context,
    holds: { ...record.context.holds, 'secret-1': hiddenHold(record, status) },
    deadlines: { ...record.context.deadlines, 'holdReview:secret-1': clockOf(record) },
  },
})

const outsiders = audiences.filter((audience) => audience !== 'provider')
const secrets = /secret|odd transfer|court|2031|attack|恶意/i

/** `notices`: what was told, read when a test runs. */
export const describeHidden = (notices: () => readonly ToldNotice[]): void => {
  describe('a hidden hold in the words of notices', () => {
    test.each(['planned', 'effective'] as const)(
      'that is %s changes nothing that anybody outside reads',
      (status) => {
        const outside = notices().filter(({ notice }) => notice.audience !== 'provider')
        const said = (record: (one: LifecycleRecord) => LifecycleRecord) =>
          outside.flatMap((one) =>
            locales.map((locale) => describeNotice(one.notice, record(one.record), locale).body),
          )
        const plain = said((record) => record)
        const twins = said((record) => withHidden(record, status))
        expect(twins.filter((body, at) => body !== plain[at])).toEqual([])
      },
    )

    test('that a notice names by mistake is told to nobody outside', () => {
      const { record } = notices()[0] as ToldNotice
      for (const template of noticeTemplates)
        for (const audience of outsiders)
          for (const ref of ['secret-1', 'holdReview:secret-1'])
            for (const locale of locales) {
              const notice = { template, audience, ref, disclosure: 'open' } as const
              const text = JSON.stringify(describeNotice(notice, withHidden(record, 'effective'), locale))
              expect.soft(text).not.toMatch(secrets)
            }
    })

    test('that a typed word gives away is left out with its sentence', () => {
      const { record } = notices()[0] as ToldNotice
      const open = {
        ...hiddenHold(record, 'effective'),
        holdId: 'open-1',
        disclosure: 'open',
        orderRef: null,
      } as const
      const named = (words: string) => {
        const twin = withHidden(record, 'effective')
        const holds = { ...twin.context.holds, 'open-1': { ...open, code: 'OTHER', words } as const }
        return describeNotice(
          { template: 'terminal_restricted', audience: 'merchant', ref: 'open-1', disclosure: 'open' },
          { ...twin, context: { ...twin.context, holds } },
          'en',
        ).body
      }
      expect(named('see order-of-court-7')).not.toContain('Remark')
      expect(named('见order-of-court-7号')).not.toContain('Remark')
      expect(named('see us')).toContain('Remark: see us')
    })

    test('the provider reads why, and that it is not to be told on', () => {
      const { record } = notices()[0] as ToldNotice
      const notice = {
        template: 'service_suspended',
        audience: 'provider',
        ref: 'secret-1',
        disclosure: 'hidden',
      } as const
      const { body } = describeNotice(notice, withHidden(record, 'effective'), 'en')
      expect(body).toContain('Malicious attack')
      expect(body).toContain('Neither the merchant nor anybody else may be told')
    })
  })
}
