import type { DocumentRef, DocumentType } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type { ClosureRequested, LifecycleEvent } from '../../src/schemas/index.ts'
import { p1 } from './people.ts'

export const start = '2026-03-02T09:00:00.000+08:00'
export const serial = '123-456-789'
export const merchantId = '898440354110001'
const terminalId = '10000001'

/** A digest that is one, and different for each word. */
export const digestOf = (word: string): string =>
  [...word.padEnd(32, '.')]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0').slice(-2))
    .join('')
    .slice(0, 64)

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

export const paper = (type: DocumentType, id: string = type): DocumentRef => ({
  id,
  type,
  digest: digestOf(id),
  ...(type === 'business_licence' && { validTo: '2031-12-31T23:59:59+08:00' }),
})

/** One provider-owned device with a pledge deposit of 2 000.00, last used yesterday. */
export const terminal = (differs: Partial<LifecycleInput> = {}): LifecycleInput => ({
  lifecycleId: 'life-1',
  acquirerId: 'acquirer-1',
  merchantId,
  terminalId,
  merchantName: '青禾便利店',
  merchantType: 'enterprise',
  devices: [{ serial, owner: 'provider', tenancy: 'sole' }],
  deposits: [{ depositId: 'deposit-1', kind: 'device_pledge', amount: cny(200_000), heldBy: 'acquirer-1' }],
  lastTransactionAt: '2026-03-01T18:00:00.000+08:00',
  openedBy: p1,
  ...differs,
})

export const closureRequested = (differs: Partial<ClosureRequested> = {}): ClosureRequested => ({
  type: 'closure.requested',
  applicationId: 'application-1',
  digest: digestOf('application-1'),
  documents: [paper('closure_request'), paper('business_licence')],
  merchantId,
  terminalId,
  serialNumber: serial,
  signatory: { personId: 'm1', authority: 'legalRepresentative' },
  attested: true,
  reason: 'NO_LONGER_NEEDED',
  disposition: 'return',
  ...differs,
})

export const statusRead = (
  acceptance: 'on' | 'off',
  readAt: string,
  registry: 'active' | 'suspended' | 'closed' = 'active',
  unsettled = 0,
): LifecycleEvent => ({
  type: 'status.reported',
  acceptance,
  registry,
  unsettled: cny(unsettled),
  readAt,
  source: 'host',
})

export const batch = (upTo: string, batchNo: string, count = 3, host = count): LifecycleEvent => ({
  type: 'batch.uploaded',
  serial,
  batchNo,
  upTo,
  count,
  total: cny(count * 1_000),
  hostTotals: { count: host, total: cny(host * 1_000) },
})
