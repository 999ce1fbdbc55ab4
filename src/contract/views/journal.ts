import * as z from 'zod'
import {
  type BlockerCode,
  blockerCodes,
  type EventType,
  type Instant as InstantText,
  type Role,
  roles,
} from '../../domain/index.ts'
import { Digest, Instant, OrderId } from '../../schemas/index.ts'
import { known, list, type Unknown, Words } from '../wire.ts'
import { EventTypeView } from './blocker.ts'
import { StateView } from './state.ts'

/** One accepted command: who did what when, and where it led. Payloads stay with the record. */
export interface JournalItem {
  seq: number
  at: InstantText
  commandId: string
  actor: { role: Role | Unknown; personId: string; organisationId: string }
  /** The event, `opened` for the first entry, `timer.due` for a clock, `migrated` where an older format was carried over. */
  event: EventType | 'opened' | 'migrated' | Unknown
  from: StateView | null
  to: StateView
  orderIds: readonly string[]
  issues: readonly { code: BlockerCode | Unknown; ref?: string | undefined }[]
  /** SHA-256 chain over the stored entries. */
  prevHash: string
  hash: string
}

export const JournalItem: z.ZodType<JournalItem, JournalItem> = z.object({
  seq: z.int().nonnegative(),
  at: Instant,
  commandId: Words,
  actor: z.object({ role: known(roles), personId: Words, organisationId: Words }),
  event: z.enum(['opened', 'migrated']).or(EventTypeView),
  from: StateView.nullable(),
  to: StateView,
  orderIds: list(OrderId),
  issues: list(z.object({ code: known(blockerCodes), ref: Words.optional() })),
  prevHash: Digest,
  hash: Digest,
})
