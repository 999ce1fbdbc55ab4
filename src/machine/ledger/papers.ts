import type { DocumentRef, EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'
import type { Turn } from './turn.ts'

/** Puts a paper on file; one that is there keeps its content, another one of its name is an issue. Was it kept? */
export const keepPaper = (turn: Turn, paper: DocumentRef): boolean => {
  const { documents } = turn.context
  if (!Object.hasOwn(documents, paper.id)) turn.put('documents', paper.id, paper)
  const isOther = Object.hasOwn(documents, paper.id) && documents[paper.id]?.digest !== paper.digest
  if (isOther) turn.issue('REFERENCE_IN_USE', paper.id)
  return !isOther
}

export const keepPapers = (turn: Turn, papers: readonly DocumentRef[]): void => {
  for (const paper of papers) keepPaper(turn, paper)
}

export const paperReducers: Reducers<EventOn<'papers'>> = {
  'document.added': (turn, { document }) => {
    keepPaper(turn, document)
  },
}
