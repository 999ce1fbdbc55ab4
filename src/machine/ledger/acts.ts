import type { EventOn } from '../../domain/index.ts'
import { actKey, isRemembered } from '../facts/acts.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { Reducers } from './kit.ts'
import type { Turn } from './turn.ts'

/** First halves of two-person acts: gone when carried out, forgotten after a day. */
export const forget = (turn: Turn, event: StampedEvent): void => {
  const acts = Object.entries(turn.context.proposedActs)
  const done = actKey(event)
  const kept = acts.filter(([key, proposed]) => key !== done && isRemembered(proposed, event.at))
  if (kept.length < acts.length) turn.set({ proposedActs: Object.fromEntries(kept) })
}

export const actReducers: Reducers<EventOn<'acts'>> = {
  'act.proposed': (turn, { act }) =>
    turn.put('proposedActs', actKey(act), { act, by: turn.by.personId, at: turn.at }),
}
