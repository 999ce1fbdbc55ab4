import type { EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'
import { cancelUnclaimed } from './order-ends.ts'
import type { Turn } from './turn.ts'

/** What was for one of them is not sent to the next one, and who spoke for it speaks for it alone. */
const leave = (turn: Turn): void => {
  turn.drop('representatives', 'serviceProvider')
  cancelUnclaimed(
    turn,
    'notify',
    ({ params }) => 'audience' in params && params.audience === 'serviceProvider',
  )
}

export const agentReducers: Reducers<EventOn<'agents'>> = {
  'agent.assigned': (turn, { agentId, tasks, at }) => {
    if (turn.context.agent?.agentId !== agentId) leave(turn)
    turn.set({ agent: { agentId, tasks, since: at } })
  },
  'agent.released': (turn) => {
    leave(turn)
    turn.set({ agent: null })
  },
}
