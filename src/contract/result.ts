import * as z from 'zod'
import { ToldReference } from '../schemas/index.ts'
import { problemCode } from './problem.ts'
import { Echo, holdsNoSecret, isUnknown, known, type Unknown, Words } from './wire.ts'

/** What an answer may repeat of what it was asked; it has to fit then. */
interface About {
  terminalRef?: string | undefined
  serial?: string | undefined
}

/** Carried out; the facts of the operation stand beside it. */
interface Done extends About {
  status: 'done'
  /** The other side's own reference. */
  reference: string
}

/** Refused or failed for good: the same key again gets the same answer. */
export interface Failed extends About {
  status: 'failed'
  reference: string
  /** SCREAMING_SNAKE_CASE. */
  code: string
  reason: string
}

/** Accepted and not ended: ask again with the same key, or with `getResult`. */
export interface Pending extends About {
  status: 'pending' | Unknown
  reference: string
}

/** What became of something ordered in the acquirer's systems. */
export type Result<Facts = unknown> = (Done & Facts) | Failed | Pending

const reference = ToldReference
const about = { terminalRef: Echo.optional(), serial: Echo.optional() }
const failed = z.object({
  status: z.literal('failed'),
  reference,
  code: z.string().regex(problemCode).refine(holdsNoSecret),
  reason: Words.min(1),
  ...about,
})
/** A status that this version does not know has not ended as far as we can tell. */
const pending = z.object({
  // Aborting: else a union takes the alternative that only missed a refinement for the one that was meant.
  status: known(['pending']).refine((status) => status === 'pending' || !isEnded(status), { abort: true }),
  reference,
  ...about,
})
const isEnded = (status: Unknown): boolean => isUnknown(status) && /^unknown\((done|failed)\)$/.test(status)

// An object without members would forbid the others.
type Output<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.output<z.ZodObject<Shape>>
type Input<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.input<z.ZodObject<Shape>>

/**
 * The reply of an operation that the acquirer's systems carry out, with the facts it reports when done.
 *
 * @example result({ hash: Digest }) // { status: 'done', reference: 'r-1', hash: '…' }
 */
export const result = <Shape extends z.ZodRawShape>(
  facts: Shape,
): z.ZodType<Result<Output<Shape>>, Result<Input<Shape>>> =>
  z
    .discriminatedUnion('status', [
      z.object({ status: z.literal('done'), reference, ...about, ...facts }),
      failed,
    ])
    .or(pending) as unknown as z.ZodType<Result<Output<Shape>>, Result<Input<Shape>>>
// The cast says in three names what the union of three object types says in thirty lines.
