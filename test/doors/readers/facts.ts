import type { DocumentRef, DocumentType, Facts, SuspensionReason } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import {
  closureRequested,
  cny,
  paper,
  reinstatementRequested,
  serial,
  terminal,
} from '../../support/samples.ts'
import type { Reader, Table, Told } from './reader.ts'

/** A paper as it comes with a request, saying one thing and saying another. */
const ofClosure = (type: DocumentType, other: Facts, more: object = {}): { readonly step: Told } => {
  const event = (document = paper(type)) =>
    closureRequested({
      ...more,
      documents: [
        ...(['closure_request', 'business_licence'] as const)
          .map((one) => paper(one))
          .filter((one) => one.type !== type),
        document,
      ],
    })
  return { step: { good: event(), other: event(paper(type, type, other)) } }
}

const ofHold = (
  code: SuspensionReason,
  type: DocumentType,
  other: Facts,
  more: readonly DocumentType[] = [],
): { readonly step: Told } => {
  const event = (document = paper(type)) =>
    reinstatementRequested(
      { 'hold-1': code },
      { documents: [paper('reinstatement_request'), ...more.map((one) => paper(one)), document] },
    )
  return {
    step: {
      open: terminal({ holds: [{ holdId: 'hold-1', code }] }),
      good: event(),
      other: event(paper(type, type, other)),
    },
  }
}

const validity = (type: DocumentType, step: (facts: Facts) => Reader['proof']): Table => ({
  [`${type}.validTo`]: {
    rule: 'DOCUMENT_EXPIRED',
    proof: step({ validTo: '2026-01-31T23:59:59+08:00' }) as NonNullable<Reader['proof']>,
  },
  [`${type}.longTerm`]: {
    rule: 'FACT_MISSING',
    proof: step({ longTerm: false }) as NonNullable<Reader['proof']>,
  },
})

const contract = (other: Facts): Reader => ({
  rule: 'CONTRACT_STILL_RUNNING',
  proof: ofClosure('service_contract', other, {
    reason: 'CONTRACT_EXPIRED',
    contract: { expiresOn: '2026-01-31', renewed: false },
  }),
})

const attorney = { signatory: { personId: 'm1', authority: 'attorney', mandateRef: 'power_of_attorney' } }
const power = (facts: Facts): Reader => ({
  rule: 'SIGNATORY_NOT_AUTHORISED',
  proof: ofClosure('power_of_attorney', facts, attorney),
})

const reported = (id: string, cause: string): LifecycleEvent => ({
  type: 'document.added',
  document: { ...paper('damage_report', id), facts: { cause } },
})
const damageBy = (documentId: string): LifecycleEvent => ({
  type: 'charge.raised',
  chargeId: 'screen',
  kind: 'damage',
  amount: cny(100),
  feeTableVersion: 'standard',
  documentId,
})

/** Arrears of 50.00 of which a paper says more, or less, than is paid. */
const owed = (other: DocumentRef): { readonly step: Told } => {
  const event = (...papers: readonly DocumentRef[]) =>
    reinstatementRequested(
      { 'hold-1': 'ACCOUNT_ARREARS' },
      { documents: [paper('reinstatement_request'), ...papers] },
    )
  const paid = other.type === 'arrears_statement' ? 'payment_proof' : other.type
  const good = [paper('arrears_statement', 'owed', cny(5_000)), paper(paid, 'paid', cny(5_000))] as const
  const [asked, covers] = good
  return {
    step: {
      open: terminal({ holds: [{ holdId: 'hold-1', code: 'ACCOUNT_ARREARS' }] }),
      good: event(...good),
      other: other.type === 'arrears_statement' ? event(other, covers) : event(asked, other),
    },
  }
}
const money = (type: 'arrears_statement' | 'payment_proof' | 'waiver'): Table => ({
  [`${type}.amount`]: {
    rule: 'EVIDENCE_UNSUITABLE',
    also: 'stories of what is paid',
    proof: owed(paper(type, type, cny(type === 'arrears_statement' ? 5_001 : 4_999))),
  },
  [`${type}.currency`]: {
    rule: 'CURRENCY_MISMATCH',
    proof: {
      step: {
        good: { type: 'document.added', document: paper(type, type, cny(5_000)) },
        other: { type: 'document.added', document: paper(type, type, { amount: 5_000, currency: 'USD' }) },
      },
    },
  },
})

const account: LifecycleEvent = { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' }
const verified = (facts: Facts): LifecycleEvent => ({
  type: 'payoutAccount.verified',
  token: 'account-1',
  evidence: [paper('payout_account_verification', 'payout_account_verification', facts)],
})
const statement = (coversUpTo: string): LifecycleEvent => ({
  type: 'backup.waived',
  serial,
  statement: paper('server_side_records_statement', 'statement-1', { coversUpTo }),
})
const claimed = (facts: Facts): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId: 'hold-1',
  evidence: [paper('device_test_record', 'device_test_record', facts)],
})

/** What a test says, seen where somebody decides by it that the connection is back. */
const ofTest = (other: Facts): { readonly step: Told } => {
  const test = paper('device_test_record')
  const verified = (said: Facts): LifecycleEvent => ({
    type: 'hold.remedyVerified',
    holdId: 'hold-1',
    checked: [{ documentId: test.id, digest: test.digest, facts: said }],
  })
  return {
    step: {
      open: terminal({ holds: [{ holdId: 'hold-1', code: 'NETWORK_FAULT' }] }),
      before: [{ type: 'hold.remedyClaimed', holdId: 'hold-1', evidence: [test] }],
      good: verified({ ...test.facts }),
      other: verified({ ...test.facts, ...other }),
    },
  }
}

/** What is held once risk has seen what the paper says. */
const kept = (facts: Facts, evidence: object): NonNullable<Reader['proof']> => {
  const { id: documentId, type, digest } = paper('dispute_evidence')
  return {
    after: [
      { type: 'document.added', document: { id: documentId, type, digest } },
      { type: 'document.checked', documentId, digest, facts },
    ],
    shows: ({ context }) => Object.values(context.holds),
    is: [{ evidence }],
  }
}

/** Of every fact that is read off a paper: who reads it. */
export const factReaders: Table = {
  ...validity('business_licence', (facts) => ofClosure('business_licence', facts)),
  ...validity('identity_proof', (facts) => ofHold('USER_CHANGE', 'identity_proof', facts)),
  'power_of_attorney.validTo': power({ validTo: '2026-01-31T23:59:59+08:00' }),
  'power_of_attorney.longTerm': power({ longTerm: false }),
  'service_contract.expiresOn': contract({ expiresOn: '2035-01-01', renewed: false }),
  'service_contract.renewed': contract({ expiresOn: '2026-01-31', renewed: true }),
  'closure_notice.grounds': { rule: 'NOTICE_MISSING', also: 'a notice without grounds was not served' },
  'closure_notice.appealRoute': {
    rule: 'NOTICE_MISSING',
    also: 'one without a way to object was not served',
  },
  'service_of_notice.servedOn': {
    rule: 'FACT_MISSING',
    also: 'EVIDENCE_UNSUITABLE where the day is still to come: stories of evidence',
  },
  ...money('arrears_statement'),
  ...money('payment_proof'),
  ...money('waiver'),
  'payout_account_verification.token': {
    rule: 'EVIDENCE_UNSUITABLE',
    also: 'the account that is verified: stories of what papers say',
  },
  'payout_account_verification.result': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: {
      step: {
        before: [account],
        good: verified({ result: 'matches' }),
        other: verified({ result: 'differs' }),
      },
    },
  },
  'dispute_evidence.hold': {
    ledger: 'holds',
    also: 'LEGAL_HOLD until there is a verified copy: stories of held evidence',
    proof: kept({ hold: true }, { documentId: 'dispute_evidence', caseId: null }),
  },
  'dispute_evidence.caseId': {
    ledger: 'holds',
    also: 'the case with which it ends: stories of held evidence',
    proof: kept({ hold: true, caseId: 'case-1' }, { caseId: 'case-1' }),
  },
  'tenant_consent.result': { rule: 'EVIDENCE_UNSUITABLE', also: 'consent of return.authorised' },
  'damage_report.cause': {
    rule: 'LIABILITY_WITHOUT_GROUND',
    proof: {
      step: {
        before: [reported('report-1', 'human'), reported('report-2', 'nonHuman')],
        good: damageBy('report-1'),
        other: damageBy('report-2'),
      },
    },
  },
  'repair_or_replacement_record.result': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('HARDWARE_FAULT', 'repair_or_replacement_record', { result: 'irreparable' }),
  },
  'repair_or_replacement_record.performer': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('HARDWARE_FAULT', 'repair_or_replacement_record', {
      result: 'repaired',
      performer: 'merchant',
    }),
  },
  'repair_or_replacement_record.serial': {
    rule: 'REQUEST_ENDED',
    also: 'the request for a repair that it answers: stories of requests; EVIDENCE_UNSUITABLE where another device is held: of one device',
  },
  'device_test_record.result': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: {
      step: {
        open: terminal({ holds: [{ holdId: 'hold-1', code: 'NETWORK_FAULT' }] }),
        good: claimed({ result: 'passed' }),
        other: claimed({ result: 'failed' }),
      },
    },
  },
  'device_test_record.connection': { rule: 'EVIDENCE_UNSUITABLE', proof: ofTest({ connection: false }) },
  'device_test_record.testedAt': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofTest({ testedAt: '2026-01-31T09:00:00+08:00' }),
  },
  'device_test_record.serial': {
    rule: 'EVIDENCE_UNSUITABLE',
    also: 'a test of another device: stories of one device',
  },
  'rectification_report.result': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('RULE_VIOLATION', 'rectification_report', { result: 'open' }),
  },
  'data_migration_plan.result': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('DATA_MIGRATION', 'data_migration_plan', { result: 'open' }, ['backup_record']),
  },
  'data_migration_plan.customers': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('DATA_MIGRATION', 'data_migration_plan', { customers: true }, ['backup_record']),
  },
  'data_migration_plan.lawfulBasis': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: ofHold('DATA_MIGRATION', 'data_migration_plan', { customers: true, lawfulBasis: false }, [
      'backup_record',
    ]),
  },
  'server_side_records_statement.coversUpTo': {
    rule: 'EVIDENCE_UNSUITABLE',
    proof: {
      step: {
        good: statement('2026-03-02T00:00:00+08:00'),
        other: statement('2026-01-01T00:00:00+08:00'),
      },
    },
  },
  'erasure_record.result': { rule: 'EVIDENCE_UNSUITABLE', also: 'evidence of erasure.verified' },
  'risk_listing_record.result': {
    clock: 'riskListingDue',
    also: 'a record without a result leaves the clock running: stories of endings',
  },
}
