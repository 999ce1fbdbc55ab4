import type { BlockerCode } from '../../src/domain/index.ts'
import { closureRequested, reinstatementRequested, serial, suspensionRequested } from '../support/samples.ts'

interface Looked {
  /** Refused with this where there is none of that name. */
  readonly code: BlockerCode
  /** The answer names something else than what is not there. */
  readonly isOfWhole?: true | undefined
  /** The event as far as it is needed, with the name in its place. */
  readonly says: (name: string) => object
}

const by = (code: BlockerCode, field: string, more: object = {}): Looked => ({
  code,
  says: (name) => ({ ...more, [field]: name }),
})
const named = (field: string, code: BlockerCode, types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [`${type}/${field}`, by(code, field)]))

type Asked = { readonly request: object }
const reinstatement = reinstatementRequested({ h: 'ACCOUNT_ARREARS' })

/** An application that is right but for this of its request. */
const asks = (code: BlockerCode, event: Asked, change: (name: string) => object): Looked => ({
  code,
  isOfWhole: true,
  says: (name) => ({ ...event, request: { ...event.request, ...change(name) } }),
})

/** What every request names. */
const ofRequest = (kind: string, event: Asked): Readonly<Record<string, Looked>> => ({
  [`${kind}.requested/request/merchantId`]: asks('IDENTITY_MISMATCH', event, (merchantId) => ({
    merchantId,
  })),
  [`${kind}.requested/request/serialNumber`]: asks('IDENTITY_MISMATCH', event, (serialNumber) => ({
    serialNumber,
  })),
  [`${kind}.requested/request/signatory/mandateRef`]: asks(
    'SIGNATORY_NOT_AUTHORISED',
    event,
    (mandateRef) => ({ signatory: { authority: 'attorney', personId: 'm2', mandateRef } }),
  ),
})

const vouching = [
  ...['hold.remedyVerified', 'review.approved', 'closure.imposed', 'loss.accepted', 'backup.waived'],
  ...['erasure.verified', 'settlement.deemedAccepted', 'payoutAccount.verified', 'obligation.discharged'],
  ...['reading.accepted', 'batch.closedByHost'],
]

/** What a request names and the record has to have. */
export const requestedBy: Readonly<Record<string, Looked>> = {
  ...named('holdId', 'HOLD_UNKNOWN', [
    ...['hold.remedyClaimed', 'hold.remedyVerified', 'hold.lifted', 'hold.rescinded', 'hold.reviewed'],
    ...['hold.reclassified', 'suspension.extended'],
  ]),
  'hold.placed/chargeId': by('CHARGE_UNKNOWN', 'chargeId'),
  'hold.placed/serial': by('DEVICE_UNKNOWN', 'serial'),
  'hold.reclassified/serial': by('DEVICE_UNKNOWN', 'serial', { holdId: 'h' }),
  'document.added/for': by('HOLD_UNKNOWN', 'for'),
  'document.checked/documentId': by('DOCUMENT_UNKNOWN', 'documentId'),
  ...Object.fromEntries(
    vouching.map((type) => [
      `${type}/checked/*/documentId`,
      {
        code: 'DOCUMENT_UNKNOWN',
        says: (name: string) => ({ checked: [{ documentId: name, digest: 'x', facts: null }] }),
      } satisfies Looked,
    ]),
  ),
  ...named('serial', 'DEVICE_UNKNOWN', [
    ...['loss.accepted', 'device.registered', 'return.authorised', 'device.declaredUnreadable'],
    ...['device.declaredUnreturned', 'backup.recorded', 'backup.verified', 'backup.waived'],
    ...['erasure.authorised', 'erasure.verified', 'unbinding.ordered', 'batch.closedByHost'],
    ...['charge.raised', 'charge.waived', 'request.made'],
  ]),
  ...named('serial', 'WRONG_SERIAL', ['test.passed', 'test.failed']),
  'device.replaced/oldSerial': by('DEVICE_UNKNOWN', 'oldSerial'),
  'return.authorised/addressDocumentId': by('DOCUMENT_UNKNOWN', 'addressDocumentId', { serial }),
  'charge.raised/documentId': by('DOCUMENT_UNKNOWN', 'documentId', { kind: 'rental' }),
  ...named('chargeId', 'CHARGE_UNKNOWN', ['charge.disputed', 'charge.determined', 'charge.met']),
  'deposit.deducted/depositId': by('DEPOSIT_UNKNOWN', 'depositId'),
  'deposit.deducted/chargeId': by('CHARGE_UNKNOWN', 'chargeId', { depositId: 'deposit-1' }),
  'refund.ordered/depositId': by('DEPOSIT_UNKNOWN', 'depositId'),
  'request.made/depositId': by('DEPOSIT_UNKNOWN', 'depositId'),
  'request.declined/requestId': by('REQUEST_UNKNOWN', 'requestId'),
  'obligation.carriedOver/ref': by('DEPOSIT_UNKNOWN', 'ref', { kind: 'deposit' }),
  'obligation.discharged/obligationId': by('OBLIGATION_UNKNOWN', 'obligationId'),
  ...named('txnRef', 'TRANSACTION_UNKNOWN', ['resolution.proposed', 'resolution.accepted']),
  ...named('applicationId', 'APPLICATION_UNKNOWN', [
    ...['application.supplemented', 'application.withdrawn', 'application.lapsed'],
    ...['review.informationRequested', 'review.rejected', 'review.approved'],
  ]),
  ...named('proposalId', 'PROPOSAL_UNKNOWN', ['closure.imposed', 'closure.appealed', 'appeal.decided']),
  ...named('statementId', 'NO_STATEMENT', [
    ...['settlement.confirmed', 'settlement.disputed', 'settlement.deemedAccepted'],
  ]),
  ...named('orderId', 'ORDER_UNKNOWN', [
    ...['order.claimed', 'order.cancelled', 'order.repeated', 'order.revived'],
  ]),
  'agent.released/agentId': by('AGENT_UNKNOWN', 'agentId'),
  'followUp.done/followUpId': by('OBLIGATION_UNKNOWN', 'followUpId'),
  'payoutAccount.verified/token': { ...by('ACCOUNT_UNVERIFIED', 'token'), isOfWhole: true },
  ...ofRequest('suspension', suspensionRequested()),
  ...ofRequest('reinstatement', reinstatement),
  ...ofRequest('closure', closureRequested()),
  'suspension.requested/request/terminalIds/*': asks('IDENTITY_MISMATCH', suspensionRequested(), (name) => ({
    terminalIds: [name],
  })),
  'reinstatement.requested/request/terminalId': asks('IDENTITY_MISMATCH', reinstatement, (name) => ({
    terminalId: name,
  })),
  'closure.requested/request/terminalId': asks('IDENTITY_MISMATCH', closureRequested(), (name) => ({
    terminalId: name,
  })),
  'reinstatement.requested/request/holdIds/*': {
    ...asks('HOLD_UNKNOWN', reinstatement, (name) => ({ holdIds: [name] })),
    isOfWhole: undefined,
  },
  'reinstatement.requested/request/remedies/*/holdId': {
    ...asks('HOLD_UNKNOWN', reinstatement, (name) => ({
      remedies: reinstatement.request.remedies.flatMap((one) => [one, { ...one, holdId: name }]),
    })),
    isOfWhole: undefined,
  },
  'reinstatement.requested/request/remedies/*/evidence/*': asks(
    'EVIDENCE_NOT_ATTACHED',
    reinstatement,
    (name) => ({ remedies: reinstatement.request.remedies.map((one) => ({ ...one, evidence: [name] })) }),
  ),
}

const each = (field: string, types: readonly string[]): readonly string[] =>
  types.map((type) => `${type}/${field}`)
const applications = ['suspension.requested', 'reinstatement.requested', 'closure.requested']

/** What an event begins: a name that is not there yet. */
export const made: ReadonlySet<string> = new Set([
  ...each('request/applicationId', applications),
  ...['hold.placed/holdId', 'closure.proposed/proposalId', 'device.replaced/newSerial'],
  ...['batch.closedByHost/batchNo', 'batch.uploaded/batchNo', 'transaction.reported/ref'],
  ...['dispute.opened/caseId', 'settlement.stated/statementId', 'payout.ordered/payoutId'],
  ...['refund.ordered/refundId', 'charge.raised/chargeId', 'charge.met/paymentRef'],
  ...['device.declaredUnreturned/charge/chargeId', 'device.received/receiptId'],
  ...['obligation.carriedOver/obligationId', 'request.made/requestId', 'note.recorded/followUpId'],
  ...['payoutAccount.changed/token', 'return.authorised/seal/bagNo', 'return.authorised/seal/trackingNo'],
])

/** Kept by other systems, or by nobody: no record could tell. */
export const elsewhere: ReadonlySet<string> = new Set([
  ...each('orderRef', ['hold.placed', 'hold.lifted', 'hold.reclassified']),
  ...each('request/signatory/personId', applications),
  ...each('returnRef', ['payout.returned', 'refund.returned']),
  ...each('registryRef', ['unbinding.ordered', 'unbinding.confirmed', 'unbinding.failed']),
  ...['closure.requested/request/successorTerminalId', 'closure.confirmed/providerRef'],
  ...['device.shipped/trackingNo', 'device.shipped/bagNo', 'device.received/bagNo'],
  ...['agent.assigned/agentId', 'representative.appointed/personId'],
  'representative.appointed/organisationId',
])

const told = (code: BlockerCode | null, field: string, types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [`${type}/${field}`, code]))
const payouts = ['payout.confirmed', 'payout.failed', 'payout.returned']
const refunds = ['refund.confirmed', 'refund.failed', 'refund.returned']

/** What a report names: the issue that it is kept with where there is none, or `null` where it stays as it was told. */
export const heard: Readonly<Record<string, BlockerCode | null>> = {
  ...told('WRONG_SERIAL', 'serial', [
    ...['device.lost', 'device.found', 'device.shipped', 'device.received', 'device.inspected'],
    ...['erasure.completed', 'erasure.failed', 'keys.removed', 'unbinding.confirmed', 'unbinding.failed'],
  ]),
  'batch.uploaded/serial': 'DEVICE_UNKNOWN',
  'transaction.reported/serial': null,
  'dispute.closed/caseId': 'DISPUTE_UNKNOWN',
  ...told('DEPOSIT_UNKNOWN', 'depositId', refunds),
  // the order tells which payout it is
  ...told(null, 'payoutId', payouts),
  ...told('PAYOUT_UNKNOWN', 'orderId', [...payouts, ...refunds]),
  ...told('ORDER_UNKNOWN', 'orderId', ['order.confirmed', 'order.failed', 'order.parked', 'answer.refused']),
  'closure.confirmed/orderId': 'NOT_EXPECTED_IN_STATE',
  'erasure.completed/orderId': 'UNAUTHORISED_ERASURE',
  ...told(null, 'orderId', [
    ...['erasure.failed', 'keys.removed', 'unbinding.confirmed', 'unbinding.failed', 'notice.sent'],
  ]),
}
