import * as z from 'zod'
import { agentTasks } from '../../domain/index.ts'
import { Reference } from '../primitives.ts'

/** A service provider looks after the terminal from here, for the tasks that are named. */
export const AgentAssigned = z.strictObject({
  type: z.literal('agent.assigned'),
  agentId: Reference,
  tasks: z.array(z.enum(agentTasks)).min(1).max(agentTasks.length),
})
export interface AgentAssigned extends z.output<typeof AgentAssigned> {}

/** The service provider has no part in this terminal any more; what it was asked to do falls to the provider. */
export const AgentReleased = z.strictObject({ type: z.literal('agent.released'), agentId: Reference })
export interface AgentReleased extends z.output<typeof AgentReleased> {}

export const agentEvents = [AgentAssigned, AgentReleased] as const
export type AgentEvent = AgentAssigned | AgentReleased
