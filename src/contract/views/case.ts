import * as z from 'zod'
import {
  type CapabilityName,
  capabilityNames,
  type EventType,
  type Instant as InstantText,
  type Role,
  roles,
} from '../../domain/index.ts'
import { AcquirerId, Instant, MerchantId, Reference, TerminalId } from '../../schemas/index.ts'
import { known, list, type Unknown, Words } from '../wire.ts'
import { BlockerView, EventTypeView } from './blocker.ts'
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
}

/** What somebody wrote down, and the caller may read. */
export interface NoteView {
  id: string
  text: string
  at: InstantText
  /** Whose words they are. */
  role: Role | Unknown
}

/** A terminal's record as the caller may see it. */
export interface CaseView extends TerminalSummary {
  capabilities: CapabilitiesView
  /** Id of the application that is open, null when none is. */
  applicationId: string | null
  requirements: RequirementsView
  actions: readonly ActionView[]
  notes?: readonly NoteView[] | undefined
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
  capabilities: z.object({
    desired: perCapability(z.boolean()),
    observed: perCapability(z.union([z.boolean(), z.literal('unknown')])),
    readAt: Instant.nullable(),
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
  notes: list(z.object({ id: Words, text: Words, at: Instant, role: known(roles) })).optional(),
})
