import {
  type Blocker,
  blocker,
  type Data,
  type DocumentRef,
  dayOf,
  type EventOn,
  eachOnce,
  type Facts,
  isSamePerson,
  misfitIn,
  type PaperFault,
  type RequiredDocument,
} from '../../domain/index.ts'
import type { Vouched } from '../../schemas/index.ts'
import { all, when } from '../clearing/kit.ts'
import { isKnownHold } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { underpaid } from '../facts/paid.ts'
import {
  type Bringing,
  decisionFaultOf,
  faultOf,
  isSeen,
  type Paper,
  papersAtHand,
  unchecked,
} from '../facts/papers.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import { askedFor } from './asked-papers.ts'
import type { Rules } from './kit.ts'

/** Is it the paper that is asked for, or one that does as well? */
export const isServing =
  ({ type, alternatives = [] }: RequiredDocument) =>
  (document: Pick<DocumentRef, 'type'>): boolean =>
    document.type === type || alternatives.includes(document.type)

/** Whoever mends it names the paper: another one may be on file under the same type. */
export const told = ({ code, fact }: PaperFault, ref: string, { id, type, digest }: Paper): Blocker =>
  code === 'DOCUMENT_EXPIRED'
    ? blocker(code, ref)
    : blocker(code, ref, { fact, documentId: id, documentType: type, digest })

/** Of what is asked for and there at all, what nobody may rely on: run out, or silent about a fact. */
const unreliable = (
  atHand: readonly Paper[],
  asked: readonly RequiredDocument[],
  at: string,
): readonly Blocker[] =>
  asked.flatMap((required) => {
    const serving = atHand.filter(isServing(required))
    const faults = serving.map((paper) => faultOf(paper, at, required))
    const [first] = faults
    const [paper] = serving
    return first && paper && !faults.includes(undefined) ? [told(first, required.type, paper)] : []
  })

interface Judging {
  /** Papers of the application: none of them may say the contrary. */
  readonly own?: readonly { readonly id: string }[]
  /** Why a paper proves nothing here, whatever it says. */
  readonly unfit?: (paper: Paper) => PaperFault | undefined
}

/** What a decision rests on is there, says so, has been seen, and is contradicted by no other paper of the application. */
export const undecided = (
  context: LifecycleContext,
  event: Bringing,
  asked: readonly RequiredDocument[],
  { own = [], unfit = () => undefined }: Judging = {},
): readonly Blocker[] => {
  const atHand = papersAtHand(context, event)
  return asked.flatMap((required) => {
    const serving = atHand.filter(isServing(required))
    if (serving.length === 0)
      return [blocker('DOCUMENTS_INCOMPLETE', undefined, { missing: [required.type] })]
    const faults = serving.map((paper) => ({
      paper,
      fault: decisionFaultOf(paper, event.at, required) ?? unfit(paper),
    }))
    const contrary = faults.find(
      ({ paper, fault }) => fault?.code === 'EVIDENCE_UNSUITABLE' && own.some(({ id }) => id === paper.id),
    )
    if (contrary?.fault) return [told(contrary.fault, contrary.paper.id, contrary.paper)]
    const good = faults.filter(({ fault }) => fault === undefined).map(({ paper }) => paper)
    const [first] = faults
    if (good.length === 0) return first?.fault ? [told(first.fault, required.type, first.paper)] : []
    return good[0] && !good.some(isSeen) ? [unchecked(good[0])] : []
  })
}

/** One blocker that names every missing paper, one for each that does not count. */
export const documentBlockers = (
  context: LifecycleContext,
  event: Bringing,
  asked: readonly RequiredDocument[],
): readonly Blocker[] => {
  const atHand = papersAtHand(context, event)
  // the form itself is what is being submitted: a question asked ahead of it has none
  const wanted = asked.filter(({ type }) => event.documents !== undefined || !type.endsWith('_request'))
  const lacking = wanted.filter((document) => !atHand.some(isServing(document)))
  const missing = [...new Set(lacking.map(({ type }) => type))]
  return all(
    when(missing.length > 0, 'DOCUMENTS_INCOMPLETE', undefined, { missing }),
    unreliable(atHand, wanted, event.at),
  )
}

/** Nobody sells without these, where one of them was ever put on file. */
const toSell = ({ documents }: LifecycleContext): readonly RequiredDocument[] =>
  [{ type: 'business_licence' } as const, { type: 'identity_proof' } as const].filter((required) =>
    items(documents).some(isServing(required)),
  )

/** The papers on which the decision on an application rests, whatever else is on file. */
const reliedOn = (context: LifecycleContext, application: Application): readonly RequiredDocument[] => {
  const { kind, documents } = application
  const asked = askedFor(context, application)
  const more = [
    ...documents.filter(({ type }) => type === 'power_of_attorney').map(({ type }) => ({ type })),
    ...(kind === 'reinstatement' ? toSell(context) : []),
  ]
  // as the reasons ask for it: with what does as well
  return eachOnce([...asked, ...more.filter(({ type }) => !asked.some((paper) => paper.type === type))])
}

/** Papers on which an approval rests must count on its day, one of each kind, and somebody must have seen what they say. */
export const unreliableForApproval = (context: LifecycleContext, event: Bringing): readonly Blocker[] => {
  const { application } = context
  if (application === null) return []
  const { documents, holdIds } = application
  const paying = { holdIds, own: documents.map(({ id }) => id), at: event.at }
  return [
    ...undecided(context, event, reliedOn(context, application), { own: documents }),
    ...underpaid(context, papersAtHand(context, event), paying, true),
  ]
}

/** Whoever brought a paper for the provider on which an application rests is one of its makers. */
export const makersOf = (context: LifecycleContext, application: Application): readonly string[] => {
  const asked = reliedOn(context, application)
  const own = new Set(application.documents.map(({ id }) => id))
  return [
    ...application.makers,
    ...items<PaperOnFile>(context.documents)
      .filter((paper) => own.has(paper.id) || asked.some((required) => isServing(required)(paper)))
      .filter((paper) => isSamePerson(paper.addedBy, paper.checkedBy))
      .map(({ addedBy }) => addedBy),
  ]
}

/** Papers without which nobody sells must be seen and valid on the day on which a terminal is to sell again. */
export const expiredForSale = (context: LifecycleContext, event: Bringing): readonly Blocker[] =>
  undecided(context, event, toSell(context))

/** Does a contract that is on file say that it goes on? */
export const contractRuns = (
  context: LifecycleContext,
  event: Bringing,
  effectiveDate: string | null | undefined,
): boolean => {
  const day = [event.at, effectiveDate ?? event.at].map(dayOf).sort()[1] ?? ''
  return papersAtHand(context, event).some(
    ({ type, facts = {} }) =>
      type === 'service_contract' &&
      (facts.renewed === true || (facts.expiresOn !== undefined && facts.expiresOn > day)),
  )
}

/** What the signatory's power lacks, where it is on file and proves nothing: the fact. Nothing: it holds. */
export const powerLacks = (
  context: LifecycleContext,
  event: Bringing,
  mandateRef: string | undefined,
): Data | undefined => {
  const faults = papersAtHand(context, event)
    .filter(({ id, type }) => type === 'power_of_attorney' && (mandateRef === undefined || id === mandateRef))
    .map((paper) => faultOf(paper, event.at))
  if (faults.some((fault) => fault === undefined)) return undefined
  return { ...(faults[0] && { fact: faults[0].fact }) }
}

/**
 * Of papers that come as evidence, why one of them proves nothing: what was found out of it counts, wherever it comes up. An act
 * that decides rests on what somebody has seen.
 */
export const evidenceFaults = (
  context: LifecycleContext,
  papers: readonly DocumentRef[],
  event: Bringing,
  decides: boolean,
): readonly Blocker[] => {
  const atHand = papersAtHand(context, { ...event, documents: papers })
  return papers.flatMap(({ id }) => {
    const counted = atHand.find((paper) => paper.id === id)
    if (counted === undefined) return [blocker('EVIDENCE_UNSUITABLE', id)]
    const fault = faultOf(counted, event.at)
    return all(fault && told(fault, id, counted), decides && !fault && !isSeen(counted) && unchecked(counted))
  })
}

/** A paper that is named by its id alone is on file, and nobody found it to be no good: only then can it be read, and stays what it was. */
export const paperNamed = ({ documents }: LifecycleContext, id: string | undefined): Blocker | false => {
  const paper = id !== undefined && Object.hasOwn(documents, id) ? documents[id] : undefined
  const isThere = paper !== undefined && !paper.isRejected
  return id !== undefined && !isThere && { ...blocker('DOCUMENT_UNKNOWN', id), owner: 'provider' }
}

/** Of an act that says what it has seen: papers that are not on file, or not with this content. */
export const vouchingFaults = ({ documents }: LifecycleContext, checked: readonly Vouched[] = []) =>
  checked.flatMap(({ documentId, digest, facts }) => {
    const paper = Object.hasOwn(documents, documentId) ? documents[documentId] : undefined
    return paper?.digest === digest ? saidByNone(paper, facts) : [blocker('DOCUMENT_UNKNOWN', documentId)]
  })

/** What papers of this type do not say was not read off one. */
const saidByNone = ({ id, type }: PaperOnFile, facts: Facts | null | undefined): readonly Blocker[] => {
  const fact = facts ? misfitIn(type, facts) : undefined
  return fact === undefined ? [] : [blocker('EVIDENCE_UNSUITABLE', id, { fact })]
}

export const paperRules: Rules<EventOn<'papers'>> = {
  'document.added': (context, event) => {
    const about = event.for
    const isKnown =
      about === undefined || isKnownHold(context, about) || context.proposal?.proposalId === about
    const { id = '' } = event.document ?? {}
    const tied = Object.hasOwn(context.documents, id) ? context.documents[id]?.for : undefined
    return all(
      when(!isKnown, 'HOLD_UNKNOWN', about),
      // each hold and each proposal has a notice of its own
      when(about !== undefined && tied != null && tied !== about, 'REFERENCE_IN_USE', id),
    )
  },

  'document.checked': (context, event) => {
    const paper = event.documentId === undefined ? undefined : context.documents[event.documentId]
    const isKnown = paper !== undefined && (event.digest === undefined || paper.digest === event.digest)
    return all(
      when(event.documentId !== undefined && !isKnown, 'DOCUMENT_UNKNOWN', event.documentId),
      when(event.documentId === undefined && items(context.documents).length === 0, 'DOCUMENT_UNKNOWN'),
      isKnown && saidByNone(paper, event.facts),
    )
  },
}
