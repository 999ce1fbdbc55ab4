import type { DocumentRef } from 'terminal-lifecycle/domain'
import { type DocumentOf, digestOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import type { Situation, Step } from './step.ts'

export type Owner =
  | typeof people.noodles
  | typeof people.electrics
  | typeof people.grill
  | typeof people.copies
  | typeof people.hostel
  | typeof people.flowers
  | typeof people.riverside

type Filed = 'closure_request' | 'suspension_request' | 'reinstatement_request'

/** The signed request, as it is kept on file. */
export const signed = <Type extends Filed>(
  type: Type,
  { merchant, terminal, at }: Situation,
  applicationId: string,
  { actor }: Owner,
) => ({
  type,
  id: `DOC-${applicationId}`,
  issuedAt: at,
  applicationId,
  merchantId: merchant.merchantId,
  terminalId: terminal.terminalId,
  channel: 'app' as const,
  signedOn: at.slice(0, 10),
  signatory: { personId: actor.personId, authority: 'legalRepresentative' as const },
})

export const licence = (
  { merchant, at }: Situation,
  { names }: Owner,
  id = 'DOC-LICENCE',
  validity: Pick<DocumentOf<'business_licence'>, 'validTo' | 'longTerm'> = { longTerm: true },
): DocumentOf<'business_licence'> => ({
  type: 'business_licence',
  id,
  issuedAt: at,
  unifiedSocialCreditCode: merchant.unifiedSocialCreditCode ?? '',
  name: merchant.merchantName,
  legalRepresentative: names['zh-CN'],
  ...validity,
})

export const digestFor = (applicationId: string, documents: readonly DocumentRef[]): Promise<string> =>
  digestOf({ applicationId, documents })

/** What every application says of itself; its digest binds the decision to exactly these papers. */
export const applied = async (
  { merchant, terminal }: Situation,
  applicationId: string,
  { actor }: Owner,
  documents: DocumentRef[],
) => ({
  applicationId,
  digest: await digestFor(applicationId, documents),
  documents,
  merchantId: merchant.merchantId,
  terminalId: terminal.terminalId,
  serialNumber: terminal.devices[0]?.serial ?? '',
  signatory: { personId: actor.personId, authority: 'legalRepresentative' as const },
  attested: true as const,
})

/** Somebody who did not write it decides on it as it now reads. */
export const approval = (id: string, applicationId: string, after: Step['after']): Step => ({
  id,
  by: people.reviewer.actor,
  after,
  event: ({ record }) => ({
    type: 'review.approved',
    applicationId,
    digest: record.context.application?.digest ?? '',
  }),
})
