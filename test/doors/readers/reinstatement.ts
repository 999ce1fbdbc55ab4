import { paper, reinstatementRequested, reviewApproved, terminal } from '../../support/samples.ts'
import { asked, differing, everyRequest, ofReviewer, procedureRead } from './every.ts'
import type { Table } from './reader.ts'

export const broken = { component: 'printer', symptom: 'paperJam', cause: 'wear', description: 'it jams' }
const remedy = { holdId: 'hold-1', kind: 'renewal', performedBy: 'provider', evidence: [] }
const software = {
  open: terminal({ holds: [{ holdId: 'hold-1', code: 'SOFTWARE_FAULT' }] }),
  asked: (differs: object, more: object = {}) =>
    asked('reinstatement', {
      reasons: ['SOFTWARE_FAULT'],
      remedies: [{ ...remedy, kind: 'update', ...differs }],
      documents: [paper('reinstatement_request'), paper('repair_or_replacement_record')],
      ...more,
    }),
}

const both = { 'hold-1': 'LICENCE_EXPIRED', 'hold-2': 'SOFTWARE_FAULT' } as const
/** Two holds, each with its remedy: what suits the one does not suit the other. */
const ofBoth = (first: string, second: string) =>
  reinstatementRequested(both, {
    remedies: [
      { ...remedy, kind: first },
      { ...remedy, kind: second, holdId: 'hold-2' },
    ],
    documents: [
      paper('reinstatement_request'),
      paper('business_licence'),
      paper('repair_or_replacement_record'),
    ],
  } as object)

export const reinstatement: Table = {
  ...everyRequest('reinstatement'),
  procedureVersion: procedureRead('reinstatement'),
  merchantName: {
    ...{ paper: 'business_licence', also: 'the name on record' },
    // where the hold itself does not ask for it
    proof: {
      step: {
        open: software.open,
        good: software.asked({}),
        other: software.asked({}, { merchantName: '晨光' }),
      },
    },
  },
  terminalId: { rule: 'IDENTITY_MISMATCH', proof: differing('reinstatement', { terminalId: '10000009' }) },
  'holdIds[]': { rule: 'HOLD_UNKNOWN', proof: differing('reinstatement', { holdIds: ['hold-9'] }) },
  suspendedOn: { rule: 'IN_THE_FUTURE', proof: differing('reinstatement', { suspendedOn: '2026-03-03' }) },
  'reasons[]': { rule: 'REASON_MISMATCH', proof: differing('reinstatement', { reasons: ['USER_CHANGE'] }) },
  reasonDescription: ofReviewer('reasonDescription', { reasonDescription: 'it fell' }, 'it fell'),
  whyRestore: ofReviewer('whyRestore', { whyRestore: 'we sell' }, 'we sell'),
  whyLift: ofReviewer('whyLift', { whyLift: 'it is paid' }, 'it is paid'),
  businessImpact: ofReviewer('businessImpact', { businessImpact: 'half a day' }, 'half a day'),
  selfService: ofReviewer('selfService', { selfService: 'unresolved' }, 'unresolved'),
  'remedies[].holdId': {
    rule: 'REMEDY_UNSTATED',
    proof: differing('reinstatement', { remedies: [{ ...remedy, holdId: 'hold-9' }] }),
  },
  'remedies[].kind': {
    rule: 'REMEDY_UNSUITABLE',
    also: 'a line of the review',
    proof: {
      step: {
        open: terminal({ holds: Object.entries(both).map(([holdId, code]) => ({ holdId, code })) }),
        good: ofBoth('renewal', 'update'),
        other: ofBoth('update', 'renewal'),
      },
    },
    alsoProof: {
      form: { remedies: [{ holdId: 'HOLD-1', kind: 'topUp', performedBy: 'merchant', evidence: ['DOC-1'] }] },
    },
  },
  'remedies[].performedBy': {
    rule: 'PROVIDER_AUTHORISATION_REQUIRED',
    also: 'a line of the review',
    proof: {
      step: {
        ...{ open: software.open, good: software.asked({}) },
        other: software.asked({ performedBy: 'merchant' }),
      },
    },
  },
  'remedies[].providerAuthorisation': {
    rule: 'PROVIDER_AUTHORISATION_REQUIRED',
    proof: {
      step: {
        ...{
          open: software.open,
          good: software.asked({ performedBy: 'merchant', providerAuthorisation: 'leave-7' }),
        },
        other: software.asked({ performedBy: 'merchant' }),
      },
    },
  },
  'remedies[].description': ofReviewer(
    'remedyDescription',
    { remedies: [{ ...remedy, description: 'a new cable' }] },
    'a new cable',
  ),
  'remedies[].evidence[]': {
    rule: 'EVIDENCE_NOT_ATTACHED',
    proof: differing('reinstatement', { remedies: [{ ...remedy, evidence: ['paper-9'] }] }),
  },
  'account.accountName': { paper: 'account_info', proof: differing('reinstatement', { account: 'differs' }) },
  'account.accountNumberMasked': {
    paper: 'account_info',
    proof: differing('reinstatement', { account: 'differs' }),
  },
  'fault.component': {
    ...{ ledger: 'holds', also: 'the test names it: TEST_INCOMPLETE' },
    proof: {
      open: software.open,
      after: [
        software.asked({}, { fault: broken }),
        reviewApproved('application-1', ['repair_or_replacement_record']),
      ],
      shows: ({ context }) => context.holds['hold-1']?.fault,
      is: { component: 'printer' },
    },
  },
  'fault.symptom': ofReviewer('faultSymptom', { fault: { symptom: 'paperJam', cause: 'wear' } }, 'paperJam'),
  'fault.cause': {
    paper: 'damage_report',
    proof: differing('reinstatement', { fault: { cause: 'misuse' } }, { fault: { cause: 'wear' } }),
  },
  'fault.description': {
    rule: 'REQUIRED_HERE',
    also: 'a line of the review',
    proof: { form: { fault: { symptom: 'other', cause: 'wear' } } },
  },
}
