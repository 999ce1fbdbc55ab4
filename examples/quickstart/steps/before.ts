import { host, people } from '../people.ts'
import { cny, type Step, when } from './step.ts'

export const preAuthRef = 'TXN-260301-0087'
export const dataFeeId = 'CH-DATA-2602'

/** How things stood before anybody thought of closing: money on its way, a guest's pre-authorisation, an unpaid fee. */
export const before: readonly Step[] = [
  {
    id: 'host-read',
    by: host,
    after: when.today('09:05'),
    needsHost: true,
    event: ({ readHost }) => readHost(),
  },
  {
    id: 'pre-authorisation-reported',
    by: host,
    after: when.today('09:10'),
    event: () => ({
      type: 'transaction.reported',
      ref: preAuthRef,
      kind: 'preAuth',
      state: 'authorised',
      amount: cny(38_800),
      occurredAt: '2026-03-01T19:42:00+08:00',
    }),
  },
  {
    id: 'data-fee-charged',
    by: people.settlement.actor,
    after: when.today('09:15'),
    event: () => ({
      type: 'charge.raised',
      chargeId: dataFeeId,
      kind: 'data_traffic',
      amount: cny(3_600),
      feeTableVersion: 'standard',
    }),
  },
]
