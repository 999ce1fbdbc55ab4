import {
  type Blocker,
  blocker,
  type DocumentQuestion,
  type DocumentRef,
  type EventOn,
  type RequiredDocument,
  requiredDocuments,
} from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { items } from '../facts/kit.ts'
import { isLater } from '../facts/time.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked, Rules } from './kit.ts'

export type Requested = 'suspension.requested' | 'reinstatement.requested' | 'closure.requested'

/** Papers that count: those of the application and those on file, but not what another one replaces. */
export const documentsAtHand = (
  context: LifecycleContext,
  documents: readonly DocumentRef[] = [],
): readonly DocumentRef[] => {
  const known = items({
    ...context.documents,
    ...Object.fromEntries(documents.map((document) => [document.id, document])),
  })
  // a paper is replaced by another of its own kind only
  const superseded = new Set(known.map(({ supersedes, type }) => `${type}:${supersedes}`))
  return known.filter(({ id, type }) => !superseded.has(`${type}:${id}`))
}

/** What ends with a contract is the contract, not what its paper proves. */
export const isExpired = ({ type, validTo }: DocumentRef, at: string): boolean =>
  type !== 'service_contract' && validTo !== undefined && !isLater(validTo, at)

/** Is it the paper that is asked for, or one that does as well? */
const serves =
  ({ type, alternatives = [] }: RequiredDocument) =>
  (document: DocumentRef): boolean =>
    document.type === type || alternatives.includes(document.type)

/** Of what is asked for and there at all, what nobody may rely on any more. */
const expiredOf = (
  atHand: readonly DocumentRef[],
  asked: readonly RequiredDocument[],
  at: string,
): readonly Blocker[] =>
  asked.flatMap((required) => {
    const papers = atHand.filter(serves(required))
    const isOver = papers.length > 0 && papers.every((paper) => isExpired(paper, at))
    return isOver ? [blocker('DOCUMENT_EXPIRED', required.type)] : []
  })

/** One blocker that names every missing paper, one for each that has expired. */
export const documentBlockers = (
  context: LifecycleContext,
  event: Asked<Requested>,
  kind: Application['kind'],
  reasons: readonly Parameters<typeof requiredDocuments>[0]['reasons'][number][],
): readonly Blocker[] => {
  const { merchantType } = context.identity
  const required = requiredDocuments({ process: kind, initiator: 'merchant', merchantType, reasons })
  // the request itself is what is being submitted
  const own = new Set<string>([`${kind}_request`])
  const asked = required.filter(({ type }) => event.documents !== undefined || !own.has(type))
  const atHand = documentsAtHand(context, event.documents)
  const missing = asked.filter((document) => !atHand.some(serves(document))).map(({ type }) => type)
  return all(
    when(missing.length > 0, 'DOCUMENTS_INCOMPLETE', undefined, { missing }),
    expiredOf(atHand, asked, event.at),
  )
}

/** Nobody sells without these, where they are on file. */
const toSell: readonly RequiredDocument[] = [{ type: 'business_licence' }, { type: 'identity_proof' }]

/** The papers on which the decision on an application rests, whatever else is on file. */
const reliedOn = ({ identity: { merchantType } }: LifecycleContext, application: Application) => {
  const { kind, reasons, documents } = application
  const question = { process: kind, initiator: 'merchant', merchantType, reasons } as DocumentQuestion
  const asked = [
    ...requiredDocuments(question),
    ...documents.filter(({ type }) => type === 'power_of_attorney').map(({ type }) => ({ type })),
    ...(kind === 'reinstatement' ? toSell : []),
  ]
  // each once, as the reasons ask for it: with what does as well
  return [...new Map(asked.toReversed().map((required) => [required.type, required])).values()]
}

/** Papers on which an approval rests must still be valid on its day, one of each kind. */
export const expiredForApproval = (context: LifecycleContext, at: string): readonly Blocker[] => {
  const { application } = context
  if (!application) return []
  return expiredOf(documentsAtHand(context, application.documents), reliedOn(context, application), at)
}

/** Papers without which nobody sells must be valid on the day on which a terminal is to sell again. */
export const expiredForSale = (context: LifecycleContext, at: string): readonly Blocker[] =>
  expiredOf(documentsAtHand(context, context.application?.documents), toSell, at)

export const paperRules: Rules<EventOn<'papers'>> = {
  'document.added': () => [],
}
