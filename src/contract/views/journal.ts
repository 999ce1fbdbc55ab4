import * as z from 'zod'
import type { Instant as InstantText } from '../../domain/index.ts'
import { Digest, Instant, OrderId } from '../../schemas/index.ts'
import { StateView } from './state.ts'

/** What led to an entry: an event with all that it said, a clock that ran out, the opening, an older format carried over. */
export interface JournalCause {
  /** Of an event. */
  type?: string | undefined
  /** The deadline that ran out. */
  timer?: string | undefined
  /** What the life was opened with. */
  opened?: unknown
  /** The record as it stands from here. */
  migrated?: unknown
}

/**
 * One accepted command: who did what when, and where it led. It comes as it is stored, with every member that it has, also
 * those and those codes that this version does not know: the hashes are over all of it, and `verifyJournal` compares them.
 */
export interface JournalItem {
  seq: number
  version: number
  at: InstantText
  commandId: string
  actor: { role: string; personId: string; organisationId: string }
  cause: JournalCause
  from: StateView | null
  to: StateView
  orderIds: readonly string[]
  /** Reports that contradict the record. */
  issues: readonly { code: string; at: InstantText; ref?: string | undefined }[]
  /** Of the SHA-256 chain over the stored entries. For those who may see everything: of what is left out a hash would tell. */
  prevHash?: string | undefined
  hash?: string | undefined
}

/** Not a character is changed: the hashes are over it. It was judged before it was sealed. */
const Sealed = z.string().max(2000)

const sealed = z.looseObject({
  seq: z.int().nonnegative(),
  version: z.int().nonnegative(),
  at: Instant,
  commandId: Sealed,
  actor: z.looseObject({ role: Sealed, personId: Sealed, organisationId: Sealed }),
  cause: z.looseObject({ type: Sealed.optional(), timer: Sealed.optional() }),
  from: StateView.nullable(),
  to: StateView,
  orderIds: z.array(OrderId),
  issues: z.array(z.looseObject({ code: Sealed, at: Instant, ref: Sealed.optional() })),
  prevHash: Digest.optional(),
  hash: Digest.optional(),
})

export const JournalItem: z.ZodType<JournalItem, JournalItem> = sealed as z.ZodType<
  z.output<typeof sealed>,
  z.input<typeof sealed>
> as unknown as z.ZodType<JournalItem, JournalItem>
// The cast takes away the open ends: what else an entry has is nobody's to read by name.
