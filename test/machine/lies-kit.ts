import { expect } from 'vitest'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { p1 } from '../support/people.ts'
import { cny, serial, start } from '../support/samples.ts'

/** As it comes out of a store, and open to anybody's pen. */
type Writable<T> = T extends object ? { -readonly [Name in keyof T]: Writable<T[Name]> } : T
export type Open = Writable<LifecycleRecord>
/** Where the lie is told. */
export type Stage = 'live' | 'ready' | 'wiping' | 'unbinding' | 'paying' | 'closed'

export const device = ({ context }: Open) => context.devices[serial] ?? expect.fail('no device')
export const deposit = ({ context }: Open) => context.deposits['deposit-1'] ?? expect.fail('no deposit')
export const closing = ({ context }: Open) => context.closing ?? expect.fail('not closing')
export const statement = (record: Open) => closing(record).statement ?? expect.fail('no statement')
export const orderOf = ({ context }: Open, kind: string) =>
  Object.values(context.orders).find((order) => order.kind === kind) ?? expect.fail(`no order ${kind}`)
export const hold = (record: Open, differs: Partial<Open['context']['holds'][string]> = {}) => {
  record.context.holds['hold-1'] = {
    ...{ holdId: 'hold-1', code: 'OTHER', caps: ['sale'], status: 'effective', release: 'provider' },
    ...{ test: 'none', disclosure: 'open', startsAt: start, orderRef: null, chargeId: null, placedBy: p1 },
    ...{ until: null, source: null, words: null, side: 'terminal', fault: null, remedy: null, eased: false },
    ...differs,
  } as Open['context']['holds'][string]
}
export const charge = (record: Open, differs: Partial<Open['context']['charges'][string]> = {}) => {
  record.context.charges['charge-1'] = {
    ...{ chargeId: 'charge-1', kind: 'rental', amount: cny(5), payments: {}, carriedOver: 0 },
    ...{ status: 'raised', feeTableVersion: 'standard', ground: null, raisedBy: 'p1' },
    ...differs,
  } as Open['context']['charges'][string]
}
export const transfer = { amount: 500, excess: 0, status: 'confirmed', reference: 'payout-2' } as const
export const order = (record: Open, kind: string, params: object) => {
  const orderId = 'life-1/99/0'
  const given = { orderId, kind, params, status: 'ordered', orderedAt: start, claimed: false }
  record.context.orders[orderId] = given as unknown as Open['context']['orders'][string]
}
export const application = (record: Open, approvedBy?: string) => {
  record.context.application = {
    ...{
      applicationId: 'application-1',
      kind: 'closure',
      digest: 'd',
      documents: [],
      request: null,
      compared: 'notOnRecord',
      reasons: [],
      holdIds: [],
    },
    ...{ makers: ['m1', 'p1'], attempt: 1, startsAt: null, effectiveDate: null, informationItems: [] },
    ...{ rejection: null, approval: approvedBy === undefined ? null : { by: approvedBy, at: start } },
  }
}
export const inService = { live: { service: 'inService', application: 'none' } }
