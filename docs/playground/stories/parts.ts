import { type ClosureReason, remediesFor, type SuspensionReason } from 'terminal-lifecycle/domain'
import type {
  ClosureRequested,
  LifecycleEvent,
  ProposableAct,
  SuspensionRequested,
} from 'terminal-lifecycle/schemas'
import { serial, terminalId } from '../case/openings.ts'
import { merchantId, type PersonKey } from '../case/people.ts'
import type { Tale, Teller } from './builder.ts'
import { digestOf, paper, seen } from './papers.ts'

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

const common = (applicationId: string) =>
  ({
    applicationId,
    merchantId,
    serialNumber: serial,
    merchantName: '青禾便利店',
    channel: 'online',
    signatory: { personId: 'm1', authority: 'legalRepresentative' },
    attested: true,
  }) as const

export const closureRequested = (
  { applicationId = 'application-1', reason = 'NO_LONGER_NEEDED' as ClosureReason, own = false } = {},
  papers: ClosureRequested['documents'] = [paper('closure_request'), paper('business_licence')],
): ClosureRequested => ({
  type: 'closure.requested',
  request: {
    process: 'closure',
    ...common(applicationId),
    terminalId,
    reason,
    duration: 'permanent',
    disposition: own ? 'merchantOwned' : 'return',
    acknowledgement: {
      procedureVersion: 'standard-1',
      at: '2026-03-01T09:00:00+08:00',
      contractReviewed: true,
    },
  },
  digest: digestOf(applicationId),
  documents: papers,
})

export const suspensionRequested = (
  applicationId: string,
  from: string,
  until: string,
): SuspensionRequested => ({
  type: 'suspension.requested',
  request: {
    process: 'suspension',
    ...common(applicationId),
    terminalIds: [terminalId],
    reason: 'MERCHANT_REQUEST',
    duration: 'temporary',
    plannedPeriod: { from, until },
    dataBackup: 'done',
  },
  digest: digestOf(applicationId),
  documents: [paper('suspension_request')],
})

export const reinstatementRequested = (
  holdId: string,
  reason: SuspensionReason,
  papers: ClosureRequested['documents'],
): LifecycleEvent => ({
  type: 'reinstatement.requested',
  request: {
    process: 'reinstatement',
    ...common('application-1'),
    terminalId,
    holdIds: [holdId],
    suspendedOn: '2026-03-02',
    reasons: [reason],
    reasonDescription: 'as the notice said',
    whyRestore: 'the shop has to sell',
    whyLift: 'the cause is put right',
    remedies: [
      { holdId, kind: remediesFor[reason][0] ?? 'noneRequired', performedBy: 'provider', evidence: [] },
    ],
  },
  digest: digestOf('application-1'),
  documents: papers,
})

export const approve = (applicationId: string, ...papers: string[]): LifecycleEvent => ({
  type: 'review.approved',
  applicationId,
  digest: digestOf(applicationId),
  ...(papers.length > 0 && { checked: seen(...papers) }),
})

/** Two people, word for word: one proposes the act, the other one does it. */
export const byTwo = (teller: Teller, first: PersonKey, second: PersonKey, act: ProposableAct): void => {
  teller.tell(first, { type: 'act.proposed', act })
  teller.tell(second, act)
}

export const inTurn =
  (...tales: readonly Tale[]): Tale =>
  (teller) => {
    for (const tale of tales) tale(teller)
  }

export const closureApproved: Tale = ({ tell, systems }) => {
  tell('merchant', closureRequested())
  tell('reviewer', approve('application-1', 'business_licence'))
  systems()
}

export const backedUp: Tale = ({ tell, systems, at }) => {
  const copy = { method: 'computer', encrypted: true, containsCardholderData: false } as const
  tell('merchant', { type: 'backup.recorded', serial, upTo: at(), hash: digestOf('backup'), ...copy })
  systems()
}

export const wipeAuthorised: Tale = ({ tell }) =>
  tell('workshop', { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })

export const erased: Tale = ({ tell, systems }) => {
  systems()
  tell('workshop2', { type: 'erasure.verified', serial })
}

export const keysRemoved: Tale = ({ tell }) =>
  tell('keys', { type: 'keys.removed', serial, method: 'zeroised' })

const shipped: Tale = ({ tell }) => {
  tell('warehouse', { type: 'return.authorised', serial, destination: 'institution' })
  tell('merchant', { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
}

const inspected: Tale = ({ tell }) => {
  tell('warehouse', { type: 'device.received', serial, receiptId: 'receipt-1' })
  tell('workshop', { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
}

export const accountVerified: Tale = ({ tell, pass }) => {
  tell('merchant', { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
  tell('settlement', {
    type: 'payoutAccount.verified',
    token: 'account-1',
    evidence: [paper('payout_account_verification')],
  })
  pass(2)
}

const statementOf = ({ record }: Teller): string => {
  const id = record().context.closing?.statement?.statementId
  if (id === undefined) throw new Error('No statement')
  return id
}

export const settled: Tale = (teller) => {
  const { tell, systems, record } = teller
  tell('merchant', { type: 'settlement.confirmed', statementId: statementOf(teller) })
  const amount = record().context.closing?.statement?.net ?? 0
  tell('settlement', { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(amount) })
  systems()
}

export const refund = (refundId: string, amount: number, depositId = 'deposit-1') =>
  ({ type: 'refund.ordered', depositId, refundId, amount: cny(amount) }) as const

const refunded: Tale = (teller) => {
  byTwo(teller, 'settlement', 'settlement2', refund('refund-1', 50_000))
  teller.systems()
}

export const unbinding: LifecycleEvent = { type: 'unbinding.ordered', serial, registryRef: 'registry-9' }

export const unbound: Tale = ({ tell, systems }) => {
  tell('intake', unbinding)
  systems()
}

export const deviceDone = inTurn(backedUp, wipeAuthorised, erased, keysRemoved, shipped, inspected)
export const moneyDone = inTurn(accountVerified, settled, refunded)
export const allCleared = inTurn(closureApproved, deviceDone, moneyDone, unbound)
