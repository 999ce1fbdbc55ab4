import {
  type DocumentQuestion,
  eachOnce,
  type RequiredDocument,
  requiredDocuments,
  type SuspensionReason,
} from '../../domain/index.ts'
import { backedUp } from '../facts/data.ts'
import { boundDevices } from '../facts/devices.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { plainName } from './account.ts'

/** What decides which papers an application needs. */
type Question = Pick<Application, 'kind' | 'reasons' | 'request' | 'compared'>

/** What the form says otherwise than the record is proved by a paper, not believed. */
const forDifferences = (
  { identity }: LifecycleContext,
  { kind, request, compared }: Question,
): RequiredDocument[] => {
  const otherName = request !== null && plainName(request.merchantName) !== plainName(identity.merchantName)
  const papers: RequiredDocument[] = []
  if (otherName) papers.push({ type: 'business_licence', alternatives: ['identity_proof'] })
  if (compared === 'differs')
    papers.push({ type: kind === 'reinstatement' ? 'account_info' : 'identity_proof' })
  return papers
}

/** What the request itself brings up: a misuse is assessed, and some suspensions are filed with an authority. */
const forRequest = ({ policy }: LifecycleContext, { kind, request }: Question): RequiredDocument[] => {
  const isMisuse = request !== null && 'fault' in request && request.fault?.cause === 'misuse'
  const papers: RequiredDocument[] = []
  if (isMisuse && kind === 'reinstatement') papers.push({ type: 'damage_report' })
  if (kind === 'suspension' && policy.filingRequired) papers.push({ type: 'regulatory_filing' })
  return papers
}

/**
 * What shows that the cause of a hold was put right. Where data were moved, a copy of each device that was read back needs no
 * paper beside it.
 */
export const proofPapers = (
  context: LifecycleContext,
  reason: SuspensionReason,
): readonly RequiredDocument[] => {
  const isCopied = boundDevices(context).every((device) => backedUp(device).length === 0)
  return requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType: context.identity.merchantType,
    reasons: [reason],
  }).filter(({ type }) => type !== 'reinstatement_request' && !(isCopied && type === 'backup_record'))
}

/** Every paper that an application needs, each type once: for its reasons, by policy, and for what it says. */
export const askedFor = (context: LifecycleContext, question: Question): readonly RequiredDocument[] => {
  const { identity, policy } = context
  const { kind, reasons } = question
  const extra: Readonly<Record<string, readonly RequiredDocument[] | undefined>> =
    policy.extraPapers[kind] ?? {}
  const listed = requiredDocuments({
    process: kind,
    initiator: 'merchant',
    merchantType: identity.merchantType,
    reasons,
  } as DocumentQuestion)
  const all = [
    ...listed,
    ...['*', ...reasons].flatMap((reason) => extra[reason] ?? []),
    ...forDifferences(context, question),
    ...forRequest(context, question),
  ]
  return eachOnce(all)
}
