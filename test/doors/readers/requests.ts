import { createLifecycle } from '../../../src/machine/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { cny, digestOf, paper, reviewApproved, serial, terminal } from '../../support/samples.ts'
import type { Process } from '../forms.ts'
import { asked, differing, everyRequest, ofReviewer, procedureRead } from './every.ts'
import type { Reader, Table } from './reader.ts'
import { broken, reinstatement } from './reinstatement.ts'

const approved = reviewApproved('application-1', ['business_licence'])
const contract = { expiresOn: '2026-02-28', renewed: false }
const expired = {
  reason: 'CONTRACT_EXPIRED',
  contract,
  documents: [paper('closure_request'), paper('business_licence'), paper('service_contract')],
}
const statement = { statementId: 'statement-1' }
const agreed: readonly LifecycleEvent[] = [
  { type: 'settlement.stated', ...statement, upTo: '2026-03-02T01:00:01.000Z', net: cny(500) },
  { type: 'settlement.confirmed', ...statement },
  { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(500) },
]
const acknowledgement = {
  procedureVersion: 'standard-1',
  at: '2026-03-01T09:00:00+08:00',
  contractReviewed: true,
}

const closure: Table = {
  ...everyRequest('closure'),
  terminalId: { rule: 'IDENTITY_MISMATCH', proof: differing('closure', { terminalId: '10000009' }) },
  reason: { rule: 'REASON_NOT_FOR_INITIATOR', proof: differing('closure', { reason: 'RULE_VIOLATION' }) },
  comment: {
    rule: 'REQUIRED_HERE',
    also: 'a line of the review',
    proof: { form: { reason: 'OTHER', comment: undefined } },
  },
  duration: { rule: 'TEMPORARY_IS_SUSPENSION', proof: differing('closure', { duration: 'temporary' }) },
  effectiveDate: {
    clock: 'closureStart',
    proof: {
      after: [asked('closure', { effectiveDate: '2026-04-01T01:00:00.000Z' }), approved],
      shows: ({ context }) => context.deadlines.closureStart,
      is: { due: '2026-04-01T01:00:00.000Z' },
    },
  },
  disposition: {
    rule: 'DISPOSITION_UNSUITABLE',
    also: 'whether return.authorised orders collectDevice, and who is asked for the device',
    proof: differing('closure', { disposition: 'merchantOwned' }),
  },
  payoutMethod: {
    order: 'payOut',
    also: 'refundDeposit; ACCOUNT_UNVERIFIED where it needs an account',
    proof: {
      after: [asked('closure', { payoutMethod: 'cheque' }), approved, ...agreed],
      shows: ({ context }) => Object.values(context.orders).find(({ kind }) => kind === 'payOut')?.params,
      is: { method: 'cheque' },
    },
  },
  'contract.expiresOn': {
    rule: 'CONTRACT_STILL_RUNNING',
    proof: differing('closure', { contract: { ...contract, expiresOn: '2035-01-01' } }, expired),
  },
  'contract.renewed': {
    rule: 'CONTRACT_STILL_RUNNING',
    proof: differing('closure', { contract: { ...contract, renewed: true } }, expired),
  },
  successorTerminalId: {
    rule: 'DUPLICATE_ITEM',
    also: 'a line of the review',
    proof: differing('closure', { successorTerminalId: terminal().terminalId }),
    alsoProof: ofReviewer('successorTerminalId', { successorTerminalId: '10000007' }, '10000007', 'closure')
      .proof,
  },
  'acknowledgement.procedureVersion': {
    rule: 'PROCEDURE_NOT_IN_FORCE',
    proof: {
      step: {
        machine: createLifecycle({
          catalogues: { procedures: [{ version: 'standard-1', from: '2026-01-01' }] },
        }),
        good: asked('closure'),
        other: asked('closure', { acknowledgement: { ...acknowledgement, procedureVersion: 'old-7' } }),
      },
    },
  },
  'acknowledgement.at': {
    rule: 'IN_THE_FUTURE',
    proof: differing('closure', { acknowledgement: { ...acknowledgement, at: '2026-03-03T09:00:00+08:00' } }),
  },
  'acknowledgement.contractReviewed': {
    rule: 'MUST_BE_CONFIRMED',
    proof: differing('closure', { acknowledgement: { ...acknowledgement, contractReviewed: false } }),
  },
  registeredMobile: { paper: 'identity_proof', proof: differing('closure', { mobile: 'differs' }) },
  collectionAddress: {
    order: 'collectDevice',
    also: 'in the form that `addressDocumentId` names; REQUIRED_HERE',
    proof: {
      open: terminal({
        lastTransactionAt: null,
        status: {
          acceptance: 'off',
          registry: 'active',
          unsettled: 0,
          readAt: '2026-03-02T00:59:00.000Z',
          capabilities: { sale: false },
        },
        devices: [
          {
            serial,
            ...{ owner: 'provider', tenancy: 'sole', erasure: 'verified', keys: 'zeroised' },
            backup: { upTo: '2026-03-02T00:00:00Z', hash: digestOf('copy'), verified: true, waived: false },
          },
        ],
      }),
      after: [
        asked('closure', { disposition: 'collection' }),
        approved,
        { type: 'return.authorised', serial, destination: 'collection' },
      ],
      shows: ({ context }) =>
        Object.values(context.orders).find(({ kind }) => kind === 'collectDevice')?.params,
      is: { addressDocumentId: 'closure_request' },
    },
  },
}

const placed = (differs: object, shows: object): NonNullable<Reader['proof']> => ({
  after: [asked('suspension', differs), reviewApproved('application-1')],
  shows: ({ context }) => context.holds['suspension:application-1'],
  is: shows,
})
const clockOf = (name: string, plannedPeriod: object, due: string): NonNullable<Reader['proof']> => ({
  after: [asked('suspension', { plannedPeriod }), reviewApproved('application-1')],
  shows: ({ context }) => Object.values(context.deadlines).find((deadline) => deadline.name === name),
  is: { due },
})
const later = { from: '2026-04-01T01:00:00.000Z', until: '2026-05-01T01:00:00.000Z' }

const suspension: Table = {
  ...everyRequest('suspension'),
  procedureVersion: procedureRead('suspension'),
  'terminalIds[]': {
    rule: 'IDENTITY_MISMATCH',
    proof: differing('suspension', { terminalIds: ['10000009'] }),
  },
  reason: { rule: 'REASON_TOO_VAGUE', proof: differing('suspension', { reason: 'UNKNOWN' }) },
  comment: { ledger: 'holds', also: 'words', proof: placed({ comment: 'repairs' }, { words: 'repairs' }) },
  duration: { rule: 'PERMANENT_IS_CLOSURE', proof: differing('suspension', { duration: 'permanent' }) },
  'plannedPeriod.from': { clock: 'holdStart', proof: clockOf('holdStart', later, later.from) },
  'plannedPeriod.until': {
    ledger: 'holds',
    also: 'holdEnd',
    proof: placed({ plannedPeriod: later }, { until: later.until }),
  },
  dataBackup: {
    rule: 'REQUIRED_HERE',
    also: 'a line of the review',
    proof: differing('suspension', { dataBackup: 'notPossible' }),
  },
  dataBackupNote: {
    rule: 'REQUIRED_HERE',
    also: 'a line of the review',
    proof: differing(
      'suspension',
      { dataBackupNote: undefined },
      { dataBackup: 'notPossible', dataBackupNote: 'it does not start' },
    ),
  },
  'fault.component': {
    ledger: 'holds',
    also: 'the test names it: TEST_INCOMPLETE',
    proof: placed({ fault: broken }, { fault: { component: 'printer' } }),
  },
  'fault.symptom': { ledger: 'holds', proof: placed({ fault: broken }, { fault: { symptom: 'paperJam' } }) },
  'fault.cause': { ledger: 'holds', proof: placed({ fault: broken }, { fault: { cause: 'wear' } }) },
  'fault.description': {
    ledger: 'holds',
    proof: placed({ fault: broken }, { fault: { description: 'it jams' } }),
  },
}

export const requestReaders: Readonly<Record<Process, Table>> = { closure, suspension, reinstatement }
