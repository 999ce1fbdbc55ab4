import type { Audience, NoticeTemplate } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleContext } from '../../src/machine/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { terminal } from '../support/samples.ts'

export const { record } = createLifecycle().open(terminal(), {
  at: '2026-03-02T09:00:00+08:00',
  commandId: 'open',
})
export const due = (day: number) => `2026-04-${String(day).padStart(2, '0')}T10:00:00+08:00`
export const dayOf = (day: number) => `${day} April 2026, 10:00`
const cny = (amount: number) => ({ amount, currency: 'CNY' })

type Ledger = Readonly<Record<string, object>>
export const byId = (key: string, ...items: readonly object[]): Ledger =>
  Object.fromEntries(items.map((item) => [String(Reflect.get(item, key)), item]))
export const clocks = (...given: readonly (readonly [id: string, day: number, status?: string])[]) => ({
  deadlines: byId(
    'id',
    ...given.map(([id, day, status = 'running']) => {
      const [name, ref = null] = id.split(':')
      return { id, name, ref, due: due(day), status }
    }),
  ),
})
export const hold = (holdId: string, more: object = {}) => ({
  ...{ holdId, code: 'LICENCE_EXPIRED', caps: ['sale'], status: 'effective', release: 'application' },
  ...{ test: 'smoke', disclosure: 'open', startsAt: due(1), until: null, words: null, orderRef: null },
  placedBy: { role: 'provider' },
  ...more,
})
export const holds = (...all: readonly object[]) => ({ holds: byId('holdId', ...all) })
export const device = (serial: string, owner: string, custody: string) => ({ serial, owner, custody })
export const deposit = (depositId: string, more: object = {}) => ({
  ...{ depositId, kind: 'device_pledge', amount: cny(100_00), refunds: {}, deductions: {}, carriedOver: 0 },
  ...more,
})
export const charge = (chargeId: string, more: object = {}) => ({
  ...{
    chargeId,
    kind: 'fee',
    amount: cny(20_00),
    payments: {},
    carriedOver: 0,
    status: 'raised',
    ground: null,
  },
  ...more,
})
export const closing = (more: object = {}) => ({
  closing: {
    reason: 'NO_LONGER_NEEDED',
    startedAt: due(1),
    closedAt: null,
    request: null,
    statement: null,
    ...more,
  },
})
export const carried = (
  obligationId: string,
  kind: string,
  ref: string,
  amount: number,
  discharged = false,
) => ({
  ...{ obligationId, kind, ref, amount: cny(amount), discharged, reviewAt: due(20) },
})

export const told = (
  template: NoticeTemplate,
  ref: string | null,
  changes: object,
  audience: Audience = 'merchant',
) => {
  const context = { ...record.context, ...changes } as LifecycleContext
  const notice = { template, audience, ref, disclosure: 'open' } as const
  return describeNotice(notice, { ...record, context }, 'en')
}
export const valuesOf = (...asked: Parameters<typeof told>) => told(...asked).values
