import type { DocumentRef, EventType } from '../../domain/index.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Device } from '../shape/devices.ts'
import type { Turn } from '../turn.ts'

/** What an accepted event changes. */
export type Reducer<T extends EventType = EventType> = (turn: Turn, event: EventOf<T>) => void
export type Reducers<T extends EventType> = { readonly [K in T]: Reducer<K> }

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

/** A serial that this terminal never had: the fact is kept as an issue and never starts to count. */
export const knownDevice = (turn: Turn, serial: string): Device | undefined => {
  const device = turn.context.devices[serial]
  if (!device) turn.issue('WRONG_SERIAL', serial)
  return device
}
