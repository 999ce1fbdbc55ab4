import {
  type Actor,
  type Blocker,
  blocker,
  type DocumentRef,
  decisionFault,
  factProfiles,
  type PaperFault,
  paperFault,
  type RequiredDocument,
} from '../../domain/index.ts'
import type { Vouched } from '../../schemas/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import { items } from './kit.ts'

/** What an event may bring along: papers of its own, and its sender's word that it has seen others. */
export interface Bringing {
  by: Actor
  at: string
  documents?: readonly DocumentRef[] | undefined
  checked?: readonly Vouched[] | undefined
}

export type Paper = Omit<PaperOnFile, 'for'>

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
export const papersAtHand = (context: LifecycleContext, event: Bringing): readonly Paper[] => {
  const known = items<Paper>({ ...brought(event), ...context.documents }).map((paper) =>
    vouchedFor(paper, event),
  )
  const forged = new Set(known.filter(({ isRejected }) => isRejected).map(content))
  // the same bytes under another name prove no more, unless somebody has looked again
  const counted = known.filter(
    (paper) => !paper.isRejected && (paper.checkedBy !== null || !forged.has(content(paper))),
  )
  // a paper is replaced by another of its own kind only, and by none that proves nothing
  const superseded = new Set(
    counted.flatMap(({ id, supersedes, type }) => (supersedes === id ? [] : [`${type}:${supersedes}`])),
  )
  return counted.filter(({ id, type }) => !superseded.has(`${type}:${id}`))
}

export const nobody: Actor = { role: 'system', personId: '', organisationId: '', acquirerId: '', duties: [] }

/** Papers that count although nobody brings or vouches for any now. */
export const papersOnFile = (context: LifecycleContext): readonly Paper[] =>
  papersAtHand(context, { by: nobody, at: '' })

const content = ({ type, digest }: Pick<Paper, 'type' | 'digest'>): string => `${type} ${digest}`

/** Papers that were on file under format 1 counted by their type; who brought them was not kept. */
const isOld = ({ addedBy }: Pick<Paper, 'addedBy'>): boolean => addedBy === ''

/** Why the paper does not count. Of an old one only that it has run out: nothing else was read off it. */
export const faultOf = (paper: Paper, at: string, required?: RequiredDocument): PaperFault | undefined =>
  counted(paper, paperFault(paper, at, required))

/** Why nobody may rest a decision on it. */
export const decisionFaultOf = (
  paper: Paper,
  at: string,
  required?: RequiredDocument,
): PaperFault | undefined => counted(paper, decisionFault(paper, at, required))

const counted = (paper: Paper, fault: PaperFault | undefined): PaperFault | undefined =>
  isOld(paper) && fault?.code !== 'DOCUMENT_EXPIRED' ? undefined : fault

/** Has somebody seen that it says so, where it says anything that decisions need? */
export const isSeen = (paper: Paper): boolean =>
  paper.checkedBy !== null || isOld(paper) || !(paper.type in factProfiles)

/** Nobody at the provider has seen it; whoever does names its digest. */
export const unchecked = ({ id, type, digest }: Paper): Blocker =>
  blocker('FACTS_UNCHECKED', id, { documentId: id, documentType: type, digest })
