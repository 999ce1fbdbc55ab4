import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import type { Rules } from './kit.ts'

export const agentRules: Rules<EventOn<'agents'>> = {
  // one looks after a terminal at a time: another one takes over from it
  'agent.assigned': () => [],

  'agent.released': ({ agent }, event) =>
    all(
      when(
        agent === null || (event.agentId !== undefined && agent.agentId !== event.agentId),
        'AGENT_UNKNOWN',
        event.agentId,
      ),
    ),
}
