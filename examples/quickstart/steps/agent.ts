import type { AgentTask } from 'terminal-lifecycle/domain'
import { people } from '../people.ts'
import { type Step, when } from './step.ts'

/** From here on the agent may see the terminal and do what it is named for. */
export const agentAssigned = (tasks: readonly [AgentTask, ...AgentTask[]]): Step => ({
  id: 'agent-assigned',
  by: people.intake.actor,
  after: when.today('09:10'),
  event: () => ({
    type: 'agent.assigned',
    agentId: people.technician.actor.organisationId,
    tasks: [...tasks],
  }),
})
