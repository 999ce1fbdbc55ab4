import {
  reasonProfiles,
  remediesFor,
  remedyKinds,
  type SuspensionReason,
  suspensionReasons,
} from '../../../src/domain/index.ts'
import { type Break, tomorrow } from '../break.ts'
import { type Form, holdId } from '../forms.ts'

const remediesOf = (form: Form) => (form.process === 'reinstatement' ? form.remedies : [])

const unsuited = (reason: string) =>
  remedyKinds.find((kind) => !remediesFor[reason as SuspensionReason].includes(kind))
const software = (reason: string) =>
  (['update', 'reinstall'] as const).find((kind) => remediesFor[reason as SuspensionReason].includes(kind))
const anotherOf = (reason: string) =>
  suspensionReasons.find(
    (other) =>
      other !== reason &&
      !reasonProfiles[other].umbrella &&
      remediesFor[other].some((kind) => remediesFor[reason as SuspensionReason].includes(kind)),
  )

export const ofReinstatement: readonly Break[] = [
  {
    ...{
      name: 'one hold twice',
      of: ['reinstatement'],
      sees: 'values',
      code: 'DUPLICATE_ITEM',
      path: '/holdIds',
    },
    change: () => ({ holdIds: [holdId, holdId] }),
  },
  {
    ...{ name: 'suspended tomorrow', of: ['reinstatement'], sees: 'clock' },
    ...{ code: 'IN_THE_FUTURE', path: '/suspendedOn', change: () => ({ suspendedOn: tomorrow }) },
  },
  ...suspensionReasons
    .filter((reason) => reasonProfiles[reason].umbrella)
    .map(
      (vague): Break => ({
        ...{ name: `${vague} among the reasons`, of: ['reinstatement'], sees: 'values' },
        ...{ code: 'REASON_TOO_VAGUE', path: '/reasons' },
        change: (_, reason) => ({ reasons: [reason, vague] }),
      }),
    ),
  {
    ...{ name: 'nothing said of a hold', of: ['reinstatement'], sees: 'values' },
    ...{ code: 'REMEDY_UNSTATED', path: '/remedies', change: () => ({ holdIds: [holdId, 'hold-2'] }) },
  },
  {
    ...{ name: 'something else put right', of: ['reinstatement'], sees: 'values' },
    ...{ code: 'REMEDY_UNSUITABLE', path: '/remedies' },
    change: (form, reason) => {
      const kind = unsuited(reason)
      return kind && { remedies: remediesOf(form).map((one) => ({ ...one, kind })) }
    },
  },
  {
    ...{ name: 'evidence that is not attached', of: ['reinstatement'], sees: 'values' },
    ...{ code: 'EVIDENCE_NOT_ATTACHED', path: '/remedies' },
    change: (form) => ({ remedies: remediesOf(form).map((one) => ({ ...one, evidence: ['paper-9'] })) }),
  },
  {
    ...{ name: 'software installed without leave', of: ['reinstatement'], sees: 'values' },
    ...{ code: 'PROVIDER_AUTHORISATION_REQUIRED', path: '/remedies/0/providerAuthorisation' },
    change: (form, reason) => {
      const kind = software(reason)
      const { providerAuthorisation: _, ...remedy } = remediesOf(form)[0] ?? {}
      return kind && { remedies: [{ ...remedy, kind, performedBy: 'merchant' }] }
    },
  },
  {
    ...{ name: 'another reason than the hold has', of: ['reinstatement'], sees: 'record' },
    code: 'REASON_MISMATCH',
    change: (form, reason) => {
      const other = anotherOf(reason)
      const kind =
        other && remediesFor[other].find((one) => remediesFor[reason as SuspensionReason].includes(one))
      return other && { reasons: [other], remedies: remediesOf(form).map((one) => ({ ...one, kind })) }
    },
  },
  {
    ...{ name: 'a hold that is not there', of: ['reinstatement'], sees: 'record', code: 'HOLD_UNKNOWN' },
    change: (form) => ({
      holdIds: ['hold-9'],
      remedies: remediesOf(form).map((one) => ({ ...one, holdId: 'hold-9' })),
    }),
  },
  {
    ...{ name: 'another terminal', of: ['reinstatement'], sees: 'record', code: 'IDENTITY_MISMATCH' },
    change: () => ({ terminalId: '10000009' }),
  },
  {
    ...{ name: 'no hold', of: ['reinstatement'], sees: 'shape', code: 'TOO_FEW', path: '/holdIds' },
    change: () => ({ holdIds: [] }),
  },
  {
    ...{ name: 'a whole account number', of: ['reinstatement'], sees: 'personal' },
    ...{ code: 'NOT_MASKED', path: '/account/accountNumberMasked' },
    change: () => ({ account: { accountName: 'A', accountNumberMasked: '622588123456' } }),
  },
]
