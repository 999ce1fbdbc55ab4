import { type AgentTask, agentTasks, type Instant } from '../../domain/index.ts'
import { fields, instant, list, oneOf, text } from './kinds.ts'

/** The service provider that looks after the terminal, and what for. */
export interface AssignedAgent {
  agentId: string
  tasks: readonly AgentTask[]
  since: Instant
}

export const assignedAgent = () =>
  fields<AssignedAgent>({ agentId: text, tasks: list(oneOf(agentTasks)), since: instant })
