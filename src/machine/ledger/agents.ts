import type { EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'

export const agentReducers: Reducers<EventOn<'agents'>> = {
  'agent.assigned': (turn, { agentId, tasks, at }) => turn.set({ agent: { agentId, tasks, since: at } }),
  'agent.released': (turn) => turn.set({ agent: null }),
}
