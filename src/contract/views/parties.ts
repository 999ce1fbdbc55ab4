import * as z from 'zod'
import {
  type AgentTask,
  agentTasks,
  type ClosureReason,
  closureReasons,
  type Instant as InstantText,
} from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { known, list, type Unknown, Words } from '../wire.ts'

/** The service provider that looks after a terminal, and what for. */
export interface AgentView {
  agentId: string
  tasks: readonly (AgentTask | Unknown)[]
  since: InstantText
}

export const AgentView: z.ZodType<AgentView, AgentView> = z.object({
  agentId: Words,
  tasks: list(known(agentTasks)),
  since: Instant,
})

/** The way to the end of a terminal that is given up. */
export interface ClosingView {
  reason: ClosureReason | Unknown
  startedAt: InstantText
  /** By the host. */
  confirmedAt: InstantText | null
  closedAt: InstantText | null
  /** Until then what belongs to it is kept. */
  keepUntil: InstantText | null
}

export const ClosingView: z.ZodType<ClosingView, ClosingView> = z.object({
  reason: known(closureReasons),
  startedAt: Instant,
  confirmedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  keepUntil: Instant.nullable(),
})

/** A closure that the provider has proposed, and the merchant may object to. */
export interface ProposalView {
  proposalId: string
  reason: ClosureReason | Unknown
  basis: string
  /** Told or handed over in writing: its notice runs from here. */
  servedAt: InstantText | null
  imposed: boolean
  appeal: 'none' | 'open' | 'dismissed' | Unknown
}

export const ProposalView: z.ZodType<ProposalView, ProposalView> = z.object({
  proposalId: Words,
  reason: known(closureReasons),
  basis: Words,
  servedAt: Instant.nullable(),
  imposed: z.boolean(),
  appeal: known(['none', 'open', 'dismissed']),
})
