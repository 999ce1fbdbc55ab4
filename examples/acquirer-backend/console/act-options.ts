import { randomUUID } from 'node:crypto'
import type { EventType, TextKind } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'

type Context = LifecycleRecord['context']

/** Events whose item is a new one, with what its name begins with. */
const made: Readonly<Partial<Record<EventType, Readonly<Record<string, string>>>>> = {
  'hold.placed': { holdId: 'HOLD' },
  'charge.raised': { chargeId: 'CH' },
  'closure.proposed': { proposalId: 'PROP' },
  'payout.ordered': { payoutId: 'PO' },
  'refund.ordered': { refundId: 'RF' },
  'device.received': { receiptId: 'REC' },
  'dispute.opened': { caseId: 'CASE' },
  'obligation.carriedOver': { obligationId: 'OB' },
  'settlement.stated': { statementId: 'ST' },
  'note.recorded': { followUpId: 'FU' },
}

const names: Readonly<Record<string, (context: Context) => readonly string[]>> = {
  serial: ({ devices }) => Object.keys(devices),
  oldSerial: ({ devices }) => Object.keys(devices),
  holdId: ({ holds }) =>
    Object.values(holds).flatMap(({ holdId, status }) => (status === 'lifted' ? [] : [holdId])),
  chargeId: ({ charges }) => Object.keys(charges),
  depositId: ({ deposits }) => Object.keys(deposits),
  txnRef: ({ transactions }) => Object.keys(transactions),
  caseId: ({ disputes }) => Object.keys(disputes),
  payoutId: ({ payouts }) => Object.values(payouts).map(({ reference }) => reference),
  orderId: ({ orders }) => Object.keys(orders),
  obligationId: ({ carriedOver }) => Object.keys(carriedOver),
  documentId: ({ documents }) => Object.keys(documents),
  addressDocumentId: ({ documents }) => Object.keys(documents),
  requestId: ({ requests }) => Object.keys(requests),
  followUpId: ({ followUps }) => Object.keys(followUps),
  proposalId: ({ proposal }) => (proposal ? [proposal.proposalId] : []),
  statementId: ({ closing }) => (closing?.statement ? [closing.statement.statementId] : []),
  applicationId: ({ application }) => (application ? [application.applicationId] : []),
  agentId: ({ agent }) => (agent ? [agent.agentId] : []),
  token: ({ payoutAccount }) => (payoutAccount ? [payoutAccount.token] : []),
}

/** What a field can name in this record; nothing: whatever its sender writes. */
export const candidatesFor = (
  context: Context,
  type: EventType,
  name: string,
): readonly string[] | undefined => (made[type]?.[name] === undefined ? names[name]?.(context) : undefined)

/** A name for what is made new, which its sender may change. */
export const newNameFor = (type: EventType, name: string): string | undefined => {
  const prefix = made[type]?.[name]
  return prefix === undefined ? undefined : `${prefix}-${randomUUID().slice(0, 8)}`
}

/** Which of the library's words the choices of a field have. */
export const textKindFor = (type: EventType, path: string): TextKind | undefined => {
  const own: Readonly<Record<string, TextKind>> = {
    'hold.placed code': 'suspensionReason',
    'hold.reclassified code': 'suspensionReason',
    'closure.proposed reason': 'closureReason',
    'charge.raised kind': 'charge',
    'obligation.carriedOver kind': 'obligation',
    'note.recorded kind': 'note',
    'note.recorded visibility': 'noteVisibility',
    'device.lost kind': 'loss',
    'backup.recorded method': 'backupMethod',
    'erasure.completed method': 'erasureMethod',
    'keys.removed method': 'keyRemoval',
    'payout.ordered method': 'payoutMethod',
    'refund.ordered method': 'payoutMethod',
    'order.repeated method': 'payoutMethod',
    'return.authorised destination': 'destination',
    'device.inspected condition': 'condition',
    'device.shipped condition': 'condition',
    'agent.assigned tasks': 'agentTask',
    'note.recorded topic': 'document',
    'closure.requested reason': 'closureReason',
    'suspension.requested reason': 'suspensionReason',
  }
  const shared: Readonly<Record<string, TextKind>> = {
    caps: 'limit',
    handling: 'handling',
    party: 'role',
    requestedBy: 'role',
    liability: 'role',
    checks: 'testCheck',
    'damage.cause': 'damageCause',
    channel: 'channel',
    'signatory.authority': 'signatory',
    disposition: 'disposition',
    payoutMethod: 'payoutMethod',
    dataBackup: 'backupStatement',
    selfService: 'selfServiceResult',
    'fault.component': 'component',
    'fault.symptom': 'symptom',
    'fault.cause': 'faultCause',
    'remedies.kind': 'remedy',
    'remedies.performedBy': 'performer',
    'facts.performer': 'performer',
    'facts.cause': 'damageCause',
  }
  const place = path.replaceAll(/\.\d+(?=\.)/g, '')
  return own[`${type} ${place}`] ?? shared[place] ?? shared[place.split('.').slice(-2).join('.')]
}
