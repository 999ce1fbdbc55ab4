import type { EventOn } from '../../domain/index.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { Reducers } from './kit.ts'
import { keepPaper, keepPapers } from './papers.ts'
import type { Turn } from './turn.ts'

/** Whoever speaks, itself or through somebody who writes it down, can be reached. */
export const hear = (turn: Turn, { by }: StampedEvent): void => {
  const { unreachable } = turn.context
  const silent = unreachable.filter((party) => party !== by.role && party !== by.onBehalfOf)
  if (silent.length < unreachable.length) turn.set({ unreachable: silent })
}

export const partyReducers: Reducers<EventOn<'parties'>> = {
  'representative.appointed': (turn, { party, personId, organisationId, mandate }) => {
    keepPaper(turn, mandate)
    turn.put('representatives', party, { personId, organisationId, mandateRef: mandate.id })
  },

  'counterparty.declaredUnreachable': (turn, { party, evidence }) => {
    keepPapers(turn, evidence)
    const { unreachable } = turn.context
    if (!unreachable.includes(party)) turn.set({ unreachable: [...unreachable, party] })
  },
}
