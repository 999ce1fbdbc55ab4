import fc from 'fast-check'
import {
  type ClosureReason,
  closureReasonProfiles,
  closureReasons,
  type DocumentRef,
  reasonProfiles,
  remediesFor,
  remedyEvidence,
  requiredDocuments,
  type SuspensionReason,
  suspensionReasons,
} from '../../src/domain/index.ts'
import type {
  ClosureRequestInput,
  ReinstatementRequestInput,
  SuspensionRequestInput,
} from '../../src/schemas/index.ts'
import { merchantId, paperFor, serial, terminalId } from '../support/samples.ts'

export type Process = 'closure' | 'suspension' | 'reinstatement'
export type Form = ClosureRequestInput | SuspensionRequestInput | ReinstatementRequestInput

/** Reasons that a merchant may give, and the holds that it may ask to be cleared. */
export const reasonsOf = {
  closure: closureReasons.filter((reason) => closureReasonProfiles[reason].initiators.includes('merchant')),
  suspension: suspensionReasons.filter(
    (reason) => reasonProfiles[reason].initiators.includes('merchant') && !reasonProfiles[reason].umbrella,
  ),
  reinstatement: suspensionReasons.filter(
    (reason) => reasonProfiles[reason].release === 'application' && !reasonProfiles[reason].umbrella,
  ),
} as const

export const holdId = 'hold-1'
const mandate = 'power_of_attorney'
const may = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const words = fc.constantFrom('moved to another street', '店铺搬迁', 'see the letter of 1 March')

const signatory = fc.constantFrom(
  { personId: 'm1', authority: 'legalRepresentative' } as const,
  { personId: 'm1', authority: 'owner' } as const,
  { personId: 'm1', authority: 'attorney', mandateRef: mandate } as const,
)
const channel = fc.oneof(
  fc.record({ channel: fc.constantFrom('online', 'hotline', 'app', 'managementConsole') }),
  fc.constant({ channel: 'post', post: { postedOn: '2026-02-27' } } as const),
)

const papersFor = (process: Process, reasons: readonly (ClosureReason | SuspensionReason)[]) => {
  const asked = requiredDocuments({ process, initiator: 'merchant', merchantType: 'enterprise', reasons })
  const types = new Set([
    ...asked.map(({ type }) => type),
    'business_licence',
    'damage_report',
    mandate,
  ] as const)
  // the form itself is added by whoever files it
  return [...types].filter((type) => !type.endsWith('_request')).map((type) => paperFor(reasons, type))
}

const common = (documents: readonly DocumentRef[]) =>
  fc.record({
    ...{ applicationId: fc.constant('application-1'), merchantId: fc.constant(merchantId) },
    merchantName: fc.constant('青禾便利店'),
    serialNumber: fc.constant(serial),
    contact: fc.constantFrom({ mobile: '13800138000' }, { name: '林晓', email: 'lin@shop.example' }),
    ...{ signatory, attested: fc.constant(true), documents: fc.constant(documents) },
  })

const merged = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((made) => {
    const all = Object.assign({}, ...made) as Record<string, unknown>
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  })

const closure = (reason: ClosureReason) =>
  merged(
    common(papersFor('closure', [reason])),
    channel,
    fc.constantFrom({ terminalId, serialNumber: serial }, { terminalId, serialNumber: undefined }, {}),
    fc.constantFrom(
      { disposition: 'return' },
      { disposition: 'collection', collectionAddress: 'Heping Road 3' },
    ),
    fc.record({
      ...{ process: fc.constant('closure'), reason: fc.constant(reason), duration: fc.constant('permanent') },
      comment: reason === 'OTHER' ? words : may(words),
      effectiveDate: may(fc.constantFrom('2026-04-01T09:00:00+08:00', '2026-03-02T01:00:00Z')),
      payoutMethod: may(fc.constantFrom('directTransfer', 'cheque', 'originalRoute')),
      registeredMobile: may(fc.constant('13800138000')),
      successorTerminalId: may(fc.constant('10000002')),
      contract:
        reason === 'CONTRACT_EXPIRED'
          ? fc.constant({ expiresOn: '2026-02-28', renewed: false })
          : may(fc.constant({ expiresOn: '2030-01-01', renewed: true })),
      acknowledgement: fc.constant({
        procedureVersion: 'standard-1',
        at: '2026-03-01T09:00:00+08:00',
        contractReviewed: true,
      }),
    }),
  ) as fc.Arbitrary<ClosureRequestInput>

const fault = may(
  fc.record(
    {
      component: fc.constantFrom('printer', 'network'),
      symptom: fc.constantFrom('paperJam', 'noConnection'),
      cause: fc.constantFrom('wear', 'misuse', 'unknown'),
    },
    { requiredKeys: ['cause'] },
  ),
)

const suspension = (reason: SuspensionReason) =>
  merged(
    common(papersFor('suspension', [reason])),
    channel,
    fc.constantFrom(
      { dataBackup: 'done' },
      { dataBackup: 'notPossible', dataBackupNote: 'it does not start' },
    ),
    fc.record({
      ...{
        process: fc.constant('suspension'),
        reason: fc.constant(reason),
        duration: fc.constant('temporary'),
      },
      terminalIds: fc.constantFrom([terminalId], ['10000009', terminalId]),
      comment: reason === 'OTHER' ? words : may(words),
      plannedPeriod: fc.constantFrom(
        { from: '2026-03-03T00:00:00+08:00' },
        { from: '2026-03-03T00:00:00+08:00', until: '2026-06-01T00:00:00Z' },
      ),
      fault,
    }),
  ) as fc.Arbitrary<SuspensionRequestInput>

const reinstatement = (reason: SuspensionReason) => {
  const documents = papersFor('reinstatement', [reason])
  const suited = remedyEvidence(reason)
  const remedy = fc.record({
    holdId: fc.constant(holdId),
    kind: fc.constantFrom(...remediesFor[reason]),
    performedBy: fc.constantFrom('merchant', 'provider', 'technician'),
    providerAuthorisation: fc.constant('leave-7'),
    evidence: fc.subarray(documents.filter(({ type }) => suited.includes(type)).map(({ id }) => id)),
  })
  return merged(
    common(documents),
    channel,
    fc.record({
      ...{ process: fc.constant('reinstatement'), terminalId: fc.constant(terminalId) },
      ...{ holdIds: fc.constant([holdId]), reasons: fc.constant([reason]) },
      account: fc.constant({ accountName: '青禾便利店', accountNumberMasked: '****1234' }),
      suspendedOn: fc.constantFrom('2026-02-01', '2026-03-02'),
      ...{ reasonDescription: words, whyRestore: words, whyLift: words, businessImpact: may(words) },
      remedies: fc.array(remedy, { minLength: 1, maxLength: 3 }),
      selfService: may(fc.constantFrom('notSupported', 'unresolved')),
      fault,
    }),
  ) as fc.Arbitrary<ReinstatementRequestInput>
}

/** Forms without a fault: every paper that is asked for is there, and what is written fits the terminal. */
export const goodForms = (process: Process, reason: string): fc.Arbitrary<Form> => {
  if (process === 'closure') return closure(reason as ClosureReason)
  return process === 'suspension'
    ? suspension(reason as SuspensionReason)
    : reinstatement(reason as SuspensionReason)
}
