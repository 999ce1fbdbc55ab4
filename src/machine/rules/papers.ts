import {
  type Actor,
  type Blocker,
  blocker,
  type DocumentRef,
  dayOf,
  type EventOn,
  type Facts,
  factProfiles,
  isSamePerson,
  misfitIn,
  type PaperFault,
  paperFault,
  type RequiredDocument,
} from '../../domain/index.ts'
import type { Vouched } from '../../schemas/index.ts'
import { all, when } from '../clearing/kit.ts'
import { items } from '../facts/kit.ts'
import { isLater } from '../facts/time.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import { askedFor } from './asked-papers.ts'
import type { Rules } from './kit.ts'

/** What an event may bring along: papers of its own, and its sender's word that it has seen others. */
export interface Bringing {
  by: Actor
  at: string
  documents?: readonly DocumentRef[] | undefined
  checked?: readonly Vouched[] | undefined
}

type Paper = Omit<PaperOnFile, 'for'>

/** A reference that a person of the provider brings counts as checked by that person. */
export const checkedBy = ({ checked }: DocumentRef, { role, personId }: Actor): string | null => {
  if (role === 'provider') return personId
  return checked === true ? 'papers' : null
}

const brought = ({ documents = [], by }: Bringing): Readonly<Record<string, Paper>> =>
  Object.fromEntries(
    documents.map((document) => [
      document.id,
      { ...document, addedBy: by.personId, checkedBy: checkedBy(document, by), isRejected: false },
    ]),
  )

/** The paper with what the sender of a deciding act has seen of it. */
const vouchedFor = (paper: Paper, { checked = [], by }: Bringing): Paper => {
  const vouched = checked.find(({ documentId, digest }) => documentId === paper.id && digest === paper.digest)
  if (vouched === undefined || by.role !== 'provider') return paper
  return {
    ...paper,
    ...(vouched.facts && { facts: vouched.facts }),
    checkedBy: by.personId,
    isRejected: false,
  }
}

/** Papers that count: those of the event and those on file, but none that another one replaces or somebody rejected. */
const papersAtHand = (context: LifecycleContext, event: Bringing): readonly Paper[] => {
  const known = items<Paper>({ ...brought(event), ...context.documents }).map((paper) =>
    vouchedFor(paper, event),
  )
  // a paper is replaced by another of its own kind only
  const superseded = new Set(known.map(({ supersedes, type }) => `${type}:${supersedes}`))
  return known.filter(({ id, type, isRejected }) => !isRejected && !superseded.has(`${type}:${id}`))
}

/** Under format 1 papers counted by their type; only what had run out did not. */
const faultOf = ({ identity }: LifecycleContext, paper: Pick<Paper, 'type' | 'facts'>, at: string) => {
  const fault = paperFault(paper, at)
  return identity.openedInFormat === 1 && fault?.code !== 'DOCUMENT_EXPIRED' ? undefined : fault
}

/** Is it the paper that is asked for, or one that does as well? */
const serves =
  ({ type, alternatives = [] }: RequiredDocument) =>
  (document: Pick<DocumentRef, 'type'>): boolean =>
    document.type === type || alternatives.includes(document.type)

const told = ({ code, fact }: PaperFault, ref: string): Blocker =>
  code === 'DOCUMENT_EXPIRED' ? blocker(code, ref) : blocker(code, ref, { fact })

const hasFacts = ({ type }: Pick<Paper, 'type'>): boolean => type in factProfiles

/** Of what is asked for and there at all, what nobody may rely on: run out, silent about a fact, or seen by nobody. */
const unreliable = (
  context: LifecycleContext,
  atHand: readonly Paper[],
  asked: readonly RequiredDocument[],
  { at, decides }: { at: string; decides: boolean },
): readonly Blocker[] =>
  asked.flatMap((required) => {
    const serving = atHand.filter(serves(required))
    const good = serving.filter((paper) => faultOf(context, paper, at) === undefined)
    const [first] = serving
    const fault = first && faultOf(context, first, at)
    if (good.length === 0) return fault ? [told(fault, required.type)] : []
    const isSeen = good.some((paper) => !hasFacts(paper) || paper.checkedBy !== null)
    const isOwed = decides && context.identity.openedInFormat !== 1 && !isSeen
    return all(when(isOwed, 'FACTS_UNCHECKED', good[0]?.id))
  })

/** One blocker that names every missing paper, one for each that does not count. */
export const documentBlockers = (
  context: LifecycleContext,
  event: Bringing,
  asked: readonly RequiredDocument[],
): readonly Blocker[] => {
  const atHand = papersAtHand(context, event)
  // the form itself is what is being submitted: a question asked ahead of it has none
  const wanted = asked.filter(({ type }) => event.documents !== undefined || !type.endsWith('_request'))
  const missing = wanted.filter((document) => !atHand.some(serves(document))).map(({ type }) => type)
  return all(
    when(missing.length > 0, 'DOCUMENTS_INCOMPLETE', undefined, { missing }),
    unreliable(context, atHand, wanted, { at: event.at, decides: false }),
  )
}

/** Nobody sells without these, where they are on file. */
const toSell: readonly RequiredDocument[] = [{ type: 'business_licence' }, { type: 'identity_proof' }]

/** The papers on which the decision on an application rests, whatever else is on file. */
const reliedOn = (context: LifecycleContext, application: Application): readonly RequiredDocument[] => {
  const { kind, documents } = application
  const asked = [
    ...askedFor(context, application),
    ...documents.filter(({ type }) => type === 'power_of_attorney').map(({ type }) => ({ type })),
    ...(kind === 'reinstatement' ? toSell : []),
  ]
  // each once, as the reasons ask for it: with what does as well
  return [...new Map(asked.toReversed().map((required) => [required.type, required])).values()]
}

/** Papers on which an approval rests must count on its day, one of each kind, and somebody must have seen what they say. */
export const unreliableForApproval = (context: LifecycleContext, event: Bringing): readonly Blocker[] => {
  const { application } = context
  if (!application) return []
  const atHand = papersAtHand(context, event)
  return unreliable(context, atHand, reliedOn(context, application), { at: event.at, decides: true })
}

/** Whoever brought a paper on which an application rests, as its provider, is one of its makers. */
export const makersOf = ({ documents }: LifecycleContext, application: Application): readonly string[] => [
  ...application.makers,
  ...application.documents.flatMap(({ id }) => {
    const paper = documents[id]
    return paper && isSamePerson(paper.addedBy, paper.checkedBy) ? [paper.addedBy] : []
  }),
]

/** Does a contract that is on file say that it goes on? */
export const contractRuns = (context: LifecycleContext, event: Bringing): boolean =>
  papersAtHand(context, event).some(
    ({ type, facts = {} }) =>
      type === 'service_contract' &&
      (facts.renewed === true || (facts.expiresOn !== undefined && facts.expiresOn > dayOf(event.at))),
  )

/** Papers without which nobody sells must be valid on the day on which a terminal is to sell again. */
export const expiredForSale = (context: LifecycleContext, at: string): readonly Blocker[] =>
  toSell.flatMap((required) => {
    const papers = items(context.documents).filter(serves(required))
    const isOver = ({ type, facts }: PaperOnFile) =>
      paperFault({ type, facts }, at)?.code === 'DOCUMENT_EXPIRED'
    return all(when(papers.length > 0 && papers.every(isOver), 'DOCUMENT_EXPIRED', required.type))
  })

/** Has the signatory's power been put on file, and does it still hold? */
export const hasPower = (
  context: LifecycleContext,
  event: Bringing,
  mandateRef: string | undefined,
): boolean =>
  papersAtHand(context, event).some(
    (paper) =>
      paper.type === 'power_of_attorney' &&
      (mandateRef === undefined || paper.id === mandateRef) &&
      faultOf(context, paper, event.at) === undefined,
  )

/** Of papers that come as evidence, why one of them proves nothing: what was found out of it counts, wherever it comes up. */
export const evidenceFaults = (
  context: LifecycleContext,
  papers: readonly DocumentRef[],
  event: Bringing,
): readonly Blocker[] =>
  papers.flatMap((paper) => {
    const known = Object.hasOwn(context.documents, paper.id) ? context.documents[paper.id] : undefined
    const counted = known && vouchedFor(known, event)
    if (counted?.isRejected) return [blocker('EVIDENCE_UNSUITABLE', paper.id)]
    const fault = faultOf(context, { ...paper, ...counted }, event.at)
    return fault ? [told(fault, paper.id)] : []
  })

/** The newest notice that the provider served for this hold or proposal, with grounds and the way to object. */
export const noticeServed = (context: LifecycleContext, ref: string): PaperOnFile | undefined =>
  items(context.documents).findLast(
    ({ for: about, type, isRejected, checkedBy, facts = {} }) =>
      about === ref &&
      type === 'closure_notice' &&
      !isRejected &&
      checkedBy !== null &&
      facts.grounds === true &&
      facts.appealRoute === true,
  )

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
      about === undefined || Object.hasOwn(context.holds, about) || context.proposal?.proposalId === about
    return all(when(!isKnown, 'HOLD_UNKNOWN', about))
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

/** Did it expire before it could count? */
export const isOver = ({ facts }: DocumentRef, at: string): boolean =>
  facts?.validTo !== undefined && facts.longTerm !== true && !isLater(String(facts.validTo), at)
