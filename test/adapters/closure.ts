import { expect } from 'vitest'
import type { Department, EventType, Owner } from '../../src/domain/index.ts'
import type { LifecycleEvent, OrderKind } from '../../src/schemas/index.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import { closureRequested, cny, digestOf, paper, reviewApproved, terminal } from '../support/samples.ts'
import type { Acts, Life } from './life.ts'

/** Of a merchant and a terminal as the vendors number them. */
export const names = (merchantId: string, terminalId: string, serial: string) => ({
  input: terminal({ merchantId, terminalId, devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }),
  request: { merchantId, terminalId, serialNumber: serial },
  serial,
})
export type Names = ReturnType<typeof names>

/** What the life waits for, whose that is, on which desk it lies, and by what act it goes on. */
export interface ByHand {
  readonly kind: OrderKind
  readonly code: string
  readonly owner: Owner
  readonly department: Department
  readonly tells: EventType
  readonly acts: Acts
}

const waiting = (code: string, owner: Owner, department: Department, tells: EventType) => ({
  ...{ code, owner, department, tells },
})
/** Under which name an order waits that people carry out, in a closure. */
export const waits = {
  readStatus: waiting('ACCEPTANCE_NOT_DISABLED', 'provider', 'operations', 'status.reported'),
  uploadBatch: waiting('DEVICE_NOT_DRAINED', 'merchant', 'fieldService', 'batch.uploaded'),
  readBackup: waiting('BACKUP_UNVERIFIED', 'provider', 'workshop', 'backup.verified'),
  eraseDevice: waiting('ERASURE_NOT_COMPLETED', 'provider', 'workshop', 'erasure.completed'),
  requestStatement: waiting('NO_STATEMENT', 'provider', 'settlement', 'settlement.stated'),
  payOut: waiting('PAYOUT_PENDING', 'system', 'settlement', 'payout.confirmed'),
  refundDeposit: waiting('REFUND_PENDING', 'system', 'settlement', 'refund.confirmed'),
  confirmClosure: waiting('CLOSURE_NOT_CONFIRMED', 'provider', 'registry', 'closure.confirmed'),
} as const
/** The last reading, of a number that is closed. */
export const waitsForTheEnd = waiting('STATUS_NOT_CLOSED', 'system', 'operations', 'status.reported')

/** A named waiting state, and the act by which a person goes on from there. */
export async function byPerson(life: Life, { kind, code, owner, department, tells, acts }: ByHand) {
  const task = life.tasks(kind).at(-1)
  expect(task).toMatchObject({ kind, department, tells: expect.arrayContaining([tells]) })
  const found = (await life.waits()).find((one) => one.code === code)
  expect(found).toMatchObject({ code, owner, clearedBy: expect.arrayContaining([tells]) })
  expect(acts.map(([, { type }]) => type)).toContain(tells)
  await life.act(...acts)
  expect((await life.waits()).map((one) => one.code)).not.toContain(code)
}

export const approved = ({ request }: Names): Acts => [
  [m1, closureRequested(request)],
  [p2, reviewApproved('application-1', ['business_licence'])],
]

export const drained = async ({ serial }: Names, { clock }: Life): Promise<ByHand> => {
  const totals = { count: 3, total: cny(3_000) }
  const upTo = clock.now()
  return {
    ...{ kind: 'uploadBatch', ...waits.uploadBatch },
    acts: [[p1, { type: 'batch.uploaded', serial, batchNo: 'batch-1', upTo, ...totals, hostTotals: totals }]],
  }
}

export const copied = ({ serial }: Names): Acts => [
  [
    m1,
    {
      ...{ type: 'backup.recorded', serial, upTo: '2026-03-02T09:00:00+08:00', hash: digestOf('backup') },
      ...{ method: 'computer', encrypted: true, containsCardholderData: false },
    },
  ],
]
export const copyRead = ({ serial }: Names): ByHand => ({
  ...{ kind: 'readBackup', ...waits.readBackup },
  acts: [[p1, { type: 'backup.verified', serial, hash: digestOf('backup') }]],
})

const wiped = ({ serial }: Names): ByHand => ({
  ...{ kind: 'eraseDevice', ...waits.eraseDevice },
  acts: [[p1, { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4' }]],
})
/** Of people alone in any case: no order stands for it. */
const returned = ({ serial, input }: Names): Acts => [
  [p2, { type: 'erasure.verified', serial }],
  [p1, { type: 'keys.removed', serial, method: 'zeroised' }],
  [p1, { type: 'return.authorised', serial, destination: 'institution' }],
  [p1, { type: 'device.received', serial, receiptId: 'receipt-1' }],
  [p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] }],
  [m1, { type: 'payoutAccount.changed', token: 'account-1', name: input.merchantName }],
  [
    p3,
    { type: 'payoutAccount.verified', token: 'account-1', evidence: [paper('payout_account_verification')] },
  ],
]

const stated = ({ clock }: Life): ByHand => ({
  ...{ kind: 'requestStatement', ...waits.requestStatement },
  acts: [
    [p3, { type: 'settlement.stated', statementId: 'statement-1', upTo: clock.now(), net: cny(50_000) }],
  ],
})
const payout: Acts = [
  [m1, { type: 'settlement.confirmed', statementId: 'statement-1' }],
  [p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) }],
]
const paid = async ({ order }: Life): Promise<ByHand> => {
  const { orderId } = await order('payOut')
  return {
    ...{ kind: 'payOut', ...waits.payOut },
    acts: [[p3, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: cny(50_000) }]],
  }
}
const refund: LifecycleEvent = {
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-1',
  amount: cny(200_000),
  method: 'originalRoute',
}
const refundOrdered: Acts = [
  [p1, { type: 'act.proposed', act: refund as never }],
  [p2, refund],
]
const refunded = async ({ order }: Life): Promise<ByHand> => {
  const { orderId } = await order('refundDeposit')
  return {
    ...{ kind: 'refundDeposit', ...waits.refundDeposit },
    acts: [[p3, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(200_000) }]],
  }
}

export const closureConfirmed = async ({ order }: Life): Promise<ByHand> => {
  const { orderId } = await order('confirmClosure')
  return {
    ...{ kind: 'confirmClosure', ...waits.confirmClosure },
    acts: [[p1, { type: 'closure.confirmed', providerRef: 'register-9', orderId }]],
  }
}

/** Somebody looks it up in the vendor's console, and in the books of the house. */
const statusBy = (life: Life, registry: 'active' | 'closed'): Acts => [
  [
    p1,
    {
      ...{ type: 'status.reported', acceptance: 'off', registry, unsettled: cny(0) },
      ...{ readAt: life.clock.now(), source: 'console' },
    },
  ],
]
export const offReadBy = (life: Life): ByHand => ({
  ...{ kind: 'readStatus', ...waits.readStatus, acts: statusBy(life, 'active') },
})
export const closedReadBy = (life: Life): ByHand => ({
  ...{ kind: 'readStatus', ...waitsForTheEnd, acts: statusBy(life, 'closed') },
})

/** From the reading that sale is off to the order that takes number and device apart. */
export async function untilUnbinding(life: Life, own: Names) {
  await byPerson(life, await drained(own, life))
  await life.act(...copied(own))
  await byPerson(life, copyRead(own))
  await life.act([
    p1,
    { type: 'erasure.authorised', serial: own.serial, scope: 'device', procedure: 'wipe-3' },
  ])
  await byPerson(life, wiped(own))
  await life.act(...returned(own))
  await byPerson(life, stated(life))
  await life.act(...payout)
  await byPerson(life, await paid(life))
  await life.act(...refundOrdered)
  await byPerson(life, await refunded(life))
  await life.act([p1, { type: 'unbinding.ordered', serial: own.serial, registryRef: 'registry-9' }])
}
