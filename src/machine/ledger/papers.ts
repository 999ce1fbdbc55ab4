import type { DocumentRef, EventOn } from '../../domain/index.ts'
import type { Vouched } from '../../schemas/index.ts'
import { noticeServed } from '../facts/imposed.ts'
import { checkedBy } from '../facts/papers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import type { Reducers } from './kit.ts'
import type { Turn } from './turn.ts'

const onFile = (turn: Turn, { checked, ...paper }: DocumentRef): PaperOnFile => ({
  ...paper,
  addedBy: turn.by.personId,
  checkedBy: checkedBy({ ...paper, checked }, turn.by),
  isRejected: false,
  for: null,
})

/** Puts a paper on file; one that is there keeps its content, another one of its name is an issue. Was it kept? */
export const keepPaper = (turn: Turn, paper: DocumentRef): boolean => {
  const known = Object.hasOwn(turn.context.documents, paper.id) ? turn.context.documents[paper.id] : undefined
  if (known === undefined) turn.put('documents', paper.id, onFile(turn, paper))
  const isOther = known !== undefined && known.digest !== paper.digest
  if (known && !isOther && known.facts === undefined && known.checkedBy === null && paper.facts)
    turn.update('documents', paper.id, { facts: paper.facts, checkedBy: checkedBy(paper, turn.by) })
  if (isOther) turn.issue('REFERENCE_IN_USE', paper.id)
  return !isOther
}

export const keepPapers = (turn: Turn, papers: readonly DocumentRef[]): void => {
  for (const paper of papers) keepPaper(turn, paper)
}

/** What the sender of a deciding act has seen is seen from here. */
export const vouchForPapers = (turn: Turn, checked: readonly Vouched[] = []): void => {
  for (const { documentId, facts } of checked)
    turn.update('documents', documentId, {
      ...(facts && { facts }),
      checkedBy: turn.by.personId,
      isRejected: false,
    })
}

/** The notice that is owed: of a hold the provider's, or the order itself where an authority gave it. */
const isNotice = ({ holds }: LifecycleContext, { for: about, type }: PaperOnFile): boolean => {
  const hold = about !== null && Object.hasOwn(holds, about) ? holds[about] : undefined
  if (hold) return type === (hold.release === 'authority' ? 'authority_order' : 'provider_notice')
  return about !== null && type === 'closure_notice'
}

/** A notice is served by the provider: one that the merchant brings along counts when somebody there has seen it. */
const settleNotice = (turn: Turn, paper: PaperOnFile): void => {
  if (paper.for === null || !isNotice(turn.context, paper) || paper.checkedBy === null) return
  if (paper.isRejected) turn.start('noticeDue', { ref: paper.for })
  else if (paper.type !== 'closure_notice' || noticeServed(turn.context, paper.for))
    turn.cancel('noticeDue', paper.for)
}

export const paperReducers: Reducers<EventOn<'papers'>> = {
  'document.added': (turn, { document, for: about }) => {
    const isKept = keepPaper(turn, document)
    if (about === undefined || !isKept) return
    turn.update('documents', document.id, { for: about })
    const paper = turn.context.documents[document.id]
    if (paper) settleNotice(turn, paper)
  },

  'document.checked': (turn, { documentId, facts }) => {
    turn.update('documents', documentId, {
      ...(facts && { facts }),
      checkedBy: turn.by.personId,
      isRejected: facts === null,
    })
    const paper = turn.context.documents[documentId]
    if (paper) settleNotice(turn, paper)
  },
}
