import type { DocumentRef, DocumentType, Facts } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type { ClosureRequested, LifecycleEvent, SuspensionRequested } from '../../src/schemas/index.ts'
import { p1 } from './people.ts'

// Types only from src: a page plays these too, against the built package.

export const start = '2026-03-02T09:00:00.000+08:00'
export const serial = '123-456-789'
export const merchantId = '898440354110001'
export const terminalId = '10000001'

/** A digest that is one, and different for each word. */
export const digestOf = (word: string): string =>
  [...word.padEnd(32, '.')]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0').slice(-2))
    .join('')
    .slice(0, 64)

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

/** What a good paper of each type says. */
const good: Readonly<Partial<Record<DocumentType, Facts>>> = {
  business_licence: { validTo: '2031-12-31T23:59:59+08:00' },
  identity_proof: { longTerm: true },
  power_of_attorney: { validTo: '2031-12-31T23:59:59+08:00' },
  service_contract: { expiresOn: '2026-01-31', renewed: false },
  closure_notice: { grounds: true, appealRoute: true },
  service_of_notice: { servedOn: '2026-03-01' },
  arrears_statement: { amount: 9_900, currency: 'CNY' },
  payment_proof: { amount: 1_000_000, currency: 'CNY' },
  payout_account_verification: { result: 'matches' },
  repair_or_replacement_record: { result: 'repaired', performer: 'repairer' },
  tenant_consent: { result: 'agreed' },
  // whenever the fault began in a story, the test came after it
  device_test_record: { result: 'passed', connection: true, testedAt: '2031-12-31T23:59:59+08:00' },
  rectification_report: { result: 'rectified' },
  data_migration_plan: { result: 'verified' },
  server_side_records_statement: { coversUpTo: '2031-12-31T23:59:59+08:00' },
  erasure_record: { result: 'erased' },
}

export const paper = (type: DocumentType, id: string = type, facts = good[type]): DocumentRef => ({
  id,
  type,
  digest: digestOf(id),
  ...(facts && { facts }),
})

const renewed = new Set<string>(['DEVICE_OBSOLETE', 'REGULATORY_CHANGE'])

/** A good paper for these reasons: no repair makes a device newer, or allowed again. */
export const paperFor = (reasons: readonly string[], type: DocumentType): DocumentRef =>
  type === 'repair_or_replacement_record' && reasons.some((reason) => renewed.has(reason))
    ? paper(type, type, { result: 'replaced', performer: 'provider' })
    : paper(type)

/** What a reviewer says to have seen: papers that bear the name of their type. */
export const seen = (...types: readonly DocumentType[]) =>
  types.map((type) => ({ documentId: type, digest: digestOf(type) }))

/** No two lives have one device. */
const serialOf = ({ lifecycleId, terminalId: number }: Partial<LifecycleInput>): string =>
  lifecycleId === undefined || number === undefined || number === terminalId ? serial : `SN-${lifecycleId}`

/** One provider-owned device with a pledge deposit of 2 000.00, last used yesterday; another life with its own number has its own. */
export const terminal = (differs: Partial<LifecycleInput> = {}): LifecycleInput => ({
  lifecycleId: 'life-1',
  acquirerId: 'acquirer-1',
  merchantId,
  terminalId,
  merchantName: '青禾便利店',
  merchantType: 'enterprise',
  devices: [{ serial: serialOf(differs), owner: 'provider', tenancy: 'sole' }],
  deposits: [{ depositId: 'deposit-1', kind: 'device_pledge', amount: cny(200_000), heldBy: 'acquirer-1' }],
  lastTransactionAt: '2026-03-01T18:00:00.000+08:00',
  openedBy: p1,
  ...differs,
})

export type Said<Event extends { request: object }> = Partial<Event['request']> &
  Partial<Omit<Event, 'request' | 'type'>>

/** What differs goes to the request or stands beside it, wherever it belongs. */
export const asked = <Event extends { request: object }>(event: Event, differs: Said<Event>): Event => {
  const { documents, digest, mobile, account, ...request } = differs as Record<string, unknown>
  const beside = { documents, digest, mobile, account }
  const given = Object.fromEntries(Object.entries(beside).filter(([, value]) => value !== undefined))
  return { ...event, ...given, request: { ...event.request, ...request } }
}

export const common = {
  applicationId: 'application-1',
  merchantId,
  serialNumber: serial,
  merchantName: '青禾便利店',
  channel: 'online',
  signatory: { personId: 'm1', authority: 'legalRepresentative' },
  attested: true,
} as const

export const closureRequested = (differs: Said<ClosureRequested> = {}): ClosureRequested =>
  asked<ClosureRequested>(
    {
      type: 'closure.requested',
      request: {
        process: 'closure',
        ...common,
        terminalId,
        reason: 'NO_LONGER_NEEDED',
        duration: 'permanent',
        disposition: 'return',
        acknowledgement: {
          procedureVersion: 'standard-1',
          at: '2026-03-01T09:00:00+08:00',
          contractReviewed: true,
        },
      },
      digest: digestOf('application-1'),
      documents: [paper('closure_request'), paper('business_licence')],
    },
    differs,
  )

export const suspensionRequested = (differs: Said<SuspensionRequested> = {}): SuspensionRequested =>
  asked<SuspensionRequested>(
    {
      type: 'suspension.requested',
      request: {
        process: 'suspension',
        ...common,
        terminalIds: [terminalId],
        reason: 'MERCHANT_REQUEST',
        duration: 'temporary',
        plannedPeriod: { from: '2026-03-01T00:00:00+08:00' },
        dataBackup: 'done',
      },
      digest: digestOf('application-1'),
      documents: [paper('suspension_request')],
    },
    differs,
  )

/** Of an application whose digest bears its name, by somebody who has seen these papers. */
export const reviewApproved = (
  applicationId: string,
  papers: readonly DocumentType[] = [],
  digest = digestOf(applicationId),
): LifecycleEvent => ({
  type: 'review.approved',
  applicationId,
  digest,
  ...(papers.length > 0 && { checked: seen(...papers) }),
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
