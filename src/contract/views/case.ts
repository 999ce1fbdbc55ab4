import * as z from 'zod'
import {
  type BlockerCode,
  blockerCodes,
  type CapabilityName,
  capabilityNames,
  type Data,
  type EventType,
  type Instant as InstantText,
  type MerchantType,
  merchantTypes,
} from '../../domain/index.ts'
import {
  AcquirerId,
  Currency,
  Digest,
  Instant,
  MerchantId,
  Reference,
  TerminalId,
} from '../../schemas/index.ts'
import { known, list, type Unknown, Words } from '../wire.ts'
import { BlockerView, Details, EventTypeView } from './blocker.ts'
import { NoteView } from './message.ts'
import { AgentView, ClosingView, ProposalView } from './parties.ts'
import { RequirementsView } from './requirements.ts'
import { StateView } from './state.ts'

/** Which terminal, and where its life stands. */
export interface TerminalSummary {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** The terminal that this one took over from, and the one that takes over from it. */
  predecessorTerminalId?: string | undefined
  successorTerminalId?: string | undefined
  /** Also the `ETag`; send it back as `expectedVersion`. */
  version: number
  at: InstantText
  state: StateView
}

/** An event known here: may the viewer send it now, and if not, why. */
export interface ActionView {
  event: EventType | Unknown
  ref?: string | undefined
  enabled: boolean
  blockers: readonly BlockerView[]
  overdue: boolean
}

/** What the terminal should be able to do, and what was read back of it. */
export interface CapabilitiesView {
  desired: Readonly<Partial<Record<CapabilityName, boolean | undefined>>>
  observed: Readonly<Partial<Record<CapabilityName, boolean | 'unknown' | undefined>>>
  readAt: InstantText | null
  /** The last order about selling; `switchText` says it together with what was read back. Left out by older servers. */
  ordered?: { sale: boolean; at: InstantText } | null | undefined
}

/** A report that contradicts the record, and was kept. */
export interface IssueView {
  code: BlockerCode | Unknown
  at: InstantText
  ref?: string | undefined
  data?: Data | undefined
}

/** A terminal's record as the caller may see it. */
export interface CaseView extends TerminalSummary {
  merchantName: string
  merchantType: MerchantType | Unknown
  /** All money of the case is in it. */
  currency: string
  /** The service provider that looks after it. */
  agent: AgentView | null
  closing: ClosingView | null
  proposal: ProposalView | null
  issues: readonly IssueView[]
  capabilities: CapabilitiesView
  /** Id of the application that is open, null when none is. */
  applicationId: string | null
  requirements: RequirementsView
  actions: readonly ActionView[]
  notes?: readonly NoteView[] | undefined
  /** `hash` of the newest entry of the journal, for those who see all of it: give it to `verifyJournal`. */
  head?: string | undefined
}

const summary = {
  lifecycleId: Reference,
  acquirerId: AcquirerId,
  merchantId: MerchantId,
  terminalId: TerminalId,
  predecessorTerminalId: TerminalId.optional(),
  successorTerminalId: TerminalId.optional(),
  version: z.int().nonnegative(),
  at: Instant,
  state: StateView,
}

export const TerminalSummary: z.ZodType<TerminalSummary, TerminalSummary> = z.object(summary)

/** One optional member per capability; those that this version does not know are dropped. */
export const perCapability = <Value extends z.ZodType>(
  value: Value,
): z.ZodObject<Record<CapabilityName, z.ZodOptional<Value>>> =>
  z.object(
    Object.fromEntries(capabilityNames.map((name) => [name, value.optional()])) as Record<
      CapabilityName,
      z.ZodOptional<Value>
    >,
  )

export const CaseView: z.ZodType<CaseView, CaseView> = z.object({
  ...summary,
  merchantName: Words,
  merchantType: known(merchantTypes),
  currency: Currency,
  agent: AgentView.nullable(),
  closing: ClosingView.nullable(),
  proposal: ProposalView.nullable(),
  issues: list(
    z.object({ code: known(blockerCodes), at: Instant, ref: Words.optional(), data: Details.optional() }),
  ),
  head: Digest.optional(),
  capabilities: z.object({
    desired: perCapability(z.boolean()),
    observed: perCapability(z.union([z.boolean(), z.literal('unknown')])),
    readAt: Instant.nullable(),
    ordered: z.object({ sale: z.boolean(), at: Instant }).nullable().optional(),
  }),
  applicationId: Reference.nullable(),
  requirements: RequirementsView,
  actions: list(
    z.object({
      event: EventTypeView,
      ref: Words.optional(),
      enabled: z.boolean(),
      blockers: list(BlockerView),
      overdue: z.boolean(),
    }),
  ),
  notes: list(NoteView).optional(),
})
